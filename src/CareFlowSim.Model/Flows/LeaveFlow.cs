using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>Leaving a bed: where the person goes, what starts there, and what the delay has cost.</summary>
public sealed unsafe partial class CareSystem
{
    private void Leave(int id, ref Person p)
    {
        ref Spell s = ref _spells[p.Spell];
        AreaServices area = _areas[p.Area];
        bool fromIntermediate = p.Setting == Setting.Intermediate;
        Stop(ref p);
        if (!fromIntermediate)
        {
            BookStep(id, p, ref s, _now);
            LeaveAcute(id, ref p, ref s, area);
        }

        byte route = s.GaveUp ? (byte)0 : s.Route;
        bool neededPackage = s.NeededPackage;
        bool neededCareHome = s.NeededCareHome;
        short request = s.RequestTenths;
        bool reablement = s.Reablement;
        bool nursing = s.Nursing;
        int checkKey = s.Crisis;
        if (fromIntermediate)
        {
            FreeIntermediate(ref p, area);
        }

        if (route == 2 && !fromIntermediate)
        {
            EnterIntermediate(id, ref p, ref s, area);
            Schedule(id, ref p);
            return;
        }

        EndSpell(ref p);
        p.Setting = p.Has(Traits.Resident) ? Setting.CareHome : Setting.Home;
        switch (route)
        {
            case 1 when reablement:
                StartReablement(id, ref p, area, checkKey);
                break;
            case 1:
                p.PackageTenths = (short)((p.Has(Traits.HasPackage) ? p.PackageTenths : 0) + request);
                StartPackage(id, ref p, area);
                break;
            case 3:
                EnterCareHome(id, ref p, area, nursing, true);
                break;
            default:
                if (neededCareHome && !p.Has(Traits.Resident))
                {
                    AskForCareHome(id, ref p, area, nursing);
                }
                else if (neededPackage && !p.Has(Traits.HasPackage))
                {
                    AskForPackage(id, ref p, area);
                }

                break;
        }

        if (!fromIntermediate)
        {
            AfterDischarge(id, ref p, area, route);
        }

        Schedule(id, ref p);
    }

    /// <summary>Gives up the acute bed and counts the discharge.</summary>
    private void LeaveAcute(int id, ref Person p, ref Spell s, AreaServices area)
    {
        int day = _now / Clock.SecondsPerDay;
        CountDay(area, DailySeries.Discharges);
        CountIf(area, Measure.DischargesMonday + (((int)_setup.Epoch.WeekdayOf(day) + 6) % 7));
        CountIf(area, Measure.DischargesRoute0 + (s.GaveUp ? 0 : s.Route));
        if (s.Route > 0)
        {
            AddWait(area, WaitKind.BeyondReady, s.FitAt);
        }

        if (s.FitAt >= 0)
        {
            area.Fit -= p.Setting == Setting.MedicallyFit ? 1 : 0;
            CountRoundNights(area, p, s, _now);
            int nights = s.DelayedNights + Nights(s.FitAt, _now);
            if (nights > 0 && p.Frailty < Frailty.Severe
                && (s.Key == s.Crisis ? StayDraw(p, Decision.After) : DrawFor(id, Decision.After, s.Crisis)).U0 < _p.Deconditioned(nights))
            {
                p.Frailty++;
                CountIf(area, Measure.Deconditioned);
            }
        }

        LogSpell(p, s, false);
        if (p.HasTimers)
        {
            RemoveTimer(ref p, Due.UnfitAgain);
            RemoveTimer(ref p, Due.LosesPatience);
            RemoveTimer(ref p, Due.PackageLost);
        }

        p.WindowEnd = (int)Math.Min(int.MaxValue, _now + (long)_p.WindowSeconds);
        p.Traits = s.Lead ? p.Traits | Traits.LeadProfessional : p.Traits & ~Traits.LeadProfessional;
        if (s.HasBed)
        {
            s.HasBed = false;
            p.Setting = Setting.Home;
            FreeBed(p, area, s);
        }
    }

    /// <summary>A proactive caseload and the grant for an adaptation are offered when people go home.</summary>
    private void AfterDischarge(int id, ref Person p, AreaServices area, byte route)
    {
        if (p.Setting != Setting.Home)
        {
            return;
        }

        if (p.Frailty >= Frailty.Moderate && !p.Has(Traits.OnCaseload) && area.PoolOf(Stock.Caseload).TrySeize(1))
        {
            p.Set(Traits.OnCaseload);
            AddTimer(ref p, Due.CaseloadEnds, _now + _p.CaseloadSeconds);
        }

        if (route == 1)
        {
            ApplyForAdaptation(ref p, area, DrawFor(id, Decision.Viewing, p.Crises).U3, _p.ApplyOnDischarge);
        }
    }
}
