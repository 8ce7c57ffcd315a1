using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>From medically fit to leaving: the pathway, the steps it takes, and leaving itself.</summary>
public sealed unsafe partial class CareSystem
{
    /// <summary>Discharge pathway of a longer stay: 0 as before, 1 home with new support, 2 intermediate care, 3 care home.</summary>
    private byte RouteFor(in Person p, in Spell s, double u)
    {
        if (p.Has(Traits.Resident))
        {
            return 0;
        }

        if (s.NeededCareHome)
        {
            return 3;
        }

        int f = (int)p.Frailty;
        double alone = p.Has(Traits.LivesAlone) ? _p.AloneRatio : 2 - _p.AloneRatio;
        AreaServices area = _areas[p.Area];
        alone *= area.Practice.SupportShare * _plan.Support[_now / Clock.SecondsPerDay];
        double careHome = _p.RouteCareHome[f] * area.CareHomeIndex * alone;
        double intermediate = _p.RouteIntermediate[f] * alone;
        double home = _p.RouteHome[f] * alone;
        if (u < careHome)
        {
            // An adapted home lets some go home with support who would otherwise need a place.
            return p.Has(Traits.Adapted) && u >= careHome * AdaptedNeed(p) ? (byte)1 : (byte)3;
        }

        return u < careHome + intermediate ? (byte)2 : s.NeededPackage || u < careHome + intermediate + home ? (byte)1 : (byte)0;
    }

    /// <summary>What pathways 1 and 3 need: reablement or a package and its size, residential or nursing home; and who looks after the discharge.</summary>
    private void ChooseSupport(int id, ref Person p, ref Spell s)
    {
        if (s.Route == 0 && !s.NeededCareHome)
        {
            return;
        }

        int day = _now / Clock.SecondsPerDay;
        Draw after = StayDraw(p, Decision.After);
        Draw leaving = StayDraw(p, Decision.Leaving);
        s.Nursing = after.U1 < _areas[p.Area].NursingShare(_p.NursingShare);
        s.Lead = s.Route > 0 && after.U2 < _plan.LeadProfessional(day);
        s.Joint = s.Route > 0 && after.U3 < _plan.JointAssessment(day);
        if (s.Route == 1)
        {
            s.Reablement = !p.Has(Traits.HasPackage) && !s.NeededPackage && leaving.U3 < _p.ReablementFirst;
            RequestPackage(id, ref p, ref s);
        }
    }

    private void RequestPackage(int id, ref Person p, ref Spell s)
    {
        short size = PackageSize(id, ref p, _areas[p.Area], ++p.Packages);
        s.RequestTenths = p.Has(Traits.HasPackage) ? (short)Math.Max(1, size / 2) : size;
    }

    private void TreatmentEnds(int id, ref Person p)
    {
        ref Spell s = ref _spells[p.Spell];
        if (s.Lethal)
        {
            Die(id, ref p);
            return;
        }

        p.Setting = Setting.MedicallyFit;
        _areas[p.Area].Fit++;
        s.FitAt = _now;
        s.StepFrom = _now;
        if (s.Route == 0)
        {
            s.Step = Step.Round;
            s.CapacityFrom = s.CapacityTo = int.MaxValue;
            AddTimer(ref p, Due.Leaves, NextDischarge(p, _now));
            Schedule(id, ref p);
            return;
        }

        p.Set(s.Route == 3 ? Traits.CareHomeDependent : Traits.None);
        s.RecordedFrom = RecordedFrom(_now);
        Draw waiting = StayDraw(p, Decision.Waiting);
        double declines = s.Route == 3 ? _p.DeclineCareHome : s.Route == 2 ? _p.DeclineIntermediate : 0;
        s.Declines = declines <= 0 ? (byte)0 : (byte)Math.Min(6, (int)(Logarithm.Exponential(waiting.W3) / -Math.Log(declines)));
        if (_p.UnfitPerDay > 0)
        {
            AddTimer(ref p, Due.UnfitAgain, After(_now, Exponential(waiting.W1, 1 / _p.UnfitPerDay)));
        }

        AddTimer(ref p, Due.LosesPatience, After(_now, Exponential(waiting.W0, _p.PatienceHospital)));
        StartAssessment(id, ref p, ref s);
        Schedule(id, ref p);
    }

    /// <summary>When a simple discharge leaves: today if the round is in time, unless a weekend round passes the person over; those who were passed over do not all leave on Monday.</summary>
    private int NextDischarge(in Person p, int from)
    {
        Draw d = StayDraw(p, Decision.Leaving);
        int second = _p.LeaveFrom + Whole.Of(d.U0 * (_p.LeaveTo - _p.LeaveFrom));
        bool passedOver = false;
        for (int day = from / Clock.SecondsPerDay; ; day++)
        {
            int at = (day * Clock.SecondsPerDay) + second;
            if (at < from)
            {
                continue;
            }

            if (_setup.Epoch.IsWorkingDay(day))
            {
                if (!passedOver || d.U3 < _p.MondayCatchUp)
                {
                    return at;
                }

                passedOver = false;
                continue;
            }

            bool saturday = _setup.Epoch.WeekdayOf(day) == DayOfWeek.Saturday && !_setup.Epoch.IsBankHoliday(day);
            if (saturday ? d.U1 < _p.SaturdayShare : d.U2 < _p.SundayShare)
            {
                return at;
            }

            passedOver = true;
        }
    }

    /// <summary>When the recorded delay starts: after the minimum periods of the assessment and the discharge notice.</summary>
    private int RecordedFrom(int fitAt)
    {
        int day = fitAt / Clock.SecondsPerDay;
        if (fitAt - (day * Clock.SecondsPerDay) >= _p.NoticeCutoff)
        {
            day++;
        }

        // Notices are not given on Sundays and bank holidays.
        while (_setup.Epoch.WeekdayOf(day) == DayOfWeek.Sunday || _setup.Epoch.IsBankHoliday(day))
        {
            day++;
        }

        return (day * Clock.SecondsPerDay) + Days(_p.AssessmentNotice + _p.DischargeNotice);
    }

    /// <summary>What rules change about the steps of a discharge today.</summary>
    private StepRatios StepsToday => _plan.Steps[_now / Clock.SecondsPerDay];

    private void StartAssessment(int id, ref Person p, ref Spell s)
    {
        double length = CareParameters.GammaOfShape2.At(StayDraw(p, Decision.Steps).U0) * _areas[p.Area].Practice.AssessmentDays * (s.Joint ? _p.JointRatio : 1) * StepsToday.AssessmentDays;
        int start = WaitForTeam(p, ref s, Step.Assessment, Team.Assessment);
        if (start < _horizon)
        {
            WorkCurve work = _plan.AssessmentWork;
            AddTimer(ref p, Due.StepEnds, Math.Min(int.MaxValue - 1, work.TimeWhen(work.At(start) + length)));
        }
    }

    /// <summary>Equipment: a delivery is waited for, and takes its own time.</summary>
    private void StartEquipment(ref Person p, ref Spell s, double days)
    {
        int start = WaitForTeam(p, ref s, Step.Equipment, Team.Equipment);
        if (start < _horizon)
        {
            AddTimer(ref p, Due.StepEnds, After(start, days));
        }
    }

    /// <summary>A step that first waits for a team's next free start.</summary>
    /// <returns>That start.</returns>
    private int WaitForTeam(in Person p, ref Spell s, Step step, Team team)
    {
        SlotServer server = _areas[p.Area].TeamOf(team);
        int start = server.Take(_now);
        s.Step = step;
        s.StepFrom = _now;
        s.CapacityFrom = server.Curve.NextOpen(_now);
        s.CapacityTo = start;
        return start;
    }

    /// <summary>A person who leaves a step before a team has started on it gives the start back.</summary>
    private void GiveBackStart(in Person p, in Spell s)
    {
        Team? team = s.Step switch
        {
            Step.Assessment => Team.Assessment,
            Step.Equipment => Team.Equipment,
            Step.Slot => s.Route == 1 ? Team.PackageStart : Team.CareHomeAdmission,
            _ => null,
        };
        if (team is { } t && s.CapacityTo > _now && s.CapacityTo < _horizon)
        {
            _areas[p.Area].TeamOf(t).GiveBack(_now);
        }
    }

    /// <summary>A step that only takes its own time.</summary>
    private void StartProcess(ref Person p, ref Spell s, Step step, double days)
    {
        s.Step = step;
        s.StepFrom = _now;
        s.CapacityFrom = s.CapacityTo = int.MaxValue;
        AddTimer(ref p, Due.StepEnds, After(_now, days));
    }

    private void StepEnds(int id, ref Person p)
    {
        ref Spell s = ref _spells[p.Spell];
        AreaServices area = _areas[p.Area];
        BookStep(id, p, ref s, _now);
        Draw chance = StayDraw(p, Decision.Steps);
        Draw length = StayDraw(p, Decision.StepLengths);
        switch (s.Step)
        {
            case Step.Assessment:
                AddWait(area, WaitKind.Assessment, s.FitAt);
                double funding = s.Route == 3 ? _p.FundingCareHome : s.Route == 1 ? _p.FundingHome : 0;
                if (chance.U1 < funding * StepsToday.FundingShare)
                {
                    StartProcess(ref p, ref s, Step.Funding, Exponential(length.W0, area.Practice.FundingDays * StepsToday.FundingDays));
                    break;
                }

                goto case Step.Funding;
            case Step.Funding:
                if (chance.U2 < _p.DisputeShare * StepsToday.DisputeShare)
                {
                    StartProcess(ref p, ref s, Step.Dispute, Exponential(length.W1, _p.DisputeDays));
                    break;
                }

                if (s.Route == 1 && 1 - chance.U2 < _p.HousingShare)
                {
                    StartProcess(ref p, ref s, Step.Housing, Exponential(length.W1, _p.HousingDays));
                    break;
                }

                goto case Step.Housing;
            case Step.Dispute:
            case Step.Housing:
                if (s.Route == 1 && chance.U3 < _p.EquipmentShare)
                {
                    StartEquipment(ref p, ref s, Exponential(length.W2, area.Practice.EquipmentDays));
                    break;
                }

                goto case Step.Equipment;
            case Step.Equipment:
            case Step.Viewing:
                JoinLine(id, ref p, ref s, area);
                break;
            default:
                // The place is ready: now only a start on a working day is missing.
                SlotServer team = area.TeamOf(s.Route == 1 ? Team.PackageStart : Team.CareHomeAdmission);
                int start = team.Take(_now);
                s.Step = Step.Slot;
                s.StepFrom = _now;
                s.CapacityFrom = team.Curve.NextOpen(_now);
                s.CapacityTo = start;
                if (start < _horizon)
                {
                    AddTimer(ref p, Due.Leaves, start);
                }

                break;
        }

        Schedule(id, ref p);
    }

    private void UnfitAgain(int id, ref Person p)
    {
        Stop(ref p);
        ref Spell s = ref _spells[p.Spell];
        AreaServices area = _areas[p.Area];
        BookStep(id, p, ref s, _now);
        GiveBackStart(p, s);
        LeaveLine(id, ref p);
        RemoveTimer(ref p, Due.StepEnds);
        RemoveTimer(ref p, Due.Leaves);
        RemoveTimer(ref p, Due.LosesPatience);
        s.DelayedNights += Nights(s.FitAt, _now);
        s.Refits++;
        s.Key = s.Crisis | ((uint)s.Refits << 16);
        DrawStay(p, s.Key);
        s.GaveUp = false;
        s.Step = Step.None;
        s.ChoosesAgain = false;
        area.Fit--;
        p.Setting = Setting.Acute;
        CountIf(area, Measure.UnfitAgain);
        bool granted = s.Granted;
        s.Granted = false;
        Draw d = StayDraw(p, Decision.Viewing);
        AddTimer(ref p, Due.TreatmentEnds, NextRound(_now, Math.Max(0.5, Exponential(d.W1, _p.UnfitDays)), d.U2));
        Schedule(id, ref p);
        if (granted)
        {
            ReleaseGranted(area, s.Route, s.Reablement, s.Nursing, s.RequestTenths);
        }
    }

    /// <summary>Patience runs out in hospital: the family steps in and the person goes home.</summary>
    private void GiveUpInHospital(int id, ref Person p)
    {
        ref Spell s = ref _spells[p.Spell];
        if (s.Granted)
        {
            Schedule(id, ref p);
            return;
        }

        BookStep(id, p, ref s, _now);
        GiveBackStart(p, s);
        LeaveLine(id, ref p);
        RemoveTimer(ref p, Due.StepEnds);
        s.GaveUp = true;
        s.StepFrom = _now;
        s.CapacityFrom = s.CapacityTo = int.MaxValue;
        CountIf(_areas[p.Area], Measure.LeftTheLine);
        AddTimer(ref p, Due.Leaves, NextDischarge(p, _now));
        Schedule(id, ref p);
    }
}
