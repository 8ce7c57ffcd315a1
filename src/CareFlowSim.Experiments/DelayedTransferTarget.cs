using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>How much of the acute bed days recorded delays take, beside the share that the targets of 2017 expected.</summary>
/// <param name="Expected">Expected share of bed days (0 to 1).</param>
/// <param name="Simulated">Simulated share of bed days (0 to 1).</param>
/// <remarks>
/// Recorded delayed days of people 65+ are raised to all adults by their share, and set against the general and acute beds that are occupied,
/// people of all ages, in the base year (KH03). The official share also counts delays in other than acute hospitals, and so is higher.
/// </remarks>
public sealed record DelayedTransferTarget(double Expected, double Simulated)
{
    /// <summary>Whether the simulated share is not above the expected one.</summary>
    public bool Met => Simulated <= Expected;

    /// <summary>The target of an arm; null when the arm has none.</summary>
    public static DelayedTransferTarget? Of(ExperimentResult result, int arm)
    {
        ArgumentNullException.ThrowIfNull(result);
        Setup setup = result.Setup;
        if (setup.LeverOf(arm, l => l.DelayedTransferTargets) is not { } targets)
        {
            return null;
        }

        ParameterTable p = setup.World.Parameters;
        double delayed = Enumerable.Range(0, AreaOutcome.Reasons).Sum(r => PairedComparison.Delays(result, arm, r, true).Point);
        double occupied = 0;
        for (int day = setup.FirstDay; day < setup.Days; day++)
        {
            int month = setup.Epoch.Month(day);
            occupied += setup.World.AcuteBeds.First(q => month >= q.FirstMonth && month < q.FirstMonth + 3).Occupied;
        }

        return new DelayedTransferTarget(
            targets.ExpectedShare ?? p["targets.expected_share"],
            delayed / p["delay.share_65plus"] / (occupied * setup.ShareOfEngland));
    }
}
