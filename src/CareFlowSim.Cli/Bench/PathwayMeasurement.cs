using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>A planner's pathway of twenty wards with blocking, many replications: the shipped template as it stands, without its policies.</summary>
internal sealed class PathwayMeasurement : Measurement
{
    private const int Replications = 1_000;
    private static readonly string Template = Path.Combine("pathways", "acute-to-step-down.yaml");
    private static readonly BenchTarget Target = new(20);

    public override string Name => "pathway";

    public override string What => "1,000 replications of the pathway from acute to step-down wards, a year after its warm-up, on two threads.";

    public override IEnumerable<BenchRow> Run(BenchSetting setting)
    {
        PathwayScenario scenario = PathwayReader.ReadFile(setting.Beside(Template)).Scenario with
        {
            Policies = [],
            Replications = new PathwayReplications { Number = Replications / setting.Sample },
        };
        double events = 0;
        double[] seconds = setting.Interleaved(warmUp: false, () =>
        {
            PathwayResult result = PathwayRunner.Run(scenario, new RunOptions { Threads = 2 }, stop: setting.Stop);
            setting.Stop.ThrowIfCancellationRequested();
            events = result.Outcomes[0].Sum(o => (double)o.Events);
        })[0];
        string name = $"{scenario.Replications.Number} replications of {scenario.Places.Count} wards for {scenario.Period.Days} days after {scenario.Period.WarmUpDays}, two threads";
        yield return new BenchRow(name, "s", seconds, Target);
        yield return new BenchRow("Pathway: events on both threads", "million events/s", [.. seconds.Select(s => events / s / 1e6)]);
    }
}
