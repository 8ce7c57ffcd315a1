using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>How well one figure is known, and what variance reduction gained.</summary>
/// <param name="Arm">Name of the policy whose change it is; <c>baseline</c> for a level of the baseline.</param>
/// <param name="Place">Place of a pathway; empty where measures have none, and for the whole path.</param>
/// <param name="Measure">Name of the measure; of a pathway that of <see cref="PathwayMeasure"/>.</param>
/// <param name="Plain">The estimate as it stands, on common random numbers.</param>
/// <param name="PairingFactor">What common random numbers gained, see <see cref="CommonLuck"/>; NaN for a level.</param>
/// <param name="Control">The name of what corrects it; empty where no exact mean is known.</param>
/// <param name="Controlled">The corrected estimate beside it; null where there is none.</param>
public sealed record FigurePrecision(string Arm, string Place, string Measure, Estimate Plain, double PairingFactor, string Control, ControlVariate? Controlled)
{
    /// <summary>The control of pathways: people who came from outside, whose mean is the integral of the rates.</summary>
    public const string Arrivals = "arrivals";

    /// <summary>Every measure of every policy; without a policy the levels behind them.</summary>
    public static IReadOnlyList<FigurePrecision> Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. (result.Arms == 1 ? [0] : Enumerable.Range(1, result.Arms - 1)).SelectMany(arm => PolicyMeasure.All.Select(measure =>
            {
                double[] baseline = [.. Enumerable.Range(0, result.Replications).Select(r => measure.Level(result, r, 0))];
                double[] policy = arm == 0 ? baseline : [.. Enumerable.Range(0, result.Replications).Select(r => measure.Level(result, r, arm))];
                Estimate plain = Estimate.Of(arm == 0 ? baseline : [.. baseline.Zip(policy, measure.Figure)]);
                double pairing = arm == 0 || measure.Sense == MeasureSense.Level ? double.NaN : CommonLuck.Factor(baseline, policy);
                return new FigurePrecision(result.Setup.Arms[arm].Name, "", measure.Name, plain, pairing, "", null);
            })),
        ];
    }

    /// <summary>Every measure of every place and of the whole path, all classes together: the baseline's levels, and what each policy changes.</summary>
    public static IReadOnlyList<FigurePrecision> Of(PathwayResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        int whole = result.RowOf(null);
        return
        [
            .. Enumerable.Range(0, result.Arms.Count).SelectMany(arm => result.Rows.Index().Where(r => r.Item.Class < 0).SelectMany(r =>
                Enum.GetValues<PathwayMeasure>().Select(measure => Of(result, arm, r.Index, r.Item.Place < 0 ? "" : result.Scenario.Places[r.Item.Place].Name, whole, measure))))
                .Where(f => f.Plain.Replications > 0),
        ];
    }

    private static FigurePrecision Of(PathwayResult result, int arm, int row, string place, int whole, PathwayMeasure measure)
    {
        double[] baseline = result.Values(0, row, measure);
        double[] policy = arm == 0 ? baseline : result.Values(arm, row, measure);
        double[] figures = arm == 0 ? baseline : [.. policy.Zip(baseline, (p, b) => p - b)];
        int[] known = [.. Enumerable.Range(0, figures.Length).Where(r => !double.IsNaN(figures[r]))];
        double[] Known(double[] values) => [.. known.Select(r => values[r])];
        Estimate plain = known.Length == 0 ? new Estimate(double.NaN, double.NaN, double.NaN, 0, IntervalMethod.None) : Estimate.Of(Known(figures));

        // A replication without a value would leave a choice of replications, in which the mean of the control is no longer the known one.
        ControlVariate? control = known.Length == figures.Length && result.ExpectedArrivals(arm) is { } mean
            ? ControlVariate.Of(figures, result.Values(arm, whole, PathwayMeasure.Arrivals), mean)
            : null;
        return new FigurePrecision(
            result.Arms[arm], place, measure.ToString(), plain, arm == 0 || known.Length < 2 ? double.NaN : CommonLuck.Factor(Known(baseline), Known(policy)), control is null ? "" : Arrivals, control);
    }
}
