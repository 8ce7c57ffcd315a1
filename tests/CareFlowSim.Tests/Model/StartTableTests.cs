using CareFlowSim.Kernel;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class StartTableTests
{
    private static readonly Setup Laid = SmallWorld.Setup(SmallWorld.Scenario([SmallWorld.OneArea], 365, 120));
    private static readonly AreaServices Area = new(Laid, Laid.Plans[0], Laid.Systems[0].Areas[0], 0);
    private static readonly StartTable Table = new(Laid, Laid.Plans[0], Area);

    [Fact]
    public void AQuietPerson_CannotReachAThresholdOnAnyBirthday()
    {
        // The smallest threshold that still counts as quiet, against the risk really run when the birthday falls on any day of the run.
        for (int row = 0; row < RateTables.Ages; row++)
        {
            foreach (bool female in new[] { true, false })
            {
                foreach (Frailty f in new[] { Frailty.Fit, Frailty.Mild })
                {
                    double crisis = Threshold(row, female, f, w => new Draw(w, 0, 0, 0));
                    double death = Threshold(row, female, f, w => new Draw(0, w, 0, 0));
                    for (int birthday = 0; birthday < 365; birthday += 13)
                    {
                        double crises = 0;
                        double deaths = 0;
                        for (int year = 0, from = 0; from < Laid.Days; year++)
                        {
                            int until = Math.Min(Laid.Days, birthday + (365 * year));
                            int age = Math.Min(row + year, RateTables.Ages - 1);
                            ExposureTable d = Laid.Plans[0].DeathExposure[CareParameters.Band(age)];
                            crises += Laid.Rates.Crisis(age, female, f) / 365.25 * (Laid.Plans[0].CrisisExposure.At(until * 86_400) - Laid.Plans[0].CrisisExposure.At(from * 86_400));
                            deaths += Laid.Rates.Death(age, female, f) / 365.25 * Area.MortalityIndex * (d.At(until * 86_400) - d.At(from * 86_400));
                            from = until;
                        }

                        Assert.True(crises <= crisis, $"crisis, row {row}, {f}");
                        Assert.True(deaths <= death, $"death, row {row}, {f}");
                    }
                }
            }
        }
    }

    [Fact]
    public void MostFitPeople_AreQuiet()
    {
        Random random = new(5);
        int quiet = Enumerable.Range(0, 10_000).Count(_ => !IsLoud(2, true, Frailty.Fit, new Draw(Word(), Word(), Word(), Word())));

        Assert.InRange(quiet, 5000, 10_000);

        uint Word() => (uint)random.NextInt64(1L << 32);
    }

    [Fact]
    public void Places_HoldTheSharesOfTheTables()
    {
        // Over the whole area, the people placed in care homes and beds are those that there are places for.
        Setup setup = SmallWorld.Setup(SmallWorld.Scenario(SmallWorld.TwoAreas, 2, 0));
        SystemOutcome run = new CareSystem(setup).Run(setup.Systems[0], 0, 0);
        double places = 0;
        double tenths = 0;
        foreach (int area in setup.Systems[0].Areas)
        {
            AreaServices services = new(setup, setup.Plans[0], area, 0);
            places += services.Capacity[(int)Stock.Residential][0] + services.Capacity[(int)Stock.Nursing][0];
            tenths += services.Capacity[(int)Stock.HomeCareTenths][0];
        }

        Assert.Equal(1, run.Areas.Sum(a => a.Daily[(int)DailySeries.CareHomePlaces][0]) / places, 0.06);
        Assert.Equal(1, run.Areas.Sum(a => a.Daily[(int)DailySeries.HomeCareTenths][0]) / tenths, 0.06);
        Assert.InRange(run.Areas.Sum(a => a.Daily[(int)DailySeries.OccupiedBeds][0]), 100, 500);
    }

    [Fact]
    public void EightPeople_AreSortedOutAsOneByOne()
    {
        StartWords words = new();
        RandomStream luck = new(3, 0);
        ref readonly StartCuts cuts = ref Table.Cuts(17, false);
        int loud = 0;
        for (uint from = 0; from < 4000; from += StartCuts.Lanes)
        {
            words.Draw(luck, from, StartCuts.Lanes);
            uint bits = cuts.Loud(words, 0);
            for (int i = 0; i < StartCuts.Lanes; i++)
            {
                Draw start = luck.For(from + (uint)i, Decision.Start, 0);
                Draw clocks = luck.For(from + (uint)i, Decision.FirstClocks, 0);
                Frailty f = cuts.FrailtyOf(start.W0);
                bool mild = f == Frailty.Mild;
                bool quiet = f <= Frailty.Mild
                    && Table.PlaceOf(17, false, f, start.W1 < cuts.Alone, start.W3) == StartPlace.Home
                    && clocks.W0 < (mild ? cuts.Mild0 : cuts.Fit0) && clocks.W1 < (mild ? cuts.Mild1 : cuts.Fit1)
                    && clocks.W2 < (mild ? cuts.Mild2 : cuts.Fit2) && clocks.W3 < (mild ? cuts.Mild3 : cuts.Fit3);
                Assert.Equal(!quiet, ((bits >> i) & 1) != 0);
                loud += quiet ? 0 : 1;
            }
        }

        Assert.InRange(loud, 1000, 3900);
    }

    /// <summary>Whether something can happen to a person at home, living with others, whose clocks start with these words.</summary>
    private static bool IsLoud(int row, bool female, Frailty f, Draw clocks)
    {
        ref readonly StartCuts cuts = ref Table.Cuts(row, female);
        StartWords words = new();
        words.Start(0)[0] = f == Frailty.Fit ? uint.MaxValue : cuts.Mild - 1;
        words.Start(1)[0] = words.Start(3)[0] = uint.MaxValue;
        (words.Clocks(0)[0], words.Clocks(1)[0], words.Clocks(2)[0], words.Clocks(3)[0]) = (clocks.W0, clocks.W1, clocks.W2, clocks.W3);
        return (cuts.Loud(words, 0) & 1) != 0;
    }

    /// <summary>The threshold that belongs to the largest quiet word of one clock.</summary>
    private static double Threshold(int row, bool female, Frailty f, Func<uint, Draw> draw)
    {
        uint low = 0;
        uint high = uint.MaxValue;
        while (low < high)
        {
            uint middle = (uint)((low + (ulong)high + 1) / 2);
            (low, high) = !IsLoud(row, female, f, draw(middle)) ? (middle, high) : (low, middle - 1);
        }

        return -Math.Log(Draw.Uniform(low));
    }
}
