using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The people at the start of a run, near equilibrium: beds, care homes and packages already in use.</summary>
public sealed unsafe partial class CareSystem
{
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
                for (int i = 0; i < cohort.Count; i++, key++)
                {
                    if (cohort.Age < 65)
                    {
                        BornLater(key, cohort, area);
                    }
                    else
                    {
                        Born(key, cohort, area, table);
                    }
                }
            }

            area.Records = _records - area.FirstRecord;
        }
    }

    /// <summary>A person of 65 or over at the start. Most are at home and meet nothing within the run: they are counted and get no record.</summary>
    private void Born(uint key, in Cohort cohort, AreaServices area, StartTable table)
    {
        Draw start = _stream.For(key, Decision.Start, 0);
        Draw clocks = _stream.For(key, Decision.FirstClocks, 0);
        int age = cohort.Age < 90 ? cohort.Age : 90 + Quantile.Categorical(_stream.For(key, Decision.StartSetting, 0).U3, _rates.Over90(cohort.Female));
        int row = RateTables.Row(age);
        Frailty frailty = FrailtyAt(row, start.U0);
        bool alone = start.U1 < _p.LivingAlone[CareParameters.Band(row)];
        StartPlace place = table.PlaceOf(row, cohort.Female, frailty, alone, start.W3);
        bool plain = place == StartPlace.Home && frailty < Frailty.Moderate;
        int loud = plain ? table.Loud(row, cohort.Female, frailty, clocks) : 15;
        area.Alive++;
        if (loud == 0)
        {
            area.Quiet++;
            return;
        }

        int id = _records++;
        ref Person p = ref _people[id];
        p = default;
        p.Key = key;
        p.Timers = -1;
        p.Spell = -1;
        p.Area = (byte)area.Slot;
        p.Setting = Setting.Home;
        p.Frailty = frailty;
        p.Traits = (cohort.Female ? Traits.Female : Traits.None) | (alone ? Traits.LivesAlone : Traits.None);
        p.Site = (byte)(start.W2 % (uint)_sites.Length);
        double within = (start.W2 >> 8) * (1.0 / (1 << 24));
        SetAge(ref p, -(int)((age + within) * DaysPerYear) - 1, age);
        SetThresholds(ref p, clocks);
        if (place != StartPlace.CareHome && frailty >= Frailty.Moderate)
        {
            JoinServices(id, ref p, area, table, place);
        }

        if (place != StartPlace.Home)
        {
            PlaceAtStart(id, ref p, area, place, row);
        }

        Schedule(id, ref p);
    }

    private void BornLater(uint key, in Cohort cohort, AreaServices area)
    {
        int id = _records++;
        ref Person p = ref _people[id];
        Draw start = _stream.For(key, Decision.Start, 0);
        p = default;
        p.Key = key;
        p.Timers = -1;
        p.Spell = -1;
        p.Area = (byte)area.Slot;
        p.Setting = Setting.NotYet;
        p.Frailty = FrailtyAt(0, start.U0);
        p.Traits = (cohort.Female ? Traits.Female : Traits.None) | (start.U1 < _p.LivingAlone[0] ? Traits.LivesAlone : Traits.None);
        p.Site = (byte)(start.W2 % (uint)_sites.Length);
        double left = Math.Min(1, (_setup.Days / DaysPerYear) - cohort.Year);
        SetAge(ref p, (int)Math.Floor(((cohort.Year + (start.U3 * left)) * DaysPerYear) - (65 * DaysPerYear)), 64);
        SetThresholds(ref p, _stream.For(key, Decision.FirstClocks, 0));
        _timers.Add(ref p.Timers, Due.Turns65, Math.Max(0, p.Birthday));
        Schedule(id, ref p);
    }

    private static void SetThresholds(ref Person p, in Draw clocks)
    {
        p.Crisis = Logarithm.Exponential(clocks.W0);
        p.Death = (float)Logarithm.Exponential(clocks.W1);
        p.FrailtyStep = (float)Logarithm.Exponential(clocks.W2);
        p.CareHomeNeed = (float)Logarithm.Exponential(clocks.W3);
    }

    /// <summary>Sets the age at the start, and the birthday after it, of a person born on a day before the run.</summary>
    private static void SetAge(ref Person p, int bornDay, int age)
    {
        age += BirthdayDays[age + 1] <= -bornDay ? 1 : 0;
        p.Age = (byte)age;
        p.Birthday = (bornDay + BirthdayDays[age + 1]) * Clock.SecondsPerDay;
    }

    private Frailty FrailtyAt(int row, double u)
    {
        for (int f = 3; f > 0; f--)
        {
            double share = _rates.Share(row, (Frailty)f);
            if (u < share)
            {
                return (Frailty)f;
            }

            u -= share;
        }

        return Frailty.Fit;
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
            _timers.Add(ref p.Timers, Due.AdaptationDone, Days(done * _p.AdaptationWait));
        }

        if (d.U1 < table.CaseloadShare && area.PoolOf(Stock.Caseload).TrySeize(1))
        {
            p.Set(Traits.OnCaseload);
            _timers.Add(ref p.Timers, Due.CaseloadEnds, (int)(d.U2 * _p.CaseloadSeconds));
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
                _timers.Add(ref p.Timers, Due.ReablementEnds, Days(progress.U3 * _p.ReablementDays));
                break;
            default:
                break;
        }
    }

    private void Turns65(int id, ref Person p)
    {
        _timers.Clear(ref p.Timers);
        p.Setting = Setting.Home;
        _areas[p.Area].Alive++;
        Schedule(id, ref p);
    }
}
