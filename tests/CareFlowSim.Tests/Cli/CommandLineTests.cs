using CareFlowSim.Cli;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class CommandLineTests
{
    private static readonly string[] Names = ["run", "uncertainty", "attribute", "claims", "check", "validate", "gallery", "bench", "schema", "version"];

    public static TheoryData<string> Commands => [.. Names];

    [Fact]
    public void Help_ListsAllCommands()
    {
        CliAnswer answer = CliFolder.Run("--help");

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.All(Names, c => Assert.Contains($"\n  {c}", answer.Out, StringComparison.Ordinal));
        Assert.Contains("careflow run scenarios/one-area-quick-start.yaml", answer.Out, StringComparison.Ordinal);
        Assert.Empty(answer.Error);
    }

    [Fact]
    public void NoCommand_ShowsTheHelp() => Assert.Equal(CliFolder.Run("--help"), CliFolder.Run());

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_OfACommand_SaysHowToCallIt(string command)
    {
        CliAnswer answer = CliFolder.Run(command, "--help");

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.Contains($"careflow {command}", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version")]
    [InlineData("--version")]
    public void Version_NamesProgramAndVersion(string word)
    {
        CliAnswer answer = CliFolder.Run(word);

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.Matches(@"^careflow \d+\.\d+\.\d+\S*\r?\n$", answer.Out);
    }

    [Fact]
    public void UnknownCommand_NamesTheNearest()
    {
        CliAnswer answer = CliFolder.Run("rnu", "scenario.yaml");

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal("'rnu' – is not a command of careflow – did you mean 'run'?", answer.ErrorLines[0]);
        Assert.Empty(answer.Out);
    }

    [Fact]
    public void UnknownOption_NamesTheNearest()
    {
        CliAnswer answer = CliFolder.Run("run", "scenario.yaml", "--smaple", "1:10");

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal(
            ["'--smaple' – is not an option of careflow run – did you mean '--sample'?", "Help: careflow run --help"],
            answer.ErrorLines);
    }

    [Fact]
    public void UnknownOption_InThePlaceOfTheScenario_IsNotTakenForAFile()
    {
        CliAnswer answer = CliFolder.Run("check", "--quiet");

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.StartsWith("'--quiet' – is not an option of careflow check", answer.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutScenario_SaysSo()
    {
        CliAnswer answer = CliFolder.Run("run");

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Contains("SCENARIO", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void UnexpectedFault_IsOneLineWithAHint()
    {
        using CliFolder folder = new();

        CliAnswer answer = CliFolder.Run((_, _, _) => throw new InvalidOperationException("the disk\nis odd"), "run", folder.QuickStart, "--sample", "1:50", "--replications", "1", "--out", folder.PathOf("out"), "--allow-unsettled");

        Assert.Equal(ExitCode.Failed, answer.ExitCode);
        Assert.Equal("careflow: the disk is odd (CAREFLOW_TRACE=1 shows where)", answer.ErrorLines[^1]);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    [Fact]
    public void Schema_ToTheScreenAndToAFile_IsTheSame()
    {
        using CliFolder folder = new();
        string schema = CareFlowSim.IO.ScenarioSchema.Json();

        Assert.Equal(schema, CliFolder.Run("schema").Out);
        Assert.Equal(new CliAnswer(ExitCode.Good, "", ""), CliFolder.Run("schema", "--out", folder.PathOf("schema.json")));
        Assert.Equal(schema, File.ReadAllText(folder.PathOf("schema.json")));
    }
}
