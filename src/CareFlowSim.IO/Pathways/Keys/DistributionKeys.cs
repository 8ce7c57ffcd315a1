using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The shapes that a length of time can have.</summary>
internal enum DistributionShape
{
    /// <summary>Memoryless.</summary>
    Exponential,

    /// <summary>Lognormal.</summary>
    LogNormal,

    /// <summary>Gamma.</summary>
    Gamma,

    /// <summary>Always the same.</summary>
    Fixed,

    /// <summary>Equally likely between two ends.</summary>
    Uniform,

    /// <summary>Observed lengths.</summary>
    Empirical,
}

/// <summary>The keys of a length of time that varies between people: a shape, and the figures that it needs.</summary>
internal static class DistributionKeys
{
    private const double MostDays = 100_000;

    private static readonly (string Word, DistributionShape Shape, string[][] Needs)[] Shapes =
    [
        ("exponential", DistributionShape.Exponential, [["mean_days"]]),
        ("lognormal", DistributionShape.LogNormal, [["mean_days", "standard_deviation_days"], ["mu", "sigma"]]),
        ("gamma", DistributionShape.Gamma, [["mean_days", "standard_deviation_days"]]),
        ("fixed", DistributionShape.Fixed, [["days"]]),
        ("uniform", DistributionShape.Uniform, [["low_days", "high_days"]]),
        ("empirical", DistributionShape.Empirical, [["values"]]),
    ];

    private static readonly NumberForm Days = new("days", 0, MostDays);
    private static readonly NumberForm SomeDays = new("days", 0, MostDays, zeroAllowed: false);

    private static readonly Key<DayDistribution, DistributionShape> Shape = new(
        new ChoiceForm<DistributionShape>([.. Shapes.Select(s => (s.Word, s.Shape))]), d => ShapeOf(d))
    {
        Name = "distribution",
        Meaning = "Shape: exponential (`mean_days`), lognormal (`mean_days` and `standard_deviation_days`, or `mu` and `sigma`), gamma (`mean_days` and `standard_deviation_days`), fixed (`days`), uniform (`low_days` and `high_days`) or empirical (`values`).",
        Required = true,
    };

    private static readonly Key<DayDistribution, double> Mean = Of("mean_days", SomeDays, "Mean, before any truncation.", d => d switch
    {
        ExponentialDays e => e.MeanDays,
        LogNormalDays l => l.MeanDays,
        GammaDays g => g.MeanDays,
        _ => null,
    });

    private static readonly Key<DayDistribution, double> Deviation = Of("standard_deviation_days", Days, "Standard deviation, before any truncation.", d => d switch
    {
        LogNormalDays l => l.StandardDeviationDays,
        GammaDays g => g.StandardDeviationDays,
        _ => null,
    });

    private static readonly Key<DayDistribution, double> Mu = Of("mu", new NumberForm("log days", -20, 20), "Mean of the natural logarithm of the days (lognormal).", d => (d as LogNormalOfLogDays)?.Mu);
    private static readonly Key<DayDistribution, double> Sigma = Of("sigma", new NumberForm("log days", 0, 5), "Standard deviation of the natural logarithm of the days (lognormal).", d => (d as LogNormalOfLogDays)?.Sigma);
    private static readonly Key<DayDistribution, double> Exactly = Of("days", Days, "The length of everybody (fixed).", d => (d as FixedDays)?.Days);
    private static readonly Key<DayDistribution, double> Low = Of("low_days", Days, "Lower end (uniform).", d => (d as UniformDays)?.LowDays);
    private static readonly Key<DayDistribution, double> High = Of("high_days", SomeDays, "Upper end (uniform).", d => (d as UniformDays)?.HighDays);
    private static readonly Key<DayDistribution, double> AtLeast = Of("at_least_days", Days, "Truncation from below: shorter lengths are left out of the distribution, and the rest is scaled up. The mean moves.", d => d.AtLeastDays);
    private static readonly Key<DayDistribution, double> AtMost = Of("at_most_days", SomeDays, "Truncation from above, likewise. The mean moves.", d => d.AtMostDays);

    private static readonly Key<WeightedDays, double> ValueDays = new(Days, v => v.Days) { Name = "days", Meaning = "An observed length.", Required = true };
    private static readonly Key<WeightedDays, double> ValueWeight = new(new NumberForm("weight", 0, 1e9), v => v.Weight)
    {
        Name = "weight",
        Meaning = "How often it was observed, relative to the others.",
        Default = 1,
    };

    private static readonly Key<DayDistribution, IReadOnlyList<WeightedDays>> Observed = new(
        new RowsForm<WeightedDays>(
            new GroupForm<WeightedDays>("a group with days and weight", [ValueDays, ValueWeight], v => new WeightedDays(v.Get(ValueDays), v.Get(ValueWeight))),
            ["days", "weight"],
            optional: true,
            r => r.Number("days", 0, MostDays) is { } days && WeightOf(r) is { } weight ? new WeightedDays(days, weight) : null,
            "observed lengths"),
        d => (d as EmpiricalDays)?.Values)
    {
        Name = "values",
        Meaning = "Observed lengths, each as likely as its weight says (empirical): a list, or a CSV file beside the scenario with a column `days` and, where lengths are counted, `weight`.",
        Otherwise = "none",
    };

    /// <summary>The keys, each for the length.</summary>
    public static IReadOnlyList<Key<DayDistribution>> All { get; } = [Shape, Mean, Deviation, Mu, Sigma, Exactly, Low, High, Observed, AtLeast, AtMost];

    /// <summary>A length of time on its own.</summary>
    public static Form<DayDistribution> Length { get; } = new CheckedForm<DayDistribution>(new GroupForm<DayDistribution>("a group with a distribution and its figures, such as { distribution: exponential, mean_days: 5 }", All, Build), Check);

    /// <summary>Makes the length from the values read.</summary>
    public static DayDistribution Build(Values v)
    {
        DayDistribution made = v.Get(Shape) switch
        {
            DistributionShape.LogNormal when v.Find(Mu) is { } mu => new LogNormalOfLogDays(mu, v.Get(Sigma)),
            DistributionShape.LogNormal => new LogNormalDays(v.Get(Mean), v.Get(Deviation)),
            DistributionShape.Gamma => new GammaDays(v.Get(Mean), v.Get(Deviation)),
            DistributionShape.Fixed => new FixedDays(v.Get(Exactly)),
            DistributionShape.Uniform => new UniformDays(v.Get(Low), v.Get(High)),
            DistributionShape.Empirical => new EmpiricalDays(v.FindGroup(Observed) ?? []),
            _ => new ExponentialDays(v.Get(Mean)),
        };
        return made with { AtLeastDays = v.Find(AtLeast), AtMostDays = v.Find(AtMost) };
    }

    /// <summary>Notes figures that the shape needs and does not have, or has and does not need.</summary>
    public static void Check(string path, MapNode map, FaultList faults)
    {
        if (map.Entries.FirstOrDefault(e => e.Name == Shape.Name)?.Value is not ScalarNode shape || Array.Find(Shapes, s => s.Word == shape.Text) is not { Word: not null } known)
        {
            return;
        }

        string[] given = [.. map.Entries.Select(e => e.Name)];
        string needs = string.Join(", or ", known.Needs.Select(n => string.Join(" and ", n)));
        string[] wanted = known.Needs.MaxBy(n => n.Count(given.Contains))!;
        foreach (MapEntry entry in map.Entries.Where(e => !wanted.Contains(e.Name) && Shapes.Any(s => s.Needs.Any(n => n.Contains(e.Name)))))
        {
            faults.Add(SourcePositions.Join(path, entry.Name), entry.Line, entry.Column, $"does not belong to {known.Word}{(known.Needs.Length > 1 ? " beside the other figures" : "")}", $"for {known.Word}: {needs}");
        }

        foreach (string missing in wanted.Where(w => !given.Contains(w)))
        {
            faults.Add(SourcePositions.Join(path, missing), shape, "is missing", $"for {known.Word}: {needs}");
        }
    }

    private static double? WeightOf(InputRow row) => row.Has("weight") ? row.Number("weight", 0, 1e9) : 1;

    private static DistributionShape ShapeOf(DayDistribution d) => d switch
    {
        LogNormalDays or LogNormalOfLogDays => DistributionShape.LogNormal,
        GammaDays => DistributionShape.Gamma,
        FixedDays => DistributionShape.Fixed,
        UniformDays => DistributionShape.Uniform,
        EmpiricalDays => DistributionShape.Empirical,
        _ => DistributionShape.Exponential,
    };

    private static Key<DayDistribution, double> Of(string name, NumberForm form, string meaning, Func<DayDistribution, double?> part) =>
        new(form, d => part(d)) { Name = name, Meaning = meaning, Otherwise = name.StartsWith("at_", StringComparison.Ordinal) ? "no truncation" : "none" };
}
