using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class AreaNeedsTests
{
    private static readonly CareFlowSim.Model.World World = SmallWorld.England;
    private static readonly RateTables Rates = new(World);
    private static readonly AreaNeeds Needs = new(World, Rates);

    [Fact]
    public void EveryShare_SumsToOneOverEngland()
    {
        foreach (double[] share in new[] { Needs.Need, Needs.HomeNeed, Needs.HomeCare, Needs.Residential, Needs.Nursing })
        {
            Assert.All(share, s => Assert.InRange(s, 1e-6, 0.1));
            Assert.Equal(1, share.Sum(), 1e-12);
        }

        Assert.Equal(9_537_708, Needs.People.Sum());
    }

    [Fact]
    public void AnAreaWithoutItsOwnFigure_GetsItsShareOfNeed()
    {
        AreaInputs[] areas = [.. World.Areas];
        areas[3] = areas[3] with { HomeCareHours = null, ResidentialBedsPer1000 = null, NursingBedsPer1000 = null, Deaths = null };
        AreaNeeds without = new(World with { Areas = areas }, Rates);

        Assert.Equal(without.Need[3], without.HomeCare[3], 1e-12);
        Assert.Equal(without.Need[3], without.Residential[3], 1e-12);
        Assert.Equal(without.Need[3], without.Nursing[3], 1e-12);
        Assert.Equal(1, without.HomeCareIndex[3], 1e-12);
        Assert.Equal(1, without.CareHomeIndex[3], 1e-12);
        Assert.Equal(1, without.MortalityIndex[3]);
        Assert.NotEqual(Needs.Need[3], Needs.HomeCare[3], 1e-6);
    }

    [Fact]
    public void OwnFigures_SetTheShareAgainstTheOthers()
    {
        int a = Enumerable.Range(0, World.Areas.Count).First(i => World.Areas[i].HomeCareHours > 0);
        int b = Enumerable.Range(a + 1, World.Areas.Count).First(i => World.Areas[i].HomeCareHours > 0);

        Assert.Equal(World.Areas[a].HomeCareHours!.Value / World.Areas[b].HomeCareHours!.Value, Needs.HomeCare[a] / Needs.HomeCare[b], 1e-9);
    }

    [Fact]
    public void NursingShare_ShiftsWithWhatTheAreaHasAndKeepsEnglandsShareAtHalf()
    {
        Setup setup = SmallWorld.Setup(SmallWorld.Scenario([SmallWorld.OneArea], 10, 0));
        int area = setup.Systems[0].Areas[0];
        AreaServices services = new(setup, setup.Plans[0], area, 0);
        double supply = Needs.Nursing[area] / (Needs.Nursing[area] + Needs.Residential[area]);

        Assert.Equal(supply, services.NursingSupply, 1e-12);
        Assert.Equal(supply > 0.5, services.NursingShare(0.4) > 0.4);
        Assert.Equal(0, services.NursingShare(0));
        Assert.Equal(1, services.NursingShare(1));
    }
}
