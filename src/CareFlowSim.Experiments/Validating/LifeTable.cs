using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Survival from 65 to one age: as the simulated deaths give it, and as the world's mortality does.</summary>
/// <param name="Female">Women or men.</param>
/// <param name="Age">Age reached.</param>
/// <param name="Simulated">Share of those alive at 65 who reach it, one value per replication.</param>
/// <param name="Expected">The same from the world's deaths.</param>
public sealed record Survival(bool Female, int Age, double[] Simulated, double Expected);

/// <summary>
/// The abridged life table of the simulated deaths against that of the world: deaths over people in each five-year band, held for its five years
/// (Chiang 1984, with a constant hazard in the band). Women and men apart.
/// </summary>
public static class LifeTable
{
    private const int BandYears = 5;

    /// <summary>Survival to 70, 75, 80, 85 and 90; areas that were left out are left out of both tables.</summary>
    public static IReadOnlyList<Survival> Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        List<Survival> table = [];
        foreach (bool female in new[] { true, false })
        {
            double[] simulated = [.. Enumerable.Repeat(1.0, result.Replications)];
            double expected = 1;
            foreach (DeathBand band in result.Setup.World.Mortality.Bands.Where(b => b.Female == female && b.AgeFrom < 90).OrderBy(b => b.AgeFrom))
            {
                double people = People(result.Setup.World, Enumerable.Range(0, result.Setup.World.Areas.Count), band);
                double chosen = People(result.Setup.World, result.Areas, band);
                Measure measure = (female ? Measure.DeathsWomen65 : Measure.DeathsMen65) + ((band.AgeFrom - 65) / BandYears);
                double year = 365.25 / result.Setup.Scenario.Period.Days;
                for (int r = 0; r < simulated.Length; r++)
                {
                    simulated[r] *= Math.Exp(-BandYears * year * result.Total(r, 0, measure) / chosen);
                }

                expected *= Math.Exp(-BandYears * band.Deaths / people);
                table.Add(new Survival(female, band.AgeFrom + BandYears, [.. simulated], expected));
            }
        }

        return table;
    }

    /// <summary>The largest gap between the two tables of one sex in each replication.</summary>
    public static double[] LargestGap(IReadOnlyList<Survival> table, bool female)
    {
        ArgumentNullException.ThrowIfNull(table);
        Survival[] rows = [.. table.Where(s => s.Female == female)];
        return [.. Enumerable.Range(0, rows[0].Simulated.Length).Select(r => rows.Max(s => Math.Abs(s.Simulated[r] - s.Expected)))];
    }

    private static double People(World world, IEnumerable<int> areas, DeathBand band) => areas.Sum(a =>
        (band.Female ? world.Areas[a].Women : world.Areas[a].Men).Skip(band.AgeFrom - 60).Take(BandYears).Sum());
}
