using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The lines for scarce places and hours: joining, being offered, being granted.</summary>
public sealed unsafe partial class CareSystem
{
    /// <summary>Takes a person out of the line they wait in, if they do.</summary>
    private void LeaveLine(int id, ref Person p)
    {
        if (p.Has(Traits.Waiting))
        {
            p.Clear(Traits.Waiting);
            _lines.Leave(id);
        }
    }

    /// <summary>A person who is ready to leave joins the line of the pathway.</summary>
    private void JoinLine(int id, ref Person p, ref Spell s, AreaServices area)
    {
        s.Step = Step.InLine;
        s.StepFrom = _now;
        s.CapacityFrom = _now;
        s.CapacityTo = int.MaxValue;
        Line line = s.Route switch
        {
            1 => s.Reablement ? Line.Reablement : Line.PackageHospital,
            2 => Line.Intermediate,
            _ => s.Nursing ? Line.NursingHospital : Line.ResidentialHospital,
        };
        if (s.ChoosesAgain)
        {
            p.Set(Traits.Waiting);
            _lines.JoinFront(area.LineOf(line), id, s.FitAt);
        }
        else
        {
            p.Set(Traits.Waiting);
            _lines.Join(area.LineOf(line), id, _now);
        }

        Serve(area, s.Route, s.Reablement, s.Nursing);
    }

    private void Serve(AreaServices area, byte route, bool reablement, bool nursing)
    {
        switch (route)
        {
            case 1 when reablement:
                ServeReablement(area);
                break;
            case 1:
                ServePackages(area);
                break;
            case 2:
                ServeIntermediate(area);
                break;
            default:
                ServeCareHomes(area, nursing);
                break;
        }
    }

    /// <summary>Home-care hours: people in hospital and at home in one order, hospital requests counting as older by some days.</summary>
    private void ServePackages(AreaServices area)
    {
        ResourcePool pool = area.PoolOf(Stock.HomeCareTenths);
        while (true)
        {
            int id = _lines.FirstOf(area.LineOf(Line.PackageHospital), 2, _p.PackageCredit);
            if (id < 0)
            {
                return;
            }

            ref Person p = ref _people[id];
            int tenths = p.Spell >= 0 ? _spells[p.Spell].RequestTenths : p.PackageTenths;
            if (tenths > pool.Free || !pool.TrySeize(tenths))
            {
                return;
            }

            GrantNext(id, ref p, area);
        }
    }

    private void ServeReablement(AreaServices area) => ServePlaces(area, Stock.Reablement, Line.Reablement);

    private void ServeIntermediate(AreaServices area) => ServePlaces(area, Stock.Intermediate, Line.Intermediate);

    private void ServePlaces(AreaServices area, Stock stock, Line line)
    {
        ResourcePool pool = area.PoolOf(stock);
        while (pool.Free > 0)
        {
            int id = _lines.First(area.LineOf(line));
            if (id < 0)
            {
                return;
            }

            Offer(id, area, pool);
        }
    }

    private void ServeCareHomes(AreaServices area, bool nursing)
    {
        ResourcePool pool = area.PoolOf(nursing ? Stock.Nursing : Stock.Residential);
        while (pool.Free > 0)
        {
            int id = _lines.FirstOf(area.LineOf(nursing ? Line.NursingHospital : Line.ResidentialHospital), 2, _p.CareHomeCredit);
            if (id < 0)
            {
                return;
            }

            Offer(id, area, pool);
        }
    }

    /// <summary>Offers one place to a person: a family may decline and look at another one first.</summary>
    private void Offer(int id, AreaServices area, ResourcePool pool)
    {
        ref Person p = ref _people[id];
        if (p.Spell >= 0 && _spells[p.Spell].Declines > 0)
        {
            ref Spell s = ref _spells[p.Spell];
            LeaveLine(id, ref p);
            BookStep(id, p, ref s, _now);
            s.Declines--;
            s.ChoosesAgain = true;
            StartProcess(ref p, ref s, Step.Viewing, Exponential(DrawFor(id, Decision.Viewing, s.Key + ((uint)s.Declines << 24)).W0, area.Practice.ViewingDays));
            Schedule(id, ref p);
            return;
        }

        pool.TrySeize(1);
        GrantNext(id, ref p, area);
    }

    /// <summary>Takes a person out of the line: hours or a place are now kept for them.</summary>
    private void GrantNext(int id, ref Person p, AreaServices area)
    {
        int since = _lines.Since(id);
        LeaveLine(id, ref p);
        RemoveTimer(ref p, Due.LosesPatience);
        if (p.Spell < 0)
        {
            GrantAtHome(id, ref p, area, since);
            Schedule(id, ref p);
            return;
        }

        ref Spell s = ref _spells[p.Spell];
        BookStep(id, p, ref s, _now);
        s.Granted = true;
        if (p.Setting == Setting.MedicallyFit)
        {
            AddWait(
                area,
                s.Route switch
                {
                    1 => s.Reablement ? WaitKind.Reablement : WaitKind.PackageFromHospital,
                    2 => WaitKind.IntermediateBed,
                    _ => WaitKind.CareHomeFromHospital,
                },
                since);
        }

        double mean = s.Route switch
        {
            1 => area.Practice.PackageDays,
            2 => area.Practice.IntermediateDays,
            _ => s.Nursing ? area.Practice.NursingDays : area.Practice.ResidentialDays,
        };
        StartProcess(ref p, ref s, Step.Transfer, Exponential(StayDraw(p, Decision.StepLengths).W3, mean));
        Schedule(id, ref p);
    }

    private void GrantAtHome(int id, ref Person p, AreaServices area, int since)
    {
        if (p.Has(Traits.NeedsCareHome))
        {
            AddWait(area, WaitKind.CareHomeFromHome, since);
            double days = Exponential(DrawFor(id, Decision.CareHomeNeed, p.Needs).W3, p.Has(Traits.NeedsNursing) ? area.Practice.NursingDays : area.Practice.ResidentialDays);
            int start = area.TeamOf(Team.CareHomeAdmission).Take(_now);
            AddTimer(ref p, Due.EntersCareHome, start < _horizon ? After(start, days) : int.MaxValue - 1);
            return;
        }

        AddWait(area, WaitKind.PackageFromHome, since);
        double sourcing = Exponential(DrawFor(id, Decision.Package, p.Packages).W2, area.Practice.PackageDays);
        int from = area.TeamOf(Team.PackageStart).Take(_now);
        AddTimer(ref p, Due.PackageStarts, from < _horizon ? After(from, sourcing) : int.MaxValue - 1);
    }

    /// <summary>Gives back what was kept for a person who does not come.</summary>
    private void ReleaseGranted(AreaServices area, byte route, bool reablement, bool nursing, int tenths)
    {
        Stock stock = route switch
        {
            1 => reablement ? Stock.Reablement : Stock.HomeCareTenths,
            2 => Stock.Intermediate,
            _ => nursing ? Stock.Nursing : Stock.Residential,
        };
        area.PoolOf(stock).Release(stock == Stock.HomeCareTenths ? tenths : 1);
        Serve(area, route, reablement, nursing);
    }

    private void AddWait(AreaServices area, WaitKind kind, int since)
    {
        if (_now >= _measureFrom)
        {
            area.Outcome.Waits[(int)kind].Add(Math.Max(0, _now - since) / Clock.SecondsPerHour);
        }
    }
}
