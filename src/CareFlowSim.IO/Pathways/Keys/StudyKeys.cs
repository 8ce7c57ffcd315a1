using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of precision, capacity search and policies.</summary>
internal static class StudyKeys
{
    private static readonly ChoiceForm<PathwayMeasure> MeasureForm = new([.. Enum.GetValues<PathwayMeasure>().Select(m => (PathwayMeasureText.Word(m), m))]);

    private static readonly Key<SearchRange, string> RangePlace = new(TextForm.Label, r => r.Place) { Name = "place", Meaning = "The place.", Required = true };
    private static readonly Key<SearchRange, long> Lowest = Whole<SearchRange>("lowest", "units", 0, 1_000_000, "Fewest units.", r => r.Lowest, null);
    private static readonly Key<SearchRange, long> Highest = Whole<SearchRange>("highest", "units", 0, 1_000_000, "Most units.", r => r.Highest, null);
    private static readonly Key<SearchRange, long> Step = Whole<SearchRange>("step", "units", 1, 1_000_000, "Units from one to the next.", r => r.Step, 1);

    private static readonly Key<CapacitySearch, IReadOnlyList<SearchRange>> Ranges = new(
        new OneOrMoreForm<SearchRange>(new GroupForm<SearchRange>(
            "a group with place, lowest and highest", [RangePlace, Lowest, Highest, Step], v => new SearchRange(v.Get(RangePlace), (int)v.Get(Lowest), (int)v.Get(Highest), (int)v.Get(Step)))),
        s => s.Places)
    {
        Name = "places",
        Meaning = "The capacities to move. Each takes the place of the capacity there, the same at all times.",
        Required = true,
    };

    private static readonly Key<CapacitySearch, SearchMethod> Method = new(
        new ChoiceForm<SearchMethod>(("grid", SearchMethod.Grid), ("golden-section", SearchMethod.GoldenSection), ("nelder-mead", SearchMethod.NelderMead)), s => s.Method)
    {
        Name = "method",
        Meaning = "grid tries every combination; golden-section narrows down one capacity; nelder-mead moves a simplex over several.",
        Default = SearchMethod.Grid,
    };

    private static readonly Key<CapacitySearch, SearchObjective> Objective = new(
        new ChoiceForm<SearchObjective>(("least-cost", SearchObjective.LeastCost), ("least-capacity", SearchObjective.LeastCapacity)), s => s.Objective)
    {
        Name = "objective",
        Meaning = "What the best capacities are: least-cost or least-capacity, among those that meet the service levels.",
        Default = SearchObjective.LeastCost,
    };

    private static readonly Key<ServiceLevel, PathwayMeasure> LevelMeasure = MeasureKey<ServiceLevel>(l => l.Measure);
    private static readonly Key<ServiceLevel, string> LevelPlace = PlaceKey<ServiceLevel>(l => l.Place);
    private static readonly Key<ServiceLevel, double> LevelAtMost = new(new NumberForm("the measure's unit", 0, 1e15), l => l.AtMost) { Name = "at_most", Meaning = "The most that its mean over replications may be.", Required = true };

    private static readonly Key<CapacitySearch, IReadOnlyList<ServiceLevel>> Levels = new(
        new OneOrMoreForm<ServiceLevel>(new GroupForm<ServiceLevel>(
            "a group with measure, place and at_most", [LevelMeasure, LevelPlace, LevelAtMost], v => new ServiceLevel(v.FindGroup(LevelPlace), v.Get(LevelMeasure), v.Get(LevelAtMost)))),
        s => s.ServiceLevels.Count == 0 ? null : s.ServiceLevels)
    {
        Name = "service_levels",
        Meaning = "What must be met, for instance at most 0.05 of people waiting at all; needed for least-capacity.",
        Otherwise = "none",
    };

    private static readonly Key<CapacitySearch, long> Replications = Whole<CapacitySearch>("replications", "replications", 1, 100_000, "Replications of each combination, on common random numbers.", s => s.Replications, 10);
    private static readonly Key<CapacitySearch, long> MostEvaluations = Whole<CapacitySearch>("most_evaluations", "combinations", 1, 100_000, "The most combinations tried.", s => s.MostEvaluations, 500);

    private static readonly Key<PathwayPolicy, string> Name = new(TextForm.Label, p => p.Name) { Name = "name", Meaning = $"Name in tables and charts; `{PolicyKeys.Reserved}` is taken.", Required = true };
    private static readonly Key<PathwayPolicy, string> Title = new(TextForm.Line, p => p.Title.Length == 0 ? null : p.Title) { Name = "title", Meaning = "What the policy does, in one line.", Otherwise = "the name" };

    private static readonly Key<PlaceChange, string> ChangePlace = new(TextForm.Label, c => c.Place) { Name = "place", Meaning = "The place that changes.", Required = true };
    private static readonly Key<PlaceChange, PlaceCapacity> ChangeCapacity = new(CapacityForm.OfPlace, c => c.Capacity) { Name = "capacity", Meaning = "The capacity instead.", Otherwise = "as it is" };
    private static readonly Key<PlaceChange, IReadOnlyList<StayRule>> ChangeStay = new(StayKeys.Stays, c => c.Stays.Count == 0 ? null : c.Stays) { Name = "stay", Meaning = "The lengths of stay instead; classes not named keep theirs.", Otherwise = "as it is" };
    private static readonly Key<PlaceChange, WorkingHours> ChangeHours = new(HoursKeys.Group, c => c.AdmissionHours) { Name = "admission_hours", Meaning = "The admission hours instead.", Otherwise = "as it is" };
    private static readonly Key<PlaceChange, DayDistribution> ChangeTransfer = new(DistributionKeys.Length, c => c.TransferDelay) { Name = "transfer_delay", Meaning = "The transfer delay instead.", Otherwise = "as it is" };

    private static readonly Key<PathwayPolicy, IReadOnlyList<PlaceChange>> Places = new(
        new OneOrMoreForm<PlaceChange>(new GroupForm<PlaceChange>(
            "a group with a place and what changes there",
            [ChangePlace, ChangeCapacity, ChangeStay, ChangeHours, ChangeTransfer],
            v => new PlaceChange
            {
                Place = v.Get(ChangePlace),
                Capacity = v.FindGroup(ChangeCapacity),
                Stays = v.FindGroup(ChangeStay) ?? [],
                AdmissionHours = v.FindGroup(ChangeHours),
                TransferDelay = v.FindGroup(ChangeTransfer),
            })),
        p => p.Places.Count == 0 ? null : p.Places)
    {
        Name = "places",
        Meaning = "Places that change.",
        Otherwise = "none",
    };

    private static readonly Key<PathwayPolicy, IReadOnlyList<PathwayRoute>> Routes = new(new OneOrMoreForm<PathwayRoute>(RouteKeys.Group), p => p.Routes.Count == 0 ? null : p.Routes)
    {
        Name = "routes",
        Meaning = "Routes that take the place of those with the same start and class.",
        Otherwise = "none",
    };

    private static readonly Key<ArrivalChange, string> ChangeStream = new(TextForm.Label, c => c.Stream) { Name = "stream", Meaning = "The stream, one with a rate.", Required = true };
    private static readonly Key<ArrivalChange, double> Factor = new(new NumberForm("ratio", 0, 1_000), c => c.Factor) { Name = "factor", Meaning = "What its rate is multiplied with.", Required = true };

    private static readonly Key<PathwayPolicy, IReadOnlyList<ArrivalChange>> Arrivals = new(
        new OneOrMoreForm<ArrivalChange>(new GroupForm<ArrivalChange>("a group with stream and factor", [ChangeStream, Factor], v => new ArrivalChange(v.Get(ChangeStream), v.Get(Factor)))),
        p => p.Arrivals.Count == 0 ? null : p.Arrivals)
    {
        Name = "arrivals",
        Meaning = "Streams whose rate changes.",
        Otherwise = "none",
    };

    /// <summary>When measures are known well enough.</summary>
    public static OneOrMoreForm<PrecisionGoal<PathwayMeasure>> Precision { get; } =
        PrecisionKeys<PathwayMeasure>.Goals(MeasureForm, PlaceKey<PrecisionGoal<PathwayMeasure>>(g => g.Place));

    /// <summary>Which capacities to search for.</summary>
    public static GroupForm<CapacitySearch> Search { get; } = new(
        "a group with places",
        [Ranges, Method, Objective, Levels, Replications, MostEvaluations],
        v => new CapacitySearch
        {
            Places = v.FindGroup(Ranges) ?? [],
            Method = v.Get(Method),
            Objective = v.Get(Objective),
            ServiceLevels = v.FindGroup(Levels) ?? [],
            Replications = (int)v.Get(Replications),
            MostEvaluations = (int)v.Get(MostEvaluations),
        });

    /// <summary>One policy.</summary>
    public static GroupForm<PathwayPolicy> Policy { get; } = new(
        "a group with a name and changes",
        [Name, Title, Places, Routes, Arrivals],
        v => new PathwayPolicy
        {
            Name = v.Get(Name),
            Title = v.FindGroup(Title) ?? "",
            Places = v.FindGroup(Places) ?? [],
            Routes = v.FindGroup(Routes) ?? [],
            Arrivals = v.FindGroup(Arrivals) ?? [],
        });

    private static Key<TOwner, PathwayMeasure> MeasureKey<TOwner>(Func<TOwner, PathwayMeasure> part) =>
        new(MeasureForm, o => part(o)) { Name = "measure", Meaning = "The measure, by its name in the results.", Required = true };

    private static Key<TOwner, string> PlaceKey<TOwner>(Func<TOwner, string?> part) =>
        new(TextForm.Label, o => part(o)) { Name = "place", Meaning = "The place that is measured.", Otherwise = "the whole path" };

    private static Key<TOwner, long> Whole<TOwner>(string name, string unit, long least, long most, string meaning, Func<TOwner, int> part, long? otherwise) =>
        otherwise is { } value
            ? new(new WholeNumberForm(unit, least, most), o => (long)part(o)) { Name = name, Meaning = meaning, Default = value }
            : new(new WholeNumberForm(unit, least, most), o => (long)part(o)) { Name = name, Meaning = meaning, Required = true };
}
