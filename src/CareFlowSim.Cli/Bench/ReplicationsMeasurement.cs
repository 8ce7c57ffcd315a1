using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>Many paired replications of a sample of England, with all files written: what an experiment costs that says how sure it is.</summary>
internal sealed class ReplicationsMeasurement : Measurement
{
    private const int Replications = 100;
    private const int SamplePerPerson = 10;

    // Half a minute each: more runs would say little more.
    private const int MostRuns = 3;

    private static readonly BenchTarget Target = new(40);

    public override string Name => "replications";

    public override string What => "100 paired replications of England at 1:10 (baseline and a policy) with all files, on two threads.";

    public override IEnumerable<BenchRow> Run(BenchSetting setting)
    {
        Scenario scenario = setting.EnglandWithPolicy with
        {
            PeoplePerAgent = SamplePerPerson * setting.Sample,
            Replications = Replications / setting.Sample,
        };
        BenchSetting fewer = setting with { Runs = Math.Min(MostRuns, setting.Runs) };
        double[] seconds = fewer.Interleaved(warmUp: false, () => setting.Write(setting.Simulate(scenario, 2)))[0];
        string name = $"{scenario.Replications} paired replications of England 1:{scenario.PeoplePerAgent} with all files, two threads";
        yield return new BenchRow(name, "s", seconds, Target);
    }
}
