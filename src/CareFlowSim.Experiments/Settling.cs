using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Whether one series had settled when measurement began.</summary>
/// <param name="Series">Which series.</param>
/// <param name="Early">Mean of the earlier four weeks of the warm-up's last eight, given season and trend removed.</param>
/// <param name="Late">Mean of the last four weeks of the warm-up, given season and trend removed.</param>
/// <param name="Change">Relative change between the two.</param>
/// <param name="Allowed">Largest change accepted: the tolerance, or three standard errors where chance alone is larger.</param>
/// <param name="TruncationDay">Day of the run at which MSER-5 would cut the series, given season and trend removed.</param>
public sealed record SettlingCheck(DailySeries Series, double Early, double Late, double Change, double Allowed, int TruncationDay)
{
    /// <summary>Whether the series had settled.</summary>
    public bool Settled => Math.Abs(Change) <= Allowed;
}

/// <summary>Checks that the warm-up was long enough: levels must not drift any more when measurement begins.</summary>
public static class Settling
{
    private const int Window = 28;
    private const int BatchDays = 7;

    /// <summary>Checks the baseline of an experiment; empty when the warm-up is shorter than eight weeks.</summary>
    public static IReadOnlyList<SettlingCheck> Check(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        int first = result.Setup.FirstDay;
        if (first < 2 * Window)
        {
            return [];
        }

        return
        [
            Check(result, DailySeries.OccupiedBeds, 0.03, Lagged(result.Setup.CrisisSeason())),
            // Lines amplify the season, so the tolerance is wider than for beds.
            Check(result, DailySeries.MedicallyFit, 0.08, Lagged(result.Setup.CrisisSeason())),
            Check(result, DailySeries.IntermediateBeds, 0.05, result.Setup.IntermediateCareSeason()),
            Check(result, DailySeries.HomeCareTenths, 0.02, result.Setup.HomeCareTrend),
            Check(result, DailySeries.CareHomePlaces, 0.01, null),
        ];
    }

    /// <summary>Checks one series; season and trend that the inputs give, by day, are no drift.</summary>
    private static SettlingCheck Check(ExperimentResult result, DailySeries series, double tolerance, IReadOnlyList<double>? given)
    {
        int first = result.Setup.FirstDay;
        double[] values = new double[result.Setup.Days];
        for (int r = 0; r < result.Replications; r++)
        {
            int[] daily = result.England[r, 0][(int)series];
            for (int d = 0; d < values.Length; d++)
            {
                values[d] += daily[d] / (given?[d] ?? 1) / result.Replications;
            }
        }

        double early = Mean(values, first - (2 * Window), first - Window);
        double late = Mean(values, first - Window, first);
        double change = early > 0 ? (late / early) - 1 : 0;
        double error = early > 0 ? Math.Sqrt(Square(Error(values, first - (2 * Window), first - Window)) + Square(Error(values, first - Window, first))) / early : 0;
        return new SettlingCheck(series, early, late, change, Math.Max(tolerance, 3 * error), Mser5(values));
    }

    /// <summary>Beds follow admissions by about a stay: the season of the last two weeks.</summary>
    private static double[] Lagged(double[] season)
    {
        const int lag = 14;
        double[] lagged = new double[season.Length];
        for (int d = 0; d < season.Length; d++)
        {
            int from = Math.Max(0, d - lag + 1);
            lagged[d] = season[from..(d + 1)].Average();
        }

        return lagged;
    }

    private static double Square(double x) => x * x;

    private static double Mean(double[] values, int from, int until)
    {
        double sum = 0;
        for (int d = from; d < until; d++)
        {
            sum += values[d];
        }

        return sum / (until - from);
    }

    /// <summary>Standard error of a mean by weekly batches, so that the week's pattern does not count as noise.</summary>
    private static double Error(double[] values, int from, int until)
    {
        int batches = (until - from) / BatchDays;
        double mean = Mean(values, from, until);
        double sum = 0;
        for (int b = 0; b < batches; b++)
        {
            sum += Square(Mean(values, from + (b * BatchDays), from + ((b + 1) * BatchDays)) - mean);
        }

        return Math.Sqrt(sum / (batches - 1) / batches);
    }

    /// <summary>The marginal standard error rule on batches of five days (White 1997): the cut that makes the rest's standard error smallest, in the first half only.</summary>
    public static int Mser5(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        const int size = 5;
        int n = values.Count / size;
        double[] batch = new double[n];
        for (int b = 0; b < n; b++)
        {
            for (int i = 0; i < size; i++)
            {
                batch[b] += values[(b * size) + i] / size;
            }
        }

        double best = double.PositiveInfinity;
        int cut = 0;
        double sum = 0;
        double squares = 0;
        for (int d = n - 1; d >= 0; d--)
        {
            sum += batch[d];
            squares += batch[d] * batch[d];
            int rest = n - d;
            double statistic = (squares - (sum * sum / rest)) / ((double)rest * rest);
            if (d <= n / 2 && statistic <= best)
            {
                best = statistic;
                cut = d;
            }
        }

        return cut * size;
    }
}
