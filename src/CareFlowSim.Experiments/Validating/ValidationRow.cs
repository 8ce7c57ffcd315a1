using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>What meeting a row of a validation is worth.</summary>
public enum CheckKind
{
    /// <summary>Parameters were set by the figure: meeting it shows that the fit worked.</summary>
    Fitted,

    /// <summary>The figure was kept apart: meeting it is evidence.</summary>
    HeldOut,

    /// <summary>Follows from arithmetic or from the inputs: missing it is an error of the program.</summary>
    Identity,
}

/// <summary>One row of a validation: a simulated figure, what it ought to be, and how near it must come.</summary>
/// <param name="Kind">What meeting it is worth.</param>
/// <param name="Key">Name.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Simulated">Simulated value with its interval over replications.</param>
/// <param name="Target">What it ought to be.</param>
/// <param name="Tolerance">How near it must come: a share of the target, or in its unit.</param>
/// <param name="Absolute">Whether the tolerance is in the unit of the target.</param>
/// <param name="Note">Where the target comes from, or what the row says.</param>
public sealed record ValidationRow(CheckKind Kind, string Key, string Unit, Estimate Simulated, double Target, double Tolerance, bool Absolute, string Note)
{
    /// <summary>Difference from the target: a share of it, or in its unit where the tolerance is.</summary>
    public double Difference => Offset(Simulated.Point);

    /// <summary>Whether the row is met.</summary>
    public bool Pass => Math.Abs(Difference) <= Tolerance;

    /// <summary>Distance of a value from the target in tolerances: -1 to 1 is met.</summary>
    public double InTolerances(double value) => Tolerance > 0 ? Offset(value) / Tolerance : Offset(value) == 0 ? 0 : double.PositiveInfinity;

    private double Offset(double value) => Absolute ? value - Target : (value / Target) - 1;
}

/// <summary>What the books of a run that kept its stays say.</summary>
/// <param name="Little">Little's law.</param>
/// <param name="Census">Census against time average.</param>
/// <param name="DaysChecked">Simulated days of acute systems on which people, beds, places and hours were counted.</param>
/// <param name="Fault">What did not balance, or nothing.</param>
public sealed record Books(LittlesLaw Little, CensusBias Census, int DaysChecked, string? Fault = null)
{
    /// <summary>Books that did not balance.</summary>
    public static Books Broken(string fault, int days) => new(new LittlesLaw(double.NaN, double.NaN, double.NaN), new CensusBias(double.NaN, double.NaN), days, fault);

    /// <summary>The books of a finished experiment that kept its stays and was checked every day.</summary>
    public static Books Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(LittlesLaw.Of(result), CensusBias.Of(result), result.Setup.Days * result.Setup.Systems.Count * result.Replications);
    }
}

/// <summary>An area's published and simulated delayed days per 1,000 people 65+.</summary>
/// <param name="Area">Name of the area.</param>
/// <param name="Published">Published rate.</param>
/// <param name="Simulated">Simulated rate.</param>
public sealed record AreaPair(string Area, double Published, double Simulated);

/// <summary>All rows of a validation in one list.</summary>
public static class ValidationRows
{
    private const double LittleTolerance = 0.02;
    private const double CensusTolerance = 0.03;
    private const double SurvivalTolerance = 0.02;
    private const double RankTolerance = 0.5;
    private const double FittedRankTolerance = 0.1;

    /// <summary>Targets fitted, targets held out, and identities.</summary>
    /// <param name="result">The national baseline.</param>
    /// <param name="official">Published series.</param>
    /// <param name="books">Books of a run that kept its stays.</param>
    /// <param name="areas">Areas with a published figure; empty where the world has none.</param>
    public static IReadOnlyList<ValidationRow> Of(ExperimentResult result, OfficialSeries official, Books books, IReadOnlyList<AreaPair> areas)
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(areas);
        IReadOnlyList<Survival> survival = LifeTable.Of(result);
        ValidationRow[] targets = [.. Validation.Compare(result, official).Select(Of)];
        return
        [
            .. targets.Where(t => t.Kind == CheckKind.Fitted),
            .. targets.Where(t => t.Kind == CheckKind.HeldOut),
            .. areas.Count > 2 ? [AreaRank(areas, result.Setup.World.AreaCalibration.Count > 0)] : Array.Empty<ValidationRow>(),
            Gap("life_table_women", LifeTable.LargestGap(survival, true)),
            Gap("life_table_men", LifeTable.LargestGap(survival, false)),
            Identity("littles_law", "beds", books.Little.Product, books.Little.Census, LittleTolerance, "Stays a day times midnights a stay against the midnight census; they differ by stays that cross the ends of the period"),
            Identity("census_bias", "beds", books.Census.Midnight, books.Census.TimeAverage, CensusTolerance, "Beds at midnight against the mean over the day, same stays: published levels are compared with the census"),
            new(CheckKind.Identity, "conservation", "faults", One(books.Fault is null ? 0 : 1), 0, 0, true, books.Fault ?? FormattableString.Invariant($"People, beds, places and hours counted on {books.DaysChecked:#,0} days of acute systems")),
            .. Settling.Check(result).Select(c => new ValidationRow(
                CheckKind.Identity, "settling_" + Snake(c.Series.ToString()), "change", One(c.Change), 0, c.Allowed, true, "Last four weeks of the warm-up against the four before, season removed")),
        ];

        static ValidationRow Gap(string key, double[] gaps) => new(
            CheckKind.Identity, key, "share", Estimate.Of(gaps), 0, SurvivalTolerance, true, "Largest gap in survival from 65 to 70, 75, 80, 85 and 90 against the world's deaths");
    }

    /// <summary>How well areas stand in their published order whose own delays of the base year were held out.</summary>
    /// <param name="key">Name, which says what was known of the areas.</param>
    /// <param name="fit">Published and simulated days of the areas held out.</param>
    /// <param name="note">What was known of the areas.</param>
    public static ValidationRow HeldOutRank(string key, AreaFit fit, string note)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new(CheckKind.HeldOut, key, "Spearman's rho", One(fit.RankCorrelation), 1, RankTolerance, true, note);
    }

    /// <summary>How well the areas stand in their published order: where factors were fitted to their delays nearly so, otherwise nearer to it than to none.</summary>
    public static ValidationRow AreaRank(IReadOnlyList<AreaPair> areas, bool fitted)
    {
        ArgumentNullException.ThrowIfNull(areas);
        double rank = Agreement.RankCorrelation([.. areas.Select(a => a.Published)], [.. areas.Select(a => a.Simulated)]);
        return new(fitted ? CheckKind.Fitted : CheckKind.HeldOut, "area_rank_correlation", "Spearman's rho", One(rank), 1, fitted ? FittedRankTolerance : RankTolerance, true, $"Recorded delayed days per 1,000 people 65+, {areas.Count} areas");
    }

    private static ValidationRow Of(TargetCheck check) => new(
        check.Target.HeldOut ? CheckKind.HeldOut : CheckKind.Fitted,
        check.Target.Key,
        check.Target.Unit,
        check.Interval,
        check.Target.Value,
        check.Target.Tolerance,
        check.Target.Absolute,
        check.Target.Source);

    private static ValidationRow Identity(string key, string unit, double value, double target, double tolerance, string note) =>
        new(CheckKind.Identity, key, unit, One(value), target, tolerance, false, note);

    private static Estimate One(double value) => new(value, double.NaN, double.NaN, 1, IntervalMethod.None);

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
