namespace CareFlowSim.Model;

/// <summary>One scalar figure about the world, with its range and its source.</summary>
/// <param name="Key">Dotted name, as in <see cref="ParameterCatalogue"/>.</param>
/// <param name="Value">The value used.</param>
/// <param name="Low">Low end of the evidence, or null.</param>
/// <param name="High">High end of the evidence, or null.</param>
/// <param name="Unit">Unit of the three figures.</param>
/// <param name="Provenance"><c>read</c>, <c>recalled</c>, <c>judgement</c>, <c>estimate</c> or <c>calibrated</c>.</param>
/// <param name="Source">Publication or reasoning behind it.</param>
public sealed record Parameter(string Key, double Value, double? Low, double? High, string Unit, string Provenance, string Source);

/// <summary>All scalar figures of a world, by key. Immutable; a scenario's changes make a new table.</summary>
public sealed class ParameterTable
{
    private readonly Dictionary<string, Parameter> _byKey;

    /// <summary>Makes a table; every key of the catalogue must be there once.</summary>
    /// <exception cref="ArgumentException">A key is missing, unknown or given twice.</exception>
    public ParameterTable(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _byKey = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        foreach (Parameter p in parameters)
        {
            if (!ParameterCatalogue.Contains(p.Key))
            {
                throw new ArgumentException($"unknown parameter '{p.Key}'", nameof(parameters));
            }

            if (!_byKey.TryAdd(p.Key, p))
            {
                throw new ArgumentException($"parameter '{p.Key}' is given twice", nameof(parameters));
            }
        }

        foreach (ParameterDefinition d in ParameterCatalogue.All)
        {
            if (!_byKey.ContainsKey(d.Key))
            {
                throw new ArgumentException($"parameter '{d.Key}' is missing", nameof(parameters));
            }
        }
    }

    /// <summary>All parameters in the order of the catalogue.</summary>
    public IEnumerable<Parameter> All => ParameterCatalogue.All.Select(d => _byKey[d.Key]);

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="KeyNotFoundException">The key is not in the catalogue.</exception>
    public double this[string key] => _byKey[key].Value;

    /// <summary>A copy with some values changed.</summary>
    public ParameterTable With(IReadOnlyDictionary<string, double> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return changes.Count == 0
            ? this
            : new ParameterTable(All.Select(p => changes.TryGetValue(p.Key, out double v)
                ? p with { Value = v, Provenance = "scenario", Source = "set by the scenario; world: " + p.Source }
                : p));
    }
}

/// <summary>What a parameter may be.</summary>
/// <param name="Key">Dotted name.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Min">Smallest possible value.</param>
/// <param name="Max">Largest possible value.</param>
/// <param name="Meaning">What it is, in one line.</param>
public sealed record ParameterDefinition(string Key, string Unit, double Min, double Max, string Meaning);
