namespace CareFlowSim.Cli;

/// <summary>What a figure should reach.</summary>
/// <param name="Limit">The figure, in the unit of the row.</param>
/// <param name="AtLeast">Whether more is better.</param>
internal sealed record BenchTarget(double Limit, bool AtLeast = false)
{
    /// <summary>Whether a value reaches it.</summary>
    public bool IsMet(double value) => AtLeast ? value >= Limit : value <= Limit;
}

/// <summary>One figure, measured several times.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Values">One value a run.</param>
/// <param name="Target">What it should reach; null when it is only told.</param>
internal sealed record BenchRow(string Name, string Unit, IReadOnlyList<double> Values, BenchTarget? Target = null)
{
    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public double Median
    {
        get
        {
            double[] sorted = [.. Values.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>The cells of a table: name, median, range, target, met.</summary>
    /// <param name="judge">Whether the targets hold for what was measured.</param>
    public IReadOnlyList<string> Cells(bool judge) =>
    [
        Name,
        With(Show.Figure(Median)),
        Values.Count > 1 ? $"{Show.Figure(Values.Min())} – {Show.Figure(Values.Max())}" : "",
        Target is null ? "" : With($"{(Target.AtLeast ? "≥" : "≤")} {Target.Limit:0.##}"),
        Target is null || !judge ? "" : Target.IsMet(Median) ? "yes" : "NO",
    ];

    /// <summary>The row in a line of text.</summary>
    public string Line(bool judge)
    {
        IReadOnlyList<string> cells = Cells(judge);
        return $"{cells[0]}: {cells[1]}" + (cells[2].Length > 0 ? $" ({cells[2]})" : "") + (cells[3].Length > 0 ? $", target {cells[3]}" : "") + (cells[4] == "NO" ? ", MISSED" : "");
    }

    private string With(string figure) => Unit.Length > 0 ? $"{figure} {Unit}" : figure;
}
