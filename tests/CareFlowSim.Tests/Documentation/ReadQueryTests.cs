using System.Text.Json.Nodes;
using CareFlowSim.Experiments;
using CareFlowSim.Tests.IO;
using CareFlowSim.Tests.IO.Results;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.Documentation;

/// <summary>The query that results/read/policies.py and policies.R run gives the program's own figures.</summary>
public sealed class ReadQueryTests
{
    [Fact]
    [Trait("Category", "ParquetReaders")]
    public void Policies_AreThoseOfTheProgram()
    {
        using WrittenFolder folder = new(ResultRuns.Result);

        (int exitCode, string output) = NodeReaders.Run("query.mjs", Path.Combine(ScenarioFiles.Root, "results", "read", "policies.sql"), folder.Path);

        Assert.True(exitCode == 0, output);
        JsonArray rows = JsonNode.Parse(output)!.AsArray();
        Assert.Equal(2 * PolicyMeasure.All.Count, rows.Count);
        Assert.All(rows, row =>
        {
            int arm = (string)row!["policy"]! == "nothing" ? 1 : 2;
            Estimate expected = Estimate.Of(PolicyMeasure.Find((string)row["measure"]!)!.Figures(ResultRuns.Result, arm));
            Assert.Equal(expected.Point, (double)row["mean"]!, 1e-6);
            Assert.Equal(2, int.Parse((string)row["replications"]!, System.Globalization.CultureInfo.InvariantCulture));
        });
    }
}
