using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>What became of people who were admitted often in one stretch of time, in the next one, without anybody treating them.</summary>
/// <param name="People">People admitted at least so often in the first stretch who did not die in hospital during it.</param>
/// <param name="Before">Their admissions a person in the first stretch, which is why they were chosen.</param>
/// <param name="After">Their admissions a person in the second stretch.</param>
/// <param name="Everybody">Admissions in the second stretch a person, of all people admitted at least once in either.</param>
/// <remarks>
/// A caseload that takes the people admitted most often sees their admissions fall whatever it does: chance brought many of them to the top. A study
/// without a control group takes that fall for its own effect (Galton 1886; Roland and Abel 2012, "Reducing emergency admissions: are we on the right track?", BMJ 345, e6017).
/// </remarks>
public sealed record RegressionToTheMean(int People, double Before, double After, double Everybody)
{
    /// <summary>Share of the admissions that is gone in the second stretch: what an uncontrolled before-and-after study would report as avoided.</summary>
    public double Fall => 1 - (After / Before);

    /// <summary>Looks at the stays of one run.</summary>
    /// <param name="spells">Stays, in any order.</param>
    /// <param name="start">Start of the first stretch, in seconds of the run.</param>
    /// <param name="middle">Its end and the start of the second, in seconds.</param>
    /// <param name="end">End of the second, in seconds.</param>
    /// <param name="atLeast">Admissions in the first stretch from which a person is chosen, 1 or more.</param>
    /// <exception cref="ArgumentException">Nobody was admitted so often.</exception>
    public static RegressionToTheMean Of(IEnumerable<SpellEntry> spells, int start, int middle, int end, int atLeast)
    {
        ArgumentNullException.ThrowIfNull(spells);
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(middle, start);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, middle);
        Dictionary<(byte Area, int Person), (int Before, int After)> counts = [];
        HashSet<(byte Area, int Person)> died = [];
        foreach (SpellEntry s in spells)
        {
            if (s.Admitted < start || s.Admitted >= end)
            {
                continue;
            }

            // Whoever died in the first stretch cannot be followed; their silence afterwards is no regression.
            if (s.Died && s.Left < middle)
            {
                died.Add((s.Area, s.Person));
            }

            (int before, int after) = counts.GetValueOrDefault((s.Area, s.Person));
            counts[(s.Area, s.Person)] = s.Admitted < middle ? (before + 1, after) : (before, after + 1);
        }

        (int Before, int After)[] chosen = [.. counts.Where(c => c.Value.Before >= atLeast && !died.Contains(c.Key)).Select(c => c.Value)];
        return chosen.Length == 0
            ? throw new ArgumentException($"Nobody was admitted {atLeast} times or more in the first stretch.", nameof(spells))
            : new RegressionToTheMean(chosen.Length, chosen.Average(c => c.Before), chosen.Average(c => c.After), counts.Values.Average(c => c.After));
    }
}
