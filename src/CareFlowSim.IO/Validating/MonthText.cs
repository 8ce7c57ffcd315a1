using System.Globalization;

namespace CareFlowSim.IO;

/// <summary>Months as official tables write them.</summary>
internal static class MonthText
{
    /// <summary>What a month looks like.</summary>
    public const string Allowed = "year-month, as 2014-04";

    private static readonly string[] Forms = ["yyyy-MM", "yyyy-MM-01"];

    /// <summary>The first day of a month, or null.</summary>
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month) ? month : null;
}
