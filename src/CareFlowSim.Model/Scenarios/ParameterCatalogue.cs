namespace CareFlowSim.Model;

/// <summary>Every scalar input of the model: its key, unit, possible range and meaning. The values live in a world's table.</summary>
public static partial class ParameterCatalogue
{
    private static readonly Dictionary<string, ParameterDefinition> ByKey;

    static ParameterCatalogue()
    {
        All = [.. Demand, .. Hospital, .. Care, .. Money];
        ByKey = All.ToDictionary(d => d.Key, StringComparer.Ordinal);
    }

    /// <summary>All definitions, in a fixed order.</summary>
    public static IReadOnlyList<ParameterDefinition> All { get; }

    /// <summary>Whether a key exists.</summary>
    public static bool Contains(string key) => ByKey.ContainsKey(key);

    /// <summary>The definition of a key, or null.</summary>
    public static ParameterDefinition? Find(string key) => ByKey.GetValueOrDefault(key);
}
