using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>Life at home: packages, reablement, frailty, adaptations, caseloads.</summary>
public sealed unsafe partial class CareSystem
{
    private void AtHome(int id, ref Person p, Due due)
    {
        AreaServices area = _areas[p.Area];
        if (due is not (Due.PackageEnds or Due.PackageLost or Due.CheckAt91 or Due.CommunityAssessed))
        {
            Stop(ref p);
        }

        switch (due)
        {
            case Due.LosesPatience when p.Spell >= 0:
                if (p.Setting == Setting.MedicallyFit)
                {
                    GiveUpInHospital(id, ref p);
                    return;
                }

                GiveUpInIntermediate(id, ref p, area);
                return;
            case Due.LosesPatience:
                LeaveLine(id, ref p);
                if (p.Has(Traits.NeedsCareHome))
                {
                    CountIf(area, Measure.CareHomeNeedsGivenUp);
                    StopNeedingCareHome(id, ref p, area);
                }
                else
                {
                    StopNeedingPackage(ref p, area);
                    EndReablement(ref p, area);
                }

                break;
            case Due.CommunityAssessed:
                p.Set(Traits.Waiting);
                _lines.Join(area.LineOf(Line.PackageHome), id, _now);
                AddTimer(ref p, Due.LosesPatience, After(_now, Exponential(DrawFor(id, Decision.Package, p.Packages).W3, _p.PatienceHome)));
                ServePackages(area);
                break;
            case Due.PackageStarts:
                StopNeedingPackage(ref p, area);
                StartPackage(id, ref p, area);
                EndReablement(ref p, area);
                break;
            case Due.PackageEnds:
                EndPackage(ref p, area);
                break;
            case Due.PackageLost:
                LosePackage(id, ref p, area);
                break;
            case Due.ReablementEnds:
                ReablementEnds(id, ref p, area);
                break;
            case Due.CheckAt91:
                CountIf(area, Measure.ReablementChecks);
                CountIf(area, Measure.AtHomeAt91Days, p.Setting == Setting.Home ? 1 : 0);
                break;
            case Due.AdaptationDone:
                p.Clear(Traits.AdaptationOrdered);
                if (!p.Has(Traits.Resident))
                {
                    p.Set(Traits.Adapted);
                    CountIf(area, Measure.Adaptations);
                }

                break;
            case Due.CaseloadEnds:
                EndCaseload(ref p, area);
                break;
            case Due.EntersCareHome:
                bool nursing = p.Has(Traits.NeedsNursing);
                StopNeedingCareHome(id, ref p, area);
                EnterCareHome(id, ref p, area, nursing, false);
                break;
            default:
                throw new InvalidOperationException($"no routine for {due}");
        }

        Schedule(id, ref p);
    }

    private void FrailtyStep(int id, ref Person p)
    {
        Stop(ref p);
        AreaServices area = _areas[p.Area];
        uint n = ++p.Steps;
        p.FrailtyStep = (float)NewThreshold(id, Risk.FrailtyStep, n);
        Draw d = DrawFor(id, Decision.FrailtyStep, n);
        double up = _rates.StepUp(RowNow(p), p.Frailty);
        double down = p.Frailty == Frailty.Fit ? 0 : _p.RecoveryPerYear;
        if (d.U0 * (up + down) < down || p.Frailty == Frailty.Severe)
        {
            // Residents do not recover below moderate.
            p.Frailty = p.Has(Traits.Resident) && p.Frailty == Frailty.Moderate ? Frailty.Moderate : p.Frailty - 1;
        }
        else
        {
            p.Frailty++;
            if (p.Setting == Setting.Home && p.Frailty >= Frailty.Moderate)
            {
                if (d.U1 < _p.NeedOnStep[(int)p.Frailty])
                {
                    AskForPackage(id, ref p, area);
                }

                ApplyForAdaptation(ref p, area, d.U2, _p.ApplyOnStep);
            }
        }

        Schedule(id, ref p);
    }

    /// <summary>A need for home care arises at home: assessment first, then the line for hours.</summary>
    private void AskForPackage(int id, ref Person p, AreaServices area)
    {
        if ((p.Traits & (Traits.HasPackage | Traits.NeedsPackage | Traits.NeedsCareHome | Traits.InReablement | Traits.Resident)) != 0)
        {
            return;
        }

        Stop(ref p);
        p.Packages++;
        p.PackageTenths = PackageSize(id, ref p, area, p.Packages);
        p.Set(Traits.NeedsPackage);
        area.NeedPackage++;
        double wait = Exponential(DrawFor(id, Decision.Package, p.Packages).W1, _p.CommunityAssessment);
        AddTimer(ref p, Due.CommunityAssessed, After(_now, wait));
    }

    private short PackageSize(int id, ref Person p, AreaServices area, uint occurrence)
    {
        double hours = _p.PackageHours[(int)p.Frailty] * area.HomeCareIndex * _p.PackageSize.At(DrawFor(id, Decision.Package, occurrence).U0);
        return (short)Math.Clamp((int)Math.Round(10 * hours), 10, 1680);
    }

    private void StopNeedingPackage(ref Person p, AreaServices area)
    {
        area.NeedPackage -= p.Has(Traits.NeedsPackage) ? 1 : 0;
        p.Clear(Traits.NeedsPackage);
        RemoveTimer(ref p, Due.CommunityAssessed);
        RemoveTimer(ref p, Due.LosesPatience);
    }

    /// <summary>Gives back the hours kept for a package that has not started.</summary>
    private void ReleaseKeptHours(ref Person p, AreaServices area)
    {
        if (RemoveTimer(ref p, Due.PackageStarts))
        {
            area.PoolOf(Stock.HomeCareTenths).Release(p.PackageTenths);
            ServePackages(area);
        }
    }

    /// <summary>The hours already kept for a person come into use.</summary>
    private void StartPackage(int id, ref Person p, AreaServices area)
    {
        CountIf(area, Measure.PackageStarts);
        if (p.Has(Traits.HasPackage))
        {
            return;
        }

        HoldPackage(id, ref p, area);
    }

    private void HoldPackage(int id, ref Person p, AreaServices area)
    {
        p.Set(Traits.HasPackage);
        area.Packages++;
        double length = Exponential(~DrawFor(id, Decision.Package, p.Packages).W1, _p.PackageEndDays);
        AddTimer(ref p, Due.PackageEnds, After(_now, length));
    }

    private void EndPackage(ref Person p, AreaServices area)
    {
        if (!p.Has(Traits.HasPackage))
        {
            return;
        }

        p.Clear(Traits.HasPackage);
        area.Packages--;
        area.PoolOf(Stock.HomeCareTenths).Release(p.PackageTenths);
        p.PackageTenths = 0;
        RemoveTimer(ref p, Due.PackageEnds);
        RemoveTimer(ref p, Due.PackageLost);
        ServePackages(area);
    }

    /// <summary>A long hospital stay costs the package: the person then needs a restarted one to go home.</summary>
    private void LosePackage(int id, ref Person p, AreaServices area)
    {
        CountIf(area, Measure.PackagesLost);
        EndPackage(ref p, area);
        ref Spell s = ref _spells[p.Spell];
        if (s.Step == Step.Round && p.Setting == Setting.Acute && _now < s.FitAt)
        {
            // Not fit yet: the stay now ends on pathway 1.
            RemoveTimer(ref p, Due.Leaves);
            AddTimer(ref p, Due.TreatmentEnds, s.FitAt);
            s.Step = Step.None;
            s.FitAt = -1;
            s.Route = 1;
            s.Reablement = false;
            RequestPackage(id, ref p, ref s);
        }
        else
        {
            s.NeededPackage |= s.Route == 0;
        }
    }

    private void StartReablement(int id, ref Person p, AreaServices area, int checkKey)
    {
        p.Set(Traits.InReablement);
        area.InReablement++;
        CountIf(area, Measure.ReablementStarts);
        double days = CareParameters.GammaOfShape2.At(DrawFor(id, Decision.Reablement, (uint)checkKey).U0) * _p.ReablementDays;
        AddTimer(ref p, Due.ReablementEnds, After(_now, days));
        RemoveTimer(ref p, Due.CheckAt91);
        AddTimer(ref p, Due.CheckAt91, After(_now, 91));
    }

    /// <summary>Reablement is over: independent, or the place is held until a package starts.</summary>
    private void ReablementEnds(int id, ref Person p, AreaServices area)
    {
        if (DrawFor(id, Decision.Reablement, p.Crises).U1 < _p.NoOngoing)
        {
            EndReablement(ref p, area);
            return;
        }

        p.Packages++;
        p.PackageTenths = (short)Math.Max(10, PackageSize(id, ref p, area, p.Packages) * _p.ReablementHours);
        p.Set(Traits.NeedsPackage);
        area.NeedPackage++;
        p.Set(Traits.Waiting);
        _lines.Join(area.LineOf(Line.PackageHome), id, _now);
        AddTimer(ref p, Due.LosesPatience, After(_now, Exponential(DrawFor(id, Decision.Package, p.Packages).W3, _p.PatienceHome)));
        ServePackages(area);
    }

    private void EndReablement(ref Person p, AreaServices area)
    {
        if (!p.Has(Traits.InReablement))
        {
            return;
        }

        p.Clear(Traits.InReablement);
        area.InReablement--;
        RemoveTimer(ref p, Due.ReablementEnds);
        area.PoolOf(Stock.Reablement).Release(1);
        ServeReablement(area);
    }

    private void EndCaseload(ref Person p, AreaServices area)
    {
        if (p.Has(Traits.OnCaseload))
        {
            p.Clear(Traits.OnCaseload);
            RemoveTimer(ref p, Due.CaseloadEnds);
            area.PoolOf(Stock.Caseload).Release(1);
        }
    }

    /// <summary>A grant for an adaptation: money decides how many a day, the list how long it takes.</summary>
    private void ApplyForAdaptation(ref Person p, AreaServices area, double u, double share)
    {
        int day = _now / Clock.SecondsPerDay;
        if (p.Has(Traits.Adapted) || p.Has(Traits.AdaptationOrdered) || u >= share || (_plan.FrailOnly(day) && p.Frailty < Frailty.Moderate))
        {
            return;
        }

        if (area.TeamOf(Team.Adaptation).TryTake(_now, _now + _p.LongestList, out int start))
        {
            p.Set(Traits.AdaptationOrdered);
            AddTimer(ref p, Due.AdaptationDone, After(start, _plan.AdaptationWait(day)));
        }
    }

    /// <summary>On admission: waits at home are given up, hours kept or used are released or suspended.</summary>
    private void GiveUpHomeServices(int id, ref Person p, AreaServices area)
    {
        if (!p.HasTimers && (p.Traits & (Traits.NeedsPackage | Traits.NeedsCareHome | Traits.InReablement | Traits.HasPackage)) == 0)
        {
            return;
        }

        LeaveLine(id, ref p);
        ReleaseKeptHours(ref p, area);

        if (RemoveTimer(ref p, Due.EntersCareHome))
        {
            bool nursing = p.Has(Traits.NeedsNursing);
            area.PoolOf(nursing ? Stock.Nursing : Stock.Residential).Release(1);
            ServeCareHomes(area, nursing);
        }

        StopNeedingPackage(ref p, area);
        area.NeedCareHome -= p.Has(Traits.NeedsCareHome) ? 1 : 0;
        p.Clear(Traits.NeedsCareHome);
        EndReablement(ref p, area);
        if (p.Has(Traits.HasPackage) && !p.Has(Traits.Resident))
        {
            RemoveTimer(ref p, Due.PackageLost);
            AddTimer(ref p, Due.PackageLost, _now + _p.PackageLostAfter);
        }
    }
}
