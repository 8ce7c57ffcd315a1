using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of a scenario of kind pathway. Every name, unit, range and meaning stands here or in a neighbour, and nowhere else.</summary>
internal static class PathwayKeys
{
    private const long FormatVersion = 1;
    private const long LargestSeed = (1L << 53) - 1;
    private const long LongestPeriod = 36_500;

    private static readonly Key<PathwayScenario, long> Format = new(new WholeNumberForm("", FormatVersion, FormatVersion), _ => FormatVersion) { Name = "careflow", Meaning = "Version of the file format.", Required = true };

    private static readonly Key<PathwayScenario, ScenarioKind> Kind = new(new ChoiceForm<ScenarioKind>((ScenarioKinds.Pathway, ScenarioKind.Pathway)), _ => ScenarioKind.Pathway)
    {
        Name = ScenarioKinds.Key,
        Meaning = "Kind of scenario: pathway follows people who arrive from outside through places, without a population behind them.",
        Required = true,
    };

    private static readonly Key<PathwayScenario, string> Name = new(TextForm.FileName, s => s.Name) { Name = "name", Meaning = "Short name; the results folder is called after it.", Required = true };
    private static readonly Key<PathwayScenario, string> Title = new(TextForm.Line, s => s.Title) { Name = "title", Meaning = "The question that the scenario answers, in one line.", Required = true };
    private static readonly Key<Period, DateOnly> Start = new(DateForm.AnyDay, p => p.Start) { Name = "start", Meaning = "First measured day.", Required = true };
    private static readonly Key<Period, long> Days = new(new WholeNumberForm("days", 1, LongestPeriod), p => (long)p.Days) { Name = "days", Meaning = "Measured days.", Required = true };
    private static readonly Key<Period, long> WarmUp = new(new WholeNumberForm("days", 0, LongestPeriod), p => (long)p.WarmUpDays)
    {
        Name = "warm_up_days",
        Meaning = "Days simulated before the first measured day and not counted. With a warm-up the results hold a Welch plot and the truncation by MSER-5, which say whether it was long enough.",
        Default = 0L,
    };

    private static readonly Key<PathwayScenario, Period> Period = new(
        new GroupForm<Period>("a group with start, days and warm_up_days", [Start, Days, WarmUp], v => new Period(v.Get(Start), (int)v.Get(Days), (int)v.Get(WarmUp))),
        s => s.Period)
    {
        Name = "period",
        Meaning = "When the measured days start, and how long measurement and warm-up last.",
        Required = true,
    };

    private static readonly Key<PathwayScenario, long> Replications = new(new WholeNumberForm("replications", 1, 100_000), s => (long)s.Replications.Number)
    {
        Name = "replications",
        Meaning = "Independent replications, each with its own random numbers, the same in every arm. With `precision`, that decides.",
        Default = 10L,
    };

    private static readonly Key<PathwayScenario, IReadOnlyList<PrecisionGoal<PathwayMeasure>>> Precision = new(
        StudyKeys.Precision, s => s.Replications.Precision.Count == 0 ? null : s.Replications.Precision)
    {
        Name = "precision",
        Meaning = "Replications until the interval of every measure named here is narrow enough (Hoad, Robinson and Davies 2010); with policies, of what each of them changes.",
        Otherwise = "the number of replications is fixed",
    };

    private static readonly Key<PathwayScenario, long> Seed = new(new WholeNumberForm("", 0, LargestSeed), s => s.Seed) { Name = "seed", Meaning = "Seed of all random numbers: the same seed gives the same results to the last digit.", Default = 1L };

    private static readonly Key<PathwayScenario, IReadOnlyList<string>> Classes = new(
        new ListForm<string>("a list of names of classes", TextForm.Label), s => s.Classes)
    {
        Name = "classes",
        Meaning = "Kinds of people that differ in stay, route, priority or patience.",
        Default = ["everyone"],
        Otherwise = "one class, `everyone`",
    };

    private static readonly Key<PathwayScenario, IReadOnlyList<DateOnly>> Holidays = new(
        new ListForm<DateOnly>("a list of days such as [2024-12-25, 2024-12-26]", DateForm.AnyDay), s => s.BankHolidays.Count == 0 ? null : s.BankHolidays)
    {
        Name = "bank_holidays",
        Meaning = "Dates on which working hours do not hold, unless they say so.",
        Default = [],
        Otherwise = "none",
    };

    private static readonly Key<PathwayScenario, IReadOnlyList<ArrivalStream>> Arrivals = new(
        new ListForm<ArrivalStream>("a list of streams, each with a name and when people come", ArrivalKeys.Form), s => s.Arrivals)
    {
        Name = "arrivals",
        Meaning = "Streams of people who come from outside.",
        Required = true,
    };

    private static readonly Key<PathwayScenario, IReadOnlyList<PathwayPlace>> Places = new(
        new ListForm<PathwayPlace>("a list of places, each with a name, a capacity and a stay", PlaceKeys.Group), s => s.Places)
    {
        Name = "places",
        Meaning = "The places, in the order of the results.",
        Required = true,
    };

    private static readonly Key<PathwayScenario, IReadOnlyList<string>> Ends = new(
        new ListForm<string>("a list of names of ends", TextForm.Label), s => s.Ends.Count == 0 ? null : s.Ends)
    {
        Name = "ends",
        Meaning = "Further ends of the path, for instance `care home`.",
        Default = [],
        Otherwise = "home, died, turned away and left, which are always there",
    };

    private static readonly Key<PathwayScenario, IReadOnlyList<PathwayRoute>> Routes = new(
        new ListForm<PathwayRoute>("a list of routes, each with from and to", RouteKeys.Group), s => s.Routes)
    {
        Name = "routes",
        Meaning = "Where people go after a stay; every place needs a route for each class that can be there.",
        Required = true,
    };

    private static readonly Key<PathwayScenario, PathwayStart> Beginning = new(RouteKeys.Start, s => s.Start.Census.Count == 0 ? null : s.Start)
    {
        Name = "start",
        Meaning = "Who is there when the run (its warm-up, if there is one) begins.",
        Otherwise = "nobody",
    };

    private static readonly Key<PathwayScenario, PathwayCosts> Costs = new(RouteKeys.Costs, s => s.Costs == new PathwayCosts() ? null : s.Costs)
    {
        Name = "costs",
        Meaning = "Costs that belong to no place.",
        Otherwise = "none",
    };

    private static readonly Key<PathwayScenario, CapacitySearch> Search = new(StudyKeys.Search, s => s.Search)
    {
        Name = "search",
        Meaning = "What `careflow search` looks for: capacities of least cost, or the fewest that meet a service level. `careflow run` passes over it.",
        Otherwise = "nothing to search for",
    };

    private static readonly Key<PathwayScenario, IReadOnlyList<PathwayPolicy>> Policies = new(
        new ListForm<PathwayPolicy>("a list of policies, each with a name and its changes", StudyKeys.Policy), s => s.Policies.Count == 0 ? null : s.Policies)
    {
        Name = "policies",
        Meaning = "Changes compared with the scenario as it stands, on the same people and the same luck.",
        Default = [],
        Otherwise = "none, the baseline alone",
    };

    /// <summary>The root group.</summary>
    public static GroupForm<PathwayScenario> Root { get; } = new(
        "a group of keys that starts with careflow: 1 and kind: pathway",
        [Format, Kind, Name, Title, Period, Replications, Precision, Seed, Classes, Holidays, Arrivals, Places, Ends, Routes, Beginning, Costs, Search, Policies],
        v => new PathwayScenario
        {
            Name = v.Get(Name),
            Title = v.Get(Title),
            Period = v.FindGroup(Period) ?? new Period(DateForm.AnyDay.Fallback, 1, 0),
            Seed = v.Get(Seed),
            Replications = new PathwayReplications { Number = (int)v.Get(Replications), Precision = v.FindGroup(Precision) ?? [] },
            Classes = v.Get(Classes),
            BankHolidays = v.Get(Holidays),
            Arrivals = v.FindGroup(Arrivals) ?? [],
            Places = v.FindGroup(Places) ?? [],
            Ends = v.Get(Ends),
            Routes = v.FindGroup(Routes) ?? [],
            Start = v.FindGroup(Beginning) ?? PathwayStart.Empty,
            Costs = v.FindGroup(Costs) ?? new PathwayCosts(),
            Search = v.FindGroup(Search),
            Policies = v.Get(Policies),
        });
}
