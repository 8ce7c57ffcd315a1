using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of lengths of stay, and of how long people are willing to wait.</summary>
internal static class StayKeys
{
    private const string AllClasses = "every class without one of its own";

    private static readonly NumberForm Visits = new("visits a day", 0, 100);

    private static readonly Key<StayRule, string> StayClass = new(TextForm.Label, s => s.Class) { Name = "class", Meaning = "The class that it holds for.", Otherwise = AllClasses };

    private static readonly Key<StayRule, double> FirstVisits = new(Visits, s => s.Visits?.FirstPerDay)
    {
        Name = "first_visits_per_day",
        Meaning = "Visits a day that somebody needs on the first day of the episode (only, and always, in a place of kind visits). A person begins when so many are free.",
        Otherwise = "no visits",
    };

    private static readonly Key<StayRule, double> LastVisits = new(Visits, s => s.Visits?.LastPerDay)
    {
        Name = "last_visits_per_day",
        Meaning = "Visits a day on the last day; they taper from the first day to the last by equal steps.",
        Otherwise = "as on the first day",
    };

    private static readonly Key<PatienceRule, string> PatienceClass = new(TextForm.Label, p => p.Class) { Name = "class", Meaning = "The class that it holds for.", Otherwise = AllClasses };
    private static readonly Key<WaitingDeaths, string> DeathClass = new(TextForm.Label, d => d.Class) { Name = "class", Meaning = "The class that it holds for.", Otherwise = AllClasses };
    private static readonly Key<WaitingDeaths, double> DeathsPerDay = new(new NumberForm("a person and day", 0, 100), d => d.PerDay) { Name = "per_day", Meaning = "Hazard of dying while waiting.", Required = true };

    /// <summary>Lengths of stay by class.</summary>
    public static Form<IReadOnlyList<StayRule>> Stays { get; } = new OneOrMoreForm<StayRule>(new CheckedForm<StayRule>(
        new GroupForm<StayRule>(
            "a length of stay such as { distribution: exponential, mean_days: 5 }",
            [StayClass, .. DistributionKeys.All.Select(k => LiftedKey<StayRule, DayDistribution>.Of(k, s => s.LengthOfStay)), FirstVisits, LastVisits],
            v => new StayRule
            {
                Class = v.FindGroup(StayClass),
                LengthOfStay = DistributionKeys.Build(v),
                Visits = v.Find(FirstVisits) is { } first ? new VisitPackage(first, v.Find(LastVisits) ?? first) : null,
            }),
        CheckStay));

    /// <summary>Patience by class.</summary>
    public static Form<IReadOnlyList<PatienceRule>> Patience { get; } = new OneOrMoreForm<PatienceRule>(new CheckedForm<PatienceRule>(
        new GroupForm<PatienceRule>(
            "a length of time such as { distribution: exponential, mean_days: 5 }",
            [PatienceClass, .. DistributionKeys.All.Select(k => LiftedKey<PatienceRule, DayDistribution>.Of(k, p => p.Patience))],
            v => new PatienceRule(v.FindGroup(PatienceClass), DistributionKeys.Build(v))),
        DistributionKeys.Check));

    /// <summary>Deaths while waiting by class.</summary>
    public static Form<IReadOnlyList<WaitingDeaths>> Deaths { get; } = new OneOrMoreForm<WaitingDeaths>(
        new GroupForm<WaitingDeaths>("a group with per_day", [DeathClass, DeathsPerDay], v => new WaitingDeaths(v.FindGroup(DeathClass), v.Get(DeathsPerDay))));

    private static void CheckStay(string path, MapNode map, FaultList faults)
    {
        DistributionKeys.Check(path, map, faults);
        if (map.Entries.FirstOrDefault(e => e.Name == LastVisits.Name) is { } last && map.Entries.All(e => e.Name != FirstVisits.Name))
        {
            faults.Add(SourcePositions.Join(path, last.Name), last.Line, last.Column, "has no first day's visits to taper from", "first_visits_per_day beside it");
        }
    }
}
