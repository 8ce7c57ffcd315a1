using CareFlowSim.Cli;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_GoodFiles_SaysOkWithWhatTheyHold()
    {
        string national = _folder.PathOf("better-care-fund-2015.yaml");

        CliAnswer answer = CliFolder.Run("check", _folder.QuickStart, national);

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.Matches(
            $"^OK {_folder.QuickStart}: 1 area, 2 arms, 46,793 people simulated, 10 replications\r?\nOK {national}: 151 areas, 8 arms, 9,537,708 people simulated, 1 replication\r?\n$",
            answer.Out);
        Assert.Empty(answer.Error);
    }

    [Fact]
    public void Check_MalformedFile_SaysEveryFaultAndWritesNothing()
    {
        string bad = _folder.Scenario("bad.yaml", "period: { start: 2015-04-01, days: 0, warm_up_days: 120 }\nsample: 1:0\npolices: []\n");
        IReadOnlyList<string> before = _folder.Contents();

        CliAnswer answer = CliFolder.Run("check", bad, _folder.QuickStart);

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal(
            [
                $"{bad}:5:36 period.days – is 0 – a whole number from 1 to 6209 (days)",
                $"{bad}:6:9 sample – is the text '1:0' – 1:1, 1:10 and so on, from 1:1 to 1:1000",
                $"{bad}:7:1 polices – is not a key here – did you mean 'policies'? (the keys here are careflow, kind, name, title, world, period, areas, sample, replications, precision, seed, parameters, baseline, policies)",
            ],
            answer.ErrorLines);
        Assert.StartsWith($"OK {_folder.QuickStart}", answer.Out, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Contents());
    }

    [Fact]
    public void Check_UnknownArea_NamesTheNearest()
    {
        string bad = _folder.Scenario("bad.yaml", "period: { start: 2015-04-01, days: 1, warm_up_days: 120 }\nareas: [Bolton, Wiral]\n");

        CliAnswer answer = CliFolder.Run("check", bad);

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal(
            $"{bad}:6:17 areas[1] – is 'Wiral', which is not an area of the world – did you mean 'Wirral'? (the areas are listed in areas.csv of the world)",
            Assert.Single(answer.ErrorLines));
    }

    [Fact]
    public void Check_UnknownAreaAmongOtherFaults_SaysAllAtOnce()
    {
        string bad = _folder.Scenario("bad.yaml", "period: { start: 2015-04-01, days: 0, warm_up_days: 120 }\nareas: [Boltn]\n");

        CliAnswer answer = CliFolder.Run("check", bad);

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal(2, answer.ErrorLines.Length);
        Assert.Contains("period.days – is 0", answer.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'Bolton'?", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NoSuchFileOrWorld_SaysSo()
    {
        string lost = _folder.PathOf("lost.yaml");
        string elsewhere = _folder.Scenario("elsewhere.yaml", "period: { start: 2015-04-01, days: 1, warm_up_days: 120 }\n");
        File.WriteAllText(elsewhere, File.ReadAllText(elsewhere).Replace("england-2014", "wales-2014", StringComparison.Ordinal));

        CliAnswer answer = CliFolder.Run("check", lost, elsewhere);

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal($"{lost}:1:1 the file – is not there – a scenario file, in YAML or JSON", answer.ErrorLines[0]);
        Assert.StartsWith($"{_folder.PathOf("wales-2014")}:1:1 folder – is missing", answer.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_FaultyWorld_SaysItsFaultsOnce()
    {
        string areas = Path.Combine(_folder.PathOf("england-2014"), "hours.csv");
        File.AppendAllText(areas, "24,0.5\n");

        CliAnswer answer = CliFolder.Run("check", _folder.QuickStart, _folder.PathOf("winter-beds-2017.yaml"));

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.NotEmpty(answer.ErrorLines);
        Assert.Equal(answer.ErrorLines.Distinct(), answer.ErrorLines);
        Assert.All(answer.ErrorLines, l => Assert.StartsWith(areas, l, StringComparison.Ordinal));
    }
}
