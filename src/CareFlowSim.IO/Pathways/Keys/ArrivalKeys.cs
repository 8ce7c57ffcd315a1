using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of people who come from outside.</summary>
internal static class ArrivalKeys
{
    private const double MostPerDay = 1_000_000;
    private const double MostDays = 100_000;
    private const long MostPeople = 10_000_000;

    private static readonly NumberForm Rate = new("a day", 0, MostPerDay);

    private static readonly Key<ArrivalStream, string> Name = new(TextForm.Label, s => s.Name) { Name = "name", Meaning = "Name of the stream; no stream, place or end shares it.", Required = true };
    private static readonly Key<ArrivalStream, string> To = new(TextForm.Label, s => s.To) { Name = "to", Meaning = "The place where all of them begin.", Otherwise = "a route from this stream says where" };

    private static readonly Key<ArrivalStream, IReadOnlyList<ClassShare>> Classes = new(
        new SharesForm<ClassShare>("classes with their shares, such as { stroke: 0.6, other: 0.4 }, that add up to 1", NumberForm.Share, (c, s) => new ClassShare(c, s), s => (s.Class, s.Share)),
        s => s.Shares.Count == 0 ? null : s.Shares)
    {
        Name = "classes",
        Meaning = "The share of each class among those who come; they add up to 1.",
        Otherwise = "the only class, or equal shares of all",
    };

    private static readonly Key<ArrivalStream, double> PerDay = new(Rate, s => Varying(s) is { Levels: [{ From: null } only] } ? only.PerDay : null)
    {
        Name = "per_day",
        Meaning = "Mean arrivals a day, as a Poisson process (batches, where several come at once); with `population`, the hazard of one person outside.",
        Otherwise = "levels, every_hours or at says when they come",
    };

    private static readonly Key<RatePoint, DateTime> LevelFrom = new(MomentForm.DayOrHour, p => p.From)
    {
        Name = "from",
        Meaning = "The moment from which the level holds.",
        Otherwise = "the beginning (the first only)",
    };

    private static readonly Key<RatePoint, double> LevelPerDay = new(Rate, p => p.PerDay) { Name = "per_day", Meaning = "The level from then on.", Required = true };

    private static readonly Key<ArrivalStream, IReadOnlyList<RatePoint>> Levels = new(
        new RowsForm<RatePoint>(
            new GroupForm<RatePoint>("a group with from and per_day", [LevelFrom, LevelPerDay], v => new RatePoint(v.Find(LevelFrom), v.Get(LevelPerDay))),
            ["from", "per_day"],
            optional: false,
            r => Moment(r, "from") is { } from && r.Number("per_day", 0, MostPerDay) is { } level ? new RatePoint(from, level) : null,
            "levels, each with from and per_day"),
        s => Varying(s) is { Levels: not [{ From: null }] } rate ? rate.Levels : null)
    {
        Name = "levels",
        Meaning = "A rate that steps from moment to moment, in rising order: a list, or a CSV file beside the scenario with the columns `from` and `per_day`. The first level also holds before.",
        Otherwise = "per_day at all times",
    };

    private static readonly Key<ArrivalStream, IReadOnlyList<double>> Weekdays = new(new FactorsForm(7, "Monday to Sunday"), s => Varying(s) is { WeekdayFactors.Count: > 0 } r ? r.WeekdayFactors : null)
    {
        Name = "weekday_factors",
        Meaning = "What the rate is multiplied with from Monday to Sunday. They are used as they stand: to keep the mean, they must average to 1.",
        Otherwise = "1 each",
    };

    private static readonly Key<ArrivalStream, IReadOnlyList<double>> HourFactors = new(new FactorsForm(24, "the hours from midnight"), s => Varying(s) is { HourFactors.Count: > 0 } r ? r.HourFactors : null)
    {
        Name = "hour_factors",
        Meaning = "What the rate is multiplied with in each hour from midnight; likewise.",
        Otherwise = "1 each",
    };

    private static readonly Key<SineWave, double> Amplitude = new(NumberForm.Share, w => w.Amplitude) { Name = "amplitude", Meaning = "Height of the wave, relative to the level.", Required = true };
    private static readonly Key<SineWave, double> WavePeriod = new(new NumberForm("days", 0, MostDays, zeroAllowed: false), w => w.PeriodDays) { Name = "period_days", Meaning = "Length of a full wave: 1 is a day, 7 a week, 365.25 a year.", Required = true };
    private static readonly Key<SineWave, double> Phase = new(new NumberForm("days", -MostDays, MostDays), w => w.PhaseDays)
    {
        Name = "phase_days",
        Meaning = "Days after the first measured midnight at which the wave rises through zero; its top comes a quarter of a period later.",
        Default = 0,
    };

    private static readonly Key<ArrivalStream, IReadOnlyList<SineWave>> Waves = new(
        new OneOrMoreForm<SineWave>(new GroupForm<SineWave>("a group with amplitude and period_days", [Amplitude, WavePeriod, Phase], v => new SineWave(v.Get(Amplitude), v.Get(WavePeriod), v.Get(Phase)))),
        s => Varying(s) is { Waves.Count: > 0 } r ? r.Waves : null)
    {
        Name = "waves",
        Meaning = "Sine waves about the level; their amplitudes add up to at most 1.",
        Otherwise = "none",
    };

    private static readonly Key<ArrivalStream, long> Population = new(new WholeNumberForm("people", 1, MostPeople), s => s.Process is PopulationArrivals p ? (long)p.People : null)
    {
        Name = "population",
        Meaning = "A finite population: so many people, all outside at the start, each coming at the hazard `per_day` while outside. They are outside again after the end of their path, unless they died.",
        Otherwise = "arrivals do not depend on how many are inside",
    };

    private static readonly Key<ArrivalStream, double> EveryHours = new(new NumberForm("hours", 0, 100_000, zeroAllowed: false), s => (s.Process as RegularArrivals)?.EveryHours)
    {
        Name = "every_hours",
        Meaning = "Arrivals at equal distances instead of a rate.",
        Otherwise = "per_day",
    };

    private static readonly Key<ArrivalStream, DateTime> First = new(MomentForm.DayOrHour, s => (s.Process as RegularArrivals)?.First)
    {
        Name = "first",
        Meaning = "The first of the arrivals at equal distances.",
        Otherwise = "the beginning of the run",
    };

    private static readonly Key<ArrivalStream, IReadOnlyList<Booked>> At = new(
        new RowsForm<Booked>(BookedForm.Moment, ["at"], optional: false, r => Moment(r, "at") is { } at ? new Booked(at) : null, "moments"),
        s => s.Process is ListedArrivals l ? [.. l.At.Select(a => new Booked(a))] : (IReadOnlyList<Booked>?)null)
    {
        Name = "at",
        Meaning = "Arrivals at given moments instead of a rate: a list, or a CSV file beside the scenario with the column `at`.",
        Otherwise = "per_day",
    };

    private static readonly Key<BatchSize, long> BatchPeople = new(new WholeNumberForm("people", 1, 10_000), b => (long)b.People) { Name = "people", Meaning = "People who come at once.", Required = true };
    private static readonly Key<BatchSize, double> BatchWeight = new(new NumberForm("weight", 0, 1e9), b => b.Weight) { Name = "weight", Meaning = "How often, relative to the other sizes.", Default = 1 };

    private static readonly Key<ArrivalStream, IReadOnlyList<BatchSize>> Batch = new(
        new OneOrMoreForm<BatchSize>(new GroupForm<BatchSize>("a group with people and weight", [BatchPeople, BatchWeight], v => new BatchSize((int)v.Get(BatchPeople), v.Get(BatchWeight)))),
        s => s.Batch.Count == 0 ? null : s.Batch)
    {
        Name = "batch",
        Meaning = "How many come at once. Each is a person of their own.",
        Otherwise = "one",
    };

    /// <summary>One stream.</summary>
    public static Form<ArrivalStream> Form { get; } = new CheckedForm<ArrivalStream>(
        new GroupForm<ArrivalStream>(
            "a group with a name, where they begin and when they come",
            [Name, To, Classes, PerDay, Levels, Weekdays, HourFactors, Waves, Population, EveryHours, First, At, Batch],
            v => new ArrivalStream
            {
                Name = v.Get(Name),
                To = v.FindGroup(To),
                Shares = v.FindGroup(Classes) ?? [],
                Process = Process(v),
                Batch = v.FindGroup(Batch) ?? [],
            }),
        Check);

    private static ArrivalProcess Process(Values v)
    {
        if (v.FindGroup(At) is { } at)
        {
            return new ListedArrivals([.. at.Select(b => b.At)]);
        }

        if (v.Find(EveryHours) is { } every)
        {
            return new RegularArrivals(v.Find(First), every);
        }

        VaryingRate rate = new()
        {
            Levels = v.FindGroup(Levels) is { Count: > 0 } levels ? levels : [new RatePoint(null, v.Get(PerDay))],
            WeekdayFactors = v.FindGroup(Weekdays) ?? [],
            HourFactors = v.FindGroup(HourFactors) ?? [],
            Waves = v.FindGroup(Waves) ?? [],
        };
        return v.Find(Population) is { } people ? new PopulationArrivals((int)people, rate) : new PoissonArrivals(rate);
    }

    private static void Check(string path, MapNode map, FaultList faults)
    {
        string[] ways = [PerDay.Name, Levels.Name, EveryHours.Name, At.Name];
        MapEntry[] given = [.. map.Entries.Where(e => ways.Contains(e.Name))];
        string allowed = "one of " + string.Join(", ", ways);
        if (given.Length == 0)
        {
            faults.Add(path, map, "does not say when people come", allowed);
            return;
        }

        foreach (MapEntry second in given.Skip(1))
        {
            faults.Add(SourcePositions.Join(path, second.Name), second.Line, second.Column, $"stands beside {given[0].Name}", allowed);
        }

        bool varying = given[0].Name == PerDay.Name || given[0].Name == Levels.Name;
        string[] ofRates = [Weekdays.Name, HourFactors.Name, Waves.Name, Population.Name];
        foreach (MapEntry idle in map.Entries.Where(e => (!varying && ofRates.Contains(e.Name)) || (given[0].Name != EveryHours.Name && e.Name == First.Name)))
        {
            faults.Add(
                SourcePositions.Join(path, idle.Name), idle.Line, idle.Column, $"does nothing beside {given[0].Name}",
                idle.Name == First.Name ? "only with every_hours" : "only with per_day or levels");
        }
    }

    private static VaryingRate? Varying(ArrivalStream s) => s.Process switch
    {
        PoissonArrivals p => p.Rate,
        PopulationArrivals p => p.Hazard,
        _ => null,
    };

    private static DateTime? Moment(InputRow row, string column)
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        if (MomentForm.Parse(text) is { } moment)
        {
            return moment;
        }

        row.Fault(column, $"'{text}' is not a moment", MomentForm.DayOrHour.Allowed);
        return null;
    }
}

/// <summary>A moment at which somebody comes.</summary>
/// <param name="At">The moment.</param>
internal sealed record Booked(DateTime At);
