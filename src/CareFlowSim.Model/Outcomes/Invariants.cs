namespace CareFlowSim.Model;

/// <summary>Conservation checks: people, beds, places and hours are where the books say.</summary>
public sealed unsafe partial class CareSystem
{
    private void CheckConservation()
    {
        int[] inBed = new int[_sites.Length];
        foreach (AreaServices area in _areas)
        {
            int beds = 0, boarding = 0, fit = 0, intermediate = 0, reablement = 0, packages = 0, alive = 0, residents = 0, tenths = 0, caseload = 0, needPackage = 0, needCareHome = 0;
            int residential = 0, nursing = 0;
            for (int id = area.FirstRecord; id < area.FirstRecord + area.Records; id++)
            {
                ref Person p = ref _people[id];
                if (p.Setting is Setting.Dead or Setting.NotYet)
                {
                    continue;
                }

                alive++;
                bool hasBed = p.Spell >= 0 && _spells[p.Spell].HasBed;
                beds += hasBed ? 1 : 0;
                inBed[p.Site] += hasBed ? 1 : 0;
                boarding += p.Setting == Setting.Boarding ? 1 : 0;
                fit += p.Setting == Setting.MedicallyFit ? 1 : 0;
                intermediate += p.Setting == Setting.Intermediate ? 1 : 0;
                reablement += p.Has(Traits.InReablement) ? 1 : 0;
                packages += p.Has(Traits.HasPackage) ? 1 : 0;
                residents += p.Has(Traits.Resident) ? 1 : 0;
                caseload += p.Has(Traits.OnCaseload) ? 1 : 0;
                needPackage += p.Has(Traits.NeedsPackage) ? 1 : 0;
                needCareHome += p.Has(Traits.NeedsCareHome) ? 1 : 0;
                tenths += p.Has(Traits.HasPackage) ? p.PackageTenths : 0;
                bool keptPlace = p.Spell < 0 && p.Has(Traits.NeedsCareHome) && _lines.LineOf(id) < 0;
                bool place = p.Has(Traits.Resident) || keptPlace;
                nursing += place && p.Has(Traits.NeedsNursing) ? 1 : 0;
                residential += place && !p.Has(Traits.NeedsNursing) ? 1 : 0;
                Granted(p, ref tenths, ref reablement, ref intermediate, ref residential, ref nursing);
                bool keptHours = p.Spell < 0 && p.Has(Traits.NeedsPackage) && _lines.LineOf(id) < 0 && HasTimer(p, Due.PackageStarts);
                tenths += keptHours ? p.PackageTenths : 0;
            }

            Expect(area, "people alive", area.Alive, alive + area.Quiet);
            Expect(area, "acute beds in use", area.InBed, beds);
            Expect(area, "people boarding", area.Boarding, boarding);
            Expect(area, "people medically fit", area.Fit, fit);
            Expect(area, "packages", area.Packages, packages);
            Expect(area, "residents", area.Residents, residents);
            Expect(area, "people who need a package", area.NeedPackage, needPackage);
            Expect(area, "people who need a care home", area.NeedCareHome, needCareHome);
            Expect(area, "intermediate beds", area.PoolOf(Stock.Intermediate).InUse, intermediate);
            Expect(area, "reablement places", area.PoolOf(Stock.Reablement).InUse, reablement);
            Expect(area, "home-care tenths", area.PoolOf(Stock.HomeCareTenths).InUse, tenths);
            Expect(area, "residential places", area.PoolOf(Stock.Residential).InUse, residential);
            Expect(area, "nursing places", area.PoolOf(Stock.Nursing).InUse, nursing);
            Expect(area, "caseload", area.PoolOf(Stock.Caseload).InUse, caseload);
        }

        foreach (SiteState site in _sites)
        {
            if (site.InBed != inBed[site.Slot])
            {
                throw new InvalidOperationException($"site {site.Slot} of {_system.Name}: {site.InBed} beds in use on the books, {inBed[site.Slot]} people in them");
            }
        }
    }

    /// <summary>Little's law over the whole run, to the second: the integral of occupied beds equals the time that people spent in them.</summary>
    private void CheckLittlesLaw()
    {
        CountBeds(0);
        long stayed = _stayedSeconds;
        for (int id = 0; id < _records; id++)
        {
            ref Person p = ref _people[id];
            stayed += p.Spell >= 0 && _spells[p.Spell].HasBed ? _horizon - _spells[p.Spell].InBed : 0;
        }

        if (stayed != _bedSeconds)
        {
            throw new InvalidOperationException($"Little's law fails in {_system.Name}: beds were occupied for {_bedSeconds} seconds, people stayed for {stayed}");
        }
    }

    private bool HasTimer(in Person p, Due kind) => p.Timer == kind || _timers.Has(p.Timers, kind);

    private void Granted(in Person p, ref int tenths, ref int reablement, ref int intermediate, ref int residential, ref int nursing)
    {
        if (p.Spell < 0 || !_spells[p.Spell].Granted)
        {
            return;
        }

        ref Spell s = ref _spells[p.Spell];
        switch (s.Route)
        {
            case 1 when s.Reablement:
                reablement++;
                break;
            case 1:
                tenths += s.RequestTenths;
                break;
            case 2:
                intermediate++;
                break;
            default:
                nursing += s.Nursing ? 1 : 0;
                residential += s.Nursing ? 0 : 1;
                break;
        }
    }

    private void Expect(AreaServices area, string what, int books, int counted)
    {
        if (books != counted)
        {
            throw new InvalidOperationException(
                $"conservation fails in {_setup.World.Areas[area.Area].Name} at second {_now}: {what}: {books} on the books, {counted} counted");
        }
    }
}
