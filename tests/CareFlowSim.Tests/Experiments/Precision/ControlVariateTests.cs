using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Theory;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class ControlVariateTests
{
    /// <summary>Worked by hand: slope 25 / 10, mean 3 - 2.5 (3 - 4), residual sum of squares 64 - 2.5 x 25 = 1.5 on three degrees of freedom.</summary>
    [Fact]
    public void Of_FiveReplications_IsTheHandCalculation()
    {
        ControlVariate? found = ControlVariate.Of([-2, 1, 2, 6, 8], [1, 2, 3, 4, 5], 4);

        Assert.NotNull(found);
        Assert.Equal(2.5, found.Slope, 1e-12);
        Assert.Equal(5.5, found.Controlled.Point, 1e-12);
        double variance = 1.5 / 3 * (0.2 + 0.1);
        Assert.Equal(5.5 + (3.182446305 * Math.Sqrt(variance)), found.Controlled.High, 1e-6);
        Assert.Equal(64.0 / 4 / 5 / variance, found.Factor, 1e-9);
        Assert.Equal((4.0, 3.0), (found.KnownMean, found.ObservedMean));
    }

    [Fact]
    public void Of_AFigureThatIsTheControl_IsKnownExactly()
    {
        ControlVariate found = ControlVariate.Of([2, 4, 9, 1], [2, 4, 9, 1], 5)!;

        Assert.Equal((5.0, 5.0), (found.Controlled.Point, found.Controlled.High));
        Assert.Equal(double.PositiveInfinity, found.Factor);
    }

    [Fact]
    public void Of_TooFewOrAControlThatDoesNotVary_IsNone()
    {
        Assert.Null(ControlVariate.Of([1, 2, 4], [1, 2, 3], 2));
        Assert.Null(ControlVariate.Of([1, 2, 4, 5], [3, 3, 3, 3], 3));
        Assert.Throws<ArgumentException>(() => ControlVariate.Of([1, 2], [1], 1));
    }

    [Fact]
    public void Arrivals_OfAPathway_HaveTheirExactMean_AndSharpenWhatHangsOnThem()
    {
        PathwayScenario scenario = PathwayRuns.Station(4, 30, new ExponentialDays(1), 60) with { Replications = new PathwayReplications { Number = 40 } };
        PathwayResult result = PathwayRunner.Run(scenario, new RunOptions { Threads = 2 });
        IReadOnlyList<FigurePrecision> figures = FigurePrecision.Of(result);

        Assert.Equal(240, result.ExpectedArrivals(0)!.Value, 1e-6);
        Assert.InRange(result.Level(0, result.RowOf(null), PathwayMeasure.Arrivals).Point, 230, 250);
        FigurePrecision occupied = figures.Single(f => f is { Place: "ward", Measure: nameof(PathwayMeasure.MeanOccupied) });
        Assert.Equal(FigurePrecision.Arrivals, occupied.Control);
        Assert.True(occupied.Controlled!.Factor > 1.2, $"{occupied.Controlled}");

        // Without a limit the mean number in the ward is the rate times the stay, 4: both intervals are about it, and the plain one stays as it is.
        Assert.InRange(4, occupied.Controlled.Controlled.Low, occupied.Controlled.Controlled.High);
        Assert.Equal(result.Level(0, result.RowOf("ward"), PathwayMeasure.MeanOccupied), occupied.Plain);
    }
}
