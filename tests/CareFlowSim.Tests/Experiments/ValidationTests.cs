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

        Assert.Equal(SmallWorld.England.Targets, checks.Select(c => c.Target));
        Assert.All(checks, c => Assert.True(double.IsFinite(c.Value) && c.Value >= 0, c.Target.Key));
        Assert.All(checks.Where(c => !c.Target.Key.StartsWith("delayed_days.", StringComparison.Ordinal)), c => Assert.True(c.Value > 0, c.Target.Key));
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
}
