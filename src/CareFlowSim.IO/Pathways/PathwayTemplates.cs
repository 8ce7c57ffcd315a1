namespace CareFlowSim.IO;

/// <summary>The pathway scenarios that come with the program, as text with their comments.</summary>
public static class PathwayTemplates
{
    private const string Prefix = "pathways/";
    private const string Ending = ".yaml";

    /// <summary>Their names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(PathwayTemplates).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of one, or null when there is none of that name.</summary>
    public static string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using Stream? stream = typeof(PathwayTemplates).Assembly.GetManifestResourceStream(Prefix + name + Ending);
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
