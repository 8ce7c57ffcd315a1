using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>One simulated figure of a month or a year.</summary>
/// <param name="Arm">Arm.</param>
/// <param name="Area">Official code, or <see cref="SimulatedSeries.AllAreas"/>.</param>
/// <param name="Series">Name of the series.</param>
/// <param name="Period">Month as 2014-04 or financial year as 2014/15.</param>
/// <param name="Replication">Replication from 1; 0 is a mean over replications.</param>
/// <param name="Value">The figure, in people.</param>
public sealed record SeriesValue(string Arm, string Area, string Series, string Period, int Replication, double Value);

/// <summary>Simulated figures by month and year, of England and its areas: what observed series are laid beside.</summary>
public sealed class SimulatedSeries
{
    /// <summary>Stands in place of an area's code for all areas together.</summary>
    public const string AllAreas = "all";

    /// <summary>Recorded delayed days; with a dot and a letter those of one reason, with a dot and an organisation those it answers for.</summary>
    public const string DelayedDays = "delayed_days";

    /// <summary>Emergency admissions.</summary>
    public const string Admissions = "emergency_admissions";

    /// <summary>People aged 65 and over at the start of the year.</summary>
    public const string People = "people_65plus";

    private static readonly (string Name, DailySeries Series)[] Monthly =
    [
        (DelayedDays, DailySeries.RecordedDelays),
        (Admissions, DailySeries.Admissions),
        ("discharges", DailySeries.Discharges),
        ("deaths", DailySeries.Deaths),
        ("bed_days", DailySeries.OccupiedBeds),
    ];

    private static readonly string[] Organisations = ["nhs", "social_care", "both"];

    private readonly Dictionary<(string Arm, string Area, string Series, string Period), SortedList<int, double>> _places = [];

    /// <summary>Takes figures from anywhere.</summary>
    public SimulatedSeries(IEnumerable<SeriesValue> values)
    {
        Values = [.. values];
        foreach (SeriesValue v in Values)
        {
            (string, string, string, string) key = (v.Arm, v.Area, v.Series, v.Period);
            if (!_places.TryGetValue(key, out SortedList<int, double>? list))
            {
                _places[key] = list = [];
            }

            list[v.Replication] = v.Value;
        }
    }

    /// <summary>All figures.</summary>
    public IReadOnlyList<SeriesValue> Values { get; }

    /// <summary>The figures of one place: one per replication, or a single mean; null when there is none.</summary>
    public IReadOnlyList<double>? Find(string arm, string area, string series, string period) =>
        _places.TryGetValue((arm, area, series, period), out SortedList<int, double>? list) ? [.. list.Values] : null;

    /// <summary>The arms that have figures in a period, in the order in which they came.</summary>
    public IReadOnlyList<string> ArmsIn(string period) => [.. Values.Where(v => v.Period == period).Select(v => v.Arm).Distinct()];

    /// <summary>The financial year of a month, as 2014-15 for April 2014.</summary>
    public static string YearOf(DateOnly month)
    {
        int year = month.Month >= 4 ? month.Year : month.Year - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{(year + 1) % 100:00}");
    }

    /// <summary>The financial year of a month as a period of a series, as 2014/15: never to be taken for a month.</summary>
    public static string YearPeriodOf(DateOnly month) => YearOf(month).Replace('-', '/');

    /// <summary>A month as it is written here.</summary>
    public static string MonthOf(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>All figures of an experiment whose measured period is made of whole months; those of the year only when it is a whole financial year.</summary>
    public static IEnumerable<SeriesValue> Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        (DateOnly Month, int From, int Until)[] months = [.. Months(result.Setup)];
        Period period = result.Setup.Scenario.Period;
        bool wholeYear = period.Start is { Month: 4, Day: 1 } && period.Start.AddYears(1) == period.Start.AddDays(period.Days);
        for (int arm = 0; arm < result.Arms; arm++)
        {
            string name = result.Setup.Arms[arm].Name;
            foreach (SeriesValue value in OfMonths(result, arm, name, months).Concat(wholeYear ? OfYear(result, arm, name) : []))
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<(DateOnly Month, int From, int Until)> Months(Setup setup)
    {
        DateOnly start = setup.Scenario.Period.Start;
        for (DateOnly month = start.Day == 1 ? start : new DateOnly(start.Year, start.Month, 1).AddMonths(1); ; month = month.AddMonths(1))
        {
            int until = setup.Epoch.DayOf(month.AddMonths(1));
            if (until > setup.Days)
            {
                yield break;
            }

            yield return (month, setup.Epoch.DayOf(month), until);
        }
    }

    private static IEnumerable<SeriesValue> OfMonths(ExperimentResult result, int arm, string name, (DateOnly Month, int From, int Until)[] months)
    {
        double mean = result.Scale / (double)result.Replications;
        foreach ((DateOnly month, int from, int until) in months)
        {
            string period = MonthOf(month);
            foreach ((string series, DailySeries daily) in Monthly)
            {
                for (int r = 0; r < result.Replications; r++)
                {
                    yield return new(name, AllAreas, series, period, r + 1, Sum(result.England[r, arm][(int)daily], from, until) * result.Scale);
                }
            }

            double[] reasons = new double[Validation.ReasonCodes.Length];
            for (int a = 0; a < result.Areas.Count; a++)
            {
                string code = result.Setup.World.Areas[result.Areas[a]].Code;
                foreach ((string series, DailySeries daily) in Monthly.Take(2))
                {
                    yield return new(name, code, series, period, 0, Sum(result.AreaDaily[arm, a][(int)daily], from, until) * mean);
                }

                for (int reason = 0; reason < reasons.Length; reason++)
                {
                    double days = Sum(result.AreaReasons[arm, a][reason], from, until) * mean;
                    reasons[reason] += days;
                    yield return new(name, code, ReasonSeries(reason), period, 0, days);
                }
            }

            for (int reason = 0; reason < reasons.Length; reason++)
            {
                yield return new(name, AllAreas, ReasonSeries(reason), period, 0, reasons[reason]);
            }
        }
    }

    private static IEnumerable<SeriesValue> OfYear(ExperimentResult result, int arm, string name)
    {
        string period = YearPeriodOf(result.Setup.Scenario.Period.Start);
        for (int a = -1; a < result.Areas.Count; a++)
        {
            int[] slots = a < 0 ? [.. Enumerable.Range(0, result.Areas.Count)] : [a];
            string code = a < 0 ? AllAreas : result.Setup.World.Areas[result.Areas[a]].Code;
            yield return new(name, code, People, period, 0, slots.Sum(s => Elderly(result.Setup.World.Areas[result.Areas[s]])));
            for (int r = 0; r < result.Replications; r++)
            {
                AreaRecord[] records = [.. slots.Select(s => result.Records[r, arm, s])];
                double Recorded(Func<int, int, bool> of) => records.Sum(c =>
                    Enumerable.Range(0, Validation.ReasonCodes.Length).Sum(i => Enumerable.Range(0, 3).Where(o => of(i, o)).Sum(o => c.Delays[i, o].Recorded))) * (double)result.Scale;
                yield return new(name, code, DelayedDays, period, r + 1, Recorded((_, _) => true));
                for (int reason = 0; reason < Validation.ReasonCodes.Length; reason++)
                {
                    yield return new(name, code, ReasonSeries(reason), period, r + 1, Recorded((i, _) => i == reason));
                }

                for (int organisation = 0; organisation < Organisations.Length; organisation++)
                {
                    yield return new(name, code, DelayedDays + "." + Organisations[organisation], period, r + 1, Recorded((_, o) => o == organisation));
                }

                yield return new(name, code, Admissions, period, r + 1, records.Sum(c => c.Totals[(int)Measure.EmergencyAdmissions]) * (double)result.Scale);
            }
        }
    }

    private static string ReasonSeries(int reason) => DelayedDays + "." + Validation.ReasonCodes[reason];

    private static double Elderly(AreaInputs area) => area.Women.Skip(5).Sum() + area.Men.Skip(5).Sum();

    private static double Sum(int[] daily, int from, int until) => Enumerable.Range(from, until - from).Sum(d => (double)daily[d]);

    private static double Sum(long[] daily, int from, int until) => Enumerable.Range(from, until - from).Sum(d => (double)daily[d]);
}
