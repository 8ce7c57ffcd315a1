using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>
/// The hazard clocks: thresholds are kept, only speeds change. While nothing about a person changes, a running clock is known by the second at which it
/// fires; when something is about to change, <see cref="Advance"/> turns the seconds back into thresholds left, and the next schedule times them anew.
/// </summary>
public sealed unsafe partial class CareSystem
{
    private const double DaysPerYear = 365.25;

    /// <summary>Whole days lived on each birthday.</summary>
    private static readonly int[] BirthdayDays = [.. Enumerable.Range(0, 200).Select(age => (int)Math.Ceiling(age * DaysPerYear))];

    private static bool CrisisRuns(Setting s) => s is Setting.Home or Setting.CareHome or Setting.Intermediate;

    private static bool DeathRuns(Setting s) => s is Setting.Home or Setting.CareHome or Setting.Intermediate or Setting.MedicallyFit;

    private static bool StepRuns(Setting s) => s is Setting.Home or Setting.CareHome;

    private static bool NeedRuns(in Person p) => p.Setting == Setting.Home && !p.Has(Traits.NeedsCareHome);

    private static int AgeAt(in Person p, int day)
    {
        int days = day - p.BornDay;
        int age = (int)(days * (1 / DaysPerYear));
        return BirthdayDays[age] > days ? age - 1 : BirthdayDays[age + 1] <= days ? age + 1 : age;
    }

    /// <summary>Second at which the age after <paramref name="age"/> begins.</summary>
    private static int Birthday(in Person p, int age) =>
        (int)Math.Min(int.MaxValue, (p.BornDay + (long)BirthdayDays[age + 1]) * Clock.SecondsPerDay);

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

    /// <summary>Stops the clocks: what is left on them at a moment. To be called before anything about the person changes.</summary>
    private void Advance(ref Person p, int now)
    {
        if (p.Has(Traits.Timed))
        {
            int from = p.ClockTime;
            WorkOutFirst(ref p);
            if (CrisisRuns(p.Setting))
            {
                p.Crisis = ClockWord.IsTime(p.Crisis)
                    ? ClockWord.Left(CrisisIntegral(p, now, p.Crisis))
                    : ClockWord.Left(ClockWord.Threshold(p.Crisis) - CrisisIntegral(p, from, now));
            }

            p.Death = ClockWord.IsTime(p.Death)
                ? ClockWord.Left(DeathIntegral(p, now, p.Death))
                : ClockWord.Left(ClockWord.Threshold(p.Death) - DeathIntegral(p, from, now));
            if (StepRuns(p.Setting))
            {
                p.FrailtyStep = ClockWord.IsTime(p.FrailtyStep)
                    ? ClockWord.Left(StepIntegral(p, now, p.FrailtyStep))
                    : ClockWord.Left(ClockWord.Threshold(p.FrailtyStep) - StepIntegral(p, from, now));
            }

            if (NeedRuns(p))
            {
                p.CareHomeNeed = ClockWord.IsTime(p.CareHomeNeed)
                    ? ClockWord.Left(NeedIntegral(p, now, p.CareHomeNeed))
                    : ClockWord.Left(ClockWord.Threshold(p.CareHomeNeed) - NeedIntegral(p, from, now));
            }

            p.Clear(Traits.Timed);
        }

        p.ClockTime = now;
    }

    /// <summary>Works out the first thresholds that were left aside at the start: the stream still has them.</summary>
    private void WorkOutFirst(ref Person p)
    {
        if (p.Crisis != ClockWord.First && p.Death != ClockWord.First && p.FrailtyStep != ClockWord.First && p.CareHomeNeed != ClockWord.First)
        {
            return;
        }

        Draw clocks = _stream.For(p.Key, Decision.FirstClocks, 0);
        p.Crisis = p.Crisis == ClockWord.First ? ClockWord.Left(-Math.Log(clocks.U0)) : p.Crisis;
        p.Death = p.Death == ClockWord.First ? ClockWord.Left(-Math.Log(clocks.U1)) : p.Death;
        p.FrailtyStep = p.FrailtyStep == ClockWord.First ? ClockWord.Left(-Math.Log(clocks.U2)) : p.FrailtyStep;
        p.CareHomeNeed = p.CareHomeNeed == ClockWord.First ? ClockWord.Left(-Math.Log(clocks.U3)) : p.CareHomeNeed;
    }

    /// <summary>Finds the next thing that happens to a person, by clock or by timer, and puts it into the calendar.</summary>
    private void Schedule(int id, ref Person p)
    {
        Due due = Due.Nothing;
        int best = p.Timers < 0 ? int.MaxValue : _timers.Earliest(p.Timers, out due);
        if (DeathRuns(p.Setting))
        {
            if (!p.Has(Traits.Timed))
            {
                TimeClocks(ref p);
                p.Set(Traits.Timed);
            }

            Take(p.Death, Due.Death, ref best, ref due);
            if (CrisisRuns(p.Setting))
            {
                Take(p.Crisis, Due.Crisis, ref best, ref due);
                if (StepRuns(p.Setting))
                {
                    Take(p.FrailtyStep, Due.FrailtyStep, ref best, ref due);
                    if (NeedRuns(p))
                    {
                        Take(p.CareHomeNeed, Due.CareHomeNeed, ref best, ref due);
                    }
                }
            }
        }

        p.Due = due;
        if (best >= _horizon)
        {
            _calendar.Cancel(id);
            return;
        }

        _calendar.Schedule(id, Math.Max(best, _now));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(int word, Due kind, ref int best, ref Due due)
    {
        if (ClockWord.IsTime(word) && (word < best || (word == best && kind < due)))
        {
            best = word;
            due = kind;
        }
    }

    /// <summary>The second at which each running clock fires, where that is within the run.</summary>
    private void TimeClocks(ref Person p)
    {
        int from = p.ClockTime;
        int age = AgeAt(p, from / Clock.SecondsPerDay);
        double death = ClockWord.Threshold(p.Death);
        bool deathRuns = p.Death != ClockWord.First;
        bool crisisRuns = CrisisRuns(p.Setting) && p.Crisis != ClockWord.First;
        bool stepRuns = StepRuns(p.Setting) && p.FrailtyStep != ClockWord.First;
        bool needRuns = NeedRuns(p) && p.CareHomeNeed != ClockWord.First;
        double crisis = ClockWord.Threshold(p.Crisis);
        double step = ClockWord.Threshold(p.FrailtyStep);
        double need = ClockWord.Threshold(p.CareHomeNeed);
        while (from < _horizon && (deathRuns | crisisRuns | stepRuns | needRuns))
        {
            int until = Math.Min(_horizon, Birthday(p, age));
            int row = RateTables.Row(age);
            if (until > from)
            {
                if (deathRuns)
                {
                    ExposureTable deaths = _plan.DeathExposure[CareParameters.Band(row)];
                    double start = deaths.At(from);
                    double speed = DeathSpeed(p, row);
                    double used = speed * (deaths.At(until) - start);
                    if (used >= death)
                    {
                        p.Death = Math.Max(from, deaths.TimeOf(start + (death / speed)));
                        deathRuns = false;
                    }

                    death -= used;
                }

                if (crisisRuns)
                {
                    double speed = CrisisSpeed(p, row);
                    double used = speed * CrisisExposure(p, from, until);
                    if (used >= crisis)
                    {
                        p.Crisis = Math.Max(from, CrisisTime(p, from, crisis / speed));
                        crisisRuns = false;
                    }

                    crisis -= used;
                }

                double days = (until - from) * (1.0 / Clock.SecondsPerDay);
                if (stepRuns)
                {
                    double speed = StepSpeed(p, row);
                    if (speed * days >= step)
                    {
                        p.FrailtyStep = After(from, step / speed);
                        stepRuns = false;
                    }

                    step -= speed * days;
                }

                if (needRuns)
                {
                    double speed = NeedSpeed(p, row);
                    if (speed * days >= need)
                    {
                        p.CareHomeNeed = After(from, need / speed);
                        needRuns = false;
                    }

                    need -= speed * days;
                }
            }

            from = until;
            age++;
        }
    }

    /// <summary>Winds the crisis clock up again while all else stays as it is.</summary>
    private void WindCrisis(ref Person p, float threshold)
    {
        double left = threshold;
        int from = _now;
        for (int age = AgeAt(p, from / Clock.SecondsPerDay); from < _horizon; age++)
        {
            int until = Math.Min(_horizon, Birthday(p, age));
            if (until > from)
            {
                double speed = CrisisSpeed(p, RateTables.Row(age));
                double used = speed * CrisisExposure(p, from, until);
                if (used >= left)
                {
                    p.Crisis = Math.Max(from, CrisisTime(p, from, left / speed));
                    return;
                }

                left -= used;
            }

            from = until;
        }

        p.Crisis = ClockWord.Left(threshold + CrisisIntegral(p, p.ClockTime, _now));
    }

    private double CrisisExposure(in Person p, int from, int until)
    {
        ExposureTable table = _plan.CrisisExposure;
        double plain = table.At(until) - table.At(from);
        return p.WindowEnd <= from
            ? plain
            : plain + ((WindowRatio(p) - 1) * (table.At(Math.Min(until, p.WindowEnd)) - table.At(from)));
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

    private double CrisisIntegral(in Person p, int from, int until)
    {
        double sum = 0;
        for (int age = AgeAt(p, from / Clock.SecondsPerDay); from < until; age++)
        {
            int end = Math.Min(until, Birthday(p, age));
            sum += end > from ? CrisisSpeed(p, RateTables.Row(age)) * CrisisExposure(p, from, end) : 0;
            from = Math.Max(from, end);
        }

        return sum;
    }

    private double DeathIntegral(in Person p, int from, int until)
    {
        double sum = 0;
        for (int age = AgeAt(p, from / Clock.SecondsPerDay); from < until; age++)
        {
            int end = Math.Min(until, Birthday(p, age));
            int row = RateTables.Row(age);
            ExposureTable deaths = _plan.DeathExposure[CareParameters.Band(row)];
            sum += end > from ? DeathSpeed(p, row) * (deaths.At(end) - deaths.At(from)) : 0;
            from = Math.Max(from, end);
        }

        return sum;
    }

    private double StepIntegral(in Person p, int from, int until)
    {
        double sum = 0;
        for (int age = AgeAt(p, from / Clock.SecondsPerDay); from < until; age++)
        {
            int end = Math.Min(until, Birthday(p, age));
            sum += end > from ? StepSpeed(p, RateTables.Row(age)) * (end - from) : 0;
            from = Math.Max(from, end);
        }

        return sum / Clock.SecondsPerDay;
    }

    private double NeedIntegral(in Person p, int from, int until)
    {
        double sum = 0;
        for (int age = AgeAt(p, from / Clock.SecondsPerDay); from < until; age++)
        {
            int end = Math.Min(until, Birthday(p, age));
            sum += end > from ? NeedSpeed(p, RateTables.Row(age)) * (end - from) : 0;
            from = Math.Max(from, end);
        }

        return sum / Clock.SecondsPerDay;
    }

    private float NewThreshold(int id, Risk risk, uint occurrence) =>
        (float)-Math.Log(DrawFor(id, Decision.Clock + (uint)risk, occurrence).U0);
}
