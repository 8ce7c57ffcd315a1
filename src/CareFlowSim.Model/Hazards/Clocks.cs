using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The hazard clocks: thresholds are kept, only speeds change.</summary>
public sealed partial class CareSystem
{
    private const double DaysPerYear = 365.25;

    private static bool CrisisRuns(Setting s) => s is Setting.Home or Setting.CareHome or Setting.Intermediate;

    private static bool DeathRuns(Setting s) => s is Setting.Home or Setting.CareHome or Setting.Intermediate or Setting.MedicallyFit;

    private static bool StepRuns(Setting s) => s is Setting.Home or Setting.CareHome;

    private static bool NeedRuns(in Person p) => p.Setting == Setting.Home && !p.Has(Traits.NeedsCareHome);

    private static int AgeAt(in Person p, int day) => (int)((day - p.BornDay) / DaysPerYear);

    /// <summary>Second at which the age after <paramref name="age"/> begins.</summary>
    private static int Birthday(in Person p, int age)
    {
        long day = p.BornDay + (long)Math.Ceiling((age + 1) * DaysPerYear);
        return (int)Math.Min(int.MaxValue, day * Clock.SecondsPerDay);
    }

    private double CrisisSpeed(in Person p, int row)
    {
        double speed = _rates.Crisis(row, p.Has(Traits.Female), p.Frailty) / DaysPerYear;
        speed *= p.Has(Traits.Resident) ? _p.ResidentCrisisRatio : 1;
        speed *= p.Has(Traits.NeedsPackage) ? _p.UnmetRatio : 1;
        speed *= p.Has(Traits.OnCaseload) ? _p.CaseloadRatio : 1;
        return p.Has(Traits.Adapted) && p.Setting == Setting.Home ? speed * _p.AdaptedCrisisRatio : speed;
    }

    /// <summary>The higher mortality of care-home residents goes with the need, not with the place: a faster admission kills nobody.</summary>
    private double DeathSpeed(in Person p, int row) =>
        _rates.Death(row, p.Has(Traits.Female), p.Frailty) / DaysPerYear
        * _areas[p.Area].MortalityIndex * (p.Has(Traits.CareHomeDependent) ? _rates.ResidentDeathRatio : 1);

    private double StepSpeed(in Person p, int row) =>
        (_rates.StepUp(row, p.Frailty) + (p.Frailty == Frailty.Fit ? 0 : _p.RecoveryPerYear)) / DaysPerYear;

    private double NeedSpeed(in Person p, int row)
    {
        double speed = _rates.CareHomeNeed(row, p.Frailty) / DaysPerYear * _areas[p.Area].CareHomeIndex;
        return p.Has(Traits.Adapted) ? speed * AdaptedNeed(p) : speed;
    }

    /// <summary>Ratio of the need for a care home in an adapted home.</summary>
    private double AdaptedNeed(in Person p) => p.Frailty >= Frailty.Moderate ? _p.AdaptedNeedFrail : _p.AdaptedNeedOther;

    private double WindowRatio(in Person p) =>
        _p.AfterDischargeRatio * (p.Has(Traits.LeadProfessional) ? _p.LeadReadmissionRatio : 1);

    /// <summary>Takes the risk time since the last update off the thresholds of the running clocks. To be called before anything about the person changes.</summary>
    private void Advance(ref Person p, int now)
    {
        int from = p.ClockTime;
        p.ClockTime = now;
        if (from >= now || !DeathRuns(p.Setting))
        {
            return;
        }

        int age = AgeAt(p, from / Clock.SecondsPerDay);
        while (from < now)
        {
            int until = Math.Min(now, Birthday(p, age));
            int row = RateTables.Row(age);
            if (until > from)
            {
                if (CrisisRuns(p.Setting))
                {
                    p.Crisis -= (float)(CrisisSpeed(p, row) * CrisisExposure(p, from, until));
                }

                ExposureTable deaths = _plan.DeathExposure[CareParameters.Band(row)];
                p.Death -= (float)(DeathSpeed(p, row) * (deaths.At(until) - deaths.At(from)));
                double days = (until - from) / (double)Clock.SecondsPerDay;
                if (StepRuns(p.Setting))
                {
                    p.FrailtyStep -= (float)(StepSpeed(p, row) * days);
                }

                if (NeedRuns(p))
                {
                    p.CareHomeNeed -= (float)(NeedSpeed(p, row) * days);
                }
            }

            from = until;
            age++;
        }
    }

    private double CrisisExposure(in Person p, int from, int until)
    {
        ExposureTable table = _plan.CrisisExposure;
        double plain = table.At(until) - table.At(from);
        return p.WindowEnd <= from
            ? plain
            : plain + ((WindowRatio(p) - 1) * (table.At(Math.Min(until, p.WindowEnd)) - table.At(from)));
    }

    /// <summary>Finds the next thing that happens to a person, by clock or by timer, and puts it into the calendar.</summary>
    private void Schedule(int id, ref Person p)
    {
        int best = _timers.Earliest(p.Timers, out Due due);
        if (DeathRuns(p.Setting))
        {
            ClockEvents(p, ref best, ref due);
        }

        p.Due = due;
        if (best >= _horizon)
        {
            _calendar.Cancel(id);
            return;
        }

        _calendar.Schedule(id, Math.Max(best, _now));
    }

    private void ClockEvents(in Person p, ref int best, ref Due due)
    {
        int from = p.ClockTime;
        int age = AgeAt(p, from / Clock.SecondsPerDay);
        double crisis = p.Crisis;
        double death = p.Death;
        double step = p.FrailtyStep;
        double need = p.CareHomeNeed;
        bool crisisRuns = CrisisRuns(p.Setting);
        bool stepRuns = StepRuns(p.Setting);
        bool needRuns = NeedRuns(p);
        int limit = Math.Min(best, _horizon);
        while (from < limit)
        {
            int until = Math.Min(limit, Birthday(p, age));
            int row = RateTables.Row(age);
            if (until > from)
            {
                ExposureTable deaths = _plan.DeathExposure[CareParameters.Band(row)];
                double speed = DeathSpeed(p, row);
                double start = deaths.At(from);
                double used = speed * (deaths.At(until) - start);
                if (used >= death)
                {
                    Take(deaths.TimeOf(start + (Math.Max(0, death) / speed)), Due.Death, from, ref best, ref due);
                }

                death -= used;
                if (crisisRuns)
                {
                    speed = CrisisSpeed(p, row);
                    used = speed * CrisisExposure(p, from, until);
                    if (used >= crisis)
                    {
                        Take(CrisisTime(p, from, Math.Max(0, crisis) / speed), Due.Crisis, from, ref best, ref due);
                    }

                    crisis -= used;
                }

                double days = (until - from) / (double)Clock.SecondsPerDay;
                if (stepRuns)
                {
                    speed = StepSpeed(p, row);
                    if (speed * days >= step)
                    {
                        Take(After(from, Math.Max(0, step) / speed), Due.FrailtyStep, from, ref best, ref due);
                    }

                    step -= speed * days;
                }

                if (needRuns)
                {
                    speed = NeedSpeed(p, row);
                    if (speed * days >= need)
                    {
                        Take(After(from, Math.Max(0, need) / speed), Due.CareHomeNeed, from, ref best, ref due);
                    }

                    need -= speed * days;
                }
            }

            from = until;
            age++;
            limit = Math.Min(best, _horizon);
        }
    }

    private static void Take(int at, Due kind, int from, ref int best, ref Due due)
    {
        at = Math.Max(at, from);
        if (at < best || (at == best && kind < due))
        {
            best = at;
            due = kind;
        }
    }

    private int CrisisTime(in Person p, int from, double exposure)
    {
        ExposureTable table = _plan.CrisisExposure;
        double start = table.At(from);
        if (p.WindowEnd > from)
        {
            double ratio = WindowRatio(p);
            double inWindow = table.At(p.WindowEnd) - start;
            if (exposure <= ratio * inWindow)
            {
                return table.TimeOf(start + (exposure / ratio));
            }

            return table.TimeOf(start + inWindow + (exposure - (ratio * inWindow)));
        }

        return table.TimeOf(start + exposure);
    }

    private float NewThreshold(int id, Risk risk, uint occurrence) =>
        (float)-Math.Log(DrawFor(id, Decision.Clock + (uint)risk, occurrence).U0);
}
