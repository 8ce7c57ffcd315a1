using System.Globalization;
using System.Runtime.InteropServices;

namespace CareFlowSim.Cli;

/// <summary>The machine that figures belong to.</summary>
internal static class Machine
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    /// <summary>System, runtime and processor in a line.</summary>
    public static string Describe() => string.Join(
        ", ",
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors ({Processor() ?? RuntimeInformation.ProcessArchitecture.ToString()})"));

    private static string? Processor() => !File.Exists(LinuxProcessors) ? null :
        File.ReadLines(LinuxProcessors)
            .Where(l => l.StartsWith("model name", StringComparison.Ordinal))
            .Select(l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
            .FirstOrDefault();
}
