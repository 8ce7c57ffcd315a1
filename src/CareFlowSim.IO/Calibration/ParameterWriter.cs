using System.Globalization;

namespace CareFlowSim.IO;

/// <summary>Puts fitted values into the table of parameters; everything else stays as it is, to the letter.</summary>
public static class ParameterWriter
{
    /// <summary>Name of the table in the folder of a world.</summary>
    public static string File => WorldTables.Parameters.File;

    /// <summary>The table with some values changed.</summary>
    /// <param name="csv">The table as text.</param>
    /// <param name="values">New values by key.</param>
    /// <exception cref="ArgumentException">A key is not in the table.</exception>
    public static string Csv(string csv, IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(values);
        string[] lines = csv.Split('\n');
        foreach ((string key, double value) in values)
        {
            int line = Array.FindIndex(lines, l => l.StartsWith(key + ',', StringComparison.Ordinal));
            if (line < 0)
            {
                throw new ArgumentException($"parameter '{key}' is not in the table", nameof(values));
            }

            int end = lines[line].IndexOf(',', key.Length + 1);
            lines[line] = key + ',' + value.ToString("R", CultureInfo.InvariantCulture) + lines[line][end..];
        }

        return string.Join('\n', lines);
    }
}
