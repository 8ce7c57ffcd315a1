using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The figure of every cell for the report: the mean paired difference of each policy, or the mean level where there is no policy.</summary>
internal sealed class SweepFigures
{
    private readonly Estimate[,,] _figures;

    public SweepFigures(JsonNode facts, int cells)
    {
        string[] arms = [.. facts["policies"]!.AsArray().Select(p => (string)p!)];
        Arms = arms.Length > 1 ? arms[1..] : arms;
        OfPolicies = arms.Length > 1;
        Measures = [.. facts["measures"]!.AsArray().Select(m => ((string)m!["name"]!, (string)m["unit"]!, (string)m["meaning"]!))];
        _figures = new Estimate[cells, Arms.Count, Measures.Count];
    }

    /// <summary>The policies, or the baseline where there is none.</summary>
    public IReadOnlyList<string> Arms { get; }

    /// <summary>Whether figures are paired differences.</summary>
    public bool OfPolicies { get; }

    public IReadOnlyList<(string Name, string Unit, string Meaning)> Measures { get; }

    /// <summary>The figure of a cell, by its number.</summary>
    public Estimate Of(int cell, int arm, int measure) => _figures[cell - 1, arm, measure];

    public void Add(int cell, SweepPartRows part, int from, int until)
    {
        int arms = OfPolicies ? Arms.Count + 1 : 1;
        int measures = Measures.Count;
        for (int arm = 0; arm < Arms.Count; arm++)
        {
            for (int m = 0; m < measures; m++)
            {
                List<double> values = [];
                for (int row = from + ((OfPolicies ? arm + 1 : 0) * measures) + m; row < until; row += arms * measures)
                {
                    if ((OfPolicies ? part.Differences[row] : part.Values[row]) is { } value)
                    {
                        values.Add(value);
                    }
                }

                _figures[cell - 1, arm, m] = values.Count == 0 ? new Estimate(double.NaN, double.NaN, double.NaN, 0, IntervalMethod.None) : Estimate.Of(values);
            }
        }
    }
}
