using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Sweeps;

public sealed class SweepInputTests
{
    private static readonly SweepInput Range = new() { Name = "x", Path = "x", Low = 1, High = 100 };

    [Fact]
    public void At_Linear_GoesFromEndToEnd() => Assert.Equal([1.0, 50.5, 100], new[] { 0, 0.5, 1 }.Select(u => Range.At(u).Number));

    [Fact]
    public void At_Log_GoesByFactors() => Assert.Equal(10, (Range with { Scale = SweepScale.Log }).At(0.5).Number, 12);

    [Fact]
    public void At_Whole_EachNumberAsLikely()
    {
        SweepInput whole = Range with { Low = 1, High = 4, Kind = SweepValueKind.Whole };

        Assert.Equal([1.0, 1, 2, 2, 3, 3, 4, 4], Enumerable.Range(0, 8).Select(i => whole.At((i + 0.5) / 8).Number));
    }

    [Fact]
    public void At_Words_EachWordAsLikely()
    {
        SweepInput words = new() { Name = "x", Path = "x", Kind = SweepValueKind.Word, Levels = [new SweepValue(0, "same"), new SweepValue(0, "extra")] };

        Assert.Equal(["same", "same", "extra", "extra"], new[] { 0.1, 0.4, 0.6, 1 }.Select(u => words.At(u).Word));
    }

    [Fact]
    public void Steps_Log_HoldsBothEndsExactly() => Assert.Equal([1.0, 10, 100], (Range with { Scale = SweepScale.Log }).Steps(3).Select(v => Math.Round(v.Number, 12)));

    [Fact]
    public void AtEnd_Prior_GivesQuantiles()
    {
        SweepInput input = Range with { Prior = new Prior("x", PriorShape.Uniform, 50, 0, 100) };

        Assert.Equal([5.0, 50, 95], new[] { 0.05, 0.5, 0.95 }.Select(q => Math.Round(input.AtEnd(q).Number, 9)));
    }
}
