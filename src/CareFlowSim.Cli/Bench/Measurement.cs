namespace CareFlowSim.Cli;

/// <summary>One thing that <c>careflow bench</c> measures. It carries its targets and knows how to run itself.</summary>
internal abstract class Measurement
{
    /// <summary>All measurements in the order of the table. England comes first, while nothing else has used memory.</summary>
    public static IReadOnlyList<Measurement> All { get; } =
    [
        new EnglandMeasurement(),
        SystemMeasurement.MedianArea,
        SystemMeasurement.LargestSystem,
        new ArmsMeasurement(),
        new QueueMeasurement(),
        new BedFlowMeasurement(),
        new ReplicationsMeasurement(),
        new PathwayMeasurement(),
        new QuickStartMeasurement(),
        new WritingMeasurement(),
    ];

    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it measures, in a sentence.</summary>
    public abstract string What { get; }

    /// <summary>Measures; each row comes as soon as it is known.</summary>
    public abstract IEnumerable<BenchRow> Run(BenchSetting setting);
}
