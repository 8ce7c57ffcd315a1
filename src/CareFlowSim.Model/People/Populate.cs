using System.Runtime.CompilerServices;
using System.Numerics;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The people at the start of a run, near equilibrium: beds, care homes and packages already in use.</summary>
public sealed unsafe partial class CareSystem
{
    private readonly StartWords _words = new();

    private void Populate()
    {
        _records = 0;
        foreach (AreaServices area in _areas)
        {
            StartTable table = new(_setup, _plan, area);
            area.FirstRecord = _records;
            uint key = (uint)area.Area << Person.NumberBits;
            foreach (Cohort cohort in PopulationBuilder.Cohorts(_setup, area.Area))
            {
                for (int done = 0; done < cohort.Count; done += StartWords.Most)
                {
                    int count = Math.Min(StartWords.Most, cohort.Count - done);
                    _words.Draw(_stream, key, count);
                    if (cohort.Age < RateTables.FirstAge)
                    {
                        BornLater(key, count, cohort, area, table);
                    }
                    else
                    {
                        Born(key, count, cohort, area, table);
                    }

                    key += (uint)count;
                }
            }

            area.Records = _records - area.FirstRecord;
            Turn(area, 0);
        }
    }

    /// <summary>People of one sex and age of 65 or over at the start. Most are at home and meet nothing within the run: they are counted and get no record.</summary>
    private void Born(uint key, int count, in Cohort cohort, AreaServices area, StartTable table)
    {
        area.Alive += count;
        int before = _records;
        if (cohort.Age >= 90)
        {
            // Only the sum of these is known: each has an age of its own.
            for (int i = 0; i < count; i++)
            {
                int age = 90 + Quantile.Categorical(_stream.For(key + (uint)i, Decision.StartSetting, 0).U3, _rates.Over90(cohort.Female));
                Born(key, i, age, cohort.Female, area, table);
            }
        }
        else
        {
            ref readonly StartCuts cuts = ref table.Cuts(RateTables.Row(cohort.Age), cohort.Female);
            for (int from = 0; from < count; from += StartCuts.Lanes)
            {
                uint loud = cuts.Loud(_words, from) & (uint)((1 << Math.Min(StartCuts.Lanes, count - from)) - 1);
                for (; loud != 0; loud &= loud - 1)
                {
                    Born(key, from + BitOperations.TrailingZeroCount(loud), cohort.Age, cohort.Female, area, table);
                }
            }
        }

        area.Quiet += count - (_records - before);
    }

    /// <summary>One person of 65 or over at the start.</summary>
    private void Born(uint first, int i, int age, bool female, AreaServices area, StartTable table)
    {
        Draw start = _words.StartOf(i);
        int row = RateTables.Row(age);
        ref readonly StartCuts cuts = ref table.Cuts(row, female);
        bool alone = start.W1 < cuts.Alone;
        int id = NewPerson(first + (uint)i, area, cuts.FrailtyOf(start.W0), female, alone, start.W2);
        ref Person p = ref _people[id];
        p.Setting = Setting.Home;
        double within = (start.W2 >> 8) * (1.0 / (1 << 24));
        SetAge(ref p, -(int)((age + within) * DaysPerYear) - 1, age);
        SetThresholds(ref p, _words.ClocksOf(i));
        StartPlace place = table.PlaceOf(row, female, p.Frailty, alone, start.W3);
        if (place != StartPlace.CareHome && p.Frailty >= Frailty.Moderate)
        {
            JoinServices(id, ref p, area, table, place);
        }

        if (place != StartPlace.Home)
        {
            PlaceAtStart(id, ref p, area, place, row);
        }

        Schedule(id, ref p);
    }

    /// <summary>People who turn 65 during the run. Those who then meet nothing are counted on the day and get no record.</summary>
    private void BornLater(uint key, int count, in Cohort cohort, AreaServices area, StartTable table)
    {
        double left = Math.Min(1, (_setup.Days / DaysPerYear) - cohort.Year);
        ref readonly StartCuts cuts = ref table.Cuts(0, cohort.Female);
        uint loud = 0;
        for (int i = 0; i < count; i++, loud >>= 1)
        {
            loud = i % StartCuts.Lanes == 0 ? cuts.Loud(_words, i) : loud;
            Draw start = _words.StartOf(i);
            int bornDay = (int)Math.Floor(((cohort.Year + (start.U3 * left)) * DaysPerYear) - (65 * DaysPerYear));
            if ((loud & 1) == 0)
            {
                area.Turning[Math.Clamp(bornDay + BirthdayDays[65], 0, _setup.Days)]++;
                continue;
            }

            int id = NewPerson(key + (uint)i, area, cuts.FrailtyOf(start.W0), cohort.Female, start.W1 < cuts.Alone, start.W2);
            ref Person p = ref _people[id];
            p.Setting = Setting.NotYet;
            SetAge(ref p, bornDay, 64);
            SetThresholds(ref p, _words.ClocksOf(i));
            AddTimer(ref p, Due.Turns65, Math.Max(0, p.Birthday));
            Schedule(id, ref p);
        }
    }

    /// <summary>A record for a person, empty but for what never changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NewPerson(uint key, AreaServices area, Frailty frailty, bool female, bool alone, uint siteWord)
    {
        int id = _records++;
        ref Person p = ref _people[id];
        p = default;
        p.Key = key;
        p.Timers = -1;
        p.Spell = -1;
        p.Area = (byte)area.Slot;
        p.Frailty = frailty;
        p.Traits = (female ? Traits.Female : Traits.None) | (alone ? Traits.LivesAlone : Traits.None);
        p.Site = (byte)(siteWord % (uint)_sites.Length);
        return id;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetThresholds(ref Person p, in Draw clocks)
    {
        p.Crisis = Logarithm.Exponential(clocks.W0);
        p.Death = (float)Logarithm.Exponential(clocks.W1);
        p.FrailtyStep = (float)Logarithm.Exponential(clocks.W2);
        p.CareHomeNeed = (float)Logarithm.Exponential(clocks.W3);
    }

    /// <summary>Sets the age at the start, and the birthday after it, of a person born on a day before the run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetAge(ref Person p, int bornDay, int age)
    {
        age += BirthdayDays[age + 1] <= -bornDay ? 1 : 0;
        p.Age = (byte)age;
        p.Birthday = (bornDay + BirthdayDays[age + 1]) * Clock.SecondsPerDay;
    }

    /// <summary>Adaptations and caseloads that moderately and severely frail people have from the start.</summary>
    private void JoinServices(int id, ref Person p, AreaServices area, StartTable table, StartPlace place)
    {
        Draw d = DrawFor(id, Decision.StartSetting, 0);
        if (d.U0 < _p.AdaptedAtStart)
        {
            p.Set(Traits.Adapted);
        }
        else if (place != StartPlace.CareHome && d.U0 < _p.AdaptedAtStart + table.AdaptationShare)
        {
            // Decided before the run: finished evenly over the usual wait.
            p.Set(Traits.AdaptationOrdered);
            double done = (d.U0 - _p.AdaptedAtStart) / table.AdaptationShare;
            AddTimer(ref p, Due.AdaptationDone, Days(done * _p.AdaptationWait));
        }

        if (d.U1 < table.CaseloadShare && area.PoolOf(Stock.Caseload).TrySeize(1))
        {
            p.Set(Traits.OnCaseload);
            AddTimer(ref p, Due.CaseloadEnds, (int)(d.U2 * _p.CaseloadSeconds));
        }
    }

    private void PlaceAtStart(int id, ref Person p, AreaServices area, StartPlace place, int row)
    {
        Draw progress = DrawFor(id, Decision.StartProgress, 0);
        switch (place)
        {
            case StartPlace.CareHome:
                ResourcePool residential = area.PoolOf(Stock.Residential);
                ResourcePool nursingPlaces = area.PoolOf(Stock.Nursing);
                bool nursing = progress.U0 * (residential.Capacity + nursingPlaces.Capacity) < nursingPlaces.Capacity;
                nursing = nursing ? nursingPlaces.Free > 0 : residential.Free <= 0;
                if ((nursing ? nursingPlaces : residential).TrySeize(1))
                {
                    BecomeResident(ref p, area, nursing);
                }

                break;
            case StartPlace.Acute:
                StartInHospital(id, ref p, row, progress.U1);
                break;
            case StartPlace.Intermediate when area.PoolOf(Stock.Intermediate).TrySeize(1):
                StartIntermediate(id, ref p, area, progress.U2);
                break;
            case StartPlace.Package:
                p.PackageTenths = PackageSize(id, ref p, area, 1);
                if (area.PoolOf(Stock.HomeCareTenths).TrySeize(p.PackageTenths))
                {
                    HoldPackage(id, ref p, area);
                }

                break;
            case StartPlace.Reablement when area.PoolOf(Stock.Reablement).TrySeize(1):
                p.Set(Traits.InReablement);
                area.InReablement++;
                AddTimer(ref p, Due.ReablementEnds, Days(progress.U3 * _p.ReablementDays));
                break;
            default:
                break;
        }
    }

    /// <summary>People without a record who turn 65 on a day: as many events, handled at once.</summary>
    private void Turn(AreaServices area, int day)
    {
        int people = area.Turning[day];
        area.Alive += people;
        area.Quiet += people;
        _events += people;
        _measured += _now >= _measureFrom ? people : 0;
    }

    private void Turns65(int id, ref Person p)
    {
        ClearTimers(ref p);
        p.Setting = Setting.Home;
        _areas[p.Area].Alive++;
        Schedule(id, ref p);
    }
}
