using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The people at the start of a run, near equilibrium: beds, care homes and packages already in use.</summary>
public sealed partial class CareSystem
{
    private static readonly double[] IntermediateWeight = [0.3, 0.7, 1.2, 1.5];

    private void Populate()
    {
        foreach (AreaServices area in _areas)
        {
            StartWeights weights = new();
            int id = area.FirstPerson;
            foreach (Cohort cohort in PopulationBuilder.Cohorts(_setup, area.Area))
            {
                for (int i = 0; i < cohort.Count; i++, id++)
                {
                    Born(id, cohort, area, ref weights);
                }
            }

            double care = (area.PoolOf(Stock.Residential).Capacity + area.PoolOf(Stock.Nursing).Capacity)
                / (1 + _setup.World.Parameters["care_home.spare_share"]);
            weights.Scale(care, area);
            for (id = area.FirstPerson; id < area.FirstPerson + area.People; id++)
            {
                ref Person p = ref _people[id];
                if (p.Setting == Setting.Home)
                {
                    area.Alive++;
                    Place(id, ref p, area, weights);
                }

                Schedule(id, ref p);
            }
        }
    }

    private void Born(int id, Cohort cohort, AreaServices area, ref StartWeights weights)
    {
        ref Person p = ref _people[id];
        p = default;
        p.Timers = -1;
        p.Spell = -1;
        p.Area = (byte)area.Slot;
        Draw start = DrawFor(id, Decision.Start, 0);
        Draw clocks = DrawFor(id, Decision.FirstClocks, 0);
        p.Site = (byte)(start.W2 % (uint)_sites.Length);
        p.Crisis = (float)-Math.Log(clocks.U0);
        p.Death = (float)-Math.Log(clocks.U1);
        p.FrailtyStep = (float)-Math.Log(clocks.U2);
        p.CareHomeNeed = (float)-Math.Log(clocks.U3);
        p.Traits = cohort.Female ? Traits.Female : Traits.None;
        if (cohort.Age < 65)
        {
            double left = Math.Min(1, (_setup.Days / DaysPerYear) - cohort.Year);
            double turns = (cohort.Year + (start.U3 * left)) * DaysPerYear;
            p.BornDay = (int)Math.Floor(turns - (65 * DaysPerYear));
            p.Setting = Setting.NotYet;
            p.Frailty = FrailtyAt(0, start.U0);
            p.Set(start.U1 < _p.LivingAlone[0] ? Traits.LivesAlone : Traits.None);
            _timers.Add(ref p.Timers, Due.Turns65, Math.Max(0, Birthday(p, 64)));
            return;
        }

        int age = cohort.Age < 90 ? cohort.Age : 90 + Quantile.Categorical(start.U3, _rates.Over90(cohort.Female));
        double within = (start.W2 >> 8) * (1.0 / (1 << 24));
        p.BornDay = -(int)Math.Ceiling((age + within) * DaysPerYear) - 1;
        int row = RateTables.Row(AgeAt(p, 0));
        p.Setting = Setting.Home;
        p.Frailty = FrailtyAt(row, start.U0);
        p.Set(start.U1 < _p.LivingAlone[CareParameters.Band(row)] ? Traits.LivesAlone : Traits.None);
        weights.Residents += _rates.ResidentShare(row, p.Frailty);
        double home = 1 - _rates.ResidentShare(row, p.Frailty);
        weights.Packages += home * PackageWeight(p, row) * 10 * _p.PackageHours[(int)p.Frailty] * area.HomeCareIndex;
        weights.Intermediate += home * IntermediateWeight[(int)p.Frailty] * _rates.Admission(row);
        weights.Frail += p.Frailty >= Frailty.Moderate ? home : 0;
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

    private double PackageWeight(in Person p, int row) =>
        _p.PackageUsers[(int)p.Frailty] * (row >= 15 ? 1.5 : 1) * (p.Has(Traits.LivesAlone) ? 1.3 : 0.85);

    private void Place(int id, ref Person p, AreaServices area, in StartWeights w)
    {
        int row = RateTables.Row(AgeAt(p, 0));
        Draw d = DrawFor(id, Decision.StartSetting, 0);
        if (d.U0 < _rates.ResidentShare(row, p.Frailty) * w.Residents)
        {
            ResourcePool residential = area.PoolOf(Stock.Residential);
            ResourcePool nursingPlaces = area.PoolOf(Stock.Nursing);
            bool nursing = d.U1 * (residential.Capacity + nursingPlaces.Capacity) < nursingPlaces.Capacity;
            nursing = nursing ? nursingPlaces.Free > 0 : residential.Free <= 0;
            if ((nursing ? nursingPlaces : residential).TrySeize(1))
            {
                BecomeResident(ref p, area, nursing);
                return;
            }
        }

        if (p.Frailty >= Frailty.Moderate)
        {
            p.Set(d.U3 < _p.AdaptedAtStart ? Traits.Adapted : Traits.None);
            if (d.U1 < 0.95 * area.PoolOf(Stock.Caseload).Capacity * w.Frail && area.PoolOf(Stock.Caseload).TrySeize(1))
            {
                p.Set(Traits.OnCaseload);
                _timers.Add(ref p.Timers, Due.CaseloadEnds, (int)(d.U2 * _p.CaseloadSeconds));
            }
        }

        Draw progress = DrawFor(id, Decision.StartProgress, 0);
        if (progress.U0 < BedDaysPerYear(p, row) / DaysPerYear)
        {
            StartInHospital(id, ref p, row, progress.U1);
            return;
        }

        double weight = IntermediateWeight[(int)p.Frailty] * _rates.Admission(row) * w.Intermediate;
        ResourcePool beds = area.PoolOf(Stock.Intermediate);
        ResourcePool reablement = area.PoolOf(Stock.Reablement);
        if (progress.U2 < 0.93 * beds.Capacity * weight && beds.TrySeize(1))
        {
            StartIntermediate(id, ref p, area, progress.U3);
            return;
        }

        if (d.U2 < PackageWeight(p, row) * w.Packages)
        {
            p.PackageTenths = PackageSize(id, ref p, area, 1);
            if (area.PoolOf(Stock.HomeCareTenths).TrySeize(p.PackageTenths))
            {
                HoldPackage(id, ref p, area);
            }
        }
        else if (1 - progress.U2 < 0.9 * reablement.Capacity * weight && reablement.TrySeize(1))
        {
            p.Set(Traits.InReablement);
            area.InReablement++;
            _timers.Add(ref p.Timers, Due.ReablementEnds, Days(progress.U3 * _p.ReablementDays));
        }
    }

    /// <summary>Acute bed days a year that a person of this kind takes, for the share in hospital at the start.</summary>
    private double BedDaysPerYear(in Person p, int row)
    {
        int band = CareParameters.Band(row);
        double longer = (1 - _p.ZeroDay[band]) * (1 - _p.OneDay);
        double days = longer * ((_p.Treatment[band] * _p.StayRatio[(int)p.Frailty] * 1.06) + 2);
        return _rates.Crisis(row, p.Has(Traits.Female), p.Frailty) * 1.15 * _p.AdmittedShare[band] * days;
    }

    private void Turns65(int id, ref Person p)
    {
        _timers.Clear(ref p.Timers);
        p.Setting = Setting.Home;
        p.ClockTime = _now;
        _areas[p.Area].Alive++;
        Schedule(id, ref p);
    }

    /// <summary>Sums over an area's people that turn weights into probabilities.</summary>
    private struct StartWeights
    {
        public double Residents, Packages, Intermediate, Frail;

        public void Scale(double care, AreaServices area)
        {
            Residents = Residents > 0 ? care / Residents : 0;
            Packages = Packages > 0 ? 0.985 * area.PoolOf(Stock.HomeCareTenths).Capacity / Packages : 0;
            Intermediate = Intermediate > 0 ? 1 / Intermediate : 0;
            Frail = Frail > 0 ? 1 / Frail : 0;
        }
    }
}
