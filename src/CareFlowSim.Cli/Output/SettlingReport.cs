using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>Says whether a run had settled when measurement began.</summary>
internal static class SettlingReport
{
    /// <summary>Days of warm-up below which nothing can be said: two windows of four weeks.</summary>
    public const int FewestDays = 56;

    private const string Remedy = "Make period.warm_up_days longer in the scenario, or take the figures as they are with --allow-unsettled.";

    /// <summary>What to say before a run whose warm-up is too short to be judged; empty when it is long enough.</summary>
    public static IReadOnlyList<string> TooShort(Setup setup) => setup.FirstDay >= FewestDays ? [] :
    [
        $"NOT SETTLED: a warm-up of {Show.Count(setup.FirstDay, "day", "days")} is too short to tell; {FewestDays} are needed.",
        Remedy,
    ];

    /// <summary>What to say about series that still drifted; empty when all had settled.</summary>
    public static IReadOnlyList<string> Drifting(IReadOnlyList<SettlingCheck> checks)
    {
        SettlingCheck[] drifting = [.. checks.Where(c => !c.Settled)];
        return drifting.Length == 0 ? [] :
        [
            $"NOT SETTLED: when measurement began, {Show.Count(drifting.Length, "series", "series")} of {checks.Count} still drifted, so the figures depend on where the run started.",
            .. drifting.Select(c => $"  {Name(c.Series)}: {Show.Change(c.Change)} over the last four weeks of the warm-up; allowed {Show.Change(c.Allowed)[1..]}"),
            Remedy,
        ];
    }

    /// <summary>All checks as a table.</summary>
    public static SummarySection Table(IReadOnlyList<SettlingCheck> checks) => new(
        "Settling: the last four weeks of the warm-up against the four before, season removed",
        ["series", "change", "allowed", "settled"],
        [.. checks.Select(c => (IReadOnlyList<string>)[Name(c.Series), Show.Change(c.Change), Show.Change(c.Allowed)[1..], c.Settled ? "yes" : "NO"])]);

    private static string Name(DailySeries series) => series switch
    {
        DailySeries.OccupiedBeds => "acute beds occupied",
        DailySeries.MedicallyFit => "medically fit people in acute beds",
        DailySeries.IntermediateBeds => "intermediate-care beds occupied",
        DailySeries.HomeCareTenths => "home-care hours in use",
        DailySeries.CareHomePlaces => "care-home places held",
        _ => series.ToString(),
    };
}
