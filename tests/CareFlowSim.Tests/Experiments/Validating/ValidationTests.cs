using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class ValidationTests
{
    private static readonly ExperimentResult Result = SmallWorld.Experiment(SmallWorld.Scenario([SmallWorld.OneArea], 60, 20));

    [Fact]
    public void EveryTargetOfTheWorld_IsKnown()
    {
        IReadOnlyList<TargetCheck> checks = Validation.Compare(Result);

        // Nobody is due for the check after 91 days in a run of 60, and the shape of the year needs published series.
        Assert.Equal(SmallWorld.England.Targets.Where(t => !t.Key.StartsWith("monthly_", StringComparison.Ordinal)), checks.Select(c => c.Target));
        TargetCheck[] due = [.. checks.Where(c => c.Target.Key != "at_home_91_days")];
        Assert.All(due, c => Assert.True(double.IsFinite(c.Value) && c.Value >= 0, c.Target.Key));
        Assert.All(due.Where(c => !c.Target.Key.StartsWith("delayed_days.", StringComparison.Ordinal)), c => Assert.True(c.Value > 0, c.Target.Key));
    }

    [Fact]
    public void AnUnknownTarget_IsRefused()
    {
        CareFlowSim.Model.World odd = SmallWorld.England with { Targets = [new Target("beds_on_the_moon", 1, 0.1, "beds", "", "")] };
        ExperimentResult result = ExperimentRunner.Run(new Setup(odd, SmallWorld.Scenario(["Rutland"], 10, 0)), new RunOptions());

        Assert.Contains("beds_on_the_moon", Assert.Throws<ArgumentException>(() => Validation.Compare(result)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_AreScaledToAYear()
    {
        Dictionary<string, double> values = Validation.Compare(Result).ToDictionary(c => c.Target.Key, c => c.Value);

        Assert.Equal(Result.Mean(0, Measure.EmergencyAdmissions) * 365.25 / 60, values["emergency_admissions"], 1e-6);
        Assert.Equal(Result.Mean(0, Measure.DeathsWomen80) * 365.25 / 60, values["deaths.female.80"], 1e-6);
        Assert.Equal(Result.Mean(0, Measure.DeathsMen65) * 365.25 / 60, values["deaths.male.65"], 1e-6);
        Assert.Equal(values["deaths"], values.Where(v => v.Key.StartsWith("deaths.", StringComparison.Ordinal)).Sum(v => v.Value), 1e-6);
        Assert.Equal(values["delayed_days_recorded"], values.Where(v => v.Key.StartsWith("delayed_days.", StringComparison.Ordinal)).Sum(v => v.Value), 1e-6);
    }

    [Theory]
    [InlineData(110, true)]
    [InlineData(90, true)]
    [InlineData(111, false)]
    [InlineData(89, false)]
    public void Pass_IsWithinTheRelativeTolerance(double value, bool pass) =>
        Assert.Equal(pass, new TargetCheck(new Target("x", 100, 0.1000001, "", "", ""), value).Pass);

    [Theory]
    [InlineData(0.75, true)]
    [InlineData(0.59, true)]
    [InlineData(0.76, false)]
    public void Pass_OfAnAbsoluteTolerance_IsInTheUnit(double value, bool pass) =>
        Assert.Equal(pass, new TargetCheck(new Target("x", 0.67, 0.0800001, "", "", "") { Absolute = true }, value).Pass);

    [Fact]
    public void MonthlyIndex_IsADayOfTheMonthOverADayOfAllMonths()
    {
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario([SmallWorld.OneArea], 61, 20));
        OfficialMonth[] months = [new(new(2014, 3, 1), 9, 0, 9), new(new(2014, 4, 1), 30, 0, 60), new(new(2014, 5, 1), 62, 0, 31), new(new(2014, 6, 1), 5, 0, 5)];

        IReadOnlyList<(DateOnly Month, double[] Simulated, double Published)> index = Validation.MonthlyIndex(result, DailySeries.Admissions, months, m => m.AcuteDelayedDays);

        int[] daily = result.England[0, 0][(int)DailySeries.Admissions];
        double all = daily.Skip(20).Sum() / 61.0;
        Assert.Equal([new DateOnly(2014, 4, 1), new DateOnly(2014, 5, 1)], index.Select(m => m.Month));
        Assert.Equal(daily.Skip(20).Take(30).Sum() / 30.0 / all, index[0].Simulated[0], 1e-12);
        Assert.Equal(1 / (92 / 61.0), index[0].Published, 1e-12);
        Assert.Equal(2 / (92 / 61.0), index[1].Published, 1e-12);
    }

    [Fact]
    public void WeekdayRatio_TakesEachDayAsOftenAsItCame()
    {
        double Of(Measure m) => Result.Mean(0, m);
        // 60 days from Tuesday, 1 April 2014: nine of Tuesday to Friday, eight of the others.
        double weekday = (Of(Measure.DischargesMonday) + Of(Measure.DischargesTuesday) + Of(Measure.DischargesWednesday) + Of(Measure.DischargesThursday) + Of(Measure.DischargesFriday)) / 44;

        Assert.Equal(Of(Measure.DischargesSunday) / 8 / weekday, Validation.WeekdayRatio(Result, DayOfWeek.Sunday)[0], 1e-12);
        Assert.Equal(Of(Measure.DischargesTuesday) / 9 / weekday, Validation.WeekdayRatio(Result, DayOfWeek.Tuesday)[0], 1e-12);
    }

    [Fact]
    public void TargetsThatParametersWereCalibratedTo_AreNotHeldOut()
    {
        Assert.Equal(
            ["at_home_91_days", "monthly_admissions_gap", "monthly_delayed_days_correlation", "monthly_delayed_days_gap"],
            SmallWorld.England.Targets.Where(t => t.HeldOut).Select(t => t.Key).Order(StringComparer.Ordinal));
        Assert.All(
            new[] { "readmission_share", "discharges_saturday_ratio", "discharges_sunday_ratio" },
            key => Assert.False(SmallWorld.England.Targets.Single(t => t.Key == key).HeldOut, key));
    }
}
