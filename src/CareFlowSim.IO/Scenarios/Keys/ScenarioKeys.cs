using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of a scenario file. Every name, unit, range and meaning stands here or in a neighbour, and nowhere else.</summary>
internal static class ScenarioKeys
{
    private const long FormatVersion = 1;
    private const long LargestSeed = (1L << 53) - 1;

    private static readonly int LongestPeriod = DateForm.Last.DayNumber - DateForm.First.DayNumber + 1;

    private static readonly Key<Scenario, long> Format = new(new WholeNumberForm("", FormatVersion, FormatVersion), _ => FormatVersion)
    {
        Name = "careflow",
        Meaning = "Version of the file format.",
        Required = true,
    };

    private static readonly Key<Scenario, ScenarioKind> Kind = new(ScenarioKinds.Form, _ => ScenarioKind.People)
    {
        Name = ScenarioKinds.Key,
        Meaning = "Kind of scenario: people follows older people of whole areas through home, hospital and care; pathway and sweep have keys of their own, see below.",
        Default = ScenarioKind.People,
    };

    private static readonly Key<Scenario, string> Name = new(TextForm.FileName, s => s.Name)
    {
        Name = "name",
        Meaning = "Short name; the results folder is called after it.",
        Required = true,
    };

    private static readonly Key<Scenario, string> Title = new(TextForm.Line, s => s.Title)
    {
        Name = "title",
        Meaning = "The question that the scenario answers, in one line.",
        Required = true,
    };

    private static readonly Key<Scenario, string> World = new(TextForm.FileName, s => s.World)
    {
        Name = "world",
        Meaning = "Folder of input tables beside the scenario file.",
        Required = true,
    };

    private static readonly Key<Period, DateOnly> Start = new(DateForm.Day, p => p.Start)
    {
        Name = "start",
        Meaning = "First measured day.",
        Required = true,
    };

    private static readonly Key<Period, long> Days = new(new WholeNumberForm("days", 1, LongestPeriod), p => (long)p.Days)
    {
        Name = "days",
        Meaning = "Measured days. The last one must not lie after the last possible start.",
        Required = true,
    };

    private static readonly Key<Period, long> WarmUpDays = new(new WholeNumberForm("days", 0, LongestPeriod), p => (long)p.WarmUpDays)
    {
        Name = "warm_up_days",
        Meaning = "Days simulated before the first measured day and not counted, so that hospitals and care homes start filled. The first one must not lie before the first possible start.",
        Required = true,
    };

    private static readonly Key<Scenario, Period> Period = new(
        new GroupForm<Period>(
            "a group with start, days and warm_up_days",
            [Start, Days, WarmUpDays],
            v => new Period(v.Get(Start), (int)v.Get(Days), (int)v.Get(WarmUpDays))),
        s => s.Period)
    {
        Name = "period",
        Meaning = "When the measured days start, and how long measurement and warm-up last.",
        Required = true,
    };

    private static readonly Key<Scenario, IReadOnlyList<string>> Areas = new(AreasForm.AllOrSome, s => s.Areas)
    {
        Name = "areas",
        Meaning = "The areas to simulate, by name or official code.",
        Default = [],
    };

    private static readonly Key<Scenario, int> Sample = new(SampleForm.OneTo, s => s.PeoplePerAgent)
    {
        Name = "sample",
        Meaning = "1:1 simulates every person; 1:10 one person in ten, with capacities scaled down alike.",
        Default = 1,
    };

    private static readonly Key<Scenario, long> Replications = new(new WholeNumberForm("replications", 1, 100_000), s => (long)s.Replications)
    {
        Name = "replications",
        Meaning = "Independent replications, each with its own random numbers, the same in every arm. With `precision`, that decides in `careflow run`.",
        Default = 1,
    };

    private static readonly Key<Scenario, IReadOnlyList<PrecisionGoal<string>>> Precision = new(
        PrecisionKeys<string>.Goals(new ChoiceForm<string>([.. PolicyMeasure.All.Select(m => (m.Name, m.Name))]), place: null),
        s => s.Precision.Count == 0 ? null : s.Precision)
    {
        Name = "precision",
        Meaning = "Replications until the interval of every measure named here is narrow enough (Hoad, Robinson and Davies 2010); with policies, of what each of them changes. For `careflow run`.",
        Otherwise = "the number of replications is fixed",
    };

    private static readonly Key<Scenario, long> Seed = new(new WholeNumberForm("", 0, LargestSeed), s => s.Seed)
    {
        Name = "seed",
        Meaning = "Seed of all random numbers: the same seed gives the same results to the last digit.",
        Default = 1L,
    };

    private static readonly Key<Scenario, IReadOnlyDictionary<string, double>> Parameters = new(
        ParametersForm.ByKey, s => s.ParameterChanges.Count == 0 ? null : s.ParameterChanges)
    {
        Name = "parameters",
        Meaning = "Figures of the world that this scenario sets differently, by parameter key, in every arm.",
        Otherwise = "the world as it is",
    };

    private static readonly Key<Scenario, Levers> Baseline = new(
        LeverKeys.Group, s => LeverKeys.Group.Write(s.Baseline).Count == 0 ? null : s.Baseline)
    {
        Name = "baseline",
        Meaning = "Levers that hold in every arm, the baseline among them. It takes every lever that a policy takes.",
        Otherwise = "no lever moved",
    };

    private static readonly Key<Scenario, IReadOnlyList<Policy>> Policies = new(
        new ListForm<Policy>("a list of policies, each with a name and its levers", PolicyKeys.Group), s => s.Policies)
    {
        Name = "policies",
        Meaning = "The policies compared with the baseline, each on the same people and the same luck.",
        Default = [],
        Otherwise = "none, the baseline alone",
    };

    /// <summary>The root group of a scenario of kind people.</summary>
    public static GroupForm<Scenario> Root { get; } = new(
        "a group of keys that starts with careflow: 1",
        [Format, Kind, Name, Title, World, Period, Areas, Sample, Replications, Precision, Seed, Parameters, Baseline, Policies],
        v => new Scenario
        {
            Name = v.Get(Name),
            Title = v.Get(Title),
            World = v.Get(World),
            Period = v.FindGroup(Period) ?? new Period(DateForm.First, 1, 0),
            Areas = v.Get(Areas),
            PeoplePerAgent = v.Get(Sample),
            Replications = (int)v.Get(Replications),
            Precision = v.FindGroup(Precision) ?? [],
            Seed = v.Get(Seed),
            ParameterChanges = v.Get(Parameters),
            Baseline = v.FindGroup(Baseline) ?? Levers.Off,
            Policies = v.Get(Policies),
        });
}
