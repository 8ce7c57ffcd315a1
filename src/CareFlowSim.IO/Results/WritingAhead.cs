using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>
/// Writes a few invented values to nowhere, on a thread of its own. The code that writes results is then loaded and compiled while a scenario is still being
/// read, which keeps one processor busy only; otherwise a short run waits for it at its end.
/// </summary>
public static class WritingAhead
{
    private const int Days = 60;

    /// <summary>Begins; there is nothing to wait for.</summary>
    public static void Begin() => _ = Task.Run(Write);

    /// <summary>A table with a column of every type, a picture of every kind that a run has, and a manifest.</summary>
    internal static void Write()
    {
        DateOnly start = new(2014, 4, 1);
        ParquetWriter.Write(Stream.Null, new Table("ahead", "",
        [
            new Column("text", "", "", (string[])["a", "b", "a"]),
            new Column("small", "", "", (int[])[1, 2, 1]),
            new Column("large", "", "", (long[])[1, 2, 1]),
            new Column("real", "", "", (double[])[1.5, 2.5, 1.5]),
            new Column("known", "", "", (bool[])[true, false, true]),
            new Column("day", "", "", (DateOnly[])[start, start, start]),
            new Column("perhaps_large", "", "", (long?[])[1, null, 1]),
            new Column("perhaps_real", "", "", (double?[])[1.5, null, 1.5]),
        ]));
        double[] values = [.. Enumerable.Range(0, Days).Select(d => 100 + (d % 7.0))];
        Chart[] charts =
        [
            new BarChart { Title = "Ahead", ValueLabel = "People", Bars = [new Bar("A", 1), new Bar("B", 2)] },
            new DateLineChart { Title = "Ahead", YLabel = "People", Start = start, Series = [new LineSeries("A", values, values, values), new LineSeries("B", values)] },
        ];
        foreach (Chart chart in charts)
        {
            chart.ToSvg();
        }

        new JsonObject { ["ahead"] = new JsonArray(1, 1.5, "a") }.ToJsonString(ScenarioWriter.Readable);
    }
}
