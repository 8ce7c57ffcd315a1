using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>What a calibration came to: a point with rounded figures, and what the model gives there.</summary>
/// <param name="Point">England's parameters that differ from the world's, and the factors of every area.</param>
/// <param name="Answer">What the model gives.</param>
/// <param name="Runs">Runs that were asked for.</param>
public sealed record BaseYearFit(CalibrationPoint Point, CalibrationAnswer Answer, int Runs);

/// <summary>
/// Fits the base year: England's levels to the published totals, then each area's factors to its own delays, then once more what the one has moved in the
/// other. Nothing later than the base year is looked at, nor the months within it.
/// </summary>
public static class BaseYearCalibration
{
    private const int LevelRounds = 6;
    private const int AreaRounds = 18;
    private const int SecondLevelRounds = 5;
    private const int SecondAreaRounds = 8;

    /// <summary>Runs that the whole takes without Nelder and Mead.</summary>
    public const int UsualRuns = LevelRounds + AreaRounds + SecondLevelRounds + SecondAreaRounds + 1;

    /// <summary>Runs that England's levels alone take.</summary>
    public const int LevelRuns = LevelRounds + 1;

    /// <summary>Fits England's levels alone: the factors of the areas stay those of the world. For a world whose inputs have changed a little.</summary>
    /// <param name="model">The model of the base year.</param>
    /// <param name="world">The world.</param>
    /// <param name="told">Told what is being done.</param>
    /// <returns>The fit; null when not even one run was allowed.</returns>
    public static BaseYearFit? RunLevels(AreaModel model, World world, Action<string>? told = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(world);
        IReadOnlyList<AreaMultipliers> factors = world.AreaCalibration.Count > 0 ? world.AreaCalibration : [.. world.Areas.Select(_ => AreaMultipliers.One)];
        told?.Invoke("England's levels, the areas as they are");
        IReadOnlyDictionary<string, double> levels = EnglandLevels.Fit(
            model, world, new Dictionary<string, double>(), factors, [.. EnglandLevels.Services, .. EnglandLevels.Delays], Math.Min(LevelRounds, model.Left - 1), Math.Max(0, model.Left - LevelRounds - 1));
        CalibrationPoint point = Rounded(new CalibrationPoint(levels, factors));
        return model.Evaluate(point) is { } answer ? new BaseYearFit(point, answer, model.Asked) : null;
    }

    /// <summary>Fits a world.</summary>
    /// <param name="model">The model of the base year.</param>
    /// <param name="world">The world.</param>
    /// <param name="areas">Areas to fit; when they are not all of them, England's levels stay as they are.</param>
    /// <param name="told">Told what is being done.</param>
    /// <returns>The fit; null when not even one run was allowed.</returns>
    public static BaseYearFit? Run(AreaModel model, World world, IReadOnlyList<int> areas, Action<string>? told = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(areas);
        AreaTargets targets = new(world);
        bool england = areas.Count == world.Areas.Count;
        IReadOnlyDictionary<string, double> levels = new Dictionary<string, double>();
        IReadOnlyList<AreaMultipliers> factors = [.. world.Areas.Select(_ => AreaMultipliers.One)];
        if (england)
        {
            told?.Invoke("England's levels");
            levels = EnglandLevels.Fit(model, world, levels, factors, [.. EnglandLevels.Services, .. EnglandLevels.Delays], Rounds(LevelRounds));
        }

        FitAreas(AreaRounds);
        if (england)
        {
            told?.Invoke("England's levels again, the areas as they are");
            levels = EnglandLevels.Fit(model, world, levels, factors, EnglandLevels.Services, Rounds(SecondLevelRounds), Math.Max(0, model.Left - SecondAreaRounds - SecondLevelRounds - 1));
            FitAreas(SecondAreaRounds);
        }

        CalibrationPoint point = Rounded(new CalibrationPoint(levels, factors));
        return model.Evaluate(point) is { } answer ? new BaseYearFit(point, answer, model.Asked) : null;

        // One run is kept back for the rounded figures.
        int Rounds(int wanted) => Math.Min(wanted, model.Left - 1);

        void FitAreas(int rounds)
        {
            told?.Invoke("the areas");
            int round = 0;
            AreaCalibrationResult fit = AreaCalibration.Run(Ask, targets, factors, areas, new AreaCalibrationOptions(Math.Max(0, Rounds(rounds))));
            factors = fit.Areas;

            IReadOnlyList<double[]>? Ask(IReadOnlyList<AreaMultipliers> at)
            {
                IReadOnlyList<double[]>? days = model.Evaluate(new CalibrationPoint(levels, at))?.Areas;
                if (days is not null)
                {
                    told?.Invoke(string.Create(CultureInfo.InvariantCulture, $"  round {++round}: rank correlation {AreaFit.Of(targets, days).RankCorrelation:0.000}, mean loss {MeanLoss(targets, days):0.0000}"));
                }

                return days;
            }
        }
    }

    /// <summary>Mean loss of the areas with a return.</summary>
    public static double MeanLoss(AreaTargets targets, IReadOnlyList<double[]> days)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(days);
        return Enumerable.Range(0, days.Count).Where(a => targets.Smoothed[a] is not null && days[a].Length > 0).Average(a => AreaCalibration.Loss(targets.Smoothed[a]!, days[a]));
    }

    /// <summary>Four digits are more than the fit can tell, and can be written down.</summary>
    private static CalibrationPoint Rounded(CalibrationPoint point) => new(
        point.Parameters.ToDictionary(p => p.Key, p => Rounded(p.Value)),
        [.. point.Areas.Select(a => AreaMultiplier.All.Aggregate(a, (to, m) => m.With(to, Rounded(m.Of(to)))))]);

    private static double Rounded(double x) => double.Parse(x.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
