using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class CalibrateCommandTests
{
    [Fact]
    public void OneArea_IsFitted_AndAResumedFitIsTheSame()
    {
        using CliFolder folder = new();
        string[] Words(string to, int most, params string[] more) =>
            ["calibrate", "--areas", "Rutland", "--world", folder.PathOf("england-2014"), "--out", folder.PathOf(to), "--max-evaluations", $"{most}", .. more];

        CliAnswer whole = CliFolder.Run(Words("whole", 4));
        CliFolder.Run(Words("parts", 2));
        CliAnswer resumed = CliFolder.Run(Words("parts", 4, "--resume"));

        Assert.Equal((0, 0), (whole.ExitCode, resumed.ExitCode));
        Assert.Equal(
            ["area_calibration.csv", "calibration.md", "evaluations.jsonl", "parameters.csv"],
            Directory.EnumerateFiles(folder.PathOf("whole")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Factors("whole"), Factors("parts"));
        Assert.Equal(File.ReadAllText(Path.Combine(folder.PathOf("england-2014"), "parameters.csv")), File.ReadAllText(Path.Combine(folder.PathOf("whole"), "parameters.csv")));
        Assert.Contains("rank correlation over areas", whole.Out, StringComparison.Ordinal);

        string[] Factors(string of) => [.. File.ReadAllLines(Path.Combine(folder.PathOf(of), "area_calibration.csv")).Select(l => l.Split(",\"")[0])];
    }

    [Fact]
    public void AllAreas_AreReportedWithEnglandsLevels()
    {
        using CliFolder folder = new();

        CliAnswer answer = CliFolder.Run(
            "calibrate", "--world", folder.PathOf("england-2014"), "--out", folder.PathOf("out"), "--people-per-agent", "200", "--replications", "1", "--max-evaluations", "2");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("England's levels", answer.Out, StringComparison.Ordinal);
        Assert.Contains("at_home_91_days", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_LeaveTheAreasAsTheyAre()
    {
        using CliFolder folder = new();

        CliAnswer answer = CliFolder.Run(
            "calibrate", "--levels", "--world", folder.PathOf("england-2014"), "--out", folder.PathOf("out"), "--people-per-agent", "200", "--replications", "1", "--max-evaluations", "2");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("England's levels", answer.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.PathOf("out"), "area_calibration.csv")));
        Assert.True(File.Exists(Path.Combine(folder.PathOf("out"), "parameters.csv")));
    }

    [Theory]
    [InlineData("--max-evaluations – is '1' – a whole number from 2", "--max-evaluations", "1")]
    [InlineData("--folds – is 'five' – a whole number from 2 to 20", "--folds", "five")]
    [InlineData("--sample – is the text '1:0'", "--people-per-agent", "0")]
    [InlineData("--levels – is given with --areas – all areas", "--levels", "--areas", "Rutland")]
    [InlineData("evaluations.jsonl:1:1 file – is missing", "--resume")]
    public void WrongWords_AreRefused(string expected, params string[] more)
    {
        using CliFolder folder = new();

        CliAnswer answer = CliFolder.Run(["calibrate", "--world", folder.PathOf("england-2014"), "--out", folder.PathOf("out"), .. more]);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    [Fact]
    public void AWorldWithoutDelaysByArea_IsRefused()
    {
        using CliFolder folder = new();
        File.Delete(Path.Combine(folder.PathOf("england-2014"), "area_delays.csv"));

        CliAnswer answer = CliFolder.Run("calibrate", "--world", folder.PathOf("england-2014"));

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("has no area_delays.csv", answer.Error, StringComparison.Ordinal);
    }
}
