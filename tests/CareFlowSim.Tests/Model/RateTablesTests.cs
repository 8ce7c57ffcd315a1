using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class RateTablesTests
{
    private static readonly CareFlowSim.Model.World World = SmallWorld.England with
    {
        // The two levels are calibrated against the dynamics; the tables themselves must hold without them.
        Parameters = SmallWorld.England.Parameters.With(new Dictionary<string, double> { ["mortality.level"] = 1, ["crisis.level"] = 1 }),
    };

    private static readonly RateTables Rates = new(World);
    private static readonly Frailty[] Classes = Enum.GetValues<Frailty>();

    [Fact]
    public void Shares_SumToOneAtEveryAge()
    {
        for (int row = 0; row < RateTables.Ages; row++)
        {
            Assert.All(Classes, f => Assert.InRange(Rates.Share(row, f), 0, 1));
            Assert.Equal(1, Classes.Sum(f => Rates.Share(row, f)), 1e-12);
        }
    }

    [Fact]
    public void Row_IsClampedToTheTable()
    {
        Assert.Equal(0, RateTables.Row(65));
        Assert.Equal(0, RateTables.Row(60));
        Assert.Equal(40, RateTables.Row(105));
        Assert.Equal(40, RateTables.Row(120));
    }

    [Fact]
    public void Over90_IsADistributionFunction()
    {
        foreach (bool female in new[] { true, false })
        {
            double[] cumulative = Rates.Over90(female).ToArray();
            Assert.Equal(1, cumulative[^1], 1e-9);
            Assert.All(cumulative.Zip(cumulative.Skip(1)), c => Assert.True(c.First < c.Second));
        }
    }

    [Fact]
    public void Mortality_GivesTheDeathsOfTheBaseYearInEachBandAndSex()
    {
        foreach (DeathBand band in World.Mortality.Bands)
        {
            int from = band.AgeFrom - 65;
            int to = band.AgeFrom == 90 ? RateTables.Ages : from + 5;
            double deaths = 0;
            for (int row = from; row < to; row++)
            {
                deaths += People(row, band.Female) * Classes.Sum(f => Rates.Share(row, f) * DeathsAYear(row, band.Female, f));
            }

            Assert.Equal(1, deaths / band.Deaths, 0.01);
        }
    }

    [Fact]
    public void Residents_SumToThePublishedNumber()
    {
        double residents = 0;
        for (int row = 0; row < RateTables.Ages; row++)
        {
            residents += (People(row, true) + People(row, false)) * Classes.Sum(f => Rates.Share(row, f) * Rates.ResidentShare(row, f));
        }

        Assert.Equal(1, residents / World.Parameters["care_home.residents"], 0.005);
    }

    [Fact]
    public void Steps_KeepThePublishedFrailtyProfileOverALife()
    {
        // A cohort of 65 lives through the table in small steps: recovery, steps up, and the higher mortality of the frail.
        double[] share = [.. Classes.Select(f => Rates.Share(0, f))];
        double recovery = World.Parameters["frailty.recovery_per_year"];
        const int parts = 50;
        for (int row = 0; row < 30; row++)
        {
            for (int part = 0; part < parts; part++)
            {
                double[] next = [.. share];
                for (int f = 0; f < 4; f++)
                {
                    double hazard = (DeathsAYear(row, true, (Frailty)f) * People(row, true)) + (DeathsAYear(row, false, (Frailty)f) * People(row, false));
                    double up = f < 3 ? Rates.StepUp(row, (Frailty)f) : 0;
                    double down = f > 0 ? recovery : 0;
                    next[f] -= share[f] * (up + down + (hazard / (People(row, true) + People(row, false)))) / parts;
                    next[Math.Min(3, f + 1)] += share[f] * up / parts;
                    next[Math.Max(0, f - 1)] += share[f] * down / parts;
                }

                double sum = next.Sum();
                share = [.. next.Select(s => s / sum)];
            }

            Assert.All(Classes, f => Assert.Equal(Rates.Share(row + 1, f), share[(int)f], 0.025));
        }
    }

    [Fact]
    public void Needs_RiseWithAgeAndFrailty()
    {
        Assert.True(Rates.CareHomeNeed(30, Frailty.Severe) > Rates.CareHomeNeed(30, Frailty.Fit));
        Assert.True(Rates.CareHomeNeed(30, Frailty.Fit) > Rates.CareHomeNeed(10, Frailty.Fit));
        Assert.True(Rates.Crisis(20, true, Frailty.Severe) > Rates.Crisis(20, true, Frailty.Fit));
    }

    /// <summary>Deaths a year of a person of some age, sex and frailty, residents and emergency stays included.</summary>
    private static double DeathsAYear(int row, bool female, Frailty f)
    {
        double resident = Rates.ResidentShare(row, f);
        Frailty inHome = f < Frailty.Moderate ? Frailty.Moderate : f;
        double careHome = (Rates.Death(row, female, inHome) * Rates.ResidentDeathRatio)
            + (Rates.Lethality(row, female, inHome) * Rates.ResidentLethalityRatio * AdmissionsAYear(row, female, inHome) * World.Parameters["crisis.care_home_ratio"]);
        double home = Rates.Death(row, female, f) + (Rates.Lethality(row, female, f) * AdmissionsAYear(row, female, f));
        return (home * (1 - resident)) + (careHome * resident);
    }

    /// <summary>Admissions a year at home, readmissions included, worked out anew from the published rate at the age and the ratios.</summary>
    private static double AdmissionsAYear(int row, bool female, Frailty frailty)
    {
        ParameterTable p = World.Parameters;
        double[] ratio = [1, p["crisis.ratio.mild"], p["crisis.ratio.moderate"], p["crisis.ratio.severe"]];
        double mean = 0;
        foreach (Frailty f in Classes)
        {
            double resident = Rates.ResidentShare(row, f);
            mean += Rates.Share(row, f) * ((ratio[(int)f] * (1 - resident)) + (ratio[Math.Max((int)f, 2)] * resident * p["crisis.care_home_ratio"]));
        }

        double male = p["crisis.ratio.male"];
        return Rates.Admission(row) / mean * ratio[(int)frailty] * (female ? 1 : male) / ((1 + male) / 2);
    }

    private static double People(int row, bool female)
    {
        IEnumerable<IReadOnlyList<int>> counts = World.Areas.Select(a => female ? a.Women : a.Men);
        if (row < 25)
        {
            return counts.Sum(c => c[row + 5]);
        }

        ReadOnlySpan<double> over90 = Rates.Over90(female);
        double share = over90[row - 25] - (row == 25 ? 0 : over90[row - 26]);
        return counts.Sum(c => c[30]) * share;
    }
}
