using CareFlowSim.IO;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO.Results;

/// <summary>results/README.md says what the code says: its tables are made from the same names, units and meanings.</summary>
public sealed class ResultsReadmeTests
{
    private static string Readme { get; } = Path.Combine(ScenarioFiles.Root, "results", "README.md");

    [Fact]
    public void Tables_AreTheCurrentOnes()
    {
        AssertBetween("files", ResultsReference.FilesMarkdown());
        AssertBetween("columns", ResultsReference.ColumnsMarkdown(ResultTable.All.Select(t => t.Make(ResultRuns.Result))));
    }

    private static void AssertBetween(string table, string expected)
    {
        string text = File.ReadAllText(Readme);
        (string start, string end) = ($"<!-- {table}: start -->\n", $"<!-- {table}: end -->");
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        int to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= start.Length && to >= from, $"README.md has no markers for {table}.");
        string block = "\n" + expected + "\n";
        if (ScenarioFiles.Renew)
        {
            File.WriteAllText(Readme, text[..from] + block + text[to..]);
            return;
        }

        Assert.Equal(block, text[from..to]);
    }
}
