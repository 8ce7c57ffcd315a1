using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>How well areas are told apart whose delays of the base year were held out.</summary>
/// <param name="Folds">Number of folds.</param>
/// <param name="Features">With nothing of their own record: factors predicted from region, supply and need.</param>
/// <param name="Earlier">With their own record of the year before, and nothing later; null where the world has none.</param>
internal sealed record FoldFits(int Folds, AreaFit Features, AreaFit? Earlier);

/// <summary>Runs both five-fold checks, or of so many folds as are asked for.</summary>
internal static class FoldRuns
{
    private const int Rounds = 8;

    /// <summary>A model that may be asked often enough.</summary>
    public static AreaModel Model(World world, Scenario scenario, RunOptions options, int folds, Terminal terminal)
    {
        int most = 1 + folds + Rounds + 1;
        AreaModel? model = null;
        model = new AreaModel(world, scenario, options, most)
        {
            Stop = terminal.Stop,
            Answered = (_, _) => terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {model!.Asked} of at most {most}")),
        };
        return model;
    }

    /// <summary>The world's own factors of its areas.</summary>
    public static IReadOnlyList<AreaMultipliers> Factors(World world) => world.AreaCalibration.Count > 0 ? world.AreaCalibration : [.. world.Areas.Select(_ => AreaMultipliers.One)];

    /// <summary>Runs both checks.</summary>
    public static FoldFits Run(World world, AreaModel model, int folds, Terminal terminal)
    {
        AreaTargets targets = new(world);
        terminal.Error.WriteLine("areas held out, features only");
        AreaFit features = AreaFit.HeldOut(Days, world, targets, Factors(world), folds)!;
        terminal.Error.WriteLine("areas held out, own record of 2013-14");
        return new FoldFits(folds, features, AreaFit.HeldOutWithEarlierRecord(Days, world, targets, folds, Rounds));

        IReadOnlyList<double[]>? Days(IReadOnlyList<AreaMultipliers> factors) => model.Evaluate(new CalibrationPoint(new Dictionary<string, double>(), factors))?.Areas;
    }
}
