using CareFlowSim.Experiments;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.World;

public sealed class ValidationReaderTests
{
    [Fact]
    public void Official_HoldsThePublishedYear()
    {
        OfficialSeries official = ValidationReader.Official(WorldFolders.Shipped);

        Assert.Equal((12, 1_074_711.0, 550_266.0, 5_497_524.0), (official.Months.Count, official.Months.Sum(m => m.AcuteDelayedDays), official.Months.Sum(m => m.NonAcuteDelayedDays), official.Months.Sum(m => m.EmergencyAdmissions)));
        Assert.Equal(1, official.WeekdayShares.Sum(), 1e-9);
        Assert.Equal(0.66137, official.AcuteShare, 1e-4);
    }

    [Theory]
    [InlineData(2015, 9_711_572)]
    [InlineData(2016, 9_882_841)]
    [InlineData(2017, 10_030_511)]
    public void People_AreThePublishedOnesOfTheYear(int year, int elderly) =>
        Assert.Equal(elderly, ValidationReader.People(WorldFolders.Shipped, year).Sum(a => a.Women.Skip(5).Sum() + a.Men.Skip(5).Sum()));

    [Theory]
    [InlineData("monthly_official.csv", "\n2014-05,", "\n2014-5,", "monthly_official.csv:3:1 month – '2014-5' is not a month – year-month, as 2014-04")]
    [InlineData("monthly_official.csv", "\n2014-05,", "\n2014-04,", "monthly_official.csv:3:1 month – '2014-04' is given twice (first in line 2) – each once")]
    [InlineData("weekday_discharges.csv", "sunday,0.077", "sunday,7.7", "weekday_discharges.csv:8:8 share – 7.7 is out of range – 0 to 1")]
    [InlineData("weekday_discharges.csv", "sunday,0.077\n", "", "weekday_discharges.csv:1:1 weekday – 'sunday' is missing – every day of the week")]
    public void AFault_IsSaidWithItsPlace(string file, string old, string replacement, string fault)
    {
        using WorldFolders folder = new();
        folder.Replace(file, old, replacement);

        WorldException e = Assert.Throws<WorldException>(() => ValidationReader.Official(folder.Copy));

        Assert.Equal(fault, Assert.Single(e.Faults.Select(f => (f with { File = Path.GetFileName(f.File) }).ToString())));
    }

    [Fact]
    public void AMissingYear_IsSaid()
    {
        using WorldFolders folder = new();
        folder.Delete("population_2016.csv");

        Assert.Contains("is missing", Assert.Throws<WorldException>(() => ValidationReader.People(folder.Copy, 2016)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deaths,394958,0.10,share,fitted", "deaths,394958,0.10,percent,fitted", "targets.csv:4:20 deaths tolerance_kind – 'percent' is unknown")]
    [InlineData("deaths,394958,0.10,share,fitted", "deaths,394958,0.10,share,guessed", "targets.csv:4:26 deaths use – 'guessed' is unknown")]
    [InlineData("deaths,394958,0.10,share,fitted", "deaths,0,0.10,share,fitted", "targets.csv:4:15 deaths tolerance_kind – is a share of nothing – units, for a value of 0")]
    public void ATarget_SaysItsToleranceAndItsUse(string old, string replacement, string fault)
    {
        using WorldFolders folder = new();
        folder.Replace("targets.csv", "\n" + old, "\n" + replacement);

        Assert.StartsWith(fault, Assert.Single(folder.Faults()), StringComparison.Ordinal);
    }
}
