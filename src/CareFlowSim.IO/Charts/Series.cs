namespace CareFlowSim.IO;

/// <summary>One line of a <see cref="DateLineChart"/>: a value a day; <see cref="double.NaN"/> is a gap, not a zero.</summary>
/// <param name="Name">What the line is, as the reader sees it.</param>
/// <param name="Values">One value a day from the chart's start.</param>
/// <param name="Low">Lower end of the interval, as long as <paramref name="Values"/>; needs <paramref name="High"/>.</param>
/// <param name="High">Upper end of the interval, as long as <paramref name="Values"/>; needs <paramref name="Low"/>.</param>
/// <param name="Dashed">Whether the line is dashed.</param>
public sealed record LineSeries(string Name, double[] Values, double[]? Low = null, double[]? High = null, bool Dashed = false);

/// <summary>A shaded stretch of days, for instance a winter. Both ends are included.</summary>
/// <param name="From">First day shaded.</param>
/// <param name="To">Last day shaded.</param>
/// <param name="Label">Words above the shading; may be empty.</param>
public sealed record DateBand(DateOnly From, DateOnly To, string Label);

/// <summary>One bar of a <see cref="BarChart"/>; a value of <see cref="double.NaN"/> is shown as "no data".</summary>
/// <param name="Label">What the bar measures; bars of different groups with one label stand together.</param>
/// <param name="Value">Length of the bar; negative goes left of zero.</param>
/// <param name="Low">Lower end of the interval; needs <paramref name="High"/>.</param>
/// <param name="High">Upper end of the interval; needs <paramref name="Low"/>.</param>
/// <param name="Group">Which colour, named in the legend; for instance the policy.</param>
public sealed record Bar(string Label, double Value, double? Low = null, double? High = null, string? Group = null);

/// <summary>One layer of a stack: a value per category (<see cref="StackedBarChart"/>) or per day (<see cref="StackedAreaChart"/>).</summary>
/// <param name="Name">What the layer is, as the legend says it.</param>
/// <param name="Values">One value per category or per day.</param>
public sealed record StackedSeries(string Name, double[] Values);

/// <summary>One area of a <see cref="DotRankingChart"/>; a value of <see cref="double.NaN"/> is listed last, without a dot.</summary>
/// <param name="Label">Name of the area.</param>
/// <param name="Value">What it is ranked by.</param>
/// <param name="Low">Lower end of the interval; needs <paramref name="High"/>.</param>
/// <param name="High">Upper end of the interval; needs <paramref name="Low"/>.</param>
public sealed record RankedDot(string Label, double Value, double? Low = null, double? High = null);
