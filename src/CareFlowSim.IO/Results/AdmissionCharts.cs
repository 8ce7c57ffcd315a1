using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The pictures of emergency admissions, and the ranking of areas.</summary>
internal static class AdmissionCharts
{
    private const double Thousand = 1000;

    public static Chart? Avoided(ExperimentResult result)
    {
        if (result.Arms == 1)
        {
            return null;
        }

        AvoidedAdmissions[] avoided = [.. Enumerable.Range(1, result.Arms - 1).Select(arm => PairedComparison.Admissions(result, arm))];
        bool[] anywhere = [.. avoided[0].Mechanisms.Select((_, m) => avoided.Any(a => a.Mechanisms[m].Value.Point != 0))];
        List<Bar> bars = [];
        for (int i = 0; i < avoided.Length; i++)
        {
            string? policy = avoided.Length > 1 ? result.Setup.Arms[i + 1].Name : null;
            bars.Add(BedCharts.Bar(policy, "all", avoided[i].Total));
            bars.AddRange(avoided[i].Mechanisms.Where((_, m) => anywhere[m]).Select(m => BedCharts.Bar(policy, m.Name, m.Value)));
        }

        return new BarChart
        {
            Title = result.Arms == 2
                ? $"Emergency admissions avoided by {result.Setup.Arms[1].Name}, by mechanism"
                : "Emergency admissions avoided by each policy, by mechanism",
            Subtitle = ResultChart.Subtitle(result),
            ValueLabel = "Emergency admissions avoided over the period, people aged 65 and over",
            Bars = bars,
            Decimals = 0,
            IntervalLabel = ResultChart.IntervalName(result),
            Note = ResultChart.Note(
                result,
                "Baseline less policy, the same people and the same crises; the mechanisms add up to all.",
                anywhere.All(a => a) ? "" : "Mechanisms of nothing in every policy are left out.",
                "Intervals hold chance only; parameters are taken as given."),
        };
    }

    /// <summary>One area cannot be ranked.</summary>
    public static Chart? Areas(ExperimentResult result)
    {
        if (result.Areas.Count < 2)
        {
            return null;
        }

        double[] people = [.. Enumerable.Range(0, result.Areas.Count).Select(a => People(result, a))];
        return result.Arms > 1 ? AvoidedByArea(result, people) : DelayedByArea(result, people);
    }

    private static DotRankingChart AvoidedByArea(ExperimentResult result, double[] people)
    {
        const int policy = 1;
        RowLabels labels = new(result);
        return new DotRankingChart
        {
            Title = $"Emergency admissions avoided by {result.Setup.Arms[policy].Name}, area by area",
            Subtitle = ResultChart.Subtitle(result),
            ValueLabel = "Emergency admissions avoided over the period per 1,000 people aged 65 and over",
            Dots =
            [
                .. people.Select((n, a) =>
                {
                    Estimate e = PairedComparison.Admissions(result, policy, a).Total;

                    // Nothing that differed, or by the same number in each replication: that is no interval of zero width.
                    return double.IsNaN(e.Low) || e.Low == e.High
                        ? new RankedDot(labels.AreaNames[a], e.Point / n * Thousand)
                        : new RankedDot(labels.AreaNames[a], e.Point / n * Thousand, e.Low / n * Thousand, e.High / n * Thousand);
                }),
            ],
            ReferenceLine = PairedComparison.Admissions(result, policy).Total.Point / people.Sum() * Thousand,
            ReferenceLabel = "all chosen areas",
            IntervalLabel = "95% interval",
            StartAtZero = true,
            Note = ResultChart.Note(
                result,
                $"Interval: {(result.Replications > 1 ? $"over {result.Replications} replications" : "by discordant pairs")}, chance only. Among twenty areas that are like all of them, one is expected to lie off the line.",
                result.Arms > 2 ? "Other policies are in differences.parquet." : ""),
        };
    }

    private static DotRankingChart DelayedByArea(ExperimentResult result, double[] people)
    {
        RowLabels labels = new(result);
        double[] days = [.. Enumerable.Range(0, result.Areas.Count).Select(a => RecordedDays(result, a))];
        return new DotRankingChart
        {
            Title = "Recorded delayed days in acute beds, area by area, in the baseline",
            Subtitle = ResultChart.Subtitle(result),
            ValueLabel = "Recorded delayed days over the period per 1,000 people aged 65 and over",
            Dots = [.. people.Select((n, a) => new RankedDot(labels.AreaNames[a], days[a] / n * Thousand))],
            ReferenceLine = days.Sum() / people.Sum() * Thousand,
            ReferenceLabel = "all chosen areas",
            StartAtZero = true,
            Note = ResultChart.Note(result),
        };
    }

    /// <summary>Mean number of people alive in the baseline.</summary>
    private static double People(ExperimentResult result, int area)
    {
        long days = 0;
        for (int r = 0; r < result.Replications; r++)
        {
            days += result.Records[r, 0, area].Totals[(int)Measure.PersonDays];
        }

        return (double)days * result.Scale / result.Replications / result.Setup.Scenario.Period.Days;
    }

    private static double RecordedDays(ExperimentResult result, int area)
    {
        long days = 0;
        for (int r = 0; r < result.Replications; r++)
        {
            foreach (DelayDays d in result.Records[r, 0, area].Delays)
            {
                days += d.Recorded;
            }
        }

        return (double)days * result.Scale / result.Replications;
    }
}
