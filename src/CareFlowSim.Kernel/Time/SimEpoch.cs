namespace CareFlowSim.Kernel;

/// <summary>Ties the simulated days to a calendar: which date day 0 is, and which days are weekends and bank holidays. Days before day 0 are negative. Not a clock.</summary>
public sealed class SimEpoch
{
    private const int WeekdayMask = 7;
    private const int WeekendFlag = 8;
    private const int HolidayFlag = 16;

    private readonly int[] _bankHolidays;
    private readonly int _originWeekday;

    /// <summary>By day from 0 on: the weekday, and flags. Days are asked for millions of times.</summary>
    private readonly byte[] _kinds = new byte[Clock.MaxDays + 1];

    /// <summary>Makes a calendar.</summary>
    /// <param name="origin">The date of day 0.</param>
    /// <param name="bankHolidays">Dates on which nobody counts as working, in any order, before or after the origin.</param>
    public SimEpoch(DateOnly origin, IEnumerable<DateOnly> bankHolidays)
    {
        ArgumentNullException.ThrowIfNull(bankHolidays);
        Origin = origin;
        _originWeekday = (int)origin.DayOfWeek;
        _bankHolidays = [.. bankHolidays.Select(DayOf).Distinct().Order()];
        for (int day = 0; day < _kinds.Length; day++)
        {
            int weekday = (_originWeekday + day) % 7;
            _kinds[day] = (byte)(weekday | (weekday is 0 or 6 ? WeekendFlag : 0));
        }

        foreach (int day in _bankHolidays.Where(d => d >= 0 && d < _kinds.Length))
        {
            _kinds[day] |= HolidayFlag;
        }
    }

    /// <summary>The date of day 0.</summary>
    public DateOnly Origin { get; }

    /// <summary>The date of a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the calendar's years 1 to 9999.</exception>
    public DateOnly DateOf(int day) => Origin.AddDays(day);

    /// <summary>The day of a date; negative before the origin.</summary>
    public int DayOf(DateOnly date) => date.DayNumber - Origin.DayNumber;

    /// <summary>The day of the week of a day.</summary>
    public DayOfWeek WeekdayOf(int day) => (DayOfWeek)(KindOf(day) & WeekdayMask);

    /// <summary>Whether a day is a Saturday or a Sunday.</summary>
    public bool IsWeekend(int day) => (KindOf(day) & WeekendFlag) != 0;

    /// <summary>Whether a day is one of the bank holidays given.</summary>
    public bool IsBankHoliday(int day) => (KindOf(day) & HolidayFlag) != 0;

    /// <summary>Whether a day is neither at a weekend nor a bank holiday.</summary>
    public bool IsWorkingDay(int day) => (KindOf(day) & (WeekendFlag | HolidayFlag)) == 0;

    /// <summary>The month of a day, 1 to 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the calendar's years 1 to 9999.</exception>
    public int Month(int day) => DateOf(day).Month;

    private int KindOf(int day) => (uint)day < (uint)_kinds.Length ? _kinds[day] : KindBeyond(day);

    private int KindBeyond(int day)
    {
        int weekday = (((_originWeekday + (day % 7)) % 7) + 7) % 7;
        return weekday | (weekday is 0 or 6 ? WeekendFlag : 0) | (Array.BinarySearch(_bankHolidays, day) >= 0 ? HolidayFlag : 0);
    }
}
