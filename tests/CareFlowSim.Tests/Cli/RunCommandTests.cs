using System.Globalization;
using CareFlowSim.Cli;
using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class RunCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_QuickStart_WritesTheFolderAndSaysWhere()
    {
        string output = _folder.PathOf("results/quick");

        CliAnswer answer = CliFolder.Run(Small("--out", output));

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.All(OutputFolder.FilesIn(output), f => Assert.Contains(Path.Combine(output, f), answer.Out, StringComparison.Ordinal));
        Assert.Equal([output], Directory.EnumerateFileSystemEntries(_folder.PathOf("results")));
        Assert.Contains("1 area, 2 arms, 2,339 people simulated (1:20), 2 replications", answer.Error, StringComparison.Ordinal);
        Assert.Contains("Simulated ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TellsTheWriterHowItWasRun()
    {
        RunInfo? told = null;

        CliAnswer answer = CliFolder.Run(
            (folder, _, info) =>
            {
                told = info;
                return Note(folder, "");
            },
            Small("--out", _folder.PathOf("out"), "--threads", "2"));

        Assert.Equal(ExitCode.Good, answer.ExitCode);
        Assert.Equal(File.ReadAllBytes(_folder.QuickStart), told!.ScenarioBytes);
        Assert.Equal("one-area-quick-start.yaml", told.ScenarioFile);
        Assert.Equal(2, told.Threads);
        Assert.StartsWith($"careflow run {_folder.QuickStart} --sample 1:20", told.Command, StringComparison.Ordinal);
        Assert.Contains(_folder.PathOf("out/note.txt"), answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OneAndTwoThreads_GiveTheSameBytes()
    {
        string[][] files = [.. new[] { "1", "2" }.Select(threads =>
        {
            string output = _folder.PathOf("threads-" + threads);
            CliAnswer answer = CliFolder.Run(Small("--areas", "Bolton,Bury", "--threads", threads, "--out", output));
            Assert.Equal(ExitCode.Good, answer.ExitCode);
            string written = answer.Out.Replace(output, "", StringComparison.Ordinal);
            return new[] { written }.Concat(OutputFolder.FilesIn(output)
                .Where(f => f != OutputFolder.Manifest)
                .Select(f => f + Convert.ToHexString(File.ReadAllBytes(Path.Combine(output, f))))).ToArray();
        })];

        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public void Run_OneAndTwoThreads_CountTheSame()
    {
        Assert.Equal(Counts("1"), Counts("2"));

        string Counts(string threads)
        {
            string text = "";
            CliAnswer answer = CliFolder.Run(
                (folder, result, _) =>
                {
                    text = string.Join(' ', Enum.GetValues<Measure>().SelectMany(m => new[] { result.Mean(0, m), result.Mean(1, m) }).Select(v => v.ToString("R", CultureInfo.InvariantCulture)));
                    return [];
                },
                Small("--areas", "Bolton,Bury", "--threads", threads, "--out", _folder.PathOf("count")));
            Assert.Equal(ExitCode.Good, answer.ExitCode);
            return text;
        }
    }

    [Fact]
    public void Run_Options_TakeThePlaceOfTheFile()
    {
        Scenario? asked = null;

        CliFolder.Run(
            (_, result, _) =>
            {
                asked = result.Setup.Scenario;
                return [];
            },
            "run", _folder.QuickStart, "--areas", "Bristol, City of", "--areas", "Bury,E06000017", "--sample", "1:40", "--replications", "3", "--seed", "17", "--out", _folder.PathOf("out"), "--allow-unsettled");

        Assert.Equal(["Bristol, City of", "Bury", "E06000017"], asked!.Areas);
        Assert.Equal((40, 3, 17L), (asked.PeoplePerAgent, asked.Replications, asked.Seed));
    }

    [Fact]
    public void Run_WrongOptionValues_AreToldAllAtOnce()
    {
        IReadOnlyList<string> before = _folder.Contents();

        CliAnswer answer = CliFolder.Run(
            "run", _folder.QuickStart, "--areas", "Boltn", "--sample", "1:0", "--replications", "0", "--seed", "luck", "--threads", "none", "--out", _folder.PathOf("out"));

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal(
            [
                "--areas – is 'Boltn', which is not an area of the world – did you mean 'Bolton'? (the areas are listed in areas.csv of the world)",
                "--sample – is the text '1:0' – 1:1, 1:10 and so on, from 1:1 to 1:1000",
                "--replications – is 0 – a whole number from 1 to 100000 (replications)",
                "--seed – is the text 'luck' – a whole number from 0 to 9007199254740991",
                "--threads – is 'none' – a whole number from 1 to 1024",
            ],
            answer.ErrorLines);
        Assert.Equal(before, _folder.Contents());
    }

    [Fact]
    public void Run_Stopped_SaysHowFarItWasAndWritesNothing()
    {
        IReadOnlyList<string> before = _folder.Contents();
        using CancellationTokenSource stop = new();
        stop.Cancel();

        CliAnswer answer = CliFolder.Run(Small("--out", _folder.PathOf("out")), stop.Token);

        Assert.Equal(ExitCode.Stopped, answer.ExitCode);
        Assert.Contains("0 of 2 replications of acute systems were finished (0 of 2 whole replications).", answer.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written", answer.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Contents());
    }

    [Fact]
    public void Run_StoppedHalfway_SaysWhatWasFinishedAndWritesTheWholeReplications()
    {
        using CancellationTokenSource stop = new();
        StringWriter error = new();

        int exitCode = CommandLine.Invoke(
            ["run", _folder.QuickStart, "--sample", "1:20", "--replications", "3", "--threads", "1", "--out", _folder.PathOf("out")],
            new Terminal(new StringWriter(), error) { Stop = stop.Token, Time = new StoppingClock(stop, looks: 4) });

        Assert.Equal(ExitCode.Stopped, exitCode);
        Assert.Contains("1 of 3 replications of acute systems were finished (1 of 3 whole replications).", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Stopped; the 1 whole replication was written.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of 3 replications are whole", File.ReadAllText(Path.Combine(_folder.PathOf("out"), "report.md")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.PathOf("out"), "manifest.json")));
    }

    [Fact]
    public void Run_StoppedWhileWriting_LeavesTheEarlierResult()
    {
        string output = _folder.PathOf("out");
        Assert.Equal(ExitCode.Good, CliFolder.Run((folder, _, _) => Note(folder, "earlier"), Small("--out", output)).ExitCode);
        using CancellationTokenSource stop = new();
        StringWriter error = new();

        int exitCode = CommandLine.Invoke(Small("--out", output), new Terminal(new StringWriter(), error)
        {
            Stop = stop.Token,
            WriteResult = (folder, _, _) =>
            {
                stop.Cancel();
                return Note(folder, "later");
            },
        });

        Assert.Equal(ExitCode.Stopped, exitCode);
        Assert.Equal("earlier", File.ReadAllText(Path.Combine(output, "note.txt")));
    }

    [Fact]
    public void Run_NotSettled_WritesNothingUnlessAllowed()
    {
        string scenario = _folder.Scenario(
            "adrift.yaml",
            "period: { start: 2015-04-01, days: 1, warm_up_days: 56 }\nareas: [Bolton]\nparameters: { assessment.per_fte_day: 0.05 }\n");
        IReadOnlyList<string> before = _folder.Contents();

        CliAnswer refused = CliFolder.Run("run", scenario, "--out", _folder.PathOf("out"));

        Assert.Equal(ExitCode.Unsettled, refused.ExitCode);
        Assert.Contains("NOT SETTLED", refused.Error, StringComparison.Ordinal);
        Assert.Contains("  medically fit people in acute beds: +", refused.Error, StringComparison.Ordinal);
        Assert.Contains("period.warm_up_days", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Contents());
        Assert.Equal(ExitCode.Good, CliFolder.Run("run", scenario, "--out", _folder.PathOf("out"), "--allow-unsettled").ExitCode);
    }

    [Fact]
    public void Run_WarmUpTooShortToTell_IsRefusedBeforeTheRun()
    {
        string scenario = _folder.Scenario("short.yaml", "period: { start: 2015-04-01, days: 1, warm_up_days: 30 }\nareas: [Bolton]\n");

        CliAnswer answer = CliFolder.Run("run", scenario, "--out", _folder.PathOf("out"));

        Assert.Equal(ExitCode.Unsettled, answer.ExitCode);
        Assert.Equal("NOT SETTLED: a warm-up of 30 days is too short to tell; 56 are needed.", answer.ErrorLines[0]);
    }

    [Fact]
    public void Run_IntoAFolderOfSomethingElse_IsRefusedBeforeTheRun()
    {
        string output = _folder.PathOf("out");
        Note(output, "mine");
        File.Delete(Path.Combine(output, OutputFolder.Manifest));

        CliAnswer answer = CliFolder.Run(Small("--out", output));

        Assert.Equal(ExitCode.Wrong, answer.ExitCode);
        Assert.Equal(
            $"--out – '{output}' holds files but no manifest.json – a new or empty folder, or an earlier result of careflow",
            Assert.Single(answer.ErrorLines));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(output, "note.txt")));
    }

    [Fact]
    public void Run_Redirected_HasNoControlCodes()
    {
        CliAnswer answer = CliFolder.Run(Small("--out", _folder.PathOf("out")));

        Assert.DoesNotContain('\u001b', answer.Out + answer.Error);
    }

    [Theory]
    [InlineData("careflow run a.yaml --sample 1:10", "run", "a.yaml", "--sample", "1:10")]
    [InlineData("careflow run 'my file.yaml' --areas 'King'\\''s'", "run", "my file.yaml", "--areas", "King's")]
    public void Words_CanBeTypedAgain(string expected, params string[] args) => Assert.Equal(expected, RunCommand.Words(args));

    /// <summary>A result of one file.</summary>
    internal static IReadOnlyList<string> Note(string folder, string text)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "note.txt"), text);
        File.WriteAllText(Path.Combine(folder, OutputFolder.Manifest), """{ "program": "careflow", "files": [{ "name": "note.txt" }] }""");
        return ["note.txt", OutputFolder.Manifest];
    }

    private string[] Small(params string[] more) =>
        ["run", _folder.QuickStart, "--sample", "1:20", "--replications", "2", "--allow-unsettled", .. more];

    /// <summary>Presses Ctrl-C when the clock is looked at for the nth time: at the start, twice for the progress, then after each system.</summary>
    private sealed class StoppingClock(CancellationTokenSource stop, int looks) : TimeProvider
    {
        private int _looks;

        public override long GetTimestamp()
        {
            if (++_looks == looks)
            {
                stop.Cancel();
            }

            return base.GetTimestamp();
        }
    }
}
