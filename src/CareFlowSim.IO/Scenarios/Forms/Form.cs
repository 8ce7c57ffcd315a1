using System.Globalization;
using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>What a value of a scenario file may be: one description serves reading, faults, the JSON Schema and the README.</summary>
internal abstract class Form
{
    /// <summary>What is allowed, as it stands at the end of a fault.</summary>
    public abstract string Allowed { get; }

    /// <summary>Kind of value, in a word or two, for the README.</summary>
    public abstract string Kind { get; }

    /// <summary>Unit, or empty.</summary>
    public virtual string Unit => "";

    /// <summary>Range or choices, or empty.</summary>
    public virtual string Range => "";

    /// <summary>The keys inside, for a group of keys or a list of groups.</summary>
    public virtual IReadOnlyList<Key> Keys => [];

    /// <summary>The form as JSON Schema.</summary>
    public abstract JsonObject Schema();

    /// <summary>The first known word of which somebody wrote only the beginning.</summary>
    private static string? Beginning(string word, IEnumerable<string> known) =>
        word.Length < 4 ? null : known.FirstOrDefault(k => k.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A number as people write it.</summary>
    protected static string Show(double value) => value.ToString("0.################", CultureInfo.InvariantCulture);

    /// <summary>The end of a sentence that offers the nearest right spelling, then the whole choice.</summary>
    public static string Choice(string word, IReadOnlyCollection<string> known, string choice) =>
        (Spelling.Nearest(word, known) ?? Beginning(word, known)) is { } nearest ? $"did you mean '{nearest}'? ({choice})" : choice;
}

/// <summary>What a value may be, read into a type.</summary>
/// <typeparam name="T">Type of the value in the scenario.</typeparam>
internal abstract class Form<T> : Form
{
    /// <summary>Stands in for a value that could not be read, so that reading goes on to the next fault.</summary>
    public abstract T Fallback { get; }

    /// <summary>Reads a value; notes every fault and returns the fallback where there is one.</summary>
    public abstract T Read(string path, SourceNode node, FaultList faults);

    /// <summary>The value as it would stand in a JSON file.</summary>
    public abstract JsonNode? Write(T value);

    /// <summary>Notes that the value has the wrong type.</summary>
    protected T Refuse(string path, SourceNode node, FaultList faults)
    {
        ScalarNode? scalar = node as ScalarNode;
        if (scalar?.Kind is not ScalarKind.Faulty)
        {
            faults.Add(path, node, node.Description, Allowed + Hint(scalar));
        }

        return Fallback;
    }

    private string Hint(ScalarNode? scalar) => scalar?.Kind switch
    {
        ScalarKind.LeadingZero => ", without the 0 in front",
        ScalarKind.Text when Kind is "number" or "whole number" && IsNumber(scalar.Text) => ", without quotes",
        ScalarKind.Whole or ScalarKind.Number or ScalarKind.Truth when Kind is "text" or "name" => ", in quotes",
        _ => "",
    };

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
