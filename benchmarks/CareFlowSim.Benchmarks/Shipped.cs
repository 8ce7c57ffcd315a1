namespace CareFlowSim.Benchmarks;

/// <summary>Files that come with the code, found from wherever the benchmarks run.</summary>
internal static class Shipped
{
    /// <summary>The folder of scenarios and worlds.</summary>
    public static string Scenarios { get; } = Path.Combine(Root(), "scenarios");

    private static string Root()
    {
        DirectoryInfo? d = new(AppContext.BaseDirectory);
        while (d is not null && !File.Exists(Path.Combine(d.FullName, "CareFlowSim.sln")))
        {
            d = d.Parent;
        }

        return d?.FullName ?? throw new InvalidOperationException("CareFlowSim.sln not found above the benchmarks.");
    }
}
