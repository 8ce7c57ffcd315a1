using System.Text.Json.Nodes;
using CareFlowSim.Cli;
using CareFlowSim.IO;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class StudyCommandsTests : IDisposable
{
    private static readonly string Ledger = Path.Combine(ScenarioFiles.Shipped, "claims");

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Uncertainty_WritesTheFolder_AndPrintsJson()
    {
        string output = _folder.PathOf("out");

        CliAnswer answer = CliFolder.Run(Uncertainty("--draws", "6", "--inputs", "response.averted_share,crisis.acs_share", "--json", "--out", output));

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        JsonNode json = JsonNode.Parse(answer.Out)!;
        Assert.Equal(4, json["tables"]!["effects"]!.AsArray().Count);
        Assert.Equal(6, json["tables"]!["draws"]!.AsArray().Count);
        Assert.Equal("careflow", (string)JsonNode.Parse(File.ReadAllText(Path.Combine(output, "manifest.json")))!["program"]!);
        Assert.Contains("tornado-community-package-emergency_admissions_avoided.svg", OutputFolder.FilesIn(output));
        Assert.Equal(4, ParquetReader.Read(new MemoryStream(File.ReadAllBytes(Path.Combine(output, "effects.parquet")))).RowCount);
    }

    [Fact]
    public void Uncertainty_WrongOptions_AreAllToldWithoutRunning()
    {
        string[] Faults(params string[] more) => Wrong(Uncertainty([.. more, "--out", _folder.PathOf("out")]));

        Assert.StartsWith("--draws – is '1' – a whole number from 2", Faults("--draws", "1")[0], StringComparison.Ordinal);
        Assert.StartsWith("--measure – 'beds' is unknown – one of emergency_admissions_avoided", Faults("--measure", "beds")[0], StringComparison.Ordinal);
        Assert.Equal("--design – is 'grid' – one of latin-hypercube, sobol", Faults("--design", "grid")[0]);
        Assert.Equal("--inputs – 'response.averted_shar' is not drawn for this scenario – did you mean 'response.averted_share'?", Faults("--inputs", "response.averted_shar")[0]);
        Assert.StartsWith("--draws – is 10 – at least ", Faults("--draws", "10", "--sensitivity", "sobol")[0], StringComparison.Ordinal);
        Assert.StartsWith("--replications – is 1 – 2 or more", Faults("--replications", "1")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Attribute_SharesAddUp_AndUnknownPolicyIsTold()
    {
        string output = _folder.PathOf("out");
        string[] command = ["attribute", _folder.QuickStart, "--people-per-agent", "40", "--replications", "2", "--out", output];

        CliAnswer answer = CliFolder.Run([.. command, "--policy", "community-package", "--json"]);

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        JsonArray shares = JsonNode.Parse(answer.Out)!["tables"]!["shares"]!.AsArray();
        Assert.All(shares.GroupBy(s => (string)s!["measure"]!), g => Assert.Equal((double)g.First()!["whole"]!, g.Sum(s => (double)s!["share"]!), 6));
        Assert.Contains("shares.svg", OutputFolder.FilesIn(output));
        Assert.Equal("--policy – 'x' is not in one-area-quick-start.yaml – one of community-package", Wrong([.. command, "--policy", "x"])[0]);
    }

    [Fact]
    public void Claims_AnswersOneClaim_WithItsLedger()
    {
        string output = _folder.PathOf("out");

        CliAnswer answer = CliFolder.Run("claims", "--claims", Ledger, "--id", "C08,C01", "--draws", "2", "--sample", "1:400", "--out", output);

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.Contains("C08 The grant pays for about 85,000 home adaptations", answer.Out, StringComparison.Ordinal);
        Assert.Contains("C01 has no number to work out.", answer.Error, StringComparison.Ordinal);
        Assert.Equal(1, ParquetReader.Read(new MemoryStream(File.ReadAllBytes(Path.Combine(output, "claims.parquet")))).RowCount);
        Assert.Equal(2, ParquetReader.Read(new MemoryStream(File.ReadAllBytes(Path.Combine(output, "ledger.parquet")))).RowCount);
        Assert.Contains("What would have to be true", File.ReadAllText(Path.Combine(output, "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_UnknownClaimOrFolder_IsTold()
    {
        Assert.Equal("--id – 'C99' is not in the ledger – one of C01 to K08", Wrong(["claims", "--claims", Ledger, "--id", "C99", "--out", _folder.PathOf("out")])[0]);
        Assert.Contains("is missing", Wrong(["claims", "--claims", _folder.PathOf("none"), "--out", _folder.PathOf("out")])[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_StoppedBeforeAnything_WritesNothing()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();

        CliAnswer answer = CliFolder.Run(["claims", "--claims", Ledger, "--id", "C08", "--out", _folder.PathOf("out")], stop.Token);

        Assert.Equal(ExitCode.Stopped, answer.ExitCode);
        Assert.False(Directory.Exists(_folder.PathOf("out")));
    }

    private static string[] Wrong(string[] command)
    {
        CliAnswer answer = CliFolder.Run(command);
        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Empty(answer.Out);
        return answer.ErrorLines;
    }

    private string[] Uncertainty(params string[] more) => ["uncertainty", _folder.QuickStart, "--sample", "1:40", .. more.Contains("--replications") ? Array.Empty<string>() : ["--replications", "2"], .. more];
}
