using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The two tables of a sweep: its cells, and what they came to.</summary>
internal static class SweepTables
{
    public const string Cells = "cells.parquet";
    public const string Outcomes = "outcomes.parquet";

    internal static readonly ColumnText Cell = new("cell", "", "Number of the cell, from 1, in the order of the design.");
    internal static readonly ColumnText Role = new("role", "", "Part in the design: trajectory (Morris); A, B or AB (Saltelli: AB is A with one input from B); centre, low or high (one at a time); missing elsewhere.");
    internal static readonly ColumnText Row = new("row", "", "Number of the trajectory (Morris) or of the row (Saltelli), from 1; missing elsewhere.");
    internal static readonly ColumnText Step = new("step", "", "Step of the trajectory, from 0 (Morris); missing elsewhere.");
    internal static readonly ColumnText Moved = new("moved", "", "The input that was moved: since the step before (Morris), taken from B (Saltelli), off its middle (one at a time); missing elsewhere.");
    internal static readonly ColumnText Settled = new("settled", "", "Whether the baseline had settled when measurement began; true where that is not checked (pathways).");
    internal static readonly ColumnText Replication = new("replication", "", "Number of the replication, from 1; the same number has the same luck in every cell and policy.");
    internal static readonly ColumnText Policy = new("policy", "", "baseline, or the name of the policy.");
    internal static readonly ColumnText Measure = new("measure", "", "What is measured.");
    internal static readonly ColumnText Unit = new("unit", "", "Unit of value and difference.");
    internal static readonly ColumnText Value = new("value", "", "Level in this cell, replication and policy, in the unit of the row; missing where there was nothing to measure.");
    internal static readonly ColumnText Difference = new(
        "difference", "", "Difference between the policy and the baseline of the same cell and replication: baseline less policy for what is avoided, freed, prevented or saved, else policy less baseline; missing for the baseline.");

    /// <summary>The columns that no input may be called after.</summary>
    public static IReadOnlyList<string> Taken { get; } = [.. new[] { Cell, Role, Row, Step, Moved, Settled, Replication, Policy, Measure, Unit, Value, Difference }.Select(c => c.Name)];

    /// <summary>What the columns of the cells are; inputs follow.</summary>
    public static IReadOnlyList<ColumnText> OfCells { get; } = [Cell, Role, Row, Step, Moved, Settled];

    /// <summary>What the columns of the outcomes are.</summary>
    public static IReadOnlyList<ColumnText> OfOutcomes { get; } = [Cell, Replication, Policy, Measure, Unit, Value, Difference];

    /// <summary>The table of cells; the design alone when it is not known whether they settled.</summary>
    public static Table CellTable(IReadOnlyList<SweepInput> inputs, IReadOnlyList<SweepCell> cells, IReadOnlySet<int>? unsettled, IReadOnlyDictionary<string, string>? facts = null) => new(
        "cells",
        "Cells of the sweep: one row per cell, with a column for every input.",
        [
            Cell.With(cells.Select(c => c.Number).ToArray()),
            Role.With(cells.Select(c => c.Role).ToArray()),
            Row.With(cells.Select(c => c.Row).ToArray()),
            Step.With(cells.Select(c => c.Step).ToArray()),
            Moved.With(cells.Select(c => c.Moved).ToArray()),
            .. unsettled is null ? Array.Empty<Column>() : [Settled.With(cells.Select(c => !unsettled.Contains(c.Number)).ToArray())],
            .. inputs.Select((input, i) => new Column(input.Name, input.Unit, input.Path, Values(input, [.. cells.Select(c => c.Values[i])]))),
        ],
        facts);

    /// <summary>The outcomes of some cells.</summary>
    public static Table OutcomeTable(IReadOnlyList<SweepOutcome> outcomes, IReadOnlyList<string> arms, IReadOnlyList<SweepMeasure> measures, IReadOnlyDictionary<string, string>? facts = null)
    {
        int rows = outcomes.Sum(o => o.Values.Length);
        (int[] cell, int[] replication) = (new int[rows], new int[rows]);
        (string[] policy, string[] measure, string[] unit) = (new string[rows], new string[rows], new string[rows]);
        (double?[] value, double?[] difference) = (new double?[rows], new double?[rows]);
        int row = 0;
        foreach (SweepOutcome o in outcomes)
        {
            for (int r = 0; r < o.Values.GetLength(0); r++)
            {
                for (int arm = 0; arm < arms.Count; arm++)
                {
                    for (int m = 0; m < measures.Count; m++, row++)
                    {
                        (cell[row], replication[row], policy[row], measure[row], unit[row]) = (o.Cell.Number, r + 1, arms[arm], measures[m].Name, measures[m].Unit);
                        value[row] = Known(o.Values[r, arm, m]);
                        difference[row] = arm == 0 ? null : Known(measures[m].Difference(o.Values[r, 0, m], o.Values[r, arm, m]));
                    }
                }
            }
        }

        return Outcome([cell, replication, policy, measure, unit, value, difference], facts);
    }

    /// <summary>A table of outcomes from the values of its columns.</summary>
    public static Table Outcome(IReadOnlyList<Array> values, IReadOnlyDictionary<string, string>? facts = null) => new(
        "outcomes",
        "Figures of the sweep: one row per cell, replication, policy and measure.",
        [.. OfOutcomes.Select((c, i) => c.With(values[i]))],
        facts);

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static Array Values(SweepInput input, SweepValue[] values) => input.Kind switch
    {
        SweepValueKind.Word => values.Select(v => v.Word ?? "").ToArray(),
        SweepValueKind.Whole => values.Select(v => (long)v.Number).ToArray(),
        _ => values.Select(v => v.Number).ToArray(),
    };
}
