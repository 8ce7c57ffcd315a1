using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class SimulatedSeriesTests
{
    [Fact]
    public void Months_AreSumsOfTheirDays()
    {
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario(SmallWorld.TwoAreas, 70, 20) with { Replications = 2, PeoplePerAgent = 5 });
        SimulatedSeries series = new(SimulatedSeries.Of(result));

        int[] daily = result.England[1, 0][(int)DailySeries.Admissions];
        Assert.Equal(["2014-04", "2014-05"], series.Values.Select(v => v.Period).Distinct());
        Assert.Equal(5.0 * daily.Skip(50).Take(31).Sum(), series.Find("baseline", "all", "emergency_admissions", "2014-05")![1]);
        Assert.Equal(
            series.Find("baseline", "all", "delayed_days", "2014-04")!.Average(),
            Validation.ReasonCodes.Sum(c => series.Find("baseline", "all", "delayed_days." + c, "2014-04")![0]),
            1e-9);
        Assert.Equal(
            series.Find("baseline", "all", "emergency_admissions", "2014-04")!.Average(),
            new[] { "E06000001", "E06000004" }.Sum(c => series.Find("baseline", c, "emergency_admissions", "2014-04")![0]),
            1e-9);
    }

    [Fact]
    public void AWholeFinancialYear_HasFiguresOfItsOwnByReplication()
    {
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario(["Rutland"], 365, 0) with { Replications = 2 });
        SimulatedSeries series = new(SimulatedSeries.Of(result));
        IReadOnlyList<double> year = series.Find("baseline", "E06000017", "delayed_days", "2014/15")!;

        Assert.Equal(2, year.Count);
        Assert.Equal(Enumerable.Range(0, 10).Sum(i => (double)result.Delays(1, 0, i).Recorded), year[1]);
        Assert.Equal(year[0], new[] { "nhs", "social_care", "both" }.Sum(o => series.Find("baseline", "E06000017", "delayed_days." + o, "2014/15")![0]), 1e-9);
        AreaInputs rutland = SmallWorld.England.Areas.Single(a => a.Name == "Rutland");
        Assert.Equal(rutland.Women.Skip(5).Sum() + rutland.Men.Skip(5).Sum(), series.Find("baseline", "E06000017", "people_65plus", "2014/15")![0]);
    }

    [Theory]
    [InlineData(2014, 4, "2014-15")]
    [InlineData(2015, 3, "2014-15")]
    [InlineData(1999, 12, "1999-00")]
    public void YearOf_RunsFromApril(int year, int month, string expected) => Assert.Equal(expected, SimulatedSeries.YearOf(new DateOnly(year, month, 1)));
}
