using System.Globalization;
using System.Text.Json;
using CareFlowSim.IO;

namespace CareFlowSim.Tests.IO;

/// <summary>Writes what a Parquet file must hold as JSON that no reader can blur: numbers as round-trip texts, missing values as null.</summary>
internal static class ExpectedJson
{
    public static void WriteFile(string path, Table table)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file);
        json.WriteStartObject();
        json.WriteStartObject("metadata");
        foreach ((string key, string value) in ParquetMetadata.Of(table))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("columns");
        foreach (Column column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", TypeName(column.Values));
            json.WriteStartArray("values");
            foreach (object? value in column.Values)
            {
                if (value is null)
                {
                    json.WriteNullValue();
                }
                else
                {
                    json.WriteStringValue(Text(value));
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string TypeName(Array values) => values switch
    {
        int[] or int?[] => "int",
        long[] or long?[] => "long",
        double[] or double?[] => "double",
        bool[] => "bool",
        DateOnly[] => "date",
        _ => "string",
    };

    private static string Text(object value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
