using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>differences.parquet: each policy against the baseline with its interval, one row per policy, area and measure, and for all areas together.</summary>
internal static class DifferencesTable
{
    private static readonly Measure[] Measures = [.. MeasureTable.All.Where(m => m != Measure.Events)];

    private static readonly ColumnText BeyondFit = new("days_beyond_medically_fit", "bed days", "");
    private static readonly ColumnText Recorded = new("recorded_delayed_days", "bed days", "");
    private static readonly ColumnText Mean = new("beds_freed_mean", "beds", "");
    private static readonly ColumnText Winter = new("beds_freed_winter", "beds", "");
    private static readonly ColumnText Needed = new("beds_freed_needed", "beds", "");

    public static Table Of(ExperimentResult result)
    {
        RowLabels labels = new(result);
        int policies = result.Arms - 1;
        int perPolicy = result.Areas.Count + 1;
        Row[][] blocks = new Row[policies * perPolicy][];
        Parallel.For(0, blocks.Length, i =>
        {
            (int policy, int place) = Math.DivRem(i, perPolicy);
            blocks[i] = [.. Rows(result, labels, policy + 1, place == 0 ? null : place - 1)];
        });
        Row[] rows = [.. blocks.SelectMany(b => b)];
        return new Table(
            "differences",
            "Policies against the baseline on the same people and the same luck, over the measured period, scaled to people: one row per policy, area and measure, and for all areas together. "
                + "Differences are policy less baseline, except avoided and freed ones, which are baseline less policy.",
            [
                RowLabels.AreaCodeOrAll.With(Array.ConvertAll(rows, r => r.Code)),
                RowLabels.PolicyArm.With(Array.ConvertAll(rows, r => r.Arm)),
                new Column("measure", "", Meaning, Array.ConvertAll(rows, r => r.Text.Name)),
                new Column("unit", "", "Unit of point, low and high.", Array.ConvertAll(rows, r => r.Text.Unit)),
                new Column("point", "see unit", "Mean over replications; missing when there is none (no winter day measured).", Array.ConvertAll(rows, r => Known(r.Value.Point))),
                new Column("low", "see unit", "Lower end of the 95% interval: stochastic error only, parameters taken as given; missing without an interval.", Array.ConvertAll(rows, r => Known(r.Value.Low))),
                new Column("high", "see unit", "Upper end of the 95% interval.", Array.ConvertAll(rows, r => Known(r.Value.High))),
                new Column("replications", "replications", "Number of replications.", Array.ConvertAll(rows, r => r.Value.Replications)),
                new Column("interval_method", "", "replications: Student's t over replications; discordant_pairs: one replication, pairs of the same crisis that ended differently; none: no interval.", Array.ConvertAll(rows, r => Method(r.Value.Method))),
            ]);
    }

    private static string Meaning { get; } =
        "Columns of annual.parquet by their names; days_beyond_medically_fit: all midnights in acute beds beyond medically fit; "
        + "recorded_delayed_days: midnights after the formal notices had run, whole and with the letter of the reason added; "
        + "beds_freed_mean, beds_freed_winter: difference in people in beds and people waiting for one, mean over the period and over December to February; "
        + "beds_freed_needed: difference in the beds that demand exceeds on no more than 5% of days, summed over sites (these three for all areas only).";

    private static IEnumerable<Row> Rows(ExperimentResult result, RowLabels labels, int arm, int? area)
    {
        foreach (Measure measure in Measures)
        {
            double factor = MeasureTable.Factor(measure, result.Scale);
            yield return Make(MeasureTable.Of(measure), Difference(result, arm, area, r => r.Totals[(int)measure] * factor));
        }

        AvoidedAdmissions avoided = PairedComparison.Admissions(result, arm, area);
        yield return Make(Mechanisms.Avoided, avoided.Total);
        yield return Make(Mechanisms.MetAtHome, avoided.MetAtHome);
        yield return Make(Mechanisms.NeverHappened, avoided.NeverHappened);
        yield return Make(Mechanisms.ReadmissionsAvoided, avoided.ReadmissionsAvoided);
        yield return Make(Mechanisms.SentHome, avoided.SentHome);
        yield return Make(Mechanisms.Added, Negative(avoided.Added));
        yield return Make(BeyondFit, Difference(result, arm, area, r => Days(r, null, d => d.All) * result.Scale));
        yield return Make(Recorded, Difference(result, arm, area, r => Days(r, null, d => d.Recorded) * result.Scale));
        for (int reason = 0; reason < SeriesTable.OfficialReasons; reason++)
        {
            int one = reason;
            yield return Make(
                Recorded with { Name = $"{Recorded.Name}_{SeriesTable.Letter(reason)}" },
                Difference(result, arm, area, r => Days(r, one, d => d.Recorded) * result.Scale));
        }

        if (area is null)
        {
            BedsFreed freed = PairedComparison.Beds(result, arm);
            yield return Make(Mean, freed.Mean);
            yield return Make(Winter, freed.Winter);
            yield return Make(Needed, freed.Needed);
        }

        Row Make(ColumnText text, Estimate value) => new(area is { } a ? labels.AreaCodes[a] : RowLabels.AllAreas, labels.Arms[arm], text, value);
    }

    private static Estimate Difference(ExperimentResult result, int arm, int? area, Func<AreaRecord, double> of)
    {
        double[] values = new double[result.Replications];
        for (int r = 0; r < values.Length; r++)
        {
            for (int a = area ?? 0; a <= (area ?? result.Areas.Count - 1); a++)
            {
                values[r] += of(result.Records[r, arm, a]) - of(result.Records[r, 0, a]);
            }
        }

        return Estimate.Of(values);
    }

    private static double Days(AreaRecord record, int? reason, Func<DelayDays, long> of)
    {
        long sum = 0;
        for (int i = reason ?? 0; i <= (reason ?? AreaOutcome.Reasons - 1); i++)
        {
            for (int o = 0; o < SeriesTable.Organisations.Count; o++)
            {
                sum += of(record.Delays[i, o]);
            }
        }

        return sum;
    }

    private static Estimate Negative(Estimate value) => value with { Point = 0 - value.Point, Low = 0 - value.High, High = 0 - value.Low };

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static string Method(IntervalMethod method) => method switch
    {
        IntervalMethod.Replications => "replications",
        IntervalMethod.DiscordantPairs => "discordant_pairs",
        _ => "none",
    };

    private sealed record Row(string Code, string Arm, ColumnText Text, Estimate Value);
}
