using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class SeriesFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflow-series-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Figures_ReadBackAsTheyWere()
    {
        SeriesValue[] values = [new("baseline", "all", "delayed_days", "2014-04", 1, 12.5), new("baseline", "E06000001", "delayed_days.A", "2014/15", 0, 3)];
        ParquetWriter.WriteFile(Path.Combine(_folder.FullName, SeriesFile.Name), SeriesFile.Of(new SimulatedSeries(values)));

        Assert.Equal(values, SeriesFile.Read(_folder.FullName).Values);
    }

    [Fact]
    public void TheDaysOfARun_GiveTheSameMonthsAsItsSeries()
    {
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario(["Rutland"], 61, 10) with { PeoplePerAgent = 2 });
        ParquetWriter.WriteFile(Path.Combine(_folder.FullName, "daily.parquet"), ResultTable.All.Single(t => t.File == "daily.parquet").Make(result));
        SimulatedSeries whole = new(SimulatedSeries.Of(result));

        SimulatedSeries read = SeriesFile.Read(_folder.FullName);

        foreach (string series in new[] { "delayed_days", "delayed_days.A", "emergency_admissions" })
        {
            Assert.Equal(whole.Find("baseline", "E06000017", series, "2014-05")![0], read.Find("baseline", "E06000017", series, "2014-05")![0], 1e-9);
            Assert.Equal(whole.Find("baseline", "all", series, "2014-04")![0], read.Find("baseline", "all", series, "2014-04")![0], 1e-9);
        }

        Assert.DoesNotContain(read.Values, v => v.Period == "2014-03");
    }

    [Fact]
    public void AFolderWithoutFigures_IsAFault() =>
        Assert.Contains("holds neither series.parquet nor daily.parquet", Assert.Throws<InputException>(() => SeriesFile.Read(_folder.FullName)).Message, StringComparison.Ordinal);

    [Fact]
    public void ADamagedFile_IsAFault()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, SeriesFile.Name), "PAR1 and no more");

        Assert.Contains("cannot be read", Assert.Throws<InputException>(() => SeriesFile.Read(_folder.FullName)).Message, StringComparison.Ordinal);
    }
}
