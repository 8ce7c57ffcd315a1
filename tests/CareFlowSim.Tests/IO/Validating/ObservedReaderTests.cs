using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Tests.IO.World;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class ObservedReaderTests : IDisposable
{
    private const double Elderly = 0.85;
    private const double Acute = 1_074_711.0 / 1_624_977;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflow-observed-");
    private readonly ObservedReader _reader = new(SmallWorld.England, ValidationReader.Official(WorldFolders.Shipped));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void DelaysOfEngland_AreThoseOfOlderPeopleInAcuteBeds()
    {
        ObservedData data = Read("month,acute_days,total_days,A_assessment,Dii_nursing_home,O_other", "2015-04,1000,1500,300,20.0,", "2015-05,,1500,300,,");

        Assert.Equal("delayed days of England", data.Format);
        Assert.Equal(["delayed_days", "delayed_days.A", "delayed_days.Dii"], data.Series.Select(s => s.Series));
        Assert.Equal([new ObservedValue("all", new(2015, 4, 1), 1000 * Elderly)], data.Series[0].Values);
        Assert.Equal(300 * Elderly * Acute, data.Series[1].Values[1].Value, 1e-6);
        Assert.Single(data.Series[2].Values);
    }

    [Fact]
    public void TotalDaysAlone_AreTakenByTheAcuteShare() =>
        Assert.Equal(1500 * Elderly * Acute, Read("month,total_days", "2015-04,1500").Series[0].Values[0].Value, 1e-6);

    [Fact]
    public void Areas_AreFoundByCodeOrName_AndOthersAreLeftOutAloud()
    {
        ObservedData data = Read(
            "month,ons_code,area,total_delayed_days",
            "2015-04,E06000001,Hartlepool,100",
            "2015-04,E99999999,Redcar & Cleveland,50",
            "2015-04,E92000001,England,9999");

        Assert.Equal(["E06000001", "E06000003"], data.Series.Single().Values.Select(v => v.Area));
        Assert.Equal("E92000001 England: not an area of england-2014, 1 rows left out", Assert.Single(data.Remarks));
    }

    [Fact]
    public void CareReasonAndOrganisation_AreSummedOverAcuteRows()
    {
        ObservedData data = Read(
            "month,care,reason,organisation,delayed_days",
            "2015-04,acute,A,nhs,10",
            "2015-04,acute,A,both,5",
            "2015-04,acute,O,nhs,1",
            "2015-04,non_acute,A,nhs,99");

        Assert.Equal(16 * Elderly, data.Series.Single(s => s.Series == "delayed_days").Values.Single().Value, 1e-9);
        Assert.Equal(15 * Elderly, data.Series.Single(s => s.Series == "delayed_days.A").Values.Single().Value, 1e-9);
        Assert.Equal(2, data.Series.Count);
    }

    [Fact]
    public void Admissions_AreTakenByTheShareOfTheBaseYear() =>
        Assert.Equal(1000 * 2_270_000.0 / 5_497_524, Read("month,ea_total,wait_12h_dta", "2015-04,1000,3").Series.Single().Values.Single().Value, 1e-6);

    [Theory]
    [InlineData("month,acute_days|2015-13,5", "f.csv:2:1 month – '2015-13' is not a month – year-month, as 2014-04")]
    [InlineData("month,acute_days|,5", "f.csv:2:1 month – is empty – year-month, as 2014-04")]
    [InlineData("month,acute_days|2015-04,many", "f.csv:2:9 acute_days – 'many' is not a figure – a number, 0 or more, without thousands separators, or an empty cell")]
    [InlineData("month,acute_days|2015-04,-5", "f.csv:2:9 acute_days – '-5' is not a figure – a number, 0 or more, without thousands separators, or an empty cell")]
    [InlineData("month,acute_days|2015-04,5|2015-04,6", "f.csv:3:1 month – '2015-04' is given twice (first in line 2) – each once")]
    [InlineData("month,acute_days|2015-04", "f.csv:2:1 row – has 1 cells – 2, as the header")]
    [InlineData("month,acute_days,acute_days|2015-04,1,1", "f.csv:1:18 acute_days – is given twice – each column once")]
    [InlineData("month,acute_days", "f.csv:1:1 rows – are missing – a header and at least one row")]
    [InlineData("month,care,reason,organisation,delayed_days|2015-04,home,A,nhs,1", "f.csv:2:9 care – 'home' is unknown – acute or non_acute")]
    public void AFault_IsSaidOnceWithItsPlace(string lines, string fault) => Assert.Equal(fault, Assert.Single(Faults(lines.Split('|'))));

    [Fact]
    public void EveryFault_IsSaid() => Assert.Equal(2, Faults("month,acute_days", "x,1", "2015-04,y").Length);

    [Theory]
    [InlineData("fin_year,weekday", "has no column 'month'")]
    [InlineData("month,gold", "the columns month,gold are of no known form")]
    public void AnUnknownForm_NamesTheKnownOnes(string header, string wrong)
    {
        string fault = Assert.Single(Faults(header, "2015-04,1"));

        Assert.StartsWith($"f.csv:1:1 header – {wrong} – one of: month,ons_code,area,total_delayed_days", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithoutFigures_IsAFault() => Assert.Contains("no row has a figure", Assert.Single(Faults("month,acute_days", "2015-04,")), StringComparison.Ordinal);

    [Fact]
    public void AMissingFile_IsAFault() => Assert.Contains("is missing", Assert.Throws<InputException>(() => _reader.Read(Path.Combine(_folder.FullName, "none.csv"))).Message, StringComparison.Ordinal);

    private ObservedData Read(params string[] lines)
    {
        string path = Path.Combine(_folder.FullName, "f.csv");
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return _reader.Read(path);
    }

    private string[] Faults(params string[] lines) =>
        [.. Assert.Throws<InputException>(() => Read(lines)).Faults.Select(f => (f with { File = Path.GetFileName(f.File) }).ToString())];
}
