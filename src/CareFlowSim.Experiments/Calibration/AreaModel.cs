using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Where a calibration asks what the model gives.</summary>
/// <param name="Parameters">England's parameters that differ from the world's, by key.</param>
/// <param name="Areas">Factors of every area of the world, in order.</param>
public sealed record CalibrationPoint(IReadOnlyDictionary<string, double> Parameters, IReadOnlyList<AreaMultipliers> Areas)
{
    /// <summary>Key of the point (SHA-256 of its figures): equal points have equal keys, whatever the order in which their parameters were set.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    private string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(';', Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + '=' + Figure(p.Value)))}|{string.Join(';', Areas.Select(a => string.Join(',', AreaMultiplier.All.Select(m => Figure(m.Of(a))))))}");

    private static string Figure(double x) => x.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>What the model gave at a point, as kept in a log.</summary>
/// <param name="Targets">England's value of each of <see cref="Validation.WithoutSeries"/>, in order; scaled to the areas simulated only.</param>
/// <param name="Areas">Recorded delayed days a year by area of the world and reason; empty for an area that was not simulated.</param>
/// <param name="Months">Recorded delayed days by calendar month of the measured period.</param>
public sealed record CalibrationAnswer(IReadOnlyList<double> Targets, IReadOnlyList<double[]> Areas, IReadOnlyList<double> Months);

/// <summary>
/// The base year as a function of a point, on common random numbers, with what is known already and a limit on new runs. A calibration asks for the same
/// points every time, so one that was interrupted goes on by asking again with the log of its answers.
/// </summary>
public sealed class AreaModel
{
    private readonly World _world;
    private readonly Scenario _scenario;
    private readonly RunOptions _options;
    private readonly Dictionary<string, CalibrationAnswer> _known;
    private readonly HashSet<string> _asked = [];
    private readonly int _most;

    /// <summary>Opens the model.</summary>
    /// <param name="world">The world; its own table of factors is not used.</param>
    /// <param name="scenario">The base year: its areas, sample, replications and seed.</param>
    /// <param name="options">Threads.</param>
    /// <param name="most">Most points, those known already among them.</param>
    /// <param name="known">Answers of an earlier, interrupted calibration by the key of their point.</param>
    public AreaModel(World world, Scenario scenario, RunOptions options, int most, IReadOnlyDictionary<string, CalibrationAnswer>? known = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        (_world, _scenario, _options, _most) = (world, scenario, options, most);
        _known = known is null ? [] : new Dictionary<string, CalibrationAnswer>(known);
    }

    /// <summary>Told of each new answer, for instance to write it down.</summary>
    public Action<string, CalibrationAnswer>? Answered { get; init; }

    /// <summary>Stops a run before its next system.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Points that may still be asked for.</summary>
    public int Left => _most - _asked.Count;

    /// <summary>Points asked for.</summary>
    public int Asked => _asked.Count;

    /// <summary>The answer, or null when the limit is reached.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public CalibrationAnswer? Evaluate(CalibrationPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        string key = point.Key;
        if (!_asked.Contains(key) && Left <= 0)
        {
            return null;
        }

        _asked.Add(key);
        if (_known.TryGetValue(key, out CalibrationAnswer? known))
        {
            return known;
        }

        Dictionary<string, double> parameters = new(_scenario.ParameterChanges);
        foreach ((string parameter, double value) in point.Parameters)
        {
            parameters[parameter] = value;
        }

        Setup setup = new(_world with { AreaCalibration = point.Areas }, _scenario with { ParameterChanges = parameters });
        ExperimentResult result = ExperimentRunner.Run(setup, _options, null, Stop);
        Stop.ThrowIfCancellationRequested();
        CalibrationAnswer answer = Of(result);
        _known[key] = answer;
        Answered?.Invoke(key, answer);
        return answer;
    }

    /// <summary>What a finished experiment says about the published figures.</summary>
    public static CalibrationAnswer Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        double[][] areas = [.. result.Setup.World.Areas.Select(a => result.SlotOf(a.Ordinal) is >= 0 and int slot ? Recorded(result, slot) : [])];
        return new CalibrationAnswer([.. Validation.Compare(result).Select(t => t.Value)], areas, Months(result));
    }

    private static double[] Recorded(ExperimentResult r, int slot)
    {
        double year = 365.25 / r.Setup.Scenario.Period.Days * r.Scale / r.Replications;
        double[] days = new double[Validation.ReasonCodes.Length];
        for (int k = 0; k < days.Length; k++)
        {
            long sum = 0;
            for (int i = 0; i < r.Replications; i++)
            {
                for (int o = 0; o < 3; o++)
                {
                    sum += r.Records[i, 0, slot].Delays[k, o].Recorded;
                }
            }

            days[k] = sum * year;
        }

        return days;
    }

    private static double[] Months(ExperimentResult r)
    {
        List<double> months = [];
        int last = -1;
        for (int d = r.Setup.FirstDay; d < r.Setup.Days; d++)
        {
            int month = r.Setup.Epoch.Month(d);
            if (month != last)
            {
                months.Add(0);
                last = month;
            }

            for (int i = 0; i < r.Replications; i++)
            {
                months[^1] += (double)r.England[i, 0][(int)DailySeries.RecordedDelays][d] * r.Scale / r.Replications;
            }
        }

        return [.. months];
    }
}
