using CareFlowSim.Kernel;
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>
/// Occupied acute beds counted in two independent ways: by the midnight census, and as stays a day times midnights a stay (Little 1961),
/// from the stays that ended in the measured period. They differ only by stays that cross the ends of the period.
/// </summary>
/// <param name="Census">Beds occupied at midnight, mean over the measured days.</param>
/// <param name="StaysADay">Stays that ended, a day.</param>
/// <param name="NightsAStay">Midnights in a bed, mean of these stays.</param>
public readonly record struct LittlesLaw(double Census, double StaysADay, double NightsAStay)
{
    /// <summary>Stays a day times midnights a stay.</summary>
    public double Product => StaysADay * NightsAStay;

    /// <summary>Counts the baseline of an experiment that kept its stays.</summary>
    public static LittlesLaw Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        int first = result.Setup.FirstDay;
        double days = (double)(result.Setup.Days - first) * result.Replications;
        long occupied = 0;
        long stays = 0;
        long nights = 0;
        for (int r = 0; r < result.Replications; r++)
        {
            occupied += result.England[r, 0][(int)DailySeries.OccupiedBeds].Skip(first).Sum(b => (long)b);
            for (int s = 0; s < result.Setup.Systems.Count; s++)
            {
                foreach (SpellEntry stay in result.Spells[r, 0, s].Where(e => e.InBed >= 0))
                {
                    stays++;
                    nights += (stay.Left / Clock.SecondsPerDay) - (stay.InBed / Clock.SecondsPerDay);
                }
            }
        }

        return new LittlesLaw(occupied / days * result.Scale, stays / days * result.Scale, nights / (double)stays);
    }
}
