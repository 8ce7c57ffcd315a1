using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>
/// The hazard clocks: thresholds are kept, only speeds change. A running clock is known by the risk time (see <see cref="ExposureTable"/>) at which it
/// fires at the speed it has; it holds until the next birthday or the end of the window after discharge, where it is read anew at the next speed.
/// Before anything about the person changes <see cref="Stop"/> turns it back into the threshold left, and the next schedule starts it again.
/// </summary>
public sealed unsafe partial class CareSystem
{
    private const int CrisisBit = 1;
    private const int DeathBit = 2;
    private const int StepBit = 4;
    private const int NeedBit = 8;
    private const double DaysPerYear = RateTables.DaysPerYear;
    private const double Far = 2e9;
    private const double DaysPerSecond = 1.0 / Clock.SecondsPerDay;

    /// <summary>Whole days lived on each birthday.</summary>
    private static readonly int[] BirthdayDays = [.. Enumerable.Range(0, 200).Select(age => (int)Math.Ceiling(age * DaysPerYear))];

    /// <summary>Which clocks run where; the last one also asks that no care home is needed yet.</summary>
    private static readonly byte[] RunningIn =
    [
        0, CrisisBit | DeathBit | StepBit | NeedBit, CrisisBit | DeathBit | StepBit, 0, 0, DeathBit, CrisisBit | DeathBit, 0,
    ];

    private readonly double[] _crisisRatio = new double[16];
    private readonly double[] _crisisLonger = new double[16];
    private double _longerToDeath;
    private CellRates[] _cells = [];
    private ExposureTable _crisisTable = null!;
    private ExposureTable[] _deathTables = [];
    private int _atNow;
    private double _crisisNow;
    private double _mostCrises;

    /// <summary>Ratios and risk times of a run, and room for its areas' rates.</summary>
    private void PrepareClocks()
    {
        _crisisTable = _plan.CrisisExposure;
        _mostCrises = Math.Max(_setup.MostCrises, _crisisTable.Total);
        _deathTables = _plan.DeathExposure;
        _longerToDeath = 1 / _rates.ResidentDeathRatio;
        _atNow = -1;
        if (_cells.Length < _areas.Length * CellRates.Count)
        {
            _cells = new CellRates[_areas.Length * CellRates.Count];
        }

        for (int traits = 0; traits < _crisisRatio.Length; traits++)
        {
            _crisisRatio[traits] = Of(Traits.Resident, _p.ResidentCrisisRatio) * Of(Traits.NeedsPackage, _p.UnmetRatio)
                * Of(Traits.OnCaseload, _p.CaseloadRatio) * Of(Traits.Adapted, _p.AdaptedCrisisRatio);
            _crisisLonger[traits] = 1 / Math.Max(CellRates.Slowest, _crisisRatio[traits]);

            double Of(Traits trait, double ratio) => (traits & (int)trait) != 0 ? ratio : 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Running(in Person p)
    {
        int running = RunningIn[(int)p.Setting];
        return p.Has(Traits.NeedsCareHome) ? running & ~NeedBit : running;
    }

    /// <summary>A person's row of the rates now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RowNow(in Person p) => RateTables.Row(AgeNow(p));

    /// <summary>A person's age now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int AgeNow(in Person p)
    {
        int age = p.Age;
        for (int birthday = p.Birthday; _now >= birthday; age++)
        {
            birthday = NextBirthday(birthday, age + 1);
        }

        return age;
    }

    /// <summary>The birthday after the one on which an age is reached.</summary>
    private static int NextBirthday(int birthday, int reached) =>
        (int)Math.Min(int.MaxValue, birthday + ((long)(BirthdayDays[reached + 1] - BirthdayDays[reached]) * Clock.SecondsPerDay));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref CellRates Cell(in Person p, int row) =>
        ref _cells[(p.Area * CellRates.Count) + CellRates.Index(row, p.Has(Traits.Female), p.Frailty)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double CrisisRatio(in Person p) => _crisisRatio[CrisisTraits(p)];

    /// <summary>What is true of a person that changes the crisis clock, as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CrisisTraits(in Person p) => (int)p.Traits & (p.Setting == Setting.Home ? 15 : 15 & ~(int)Traits.Adapted);

    /// <summary>The higher mortality of care-home residents goes with the need, not with the place: a faster admission kills nobody.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double DeathRatio(in Person p) => p.Has(Traits.CareHomeDependent) ? _rates.ResidentDeathRatio : 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double NeedRatio(in Person p) => p.Has(Traits.Adapted) ? AdaptedNeed(p) : 1;

    /// <summary>Ratio of the need for a care home in an adapted home.</summary>
    private double AdaptedNeed(in Person p) => p.Frailty >= Frailty.Moderate ? _p.AdaptedNeedFrail : _p.AdaptedNeedOther;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double WindowRatio(in Person p) =>
        _p.AfterDischargeRatio * (p.Has(Traits.LeadProfessional) ? _p.LeadReadmissionRatio : 1);

    /// <summary>Risk time of crises until now, worked out once an event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double CrisisNow()
    {
        if (_atNow != _now)
        {
            _atNow = _now;
            _crisisNow = _crisisTable.At(_now);
        }

        return _crisisNow;
    }

    /// <summary>Stops the clocks: what is left on them now. To be called before anything about the person changes.</summary>
    private void Stop(ref Person p)
    {
        int running = p.Running;
        if (running == 0)
        {
            return;
        }

        Roll(ref p);
        int row = RateTables.Row(p.Age);
        ref CellRates speed = ref Cell(p, row);
        if ((running & CrisisBit) != 0)
        {
            double ratio = CrisisRatio(p) * (p.Has(Traits.InWindow) ? WindowRatio(p) : 1);
            p.Crisis = Math.Max(0, (p.Crisis - CrisisNow()) * speed.Crisis * ratio);
            p.Clear(Traits.InWindow);
        }

        double today = _now * DaysPerSecond;
        p.Death = (float)Math.Max(0, (p.Death - _deathTables[CareParameters.Band(row)].At(_now)) * speed.Death * DeathRatio(p));
        p.FrailtyStep = (running & StepBit) != 0 ? (float)Math.Max(0, (p.FrailtyStep - today) * speed.Step) : p.FrailtyStep;
        p.CareHomeNeed = (running & NeedBit) != 0 ? (float)Math.Max(0, (p.CareHomeNeed - today) * speed.Need * NeedRatio(p)) : p.CareHomeNeed;
        p.Running = 0;
    }

    /// <summary>Starts the clocks that run where the person is, from the thresholds left.</summary>
    private void Start(ref Person p, int running)
    {
        for (; _now >= p.Birthday; p.Age++)
        {
            p.Birthday = NextBirthday(p.Birthday, p.Age + 1);
        }

        int row = RateTables.Row(p.Age);
        ref CellRates speed = ref Cell(p, row);
        int near = 0;
        if ((running & CrisisBit) != 0)
        {
            near = StartCrisis(ref p, speed) ? CrisisBit : 0;
        }

        ExposureTable deaths = _deathTables[CareParameters.Band(row)];
        double from = deaths.At(_now);
        double wait = p.Death * speed.DaysToDeath * (p.Has(Traits.CareHomeDependent) ? _longerToDeath : 1);
        near |= wait < (deaths.Total - from) * speed.DeathGrowth ? DeathBit : 0;
        p.Death = (float)(from + wait);
        double today = _now * DaysPerSecond;
        double left = _setup.Days - today;
        if ((running & StepBit) != 0)
        {
            wait = p.FrailtyStep * speed.DaysToStep;
            near |= wait < left * speed.StepGrowth ? StepBit : 0;
            p.FrailtyStep = (float)(today + wait);
        }

        if ((running & NeedBit) != 0)
        {
            wait = p.CareHomeNeed * speed.DaysToNeed / NeedRatio(p);
            near |= wait < left * speed.NeedGrowth ? NeedBit : 0;
            p.CareHomeNeed = (float)(today + wait);
        }

        p.Running = (byte)running;
        p.Near = (byte)near;
    }

    /// <summary>Starts the crisis clock from the threshold left on it; says whether it can fire within the run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool StartCrisis(ref Person p, in CellRates speed)
    {
        double wait = p.Crisis * speed.DaysToCrisis * _crisisLonger[CrisisTraits(p)];
        double from = CrisisNow();
        if (_now < p.WindowEnd)
        {
            p.Set(Traits.InWindow);
            p.Crisis = from + (wait / WindowRatio(p));
            return true;
        }

        p.Crisis = from + wait;
        return wait < (_mostCrises - from) * speed.CrisisGrowth;
    }

    /// <summary>Winds the crisis clock up again while all else stays as it is.</summary>
    private void WindCrisis(ref Person p, double threshold)
    {
        Roll(ref p);
        p.Clear(Traits.InWindow);
        p.Crisis = threshold;
        bool near = StartCrisis(ref p, Cell(p, RateTables.Row(p.Age)));
        p.Near = (byte)(near ? p.Near | CrisisBit : p.Near & ~CrisisBit);
    }

    /// <summary>Reads the running clocks at the speeds that hold now, birthdays and the end of the window passed since.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Roll(ref Person p)
    {
        if (_now >= Until(p))
        {
            RollOn(ref p);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RollOn(ref Person p)
    {
        ClockFace face = new(p);
        while (face.Until(p) <= _now)
        {
            Turn(ref face, p, p.Running);
        }

        p.Crisis = face.Crisis;
        p.Death = (float)face.Death;
        p.FrailtyStep = (float)face.Step;
        p.CareHomeNeed = (float)face.Need;
        p.Birthday = face.Birthday;
        p.Age = (byte)face.Age;
        p.Traits = face.InWindow ? p.Traits | Traits.InWindow : p.Traits & ~Traits.InWindow;
    }

    /// <summary>Takes a copy of the clocks over the next birthday or the end of the window after discharge.</summary>
    private void Turn(ref ClockFace face, in Person p, int which)
    {
        int at = face.Until(p);
        if (face.InWindow && at == p.WindowEnd)
        {
            double from = _crisisTable.At(at);
            face.Crisis = from + ((face.Crisis - from) * WindowRatio(p));
            face.InWindow = false;
        }

        if (at < face.Birthday)
        {
            return;
        }

        int row = RateTables.Row(face.Age);
        face.Age++;
        face.Birthday = NextBirthday(face.Birthday, face.Age);
        int next = RateTables.Row(face.Age);
        if (next == row)
        {
            return;
        }

        ref CellRates before = ref Cell(p, row);
        ref CellRates after = ref Cell(p, next);
        if ((which & CrisisBit) != 0)
        {
            double from = _crisisTable.At(at);
            face.Crisis = from + ((face.Crisis - from) * (before.Crisis * after.DaysToCrisis));
        }

        if ((which & DeathBit) != 0)
        {
            ExposureTable old = _deathTables[CareParameters.Band(row)];
            ExposureTable deaths = _deathTables[CareParameters.Band(next)];
            double from = old.At(at);
            face.Death = (ReferenceEquals(old, deaths) ? from : deaths.At(at)) + ((face.Death - from) * (before.Death * after.DaysToDeath));
        }

        double day = at * DaysPerSecond;
        face.Step = (which & StepBit) != 0 ? day + ((face.Step - day) * (before.Step * after.DaysToStep)) : face.Step;
        face.Need = (which & NeedBit) != 0 ? day + ((face.Need - day) * (before.Need * after.DaysToNeed)) : face.Need;
    }

    private double NewThreshold(int id, Risk risk, uint occurrence) =>
        Logarithm.Exponential(DrawFor(id, Decision.Clock + (uint)risk, occurrence).W0);
}
