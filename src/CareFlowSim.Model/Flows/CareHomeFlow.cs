using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>Care homes and intermediate-care beds.</summary>
public sealed unsafe partial class CareSystem
{
    private void CareHomeNeed(int id, ref Person p)
    {
        Stop(ref p);
        AreaServices area = _areas[p.Area];
        uint n = ++p.Needs;
        p.CareHomeNeed = (float)NewThreshold(id, Risk.CareHomeNeed, n);
        CountIf(area, Measure.CareHomeNeedsAtHome);
        AskForCareHome(id, ref p, area, DrawFor(id, Decision.CareHomeNeed, n).U0 < area.NursingShare(_p.NursingShareHome));
        Schedule(id, ref p);
    }

    /// <summary>A person at home joins the line for a care-home place; a wait for home care ends with it.</summary>
    private void AskForCareHome(int id, ref Person p, AreaServices area, bool nursing)
    {
        LeaveLine(id, ref p);
        ReleaseKeptHours(ref p, area);

        StopNeedingPackage(ref p, area);
        EndReablement(ref p, area);
        p.Set(Traits.NeedsCareHome | Traits.CareHomeDependent);
        p.Traits = nursing ? p.Traits | Traits.NeedsNursing : p.Traits & ~Traits.NeedsNursing;
        area.NeedCareHome++;
        p.Set(Traits.Waiting);
        _lines.Join(area.LineOf(nursing ? Line.NursingHome : Line.ResidentialHome), id, _now);
        AddTimer(ref p, Due.LosesPatience, After(_now, Exponential(DrawFor(id, Decision.CareHomeNeed, p.Needs).W2, _p.PatienceHome)));
        ServeCareHomes(area, nursing);
    }

    private void StopNeedingCareHome(int id, ref Person p, AreaServices area)
    {
        LeaveLine(id, ref p);
        area.NeedCareHome -= p.Has(Traits.NeedsCareHome) ? 1 : 0;
        p.Clear(Traits.NeedsCareHome);
        RemoveTimer(ref p, Due.LosesPatience);
    }

    /// <summary>Moves in: the place has been kept; home care and other help at home end.</summary>
    private void EnterCareHome(int id, ref Person p, AreaServices area, bool nursing, bool fromHospital)
    {
        CountIf(area, fromHospital ? Measure.CareHomeEntriesFromHospital : Measure.CareHomeEntriesFromHome);
        bool council = fromHospital
            ? DrawFor(id, Decision.Waiting, p.Crises).U2 < _p.CouncilShare
            : DrawFor(id, Decision.CareHomeNeed, p.Needs).U1 < _p.CouncilShare;
        CountIf(area, Measure.CareHomeEntriesCouncil, council ? 1 : 0);
        StopNeedingPackage(ref p, area);
        EndReablement(ref p, area);
        EndPackage(ref p, area);
        EndCaseload(ref p, area);
        BecomeResident(ref p, area, nursing);
    }

    private static void BecomeResident(ref Person p, AreaServices area, bool nursing)
    {
        // Nobody lives in a care home without at least moderate dependency.
        p.Frailty = p.Frailty < Frailty.Moderate ? Frailty.Moderate : p.Frailty;
        p.Setting = Setting.CareHome;
        p.Set(Traits.Resident | Traits.CareHomeDependent);
        p.Traits = nursing ? p.Traits | Traits.NeedsNursing : p.Traits & ~Traits.NeedsNursing;
        area.Residents++;
    }

    private void EnterIntermediate(int id, ref Person p, ref Spell s, AreaServices area)
    {
        p.Setting = Setting.Intermediate;
        area.InIntermediate++;
        s.Step = Step.None;
        s.Granted = false;
        s.ChoosesAgain = false;
        double days = _p.IntermediateDays * _p.IntermediateLength.At(StayDraw(p, Decision.Intermediate).U0);
        AddTimer(ref p, Due.IntermediateEnds, After(_now, days));
    }

    private void IntermediateEnds(int id, ref Person p)
    {
        Stop(ref p);
        AreaServices area = _areas[p.Area];
        ref Spell s = ref _spells[p.Spell];
        Draw d = StayDraw(p, Decision.Intermediate);
        bool careHome = d.U1 < _p.ToCareHome;
        bool package = !careHome && d.U1 < _p.ToCareHome + _p.ToPackage;
        if (!careHome && (!package || p.Has(Traits.HasPackage)))
        {
            s.GaveUp = true;
            Leave(id, ref p);
            return;
        }

        area.Blocked++;
        s.Route = careHome ? (byte)3 : (byte)1;
        p.Set(careHome ? Traits.CareHomeDependent : Traits.None);
        s.Reablement = false;
        s.Declines = 0;
        s.FitAt = _now;
        if (!careHome)
        {
            RequestPackage(id, ref p, ref s);
        }

        AddTimer(ref p, Due.LosesPatience, After(_now, Exponential(d.W2, _p.PatienceHospital)));
        JoinLine(id, ref p, ref s, area);
        Schedule(id, ref p);
    }

    private void GiveUpInIntermediate(int id, ref Person p, AreaServices area)
    {
        LeaveLine(id, ref p);
        _spells[p.Spell].GaveUp = true;
        CountIf(area, Measure.LeftTheLine);
        Leave(id, ref p);
    }

    /// <summary>Gives an intermediate-care bed back, when a person leaves it, dies or returns to hospital.</summary>
    private void FreeIntermediate(ref Person p, AreaServices area)
    {
        ref Spell s = ref _spells[p.Spell];
        area.InIntermediate--;
        area.Blocked -= s.Step == Step.None ? 0 : 1;
        s.Step = Step.None;
        p.Setting = Setting.Home;
        area.PoolOf(Stock.Intermediate).Release(1);
        ServeIntermediate(area);
    }

    /// <summary>An admission from an intermediate-care bed.</summary>
    private void LeaveIntermediate(int id, ref Person p, AreaServices area)
    {
        if (p.Setting != Setting.Intermediate)
        {
            return;
        }

        LeaveLine(id, ref p);
        RemoveTimer(ref p, Due.IntermediateEnds);
        RemoveTimer(ref p, Due.StepEnds);
        RemoveTimer(ref p, Due.Leaves);
        RemoveTimer(ref p, Due.LosesPatience);
        Spell s = _spells[p.Spell];
        GiveBackStart(p, s);
        FreeIntermediate(ref p, area);
        EndSpell(ref p);
        if (s.Granted)
        {
            ReleaseGranted(area, s.Route, s.Reablement, s.Nursing, s.RequestTenths);
        }
    }

    private void StartInHospital(int id, ref Person p, int row, double u)
    {
        SiteState site = _sites[p.Site];
        if (site.InBed >= site.Beds)
        {
            return;
        }

        int index = NewSpell(id, ref p, 0);
        ref Spell s = ref _spells[index];
        s.FitAt = -1;
        Draw d = StayDraw(p, Decision.Stay);
        s.Route = RouteFor(p, s, d.U2);
        s.Lethal = d.U0 < Lethality(p, row);
        ChooseSupport(id, ref p, ref s);
        p.Setting = Setting.Acute;
        FillBed(site, _areas[p.Area], ref s);

        // Seen at a random moment, stays are length-biased and on average half over.
        double mean = _p.Treatment[CareParameters.Band(row)] * _p.StayRatio[(int)p.Frailty];
        double days = mean * CareParameters.LengthBiased(d.U1, _p.StaySigma) * u;
        AddTimer(ref p, Due.TreatmentEnds, NextRound(0, days, d.U3));
    }

    private void StartIntermediate(int id, ref Person p, AreaServices area, double u)
    {
        int index = NewSpell(id, ref p, 0);
        ref Spell s = ref _spells[index];
        s.FitAt = -1;
        s.Route = 2;
        p.Setting = Setting.Intermediate;
        area.InIntermediate++;
        double whole = _p.IntermediateDays * CareParameters.LengthBiased(StayDraw(p, Decision.Intermediate).U0, _p.IntermediateSigma);
        AddTimer(ref p, Due.IntermediateEnds, Days(u * whole));
    }
}
