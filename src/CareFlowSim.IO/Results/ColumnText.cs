namespace CareFlowSim.IO;

/// <summary>Name, unit and meaning of a figure, as tables, charts and documents say them; not its values.</summary>
/// <param name="Name">Name in tables, in snake case.</param>
/// <param name="Unit">Unit; empty where there is none.</param>
/// <param name="Meaning">One sentence.</param>
internal readonly record struct ColumnText(string Name, string Unit, string Meaning)
{
    /// <summary>The column with its values.</summary>
    public Column With(Array values) => new(Name, Unit, Meaning, values);
}
