using System.Globalization;
using System.Text;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Writes the table of fitted factors by area, as <see cref="WorldReader"/> reads it.</summary>
public static class AreaCalibrationWriter
{
    /// <summary>Name of the table in the folder of a world.</summary>
    public static string File => WorldTables.AreaCalibration.File;

    /// <summary>The table as text.</summary>
    /// <param name="areas">The areas of the world, in order.</param>
    /// <param name="factors">One entry an area.</param>
    /// <param name="source">What the figures come from: command, seed, version and period of the data.</param>
    public static string Csv(IReadOnlyList<AreaInputs> areas, IReadOnlyList<AreaMultipliers> factors, string source)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        StringBuilder text = new(string.Join(',', WorldTables.AreaCalibration.Columns) + "\n");
        string quoted = '"' + source.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        foreach (AreaInputs area in areas)
        {
            text.Append(area.Code).Append(',')
                .AppendJoin(',', AreaMultiplier.All.Select(m => m.Of(factors[area.Ordinal]).ToString("R", CultureInfo.InvariantCulture)))
                .Append(',').Append(quoted).Append('\n');
        }

        return text.ToString();
    }
}
