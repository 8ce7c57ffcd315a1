using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads the published figures that the baseline is compared with.</summary>
internal static class TargetRows
{
    private const double SmallestTolerance = 1e-6;
    private static readonly string[] Kinds = ["share", "units"];
    private static readonly string[] Uses = ["fitted", "held out"];

    public static List<Target> Read(InputTable table)
    {
        KeyCheck check = new(table, "key");
        List<Target> targets = [];
        foreach (InputRow row in table.Rows)
        {
            string? key = row.Text("key");
            check.Add(row, key);
            row.Label = key;
            double? value = row.Number("value", 0);
            string? kind = row.OneOf("tolerance_kind", Kinds, "kinds");
            if (kind == "share" && value == 0)
            {
                row.Fault("tolerance_kind", "is a share of nothing", "units, for a value of 0");
            }

            string? use = row.OneOf("use", Uses, "uses");
            targets.Add(new Target(
                key ?? "",
                value ?? 0,
                row.Number("tolerance", SmallestTolerance) ?? 0,
                row.Text("unit") ?? "",
                row.Text("source") ?? "",
                row.OptionalText("note") ?? "")
            {
                Absolute = kind == "units",
                HeldOut = use == "held out",
            });
        }

        return targets;
    }
}
