using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>precision.parquet: how well each figure is known, what common random numbers and control variates gained, and how many replications were needed.</summary>
internal static class PrecisionTable
{
    public const string Name = "precision";
    public const string Question = "How well is each figure known, and what did common random numbers and control variates gain?";

    public static Table Of(ExperimentResult result)
    {
        Dictionary<string, PolicyMeasure> measures = PolicyMeasure.All.ToDictionary(m => m.Name);
        return Of(FigurePrecision.Of(result), result.Precision, m => m, m => measures[m].Unit);
    }

    public static Table Of(PathwayResult result) => Of(
        FigurePrecision.Of(result), result.Precision, m => PathwayMeasureText.Of(Enum.Parse<PathwayMeasure>(m)).Name, m => PathwayMeasureText.Of(Enum.Parse<PathwayMeasure>(m)).Unit);

    private static Table Of(IReadOnlyList<FigurePrecision> figures, PrecisionCheck? check, Func<string, string> name, Func<string, string> unit)
    {
        PrecisionFigure?[] asked = [.. figures.Select(f => check?.Figures.FirstOrDefault(a => a.Policy == f.Arm && a.Measure == f.Measure && a.Place == f.Place))];
        return new Table(
            Name,
            "How well each figure is known: what a policy changes, or the level of the baseline, with its 95% interval over replications, and beside it the estimate with a control variate where one is there. One row per arm, place and measure.",
            [
                new Column("arm", "", "Name of the policy whose change it is; baseline: the level of the baseline.", figures.Select(f => f.Arm).ToArray()),
                new Column("place", "", "The place of a pathway; empty for the whole.", figures.Select(f => f.Place).ToArray()),
                new Column("measure", "", "What is measured.", figures.Select(f => name(f.Measure)).ToArray()),
                new Column("unit", "", "Unit of the figures.", figures.Select(f => unit(f.Measure)).ToArray()),
                new Column("replications", "replications", "Replications in which there was something to measure.", figures.Select(f => f.Plain.Replications).ToArray()),
                One("figure", "see unit", "Mean over replications, paired with the baseline.", f => f.Plain.Point),
                One("low", "see unit", "Lower end of its 95% interval; missing with one replication.", f => f.Plain.Low),
                One("high", "see unit", "Upper end.", f => f.Plain.High),
                One("pairing_factor", "ratio", "What common random numbers gained: variance of a difference of independent arms over that of the paired one; missing for levels and where paired values do not vary.", f => f.PairingFactor),
                new Column("control", "", "What the estimate with control is corrected by; empty where no exact mean is known.", figures.Select(f => f.Control).ToArray()),
                One("controlled", "see unit", "Estimate with the control variate; missing where there is none.", f => f.Controlled?.Controlled.Point ?? double.NaN),
                One("controlled_low", "see unit", "Lower end of its 95% interval.", f => f.Controlled?.Controlled.Low ?? double.NaN),
                One("controlled_high", "see unit", "Upper end.", f => f.Controlled?.Controlled.High ?? double.NaN),
                One("control_factor", "ratio", "What the control gained: variance of the plain mean over that of the corrected one; below 1 it did harm.", f => f.Controlled?.Factor ?? double.NaN),
                One("control_mean", "people", "Mean of the control in these replications.", f => f.Controlled?.ObservedMean ?? double.NaN),
                One("control_known_mean", "people", "Its exact mean.", f => f.Controlled?.KnownMean ?? double.NaN),
                new Column("half_width_asked", "see unit", "Half the width of the interval that was asked for, in the unit of the row or as a share of the mean; missing where none was.", asked.Select(a => a?.Goal).ToArray()),
                new Column("half_width_relative", "", "Whether that is a share of the mean; false where none was asked for.", asked.Select(a => a?.Relative ?? false).ToArray()),
                new Column("replications_needed", "replications", "The first replication after which the interval was narrow enough and stayed so; missing where none was asked for or it was not reached.", asked.Select(a => a is { Needed: > 0 } ? (int?)a.Needed : null).ToArray()),
            ]);

        Column One(string column, string columnUnit, string meaning, Func<FigurePrecision, double> of) => new(column, columnUnit, meaning, figures.Select(f => StudyFigures.Known(of(f))).ToArray());
    }
}
