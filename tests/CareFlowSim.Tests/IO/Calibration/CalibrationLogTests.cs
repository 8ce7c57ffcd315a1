using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.World;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Calibration;

public sealed class CalibrationLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflow-log-");

    private string File => Path.Combine(_folder.FullName, "new", "log.jsonl");

    [Fact]
    public void Resume_GivesBackEveryAnswerToTheLastDigit()
    {
        CalibrationLog log = CalibrationLog.Start(File, "problem");
        log.Add("a", new CalibrationAnswer([1 / 3.0, double.NaN], [[0.1, 2e-17], []], [7]));
        log.Add("b", new CalibrationAnswer([2], [], []));

        CalibrationLog again = CalibrationLog.Resume(File, "problem", out IReadOnlyDictionary<string, CalibrationAnswer> known);
        again.Add("c", new CalibrationAnswer([3], [], []));

        Assert.Equal(["a", "b"], known.Keys);
        Assert.Equal([1 / 3.0, double.NaN], known["a"].Targets);
        Assert.Equal([0.1, 2e-17], known["a"].Areas[0]);
        Assert.Empty(known["a"].Areas[1]);
        Assert.Equal(4, System.IO.File.ReadAllLines(File).Length);
        Assert.Equal([File], Directory.EnumerateFiles(Path.GetDirectoryName(File)!));
    }

    [Theory]
    [InlineData(null, ":1:1 file – is missing")]
    [InlineData("another\n", ":1:1 log – is of another calibration: another")]
    [InlineData("problem\n{}\n", ":2:1 run – cannot be read")]
    [InlineData("problem\nhalf a line", ":2:1 run – cannot be read")]
    public void Resume_AWrongLog_IsRefused(string? text, string expected)
    {
        if (text is not null)
        {
            WholeText.Write(File, text);
        }

        InputException e = Assert.Throws<InputException>(() => CalibrationLog.Resume(File, "problem", out _));

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_KnowsTheTables_ButNotTheFittedOne()
    {
        using WorldFolders folder = new();
        Scenario scenario = SmallWorld.Scenario([]);
        string before = CalibrationLog.Problem("1", folder.Copy, scenario);

        folder.Delete(AreaCalibrationWriter.File);
        Assert.Equal(before, CalibrationLog.Problem("1", folder.Copy, scenario));
        Assert.NotEqual(before, CalibrationLog.Problem("1", folder.Copy, scenario with { Seed = 7 }));
        folder.Replace("hours.csv", "\n23,0.025", "\n23,0.026");
        Assert.NotEqual(before, CalibrationLog.Problem("1", folder.Copy, scenario));
    }

    [Fact]
    public void WrittenFactors_AreReadBack()
    {
        using WorldFolders folder = new();
        AreaMultipliers[] factors = [.. SmallWorld.England.Areas.Select(a => new AreaMultipliers { AssessmentTime = 0.5 + (a.Ordinal / 100.0), SupportShare = 1.25 })];

        WholeText.Write(folder.PathOf(AreaCalibrationWriter.File), AreaCalibrationWriter.Csv(SmallWorld.England.Areas, factors, "a \"test\", no more"));

        Assert.Equal(factors, WorldReader.Read(folder.Copy).AreaCalibration);
    }

    [Fact]
    public void ParameterWriter_ChangesValuesOnly()
    {
        string csv = System.IO.File.ReadAllText(Path.Combine(WorldFolders.Shipped, ParameterWriter.File));

        string changed = ParameterWriter.Csv(csv, new Dictionary<string, double> { ["stay.level"] = 0.5 });

        string[] before = csv.Split('\n');
        string[] after = changed.Split('\n');
        int line = Assert.Single(Enumerable.Range(0, before.Length), i => before[i] != after[i]);
        Assert.StartsWith("stay.level,0.5,0.7,1.3,", after[line], StringComparison.Ordinal);
        Assert.Equal(csv, ParameterWriter.Csv(csv, new Dictionary<string, double>()));
        Assert.Throws<ArgumentException>(() => ParameterWriter.Csv(csv, new Dictionary<string, double> { ["stay.lev"] = 1 }));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
