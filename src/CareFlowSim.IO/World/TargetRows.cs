using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads the published figures that the baseline is compared with.</summary>
internal static class TargetRows
{
    private const double SmallestTolerance = 1e-6;

    public static List<Target> Read(InputTable table)
    {
        KeyCheck check = new(table, "key");
        List<Target> targets = [];
        foreach (InputRow row in table.Rows)
        {
            string? key = row.Text("key");
            check.Add(row, key);
            row.Label = key;
            targets.Add(new Target(
                key ?? "",
                row.Number("value", 0) ?? 0,
                row.Number("tolerance", SmallestTolerance) ?? 0,
                row.Text("unit") ?? "",
                row.Text("source") ?? "",
                row.OptionalText("note") ?? ""));
        }

        return targets;
    }
}
