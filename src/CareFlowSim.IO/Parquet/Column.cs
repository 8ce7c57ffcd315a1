namespace CareFlowSim.IO;

/// <summary>
/// One column of a <see cref="Table"/>: its values and what they mean. The type of the array says what a value is:
/// <c>int</c>, <c>long</c>, <c>double</c>, <c>string</c>, <c>bool</c> or <see cref="DateOnly"/>; <c>int?</c>, <c>long?</c>,
/// <c>double?</c> and <c>string?</c> where a value may be missing. It is a view of the array, not a copy.
/// A fault throws an <see cref="ArgumentException"/> that names the column.
/// </summary>
/// <param name="Name">Name in the file; not empty.</param>
/// <param name="Unit">Unit of every value, such as <c>days</c>; empty where there is none.</param>
/// <param name="Meaning">One sentence for the reader of the file.</param>
/// <param name="Values">The values, first row first.</param>
public sealed record Column(string Name, string Unit, string Meaning, Array Values)
{
    /// <summary>Name in the file.</summary>
    public string Name { get; } = string.IsNullOrWhiteSpace(Name)
        ? throw new ArgumentException("A column has no name.", nameof(Name))
        : Name;

    /// <summary>Unit of every value; empty where there is none.</summary>
    public string Unit { get; } = Unit ?? throw new ArgumentException($"Column '{Name}' has no unit; use an empty one.", nameof(Unit));

    /// <summary>One sentence for the reader of the file.</summary>
    public string Meaning { get; } = Meaning ?? throw new ArgumentException($"Column '{Name}' has no meaning.", nameof(Meaning));

    /// <summary>The values, first row first.</summary>
    public Array Values { get; } = IsKnown(Values)
        ? Values
        : throw new ArgumentException(
            $"Column '{Name}': {Values?.GetType().Name ?? "no"} values cannot be written; use an array of int, long, double, string, bool, DateOnly, int?, long? or double?.",
            nameof(Values));

    /// <summary>Number of rows.</summary>
    public int RowCount => Values.Length;

    // Exact types, not pattern matches: at run time an array of an enum also passes for int[].
    private static bool IsKnown(Array? values)
    {
        Type? type = values?.GetType();
        return type == typeof(int[]) || type == typeof(long[]) || type == typeof(double[]) || type == typeof(string[])
            || type == typeof(bool[]) || type == typeof(DateOnly[])
            || type == typeof(int?[]) || type == typeof(long?[]) || type == typeof(double?[]);
    }
}
