using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>A health crisis: met at home, A&amp;E, or admission.</summary>
public sealed unsafe partial class CareSystem
{
    private void Crisis(int id, ref Person p)
    {
        AreaServices area = _areas[p.Area];
        int k = ++p.Crises;
        int day = _now / Clock.SecondsPerDay;
        int row = RowNow(p);
        int band = CareParameters.Band(row);
        Draw d = DrawFor(id, Decision.Crisis, (uint)k);
        bool resident = p.Has(Traits.Resident);
        double threshold = Logarithm.Exponential(d.W3);
        bool sensitive = HighHalf(d.W0) < (resident ? _p.AcsShareResident : _p.AcsShare);
        double admittedShare = Math.Min(1, _p.AdmittedShare[band] * _plan.AdmissionThreshold[day]);
        bool wouldBeAdmitted = d.U1 < admittedShare;
        bool lethal = wouldBeAdmitted && d.U2 < Lethality(p, row);
        bool afterDischarge = _now < p.WindowEnd;
        bool metAtHome = false;
        if (sensitive && p.Setting != Setting.Intermediate && area.TeamOf(Team.CrisisResponse).TryTake(_now, _now + _p.ResponseWait, out _))
        {
            CountIf(area, Measure.CrisisReferrals);
            // The prior is the net share per referral; most of it falls on those who would have been admitted.
            metAtHome = wouldBeAdmitted && LowHalf(d.W0) < Math.Min(1, _p.Averted / admittedShare);
        }

        CountIf(area, Measure.Crises);
        CrisisEnd end = metAtHome ? CrisisEnd.MetAtHome : wouldBeAdmitted ? CrisisEnd.Admitted : CrisisEnd.Attended;
        if (_logCrises && _now >= _measureFrom)
        {
            _crises.Add(new CrisisEntry((p.Area << Person.NumberBits) | (int)p.Number, (ushort)k, p.Area, end, afterDischarge));
        }

        switch (end)
        {
            case CrisisEnd.Admitted:
                CountAdmission(p, area, band, sensitive, afterDischarge, day);
                // The crisis clock is wound up again at once: nothing is left on it that would have to be worked out.
                p.Running &= CrisisBit ^ byte.MaxValue;
                p.Clear(Traits.InWindow);
                Stop(ref p);
                p.Crisis = threshold;
                Admit(id, ref p, k, row, lethal);
                return;
            case CrisisEnd.MetAtHome:
                CountIf(area, Measure.CrisesMetAtHome);
                CountDay(area, DailySeries.MetAtHome);
                if (lethal)
                {
                    // The illness is the same wherever it is treated.
                    Die(id, ref p);
                    return;
                }

                WindCrisis(ref p, threshold);
                break;
            default:
                CountIf(area, Measure.Attendances);
                WindCrisis(ref p, threshold);
                if (p.Frailty >= Frailty.Moderate && p.Setting == Setting.Home
                    && DrawFor(id, Decision.Leaving, (uint)k).U3 < _p.NeedAfterCrisis)
                {
                    AskForPackage(id, ref p, area);
                }

                break;
        }

        Schedule(id, ref p);
    }

    /// <summary>A word halved: two independent uniforms of 16 bits each, for shares that need no finer grain.</summary>
    private static double HighHalf(uint word) => ((word >> 16) + 0.5) * (1.0 / 65536);

    private static double LowHalf(uint word) => ((word & 0xFFFF) + 0.5) * (1.0 / 65536);

    private double Lethality(in Person p, int row) =>
        Cell(p, row).Lethality * (p.Has(Traits.Resident) ? _rates.ResidentLethalityRatio : 1);

    private void CountAdmission(in Person p, AreaServices area, int band, bool sensitive, bool afterDischarge, int day)
    {
        CountDay(area, DailySeries.Admissions);
        if (_now < _measureFrom)
        {
            return;
        }

        long[] totals = area.Totals;
        totals[(int)Measure.EmergencyAdmissions]++;
        totals[(int)Measure.AdmissionsAge65To74 + band]++;
        totals[(int)Measure.AdmissionsFit + (int)p.Frailty]++;
        totals[(int)Measure.AdmissionsAmbulatoryCareSensitive] += sensitive ? 1 : 0;
        totals[(int)Measure.AdmissionsAtWeekend] += _setup.Epoch.IsWeekend(day) ? 1 : 0;
        totals[(int)Measure.AdmissionsOfResidents] += p.Has(Traits.Resident) ? 1 : 0;
        totals[(int)Measure.Readmissions] += afterDischarge ? 1 : 0;
    }

    /// <summary>A decision to admit: what the person had at home is suspended or given up, then a bed is sought.</summary>
    private void Admit(int id, ref Person p, int k, int row, bool lethal)
    {
        AreaServices area = _areas[p.Area];
        bool needsPackage = p.Has(Traits.NeedsPackage);
        bool needsCareHome = p.Has(Traits.NeedsCareHome);
        LeaveIntermediate(id, ref p, area);
        GiveUpHomeServices(id, ref p, area);
        int index = NewSpell(id, ref p, (uint)k);
        ref Spell s = ref _spells[index];
        s.Admitted = _now;
        s.Crisis = (ushort)k;
        s.Lethal = lethal;
        s.FitAt = -1;
        Draw d = StayDraw(p, Decision.Stay);
        int band = CareParameters.Band(row);
        s.ZeroDay = !lethal && d.U0 < _p.ZeroDay[band];
        s.OneDay = !lethal && !s.ZeroDay && d.U0 < _p.ZeroDay[band] + _p.OneDay;
        s.NeededPackage = needsPackage;
        s.NeededCareHome = needsCareHome;
        s.Route = s.ZeroDay || s.OneDay ? (byte)0 : RouteFor(p, s, d.U2);
        ChooseSupport(id, ref p, ref s);
        p.Setting = Setting.Acute;
        if (s.ZeroDay)
        {
            // Same-day emergency care: no overnight bed, gone before midnight.
            CountIf(area, Measure.ZeroDayStays);
            int midnight = ((_now / Clock.SecondsPerDay) + 1) * Clock.SecondsPerDay;
            s.InBed = _now;
            AddTimer(ref p, Due.Leaves, _now + Whole.Of(d.U1 * (midnight - 1 - _now)));
            Schedule(id, ref p);
            return;
        }

        SiteState site = _sites[p.Site];
        if (site.InBed < site.Beds + site.Escalation && _lines.Length(BedLine(site)) == 0)
        {
            TakeBed(id, ref p, site, d);
            return;
        }

        CountIf(area, Measure.Boarded);
        p.Setting = Setting.Boarding;
        area.Boarding++;
        p.Set(Traits.Waiting);
        _lines.Join(BedLine(site), id, _now);
        Schedule(id, ref p);
    }

    private int BedLine(SiteState site) => (_areas.Length * AreaServices.Lines) + site.Slot;

    /// <summary>Gives open beds to those who wait, first come, first served.</summary>
    private void ServeBeds(SiteState site)
    {
        while (site.InBed < site.Beds + site.Escalation)
        {
            int id = _lines.First(BedLine(site));
            if (id < 0)
            {
                return;
            }

            ref Person p = ref _people[id];
            LeaveLine(id, ref p);
            AreaServices area = _areas[p.Area];
            area.Boarding--;
            int hours = (_now - _spells[p.Spell].Admitted) / Clock.SecondsPerHour;
            if (_now >= _measureFrom)
            {
                area.Outcome.Waits[(int)WaitKind.AcuteBed].Add(hours);
            }

            CountIf(area, Measure.BoardedOver4Hours, hours >= 4 ? 1 : 0);
            CountIf(area, Measure.BoardedOver12Hours, hours >= 12 ? 1 : 0);
            TakeBed(id, ref p, site, StayDraw(p, Decision.Stay));
        }
    }

    private void TakeBed(int id, ref Person p, SiteState site, in Draw d)
    {
        ref Spell s = ref _spells[p.Spell];
        FillBed(site, _areas[p.Area], ref s);
        p.Setting = Setting.Acute;
        if (s.OneDay)
        {
            Draw leaving = StayDraw(p, Decision.Leaving);
            int day = (_now / Clock.SecondsPerDay) + 1;
            AddTimer(ref p, Due.Leaves, (day * Clock.SecondsPerDay) + _p.LeaveFrom + Whole.Of(leaving.U0 * (_p.LeaveTo - _p.LeaveFrom)));
        }
        else
        {
            int round = NextRound(_now, Treatment(p, s, d.U1), d.U3);
            if (s.Route == 0 && !s.Lethal)
            {
                LeaveAfterRound(ref p, ref s, BeforeWeekend(p, round));
            }
            else
            {
                AddTimer(ref p, Due.TreatmentEnds, round);
            }
        }

        Schedule(id, ref p);
    }

    /// <summary>A simple discharge is known once the round is: one event serves both, and the wait between them is booked on leaving.</summary>
    private void LeaveAfterRound(ref Person p, ref Spell s, int round)
    {
        s.FitAt = round;
        s.Step = Step.Round;
        s.StepFrom = round;
        s.CapacityFrom = s.CapacityTo = int.MaxValue;
        AddTimer(ref p, Due.Leaves, NextDischarge(p, round));
    }

    private void FillBed(SiteState site, AreaServices area, ref Spell s)
    {
        CountBeds(1);
        site.InBed++;
        area.InBed++;
        s.InBed = _now;
        s.HasBed = true;
    }

    private void FreeBed(in Person p, AreaServices area, in Spell s)
    {
        CountBeds(-1);
        _stayedSeconds += _now - s.InBed;
        SiteState site = _sites[p.Site];
        site.InBed--;
        area.InBed--;
        ServeBeds(site);
    }

    /// <summary>The integral of occupancy, kept apart from the stays so that Little's law can be checked.</summary>
    private void CountBeds(int change)
    {
        _bedSeconds += (long)_bedsInUse * (_now - _bedsSince);
        _bedsSince = _now;
        _bedsInUse += change;
    }

    /// <summary>Days of treatment: lognormal by age band and frailty, at least a day.</summary>
    private double Treatment(in Person p, in Spell s, double u)
    {
        int day = _now / Clock.SecondsPerDay;
        int band = CareParameters.Band(RowNow(p));
        double mean = _p.Treatment[band] * _p.StayRatio[(int)p.Frailty] * (s.Route > 0 ? _p.ComplexRatio : 1) * _plan.LengthOfStay[day];
        double days = mean * _p.StayLength.At(u);
        return Math.Max(1, s.Lead && s.Route > 0 ? days + _p.LeadDays : days);
    }

    /// <summary>The ward round at which treatment that ends after so many days is declared over.</summary>
    private int NextRound(int now, double days, double u)
    {
        int end = After(now, days);
        int day = end / Clock.SecondsPerDay;
        int round = _p.RoundFrom + Whole.Of(u * (_p.RoundTo - _p.RoundFrom));
        int at = (day * Clock.SecondsPerDay) + round;
        return at >= end ? at : at + Clock.SecondsPerDay;
    }

    /// <summary>Some simple discharges due at a weekend are brought forward to Friday.</summary>
    private int BeforeWeekend(in Person p, int round)
    {
        DayOfWeek weekday = _setup.Epoch.WeekdayOf(round / Clock.SecondsPerDay);
        int back = weekday == DayOfWeek.Saturday ? 1 : weekday == DayOfWeek.Sunday ? 2 : 0;
        int friday = round - (back * Clock.SecondsPerDay);
        return back > 0 && friday > _now && StayDraw(p, Decision.After).U2 < _p.FridayForward ? friday : round;
    }
}
