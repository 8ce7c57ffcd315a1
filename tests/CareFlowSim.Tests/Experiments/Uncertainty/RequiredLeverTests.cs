using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class RequiredLeverTests
{
    private static readonly RequirementOptions Fine = new(1e-6);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void SmoothResponse_IsMetWhereItShould(int sign)
    {
        RequiredLever found = RequiredLever.Find(x => At(sign * x * x * x), sign * 8, 0, 10, Fine);

        Assert.Equal(RequirementOutcome.Reached, found.Outcome);
        Assert.Equal(2, found.Lever, 1e-5);
        Assert.True(found.Bracket.Contains(2) && found.Bracket.Width <= 1e-6);
        Assert.True(found.Monotone);
        Assert.InRange(found.Trials.Count, 4, 30);
    }

    [Fact]
    public void StepResponse_IsBracketed()
    {
        // A whole number of beds: 7 is reached at 6.5.
        RequiredLever found = RequiredLever.Find(x => At(Math.Round(x)), 6.5, 0, 100, new RequirementOptions(0.001));

        Assert.Equal(RequirementOutcome.Reached, found.Outcome);
        Assert.Equal(6.5, found.Lever, 0.001);
        Assert.Equal((6, 7), (Math.Round(found.Bracket.Low), Math.Round(found.Bracket.High)));
    }

    [Theory]
    [InlineData(50, 10)]
    [InlineData(-1, 1)]
    public void ClaimOutOfRange_GivesTheBetterEnd(double claim, double lever)
    {
        RequiredLever found = RequiredLever.Find(x => At(2 * x), claim, 1, 10, Fine);

        Assert.Equal(RequirementOutcome.OutOfRange, found.Outcome);
        Assert.Equal(lever, found.Lever);
        Assert.Equal(2 * lever, found.Response.Point);
        Assert.Equal(2, found.Trials.Count);
    }

    [Fact]
    public void ClaimAtAnEnd_IsReached() => Assert.Equal((RequirementOutcome.Reached, 10.0), Outcome(RequiredLever.Find(x => At(2 * x), 20, 1, 10, Fine)));

    [Fact]
    public void ResponseTolerance_EndsTheSearchEarly()
    {
        RequiredLever found = RequiredLever.Find(x => At(x * x), 30, 0, 10, new RequirementOptions(1e-9, ResponseTolerance: 1));

        Assert.InRange(found.Response.Point, 29, 31);
        Assert.True(found.Trials.Count < 10);
    }

    [Fact]
    public void TrialsUsedUp_IsSaid()
    {
        RequiredLever found = RequiredLever.Find(x => At(Math.Exp(x)), 100, 0, 20, new RequirementOptions(1e-12, MaxTrials: 5));

        Assert.Equal(RequirementOutcome.NotSettled, found.Outcome);
        Assert.Equal(5, found.Trials.Count);
        Assert.Equal(found.Trials.Min(t => Math.Abs(t.Response.Point - 100)), Math.Abs(found.Response.Point - 100));
    }

    [Fact]
    public void LeverInterval_IsWhereTheEndsOfTheResponseMeetTheClaim()
    {
        // Response 3x with an interval of 0.6 either side: the claim 9 is met from 2.8 to 3.2.
        RequiredLever rising = RequiredLever.Find(x => At(3 * x, 0.6), 9, 0, 10, Fine);
        RequiredLever falling = RequiredLever.Find(x => At(-3 * x, 0.6), -9, 0, 10, Fine);
        RequiredLever wide = RequiredLever.Find(x => At(3 * x, 15), 9, 0, 10, Fine);

        Assert.Equal(2.8, rising.LeverInterval.Low, 1e-6);
        Assert.Equal(3.2, rising.LeverInterval.High, 1e-6);
        Assert.Equal(2.8, falling.LeverInterval.Low, 1e-6);
        Assert.Equal(3.2, falling.LeverInterval.High, 1e-6);
        Assert.True(double.IsNaN(wide.LeverInterval.Low));
        Assert.Equal(8, wide.LeverInterval.High, 1e-6);
    }

    [Fact]
    public void ResponseThatTurns_IsToldOf() =>
        Assert.False(RequiredLever.Find(x => At(x + (4 * Math.Sin(2 * x))), 5, 0, 10, Fine).Monotone);

    [Fact]
    public void FaultyArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RequiredLever.Find(x => At(x), 5, 10, 0, Fine));
        Assert.Throws<ArgumentOutOfRangeException>(() => RequiredLever.Find(x => At(x), double.NaN, 0, 10, Fine));
        Assert.Throws<ArgumentOutOfRangeException>(() => RequiredLever.Find(x => At(x), 5, 0, 10, new RequirementOptions(0)));
        Assert.Throws<InvalidOperationException>(() => RequiredLever.Find(_ => At(double.NaN), 5, 0, 10, Fine));
    }

    private static Estimate At(double value, double half = 0) => new(value, value - half, value + half, 10, IntervalMethod.Replications);

    private static (RequirementOutcome, double) Outcome(RequiredLever found) => (found.Outcome, found.Lever);
}
