using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class TrendTests
{
    private static readonly DateOnly Middle = new(2014, 10, 1);
    private static readonly ParameterTable P = SmallWorld.England.Parameters.With(new Dictionary<string, double>
    {
        ["trend.share"] = 1,
        ["trend.demand_per_year"] = 0.02,
        ["trend.home_care_hours_per_year"] = -0.03,
        ["trend.reablement_places_per_year"] = -0.04,
        ["trend.support_per_year"] = 0.01,
    });

    [Fact]
    public void TheMiddleOfTheBaseYear_HasTheLevelOfTheTables()
    {
        Trend trend = new(P, Middle, 1);

        Assert.Equal([1.0, 1.0, 1.0, 1.0], new[] { trend.Demand[0], trend.HomeCare[0], trend.Reablement[0], trend.Support[0] });
    }

    [Fact]
    public void AYearEarlier_IsAYearsChangeAway()
    {
        Trend trend = new(P, Middle.AddDays(-365), 366);

        Assert.Equal(Math.Pow(1.02, -365 / 365.25), trend.Demand[0], 1e-12);
        Assert.Equal(Math.Pow(0.97, -365 / 365.25), trend.HomeCare[0], 1e-12);
        Assert.Equal(Math.Pow(0.96, -365 / 365.25), trend.Reablement[0], 1e-12);
        Assert.Equal(Math.Pow(1.01, -365 / 365.25), trend.Support[0], 1e-12);
    }

    [Fact]
    public void BeyondTheYearsThatAreKnown_LevelsStay()
    {
        Trend trend = new(P, new DateOnly(2012, 12, 30), 1100);
        int DayOf(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - new DateOnly(2012, 12, 30).DayNumber;

        Assert.Equal(trend.Demand[DayOf(2013, 4, 1)], trend.Demand[0]);
        Assert.True(trend.Demand[DayOf(2013, 4, 2)] > trend.Demand[0]);
        Assert.True(trend.Demand[DayOf(2015, 3, 31)] > trend.Demand[DayOf(2015, 3, 30)]);
        Assert.Equal(trend.Demand[DayOf(2015, 3, 31)], trend.Demand[^1]);
    }

    [Fact]
    public void TheMeanOfTheBaseYear_IsThatOfTheTables() =>
        Assert.Equal(1, new Trend(P, new DateOnly(2014, 4, 1), 365).HomeCare.Average(), 3e-4);

    [Fact]
    public void SwitchedOff_NothingMoves() =>
        Assert.All(new Trend(P.With(new Dictionary<string, double> { ["trend.share"] = 0 }), new DateOnly(2013, 1, 1), 900).HomeCare, f => Assert.Equal(1, f));

    [Fact]
    public void CapacitiesAndDemandOfARun_FollowTheTrend_AndAYearAfterTheBaseYearNoMore()
    {
        Setup Of(double share, int year) => SmallWorld.Setup(SmallWorld.Scenario([SmallWorld.OneArea], 365, 30).With(("trend.share", share)) with { Period = new Period(new DateOnly(year, 4, 1), 365, 30) });
        Setup on = Of(1, 2014);
        ArmPlan still = Of(0, 2014).Plans[0];
        int last = on.Days - 1;

        Assert.Equal(on.Trend.HomeCare[last], on.Plans[0].Stocks[(int)Stock.HomeCareTenths][last] / still.Stocks[(int)Stock.HomeCareTenths][last], 1e-12);
        Assert.Equal(on.Trend.Reablement[last], on.Plans[0].Stocks[(int)Stock.Reablement][last] / still.Stocks[(int)Stock.Reablement][last], 1e-12);
        Assert.Equal(on.Trend.Demand[last], on.Plans[0].CrisisExposure.OfDay(last) / still.CrisisExposure.OfDay(last), 1e-6);
        Assert.True(on.Trend.HomeCare[last] < 1 && on.Trend.Demand[last] > 1);

        double[] later = Of(1, 2016).Plans[0].Stocks[(int)Stock.HomeCareTenths];
        Assert.All(later, h => Assert.Equal(later[0], h));
    }

    [Fact]
    public void ServicesFollowTheSeason_ALagLater_AndFlatterWherePlacesAreHeld()
    {
        ServiceSeason season = new(SmallWorld.England.Parameters.With(new Dictionary<string, double> { ["capacity.season_follow"] = 1, ["capacity.season_lag_days"] = 15 }), new DateOnly(2014, 4, 1), 730);
        ServiceSeason atOnce = new(SmallWorld.England.Parameters.With(new Dictionary<string, double> { ["capacity.season_follow"] = 1, ["capacity.season_lag_days"] = 0 }), new DateOnly(2014, 4, 1), 730);
        double[] crises = atOnce.Of(0);
        double[] teams = season.Of(0);
        double[] held = season.Of(30);

        Assert.Equal(1, teams.Take(365).Average(), 2e-3);
        Assert.True(Spread(crises) > Spread(teams) && Spread(teams) > Spread(held));
        Assert.True(Peak(crises) < Peak(teams) && Peak(teams) < Peak(held));
        Assert.Equal(SmallWorld.England.Parameters["season.crisis.july"] / Enumerable.Range(1, 12).Average(m => SmallWorld.England.Parameters["season.crisis." + ArmPlan.MonthName(m)]), crises[100], 1e-12);

        static double Spread(double[] days) => days.Max() - days.Min();
        static int Peak(double[] days) => Array.IndexOf(days, days.Max());
    }
}
