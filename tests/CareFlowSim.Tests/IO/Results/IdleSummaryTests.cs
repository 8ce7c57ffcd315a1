using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Results;

public sealed class IdleSummaryTests
{
    [Fact]
    public void LeversWithoutEffect_AreNamedWithTheReason()
    {
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario(
            [SmallWorld.OneArea],
            40,
            10,
            SmallWorld.Policy(new Levers { Workforce = new CommunityWorkforce { HomeCare = 5000, AdditionalShare = 0 }, JointAssessment = 0.5 }, name: "relabelled"),
            SmallWorld.Policy(new Levers { DelayedTransferTargets = new DelayedTransferTargets() }, name: "targets"),
            SmallWorld.Policy(new Levers { AcuteBeds = SmallWorld.From(SmallWorld.Start.AddDays(400), 500) }, name: "too-late"),
            SmallWorld.Policy(new Levers { JointAssessment = 0.5 }, name: "works")));

        SummarySection section = Assert.Single(IdleSummary.Of(result));

        Assert.Equal(
            [("relabelled", "workforce"), ("targets", "delayed_transfer_targets"), ("targets", "all together"), ("too-late", "acute_beds"), ("too-late", "all together")],
            section.Rows.Select(r => (r[0], r[1])));
        Assert.Contains("relabelled", section.Rows[0][2]);
        Assert.Equal(section.Title, Summary.Of(result)[^1].Title);
    }

    [Fact]
    public void LeversThatAct_AreNotNamed()
    {
        ExperimentResult result = SmallWorld.Experiment(SmallWorld.Scenario(
            [SmallWorld.OneArea], 40, 10, SmallWorld.Policy(new Levers { JointAssessment = 0.5, WhatIf = new WhatIf { LengthOfStay = 0.9 } })));

        Assert.Empty(IdleSummary.Of(result));
        Assert.DoesNotContain(Summary.Of(result), s => s.Title.Contains("WITHOUT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PooledBudget", "pooled_budget")]
    [InlineData("SevenDayCare", "seven_day_care")]
    [InlineData("Workforce", "workforce")]
    public void KeyOf_IsTheKeyOfTheFile(string property, string key) => Assert.Equal(key, IdleSummary.KeyOf(property));
}
