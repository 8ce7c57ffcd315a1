using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>Death: everything a person held or waited for becomes free.</summary>
public sealed unsafe partial class CareSystem
{
    private void Die(int id, ref Person p)
    {
        AreaServices area = _areas[p.Area];
        Setting where = p.Setting;
        CountDeath(p, area, where);
        LeaveLine(id, ref p);
        bool packageKept = RemoveTimer(ref p, Due.PackageStarts);
        bool placeKept = RemoveTimer(ref p, Due.EntersCareHome);
        CountIf(area, Measure.ReablementChecks, RemoveTimer(ref p, Due.CheckAt91) ? 1 : 0);
        ClearTimers(ref p);
        _calendar.Cancel(id);
        area.Alive--;
        area.NeedPackage -= p.Has(Traits.NeedsPackage) ? 1 : 0;
        area.NeedCareHome -= p.Has(Traits.NeedsCareHome) ? 1 : 0;
        Spell s = default;
        bool inSpell = p.Spell >= 0;
        if (inSpell)
        {
            if (where == Setting.MedicallyFit)
            {
                BookStep(id, p, ref _spells[p.Spell], _now);
                area.Fit--;
            }

            s = _spells[p.Spell];
            GiveBackStart(p, s);
            if (where == Setting.Boarding)
            {
                area.Boarding--;
            }
            else if (where == Setting.Intermediate)
            {
                area.InIntermediate--;
                area.Blocked -= s.Step == Step.None ? 0 : 1;
            }

            if (where != Setting.Intermediate)
            {
                LogSpell(p, s, true);
            }

            EndSpell(ref p);
        }

        Traits had = p.Traits;
        int tenths = p.PackageTenths;
        p.Traits &= Traits.Female | Traits.LivesAlone;
        p.PackageTenths = 0;
        p.Setting = Setting.Dead;
        p.Running = p.Near = 0;
        p.Due = Due.Nothing;
        ReleaseAll(p, area, had, tenths, packageKept, placeKept, where, inSpell, s);
    }

    private void ReleaseAll(in Person p, AreaServices area, Traits had, int tenths, bool packageKept, bool placeKept, Setting where, bool inSpell, in Spell s)
    {
        if (s.HasBed)
        {
            FreeBed(p, area, s);
        }

        if (where == Setting.Intermediate)
        {
            area.PoolOf(Stock.Intermediate).Release(1);
            ServeIntermediate(area);
        }

        if (inSpell && s.Granted)
        {
            ReleaseGranted(area, s.Route, s.Reablement, s.Nursing, s.RequestTenths);
        }

        if (packageKept || (had & Traits.HasPackage) != 0)
        {
            area.Packages -= (had & Traits.HasPackage) != 0 ? 1 : 0;
            area.PoolOf(Stock.HomeCareTenths).Release(tenths);
            ServePackages(area);
        }

        if ((had & Traits.InReablement) != 0)
        {
            area.InReablement--;
            area.PoolOf(Stock.Reablement).Release(1);
            ServeReablement(area);
        }

        if ((had & Traits.OnCaseload) != 0)
        {
            area.PoolOf(Stock.Caseload).Release(1);
        }

        bool resident = (had & Traits.Resident) != 0;
        if (resident || placeKept)
        {
            area.Residents -= resident ? 1 : 0;
            bool nursing = (had & Traits.NeedsNursing) != 0;
            area.PoolOf(nursing ? Stock.Nursing : Stock.Residential).Release(1);
            ServeCareHomes(area, nursing);
        }
    }

    private void CountDeath(in Person p, AreaServices area, Setting where)
    {
        CountDay(area, DailySeries.Deaths);
        int age = AgeNow(p);
        int band = Math.Clamp((age - 65) / 5, 0, 5);
        CountIf(area, (p.Has(Traits.Female) ? Measure.DeathsWomen65 : Measure.DeathsMen65) + band);
        CountIf(area, where switch
        {
            Setting.Home => Measure.DeathsAtHome,
            Setting.CareHome => Measure.DeathsInCareHome,
            Setting.Intermediate => Measure.DeathsInIntermediateCare,
            _ => Measure.DeathsInHospital,
        });
    }
}
