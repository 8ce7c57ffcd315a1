namespace CareFlowSim.Experiments;

/// <summary>One observed figure.</summary>
/// <param name="Area">Official code of an area, or <see cref="SimulatedSeries.AllAreas"/>.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Value">The figure, made comparable with the simulated one.</param>
public sealed record ObservedValue(string Area, DateOnly Month, double Value);

/// <summary>One observed series and the simulated one that it is laid beside.</summary>
/// <param name="Name">What it is, for the reader.</param>
/// <param name="Series">Name of the simulated series.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Values">The figures, by month and area.</param>
/// <param name="Note">How they were made comparable.</param>
public sealed record ObservedSeries(string Name, string Series, string Unit, IReadOnlyList<ObservedValue> Values, string Note);

/// <summary>All series of an observed file.</summary>
/// <param name="Format">What kind of file it is.</param>
/// <param name="Series">Its series.</param>
/// <param name="Remarks">What was left out.</param>
public sealed record ObservedData(string Format, IReadOnlyList<ObservedSeries> Series, IReadOnlyList<string> Remarks)
{
    /// <summary>Months that the file holds.</summary>
    public IReadOnlyList<DateOnly> Months { get; } = [.. Series.SelectMany(s => s.Values).Select(v => v.Month).Distinct().Order()];
}

/// <summary>Lays observed series beside simulated ones, by month and by area, for the months that both have. Nothing is fitted.</summary>
/// <param name="simulated">Simulated figures.</param>
/// <param name="arms">Arms in the order of preference; where a period has none of them, its first.</param>
public sealed class ObservedComparison(SimulatedSeries simulated, IReadOnlyList<string> arms)
{
    private readonly Dictionary<string, string?> _armOf = new(StringComparer.Ordinal);

    /// <summary>Every comparison that the figures allow; those without a single common month are left out.</summary>
    /// <param name="observed">The observed series.</param>
    /// <param name="names">Names of the areas by code.</param>
    public IReadOnlyList<Agreement> Of(ObservedData observed, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(names);
        return [.. observed.Series.SelectMany(s => Of(s, names)).Where(a => a.Points.Count > 0)];
    }

    /// <summary>The arm that stands for a period; null when nothing is simulated in it.</summary>
    public string? ArmOf(string period)
    {
        if (!_armOf.TryGetValue(period, out string? arm))
        {
            IReadOnlyList<string> there = simulated.ArmsIn(period);
            _armOf[period] = arm = arms.FirstOrDefault(there.Contains) ?? (there.Count > 0 ? there[0] : null);
        }

        return arm;
    }

    private IEnumerable<Agreement> Of(ObservedSeries series, IReadOnlyDictionary<string, string> names)
    {
        bool byArea = series.Values.Any(v => v.Area != SimulatedSeries.AllAreas);
        yield return new Agreement(series.Name + (byArea ? ", all areas of the file" : ""), series.Unit, false, [.. ByMonth(series, byArea)], series.Note);
        if (byArea)
        {
            yield return new Agreement(
                series.Name + ", by area", series.Unit + " per 1,000 people 65+ and year", true, [.. ByArea(series, names)], series.Note);
        }
    }

    private IEnumerable<ComparedPoint> ByMonth(ObservedSeries series, bool byArea)
    {
        foreach (IGrouping<DateOnly, ObservedValue> month in series.Values.GroupBy(v => v.Month).OrderBy(g => g.Key))
        {
            string period = SimulatedSeries.MonthOf(month.Key);
            if (ArmOf(period) is not { } arm)
            {
                continue;
            }

            List<(double Observed, IReadOnlyList<double> Simulated)> pairs =
            [
                .. month.Select(v => (v.Value, simulated.Find(arm, v.Area, series.Series, period))).Where(p => p.Item2 is not null).Select(p => (p.Value, p.Item2!)),
            ];
            if (pairs.Count > 0)
            {
                // Areas hold means only, so a sum of them has no range.
                (double mean, double low, double high) = byArea ? (pairs.Sum(p => p.Simulated.Average()), double.NaN, double.NaN) : Agreement.RangeOf(pairs[0].Simulated);
                yield return new ComparedPoint("England", period, pairs.Sum(p => p.Observed), mean, low, high);
            }
        }
    }

    private IEnumerable<ComparedPoint> ByArea(ObservedSeries series, IReadOnlyDictionary<string, string> names)
    {
        foreach (IGrouping<string, ObservedValue> area in series.Values.GroupBy(v => v.Area).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            ObservedValue[] covered = [.. area.Where(v => Find(area.Key, series.Series, SimulatedSeries.MonthOf(v.Month)) is not null).OrderBy(v => v.Month)];
            if (covered.Length == 0 || People(area.Key, covered[0].Month) is not { } people || people <= 0)
            {
                continue;
            }

            double scale = 1000 / people * (12.0 / covered.Length);
            (double mean, double low, double high) = Simulated(area.Key, series.Series, covered);
            string period = SimulatedSeries.MonthOf(covered[0].Month) + " to " + SimulatedSeries.MonthOf(covered[^1].Month);
            yield return new ComparedPoint(names.GetValueOrDefault(area.Key, area.Key), period, covered.Sum(v => v.Value) * scale, mean * scale, low * scale, high * scale);
        }
    }

    /// <summary>Whole years have one figure per replication, and so a range; other months have means only.</summary>
    private (double Mean, double Low, double High) Simulated(string area, string series, ObservedValue[] covered)
    {
        IGrouping<string, ObservedValue>[] years = [.. covered.GroupBy(v => SimulatedSeries.YearPeriodOf(v.Month))];
        IReadOnlyList<double>?[] whole = [.. years.Select(y => y.Count() == 12 ? Find(area, series, y.Key) : null)];
        return whole.All(w => w is not null && w.Count == whole[0]!.Count)
            ? Agreement.RangeOf([.. Enumerable.Range(0, whole[0]!.Count).Select(r => whole.Sum(w => w![r]))])
            : (covered.Sum(v => Find(area, series, SimulatedSeries.MonthOf(v.Month))!.Average()), double.NaN, double.NaN);
    }

    private double? People(string area, DateOnly month) => Find(area, SimulatedSeries.People, SimulatedSeries.YearPeriodOf(month))?[0];

    private IReadOnlyList<double>? Find(string area, string series, string period) => ArmOf(period) is { } arm ? simulated.Find(arm, area, series, period) : null;
}
