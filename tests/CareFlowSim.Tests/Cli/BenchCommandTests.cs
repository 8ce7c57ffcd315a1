using CareFlowSim.Cli;
using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class BenchCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bench_Quick_TellsEachFigureAndShowsTheTable()
    {
        CliAnswer answer = Bench("--quick", "--runs", "1", "--only", "median-area,queue,bed-flow");

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.StartsWith("Speed on this machine", answer.Out, StringComparison.Ordinal);
        Assert.Contains("W1: CareFlowSim against textbook", answer.Out, StringComparison.Ordinal);
        Assert.Contains("≥ 15 × faster", answer.Out, StringComparison.Ordinal);
        Assert.Contains("per event", answer.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NO", answer.Out, StringComparison.Ordinal);
        Assert.Contains("W2: CareFlowSim against textbook: ", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("England 1:", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_England_TellsTimeMemoryAndScaling()
    {
        CliAnswer answer = Bench("--quick", "--runs", "1", "--only", "england");

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.All(
            new[] { "England 1:10, one thread ", "England 1:10, two threads ", "peak memory", "allocated", "events", "two threads against one" },
            t => Assert.Contains(t, answer.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void Bench_Markdown_ReplacesWhatStandsBetweenTheMarkersOnly()
    {
        string file = _folder.PathOf("README.md");
        File.WriteAllText(file, $"# Title\n{MarkedTable.Begin}\nold\n{MarkedTable.End}\nlast line\n");

        string[] words = ["--quick", "--runs", "1", "--only", "bed-flow", "--markdown", file];
        Assert.Equal(ExitCode.Good, Bench(words).ExitCode);
        string once = File.ReadAllText(file);
        Assert.Equal(ExitCode.Good, Bench(words).ExitCode);
        string twice = File.ReadAllText(file);

        Assert.StartsWith($"# Title\n{MarkedTable.Begin}\n\n{Machine.Describe()}\n\n| measured | median | range | target | met |\n", once, StringComparison.Ordinal);
        Assert.EndsWith($"\n\n{MarkedTable.End}\nlast line\n", once, StringComparison.Ordinal);
        Assert.DoesNotContain("old\n", once, StringComparison.Ordinal);
        Assert.Equal(once.Count(c => c == '\n'), twice.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData(null, "is not there")]
    [InlineData("no markers\n", "has no place for the table")]
    [InlineData("<!-- /bench --> <!-- bench -->\n", "has no place for the table")]
    public void Bench_MarkdownWithoutAPlace_IsRefusedBeforeMeasuring(string? text, string wrong)
    {
        string file = _folder.PathOf("README.md");
        if (text is not null)
        {
            File.WriteAllText(file, text);
        }

        CliAnswer answer = Bench("--only", "england", "--markdown", file);

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Contains(wrong, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--only qeue", "--only – 'qeue' is not a measurement – did you mean 'queue'?")]
    [InlineData("--runs 0", "--runs – is '0' – a whole number from 1 to 99")]
    [InlineData("--runs many", "--runs – is 'many' – a whole number from 1 to 99")]
    [InlineData("--growth --only queue", "--only – does not go with --growth – one of the two")]
    [InlineData("--out folder", "--out – is for --growth – together with it, or not at all")]
    public void Bench_WrongOption_SaysWhatIsAllowed(string words, string wrong)
    {
        CliAnswer answer = Bench(words.Split(' '));

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.StartsWith(wrong, answer.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_Stopped_WritesNothing()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();

        CliAnswer answer = CliFolder.Run(["bench", "--quick", "--only", "writing", "--world", _folder.PathOf("england-2014")], stop.Token);

        Assert.Equal(ExitCode.Stopped, answer.ExitCode);
        Assert.Empty(answer.Out);
    }

    [Fact]
    public void Help_SaysHowToCallIt() => Assert.Contains("careflow bench --markdown README.md", CliFolder.Run("bench", "--help").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData(10_000)]
    [InlineData(300_000)]
    [InlineData(3_000_000)]
    public void Growth_AreasOf_HoldAboutAsManyPeople(long people)
    {
        World world = WorldReader.Read(_folder.PathOf("england-2014"));
        BenchSetting setting = new() { WorldFolder = _folder.PathOf("england-2014"), World = world, Runs = 1, Time = TimeProvider.System };

        string[] areas = new Growth(setting).AreasOf(people);

        Assert.InRange(world.Areas.Where(a => areas.Contains(a.Code)).Sum(BenchSetting.PeopleOf), people * 0.8, people);
    }

    [Fact]
    public void Growth_Pictures_HaveABarForEachPointThatTheyShow()
    {
        GrowthRow row = new(Growth.People, "2 areas", 10_000, 1, 2, 0.01, 1_000, 50, 0);

        Dictionary<string, string> svg = GrowthReport.Pictures([row, row with { People = 20_000 }, row with { Grows = Growth.Years, Size = "5 years" }])
            .ToDictionary(p => p.File, p => p.Picture.ToSvg());

        Assert.Equal((true, false), (Shows("growth.svg", "20,000 people"), Shows("growth.svg", "5 years")));
        Assert.Equal((false, true), (Shows("growth-others.svg", "20,000 people"), Shows("growth-others.svg", "5 years")));
        Assert.Equal((true, true), (Shows("growth-memory.svg", "20,000 people"), Shows("growth-memory.svg", "5 years")));

        bool Shows(string file, string text) => svg[file].Contains(text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[] { 3, 1, 2 }, 2)]
    [InlineData(new double[] { 4, 1, 2, 3 }, 2.5)]
    public void Row_Median_IsTheMiddle(double[] values, double median) => Assert.Equal(median, new BenchRow("x", "s", values).Median);

    [Fact]
    public void Row_Line_TellsRangeTargetAndWhetherItWasMissed()
    {
        BenchRow slow = new("x", "s", [1, 2, 4], new BenchTarget(1.5));

        Assert.Equal("x: 2.000 s (1.000 – 4.000), target ≤ 1.5 s, MISSED", slow.Line(judge: true));
        Assert.Equal("x: 2.000 s (1.000 – 4.000), target ≤ 1.5 s", slow.Line(judge: false));
        Assert.True(new BenchTarget(1.5, AtLeast: true).IsMet(2));
    }

    private CliAnswer Bench(params string[] words) => CliFolder.Run(["bench", "--world", _folder.PathOf("england-2014"), .. words]);
}
