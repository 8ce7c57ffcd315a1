using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads the general and acute beds, the hours of crises, the bank holidays and the official delays.</summary>
internal static class HospitalRows
{
    private const double ShareTolerance = 1e-6;
    private static readonly string[] Quarters = ["4", "7", "10", "1"];

    private static readonly Dictionary<string, DelayReason> Reasons = new(StringComparer.Ordinal)
    {
        ["A"] = DelayReason.Assessment,
        ["B"] = DelayReason.PublicFunding,
        ["C"] = DelayReason.NonAcuteNhs,
        ["Di"] = DelayReason.ResidentialHome,
        ["Dii"] = DelayReason.NursingHome,
        ["E"] = DelayReason.PackageAtHome,
        ["F"] = DelayReason.Equipment,
        ["G"] = DelayReason.Choice,
        ["H"] = DelayReason.Dispute,
        ["I"] = DelayReason.Housing,
    };

    public static List<BedQuarter> Beds(InputTable table)
    {
        KeyCheck check = new(table, "first_month");
        List<BedQuarter> quarters = [];
        foreach (InputRow row in table.Rows)
        {
            string? month = row.OneOf("first_month", Quarters, "months");
            double? available = row.Number("available", 0);
            double? occupied = row.Number("occupied", 0);
            if (occupied > available)
            {
                row.Fault("occupied", $"{occupied} is more than the beds available", $"0 to {available}");
            }

            if (check.Add(row, month))
            {
                quarters.Add(new BedQuarter(int.Parse(month!, CultureInfo.InvariantCulture), available ?? 0, occupied ?? 0));
            }
        }

        check.Want(Quarters, "the quarters from 4, 7, 10 and 1");
        return quarters;
    }

    public static double[] Hours(InputTable table)
    {
        KeyCheck check = new(table, "hour");
        double[] shares = new double[24];
        bool allRead = true;
        foreach (InputRow row in table.Rows)
        {
            int? hour = row.Whole("hour", 0, 23);
            double? share = row.Number("crisis_share", 0, 1);
            allRead &= check.Add(row, hour?.ToString()) && share is not null;
            if (hour is int h && share is double s)
            {
                shares[h] = s;
            }
        }

        check.Want(Enumerable.Range(0, 24).Select(h => h.ToString()), "every hour from 0 to 23");
        double sum = shares.Sum();
        if (table.Complete && allRead && check.Seen.Count == shares.Length && Math.Abs(sum - 1) > ShareTolerance)
        {
            table.Fault(null, "crisis_share", $"sums to {sum:0.########}", "a sum of 1");
        }

        return shares;
    }

    public static List<DateOnly> BankHolidays(InputTable table)
    {
        KeyCheck check = new(table, "date", inOrder: true);
        List<DateOnly> days = [];
        foreach (InputRow row in table.Rows)
        {
            DateOnly? date = row.Date("date");
            row.Text("name");
            if (check.Add(row, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            {
                days.Add(date!.Value);
            }
        }

        return days;
    }

    public static List<OfficialDelay> Delays(InputTable table)
    {
        KeyCheck check = new(table, "reason");
        List<OfficialDelay> delays = [];
        foreach (InputRow row in table.Rows)
        {
            string? reason = row.OneOf("reason", Reasons.Keys, "reasons");
            double? nhs = row.Number("nhs", 0);
            double? socialCare = row.Number("social_care", 0);
            double? both = row.Number("both", 0);
            if (check.Add(row, reason))
            {
                delays.Add(new OfficialDelay(Reasons[reason!], nhs ?? 0, socialCare ?? 0, both ?? 0));
            }
        }

        check.Want(Reasons.Keys, "every reason of the official return");
        return delays;
    }
}
