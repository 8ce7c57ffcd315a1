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
        MarkedBlock.AssertCurrent(Readme, "files", ResultsReference.FilesMarkdown());
        MarkedBlock.AssertCurrent(Readme, "columns", ResultsReference.ColumnsMarkdown(ResultTable.All.Select(t => t.Make(ResultRuns.Result))));
    }
}
