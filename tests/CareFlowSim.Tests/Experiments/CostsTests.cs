using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class CostsTests
{
    private static readonly Scenario Small = SmallWorld.Scenario([SmallWorld.OneArea], 90, 60).With(("adaptation.waiting_days", 20));

    [Fact]
    public void EveryLine_IsAboveZeroAndHasAPayer()
    {
        IReadOnlyList<CostLine> lines = Costs.Of(SmallWorld.Experiment(Small), 0);

        Assert.All(lines, l => Assert.True(l.Pounds > 0, l.Name));
        Assert.Equal(["NHS", "council", "user"], lines.Select(l => l.Payer).Distinct());
        Assert.Equal(lines.Count, lines.Select(l => (l.Name, l.Payer)).Distinct().Count());
    }

    [Fact]
    public void EveryLine_IsLinearInItsUnitCost()
    {
        string[] keys = [.. ParameterCatalogue.All.Select(d => d.Key).Where(k => k.StartsWith("cost.", StringComparison.Ordinal))];
        IReadOnlyList<CostLine> once = Costs.Of(SmallWorld.Experiment(Small), 0);
        IReadOnlyList<CostLine> thrice = Costs.Of(SmallWorld.Experiment(Small.With([("adaptation.waiting_days", 20), .. keys.Select(k => (k, 3 * SmallWorld.England.Parameters[k]))])), 0);

        // Adaptations cost what they cost in the model too, so that their price is no mere price.
        Assert.All(once.Zip(thrice).Where(l => l.First.Name != "home adaptations"), l => Assert.Equal(3, l.Second.Pounds / l.First.Pounds, 1e-9));
    }

    [Fact]
    public void Lines_AreWhatWasCountedTimesTheUnitCost()
    {
        ExperimentResult result = SmallWorld.Experiment(Small);
        IReadOnlyList<CostLine> lines = Costs.Of(result, 0);
        ParameterTable p = SmallWorld.England.Parameters;

        Assert.Equal(result.Mean(0, Measure.EmergencyAdmissions) * p["cost.emergency_admission"], lines.First(l => l.Name == "emergency admissions").Pounds, 1e-6);
        Assert.Equal(
            (result.Mean(0, Measure.ResidentialDays) / 7 * p["cost.residential_week"]) + (result.Mean(0, Measure.NursingDays) / 7 * p["cost.nursing_week"]),
            lines.Where(l => l.Name == "care homes").Sum(l => l.Pounds),
            1e-4);
        Assert.Equal(
            Enumerable.Range(0, AreaOutcome.Reasons).Sum(i => result.Delays(0, 0, i).All) * p["cost.delayed_bed_day"],
            lines.First(l => l.Name == "acute bed days beyond need").Pounds,
            1e-4);
    }
}
