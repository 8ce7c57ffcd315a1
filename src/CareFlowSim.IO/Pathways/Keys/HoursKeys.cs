using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of working hours.</summary>
internal static class HoursKeys
{
    private static readonly NumberForm Hour = new("hour of the day", 0, 24);

    private static readonly Key<WorkingHours, IReadOnlyList<DayOfWeek>> Days = new(WeekdaysForm.WordOrList, h => h.Days)
    {
        Name = "days",
        Meaning = "The days: `weekdays` (Monday to Friday), `every-day`, or a list.",
        Required = true,
    };

    private static readonly Key<WorkingHours, double> Open = new(Hour, h => h.OpenHour) { Name = "open_hour", Meaning = "Hour of the day at which they begin; 8.5 is half past eight.", Default = 0 };
    private static readonly Key<WorkingHours, double> Close = new(Hour, h => h.CloseHour) { Name = "close_hour", Meaning = "Hour of the day at which they end; 24 is midnight.", Default = 24 };
    private static readonly Key<WorkingHours, bool> Holidays = new(TruthForm.TrueOrFalse, h => h.OnBankHolidays)
    {
        Name = "on_bank_holidays",
        Meaning = "Whether they hold on the dates of `bank_holidays` too.",
        Default = false,
    };

    /// <summary>Working hours.</summary>
    public static GroupForm<WorkingHours> Group { get; } = new(
        "a group such as { days: weekdays, open_hour: 8, close_hour: 17 }",
        [Days, Open, Close, Holidays],
        v => new WorkingHours { Days = v.FindGroup(Days) ?? WeekdaysForm.WordOrList.Fallback, OpenHour = v.Get(Open), CloseHour = v.Get(Close), OnBankHolidays = v.Get(Holidays) });
}
