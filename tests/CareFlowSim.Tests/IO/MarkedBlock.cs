using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO;

/// <summary>A part of a README between two markers that the code writes: CAREFLOW_RENEW=1 renews it, otherwise it must be current.</summary>
internal static class MarkedBlock
{
    public static void AssertCurrent(string readme, string table, string expected)
    {
        string text = File.ReadAllText(readme);
        (string start, string end) = ($"<!-- {table}: start -->\n", $"<!-- {table}: end -->");
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        int to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= start.Length && to >= from, $"README.md has no markers for {table}.");
        string block = "\n" + expected + "\n";
        if (ScenarioFiles.Renew)
        {
            File.WriteAllText(readme, text[..from] + block + text[to..]);
            return;
        }

        Assert.Equal(block, text[from..to]);
    }
}
