using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Kernel;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.World;

namespace CareFlowSim.Tests.Model;

/// <summary>The shipped world, read once, and small scenarios on it.</summary>
internal static class SmallWorld
{
    /// <summary>One area, one hospital.</summary>
    public const string OneArea = "Isle of Wight";

    /// <summary>Two areas that share one hospital.</summary>
    public static readonly string[] TwoAreas = ["Hartlepool", "Stockton-on-Tees"];

    /// <summary>Two areas that share two hospitals.</summary>
    public static readonly string[] TwoSites = ["Calderdale", "Kirklees"];

    public static readonly DateOnly Start = new(2014, 4, 1);

    public static CareFlowSim.Model.World England { get; } = WorldReader.Read(WorldFolders.Shipped);

    /// <summary>England with areas that work alike and services that are scarce everywhere: where nobody waits, more of a service shortens nothing.</summary>
    public static CareFlowSim.Model.World Scarce { get; } = England with
    {
        AreaCalibration = [],
        Parameters = England.Parameters.With(new Dictionary<string, double>
        {
            ["reablement.places"] = 15_000,
            ["intermediate.beds"] = 8_250,
            ["care_home.spare_share"] = 0.004,
            ["queue.hospital_credit_days"] = 40,
        }),
    };

    /// <summary>A scenario at 1:1 on some areas; a short warm-up is enough where arms are only compared.</summary>
    public static Scenario Scenario(IReadOnlyList<string> areas, int days = 120, int warmUp = 30, params Policy[] policies) => new()
    {
        Name = "test",
        Title = "test",
        World = "england-2014",
        Period = new Period(Start, days, warmUp),
        Areas = areas,
        Seed = 2014,
        Policies = policies,
    };

    public static Setup Setup(Scenario scenario) => new(England, scenario);

    public static Policy Policy(Levers levers, DateOnly? from = null, string name = "policy") => new() { Name = name, Levers = levers, From = from };

    public static IReadOnlyList<CapacityChange> From(DateOnly date, double change) => [new CapacityChange(date, change)];

    /// <summary>A change that holds from the first day of any warm-up.</summary>
    public static IReadOnlyList<CapacityChange> Always(double change) => From(new DateOnly(2010, 1, 1), change);

    /// <summary>Runs every arm of the first system in the first replication.</summary>
    public static SystemOutcome[] Run(Scenario scenario, bool spells = false, bool check = false)
    {
        Setup setup = Setup(scenario);
        CareSystem system = new(setup);
        return [.. Enumerable.Range(0, setup.Arms.Count).Select(a => system.Run(setup.Systems[0], a, 0, spells, check))];
    }

    public static ExperimentResult Experiment(Scenario scenario, RunOptions? options = null) =>
        ExperimentRunner.Run(Setup(scenario), options ?? new RunOptions { Threads = 1 });

    public static Scenario With(this Scenario scenario, params (string Key, double Value)[] parameters) =>
        scenario with { ParameterChanges = parameters.ToDictionary(p => p.Key, p => p.Value) };

    /// <summary>Waits of one kind in one arm, in hours, over all areas and replications.</summary>
    public static (double Mean, double Sum, long Count) Wait(this ExperimentResult result, int arm, WaitKind kind)
    {
        double sum = 0;
        long count = 0;
        for (int area = 0; area < result.Areas.Count; area++)
        {
            Histogram waits = result.Waits[arm, area][(int)kind];
            sum += waits.Count > 0 ? waits.Mean * waits.Count : 0;
            count += waits.Count;
        }

        return (sum / count, sum, count);
    }

    /// <summary>All days beyond medically fit for some reasons in one arm, over all areas and replications.</summary>
    public static double Days(this ExperimentResult result, int arm, params DelayReason[] reasons) =>
        Enumerable.Range(0, result.Replications).Sum(r => reasons.Sum(reason => (double)result.Delays(r, arm, (int)reason).All));

    public static long Sum(this SystemOutcome outcome, Measure measure) => outcome.Areas.Sum(a => a[measure]);
}
