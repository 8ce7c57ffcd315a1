using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>
/// How far the beds counted at midnight are from the beds occupied on average over the day: published figures are counts at midnight, so a level
/// is compared with the census only. Both are of the stays that ended in the measured period.
/// </summary>
/// <param name="Midnight">Stays a day times midnights a stay.</param>
/// <param name="TimeAverage">Stays a day times days a stay, to the second.</param>
public readonly record struct CensusBias(double Midnight, double TimeAverage)
{
    /// <summary>Census less time average, as a share of the time average.</summary>
    public double Bias => (Midnight / TimeAverage) - 1;

    /// <summary>Counts the baseline of an experiment that kept its stays.</summary>
    public static CensusBias Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        double days = (double)(result.Setup.Days - result.Setup.FirstDay) * result.Replications;
        long nights = 0;
        double seconds = 0;
        for (int r = 0; r < result.Replications; r++)
        {
            for (int s = 0; s < result.Setup.Systems.Count; s++)
            {
                foreach (Model.SpellEntry stay in result.Spells[r, 0, s].Where(e => e.InBed >= 0))
                {
                    nights += (stay.Left / Clock.SecondsPerDay) - (stay.InBed / Clock.SecondsPerDay);
                    seconds += stay.Left - stay.InBed;
                }
            }
        }

        return new CensusBias(nights / days * result.Scale, seconds / Clock.SecondsPerDay / days * result.Scale);
    }
}
