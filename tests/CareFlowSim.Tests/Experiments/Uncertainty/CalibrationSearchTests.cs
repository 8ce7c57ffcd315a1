using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class CalibrationSearchTests
{
    /// <summary>All stages one after the other, stopped after any number of evaluations and taken up again: the log is that of a search never stopped.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(93)]
    public void ResumedSearch_IsTheUninterruptedOne(int stopAfter)
    {
        int whole = 0;
        CalibrationSearch uninterrupted = new(SmoothModel.Problem, Counting(() => whole++), 400);
        StageEnd[] ends = Stages(uninterrupted);

        int first = 0;
        List<CalibrationEvaluation> kept = [];
        CalibrationSearch interrupted = new(SmoothModel.Problem, Counting(() => first++), stopAfter, null, kept.Add);
        Stages(interrupted);

        int second = 0;
        List<CalibrationEvaluation> added = [];
        CalibrationSearch resumed = new(SmoothModel.Problem, Counting(() => second++), 400, kept, added.Add);

        Assert.Equal(ends, Stages(resumed));
        Assert.Equal((stopAfter, whole - stopAfter), (first, second));
        Assert.Equal(second, added.Count);
        Assert.Equal(Figures(uninterrupted.Log), Figures(resumed.Log));
        Assert.Equal(uninterrupted.Best!.Index, resumed.Best!.Index);
    }

    [Fact]
    public void AllStages_FindTheTruth()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 400);
        Stages(search);

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(1, search.Best!.Parameters[i] / SmoothModel.Truth[i], 0.005);
        }
    }

    [Fact]
    public void StopRequest_EndsBeforeTheNextEvaluation()
    {
        using CancellationTokenSource stop = new();
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 400, null, e => { if (e.Index == 4) { stop.Cancel(); } }, stop.Token);
        StageResult result = NelderMead.Run(search);

        Assert.Equal(StageEnd.Stopped, result.End);
        Assert.Equal(5, search.Log.Count);
        Assert.NotNull(result.Best);
    }

    [Fact]
    public void EvaluationsAllowed_AreNotExceeded()
    {
        CalibrationSearch search = new(SmoothModel.Problem, SmoothModel.Evaluate, 12);

        Assert.Equal(StageEnd.EvaluationsUsed, NelderMead.Run(search).End);
        Assert.Equal(12, search.Log.Count);
    }

    [Fact]
    public void LogOfAnotherSearch_IsRefused()
    {
        CalibrationSearch raked = new(SmoothModel.Problem, SmoothModel.Evaluate, 10);
        NelderMead.Run(raked);
        CalibrationSearch other = new(SmoothModel.Make(20), SmoothModel.Evaluate, 50, raked.Log);

        InvalidOperationException fault = Assert.Throws<InvalidOperationException>(() => NelderMead.Run(other));
        Assert.Contains("another search", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LogWithTheLastDigitsOfAnotherMachine_IsTaken()
    {
        CalibrationSearch first = new(SmoothModel.Problem, SmoothModel.Evaluate, 10);
        NelderMead.Run(first);
        CalibrationEvaluation[] log = [.. first.Log.Select(e => e with { Parameters = [.. e.Parameters.Select(Math.BitIncrement)] })];
        int asked = 0;
        CalibrationSearch second = new(SmoothModel.Problem, Counting(() => asked++), 10, log);
        NelderMead.Run(second);

        Assert.Equal(0, asked);
    }

    [Fact]
    public void AnswerWithoutAValuePerTarget_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => NelderMead.Run(new CalibrationSearch(SmoothModel.Problem, _ => new FittedValues([1, 2]), 10)));

    private static StageEnd[] Stages(CalibrationSearch search) =>
    [
        HistoryMatching.Run(search, new RandomStream(3, 0), new HistoryMatchingOptions(2, 20, Candidates: 20)).End,
        Raking.Run(search, [new("rate", "admissions"), new("share", "to hospital")], new RakingOptions(Within: 0.5)).End,
        NelderMead.Run(search).End,
    ];

    private static Func<IReadOnlyList<double>, FittedValues> Counting(Action count) => p =>
    {
        count();
        return SmoothModel.Evaluate(p);
    };

    private static string[] Figures(IReadOnlyList<CalibrationEvaluation> log) =>
        [.. log.Select(e => $"{e.Index} {e.Stage} {string.Join(" ", e.Parameters)} {string.Join(" ", e.Fitted)} {e.Loss}")];
}
