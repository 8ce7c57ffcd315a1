using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Kernel;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;
using Xunit.Abstractions;

namespace CareFlowSim.Tests.Theory;

/// <summary>Runs a scenario file of this folder and holds its replications against the textbook, within three standard errors.</summary>
/// <param name="file">Name of the file, without its ending; it says how many replications.</param>
/// <param name="output">Where each figure is told with its deviation.</param>
internal sealed class TheoryRun(string file, ITestOutputHelper output)
{
    // What three standard errors may be at most, relative to the formula: a wider test could hardly fail.
    private const double WidestTolerance = 0.1;

    private readonly PathwayResult _result = PathwayRunner.Run(
        PathwayReader.ReadFile(Path.Combine(ScenarioFiles.Root, "tests", "CareFlowSim.Tests", "Theory", "Pathways", file + ".yaml")).Scenario,
        new RunOptions { Check = true });

    /// <summary>Days measured.</summary>
    public int Days => _result.Scenario.Period.Days;

    /// <summary>Holds a measure against the formula.</summary>
    public void Agrees(double formula, string? place, PathwayMeasure measure, string? of = null) =>
        Agrees(formula, $"{measure} of {place ?? "the whole path"}{(of is null ? "" : ", " + of)}", _result.Values(0, _result.RowOf(place, of), measure));

    /// <summary>Holds the mean of a series over some days of the measured period against the formula.</summary>
    public void Agrees(double formula, string place, PathwaySeries series, IReadOnlyList<int> days)
    {
        int index = _result.Scenario.Places.ToList().FindIndex(p => p.Name == place);
        int first = _result.Scenario.Period.WarmUpDays;
        Agrees(formula, $"{series} of {place} on day {days[0]}", _result.Outcomes[0].Select(o => days.Average(d => (double)o.Series(index, series)[first + d])));
    }

    /// <summary>Holds the share of time with more than so many people in a place against the formula.</summary>
    public void AgreesAbove(double formula, string place, int people)
    {
        int index = _result.Scenario.Places.ToList().FindIndex(p => p.Name == place);
        Agrees(formula, $"share of time above {people} in {place}", _result.Outcomes[0].Select(o => o.OccupiedSeconds[index].Skip(people + 1).Sum() / (double)o.OccupiedSeconds[index].Sum()));
    }

    private void Agrees(double formula, string what, IEnumerable<double> replications)
    {
        Tally tally = new();
        foreach (double value in replications)
        {
            tally.Add(value);
        }

        output.WriteLine($"z {file}: {what}: formula {formula:G5}, simulated {tally.Mean:G5}, {(tally.Mean - formula) / tally.StandardError:F2} standard errors, {tally.Count} replications");
        Assert.Equal(_result.Scenario.Replications.Number, tally.Count);
        Assert.True(3 * tally.StandardError <= WidestTolerance * formula, $"{what}: three standard errors are {3 * tally.StandardError / formula:P0} of the formula, too wide to tell anything.");
        Formula.Agrees(formula, tally);
    }
}
