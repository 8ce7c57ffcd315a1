using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads the tables of a world that only a validation needs: published series of the base year, and the people of later years.</summary>
public static class ValidationReader
{
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Years after the base year whose people are known.</summary>
    public static IReadOnlyList<int> LaterYears => WorldTables.LaterYears;

    /// <summary>Reads the published series.</summary>
    /// <exception cref="WorldException">Something in the tables is wrong; carries all faults.</exception>
    public static OfficialSeries Official(string folder)
    {
        WorldFolder files = new(folder);
        List<OfficialMonth> months = Months(files.Table(WorldTables.MonthlyOfficial));
        double[] shares = Shares(files.Table(WorldTables.WeekdayDischarges));
        files.ThrowIfFaulty();
        return new OfficialSeries(months, shares);
    }

    /// <summary>Reads the areas with the people of a later year.</summary>
    /// <exception cref="WorldException">Something in the tables is wrong; carries all faults.</exception>
    public static IReadOnlyList<AreaInputs> People(string folder, int year)
    {
        WorldFolder files = new(folder);
        (_, IReadOnlyList<AreaInputs> areas) = new AreaRows(
            files.Table(WorldTables.Areas), files.Table(WorldTables.PopulationOf(year)), files.Table(WorldTables.AcuteSystems)).Read();
        files.ThrowIfFaulty();
        return areas;
    }

    private static List<OfficialMonth> Months(InputTable table)
    {
        KeyCheck check = new(table, "month", inOrder: true);
        List<OfficialMonth> months = [];
        foreach (InputRow row in table.Rows)
        {
            string? text = row.Text("month");
            DateOnly? month = text is null ? null : MonthText.Parse(text);
            if (text is not null && month is null)
            {
                row.Fault("month", $"'{text}' is not a month", MonthText.Allowed);
            }

            double? acute = row.Number("acute_delayed_days", 0);
            double? other = row.Number("non_acute_delayed_days", 0);
            double? admissions = row.Number("emergency_admissions", 0);
            if (check.Add(row, month is null ? null : text))
            {
                months.Add(new OfficialMonth(month!.Value, acute ?? 0, other ?? 0, admissions ?? 0));
            }
        }

        return months;
    }

    private static double[] Shares(InputTable table)
    {
        KeyCheck check = new(table, "weekday");
        double[] shares = new double[Weekdays.Length];
        foreach (InputRow row in table.Rows)
        {
            string? day = row.OneOf("weekday", Weekdays, "days of the week");
            double? share = row.Number("share", 0, 1);
            if (check.Add(row, day))
            {
                shares[Array.IndexOf(Weekdays, day)] = share ?? 0;
            }
        }

        check.Want(Weekdays, "every day of the week");
        return shares;
    }
}
