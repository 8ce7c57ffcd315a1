using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class ObservedComparisonTests
{
    private static readonly Dictionary<string, string> Names = new() { ["A"] = "Ayton", ["B"] = "Beeton", ["C"] = "Ceeton" };

    [Fact]
    public void Months_AreComparedWhereBothSidesHaveThem()
    {
        SimulatedSeries simulated = new(Enumerable.Range(4, 4).SelectMany(m => Enumerable.Range(1, 3).Select(r =>
            new SeriesValue("baseline", "all", "delayed_days", $"2014-{m:00}", r, (100 * m) + r - 2))));

        Agreement agreement = Assert.Single(Compare(simulated, Months("all", (3, 5), (4, 200), (5, 250), (6, 300), (7, 701))));

        Assert.Equal(["2014-04", "2014-05", "2014-06", "2014-07"], agreement.Points.Select(p => p.Period));
        Assert.Equal((2200.0 / 1451) - 1, agreement.Bias, 1e-12);
        Assert.Equal(1, agreement.Rank, 1e-12);
        Assert.InRange(agreement.Correlation, 0.8, 0.95);

        // A range of mean 700 +- 4.30 x 1 x sqrt(4/3) holds 701 and none of the others.
        Assert.Equal(0.25, agreement.Coverage);
        Assert.Equal(700 - (4.302652729911275 * Math.Sqrt(4.0 / 3)), agreement.Points[3].Low, 1e-6);
    }

    [Fact]
    public void Areas_AreRatesOfTheMonthsCovered_WithARangeForWholeYearsOnly()
    {
        List<SeriesValue> values = [];
        foreach ((string area, double rate) in new[] { ("A", 1.0), ("B", 2.0), ("C", 3.0) })
        {
            values.Add(new("policy", area, "people_65plus", "2014/15", 0, 2000));
            values.AddRange(Enumerable.Range(0, 12).Select(m => new SeriesValue("policy", area, "delayed_days", Month(m), 0, 10 * rate)));
            values.AddRange(Enumerable.Range(1, 3).Select(r => new SeriesValue("policy", area, "delayed_days", "2014/15", r, (120 * rate) + r - 2)));
        }

        ObservedValue[] observed = [.. Enumerable.Range(0, 12).Select(m => new ObservedValue("A", At(m), 30)), .. Enumerable.Range(0, 12).Select(m => new ObservedValue("B", At(m), 20)), .. Enumerable.Range(0, 6).Select(m => new ObservedValue("C", At(m), 10))];
        Agreement areas = Compare(new SimulatedSeries(values), observed).Single(a => a.ByArea);

        Assert.Equal(["Ayton", "Beeton", "Ceeton"], areas.Points.Select(p => p.Place));
        Assert.Equal([180.0, 120, 60], areas.Points.Select(p => p.Observed));
        Assert.Equal([60.0, 120, 180], areas.Points.Select(p => p.Simulated));
        Assert.Equal([false, true, null], areas.Points.Select(p => p.Covered));
        Assert.Equal((-1.0, 0.5), (areas.Rank, areas.Coverage));
    }

    [Fact]
    public void TheArm_IsTheFirstPreferredThatThePeriodHas()
    {
        SimulatedSeries simulated = new([new("baseline", "all", "x", "2014-04", 1, 1), new("baseline", "all", "x", "2015-04", 1, 1), new("policy", "all", "x", "2015-04", 1, 1)]);
        ObservedComparison comparison = new(simulated, ["policy", "baseline"]);

        Assert.Equal(("baseline", "policy", null), (comparison.ArmOf("2014-04"), comparison.ArmOf("2015-04"), comparison.ArmOf("2016-04")));
    }

    [Fact]
    public void RangeOf_NeedsThreeReplicationsAndIsNeverBelowZero()
    {
        Assert.True(double.IsNaN(Agreement.RangeOf([1, 2]).Low));
        Assert.Equal(0, Agreement.RangeOf([1, 2, 30]).Low);
        Assert.Equal(11, Agreement.RangeOf([1, 2, 30]).Mean);
    }

    [Fact]
    public void WhatDoesNotVary_HasNoCorrelation()
    {
        Agreement flat = new("x", "", false, [new("England", "2014-04", 1, 1, double.NaN, double.NaN), new("England", "2014-05", 1, 2, double.NaN, double.NaN), new("England", "2014-06", 1, 3, double.NaN, double.NaN)], "");

        Assert.True(double.IsNaN(flat.Correlation) && double.IsNaN(flat.Rank) && double.IsNaN(flat.Coverage));
        Assert.Equal(1, flat.Bias);
    }

    private static IReadOnlyList<Agreement> Compare(SimulatedSeries simulated, ObservedValue[] observed) =>
        new ObservedComparison(simulated, ["baseline"]).Of(new ObservedData("test", [new ObservedSeries("Delayed days", "delayed_days", "days", observed, "")], []), Names);

    private static ObservedValue[] Months(string area, params (int Month, double Value)[] values) => [.. values.Select(v => new ObservedValue(area, new DateOnly(2014, v.Month, 1), v.Value))];

    private static DateOnly At(int month) => new DateOnly(2014, 4, 1).AddMonths(month);

    private static string Month(int month) => SimulatedSeries.MonthOf(At(month));
}
