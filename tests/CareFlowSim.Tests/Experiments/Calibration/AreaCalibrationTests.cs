using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Calibration;

public sealed class AreaCalibrationTests
{
    private static readonly CareFlowSim.Model.World England = SmallWorld.England with { AreaCalibration = [] };
    private static readonly AreaMultipliers[] Ones = [.. England.Areas.Select(_ => AreaMultipliers.One)];
    private static readonly int Wight = England.Areas.Single(a => a.Name == SmallWorld.OneArea).Ordinal;

    [Fact]
    public void Run_FindsTheFactorThatMadeTheDelays()
    {
        AreaMultipliers truth = new() { AssessmentTime = 1.8 };
        AreaMultipliers[] world = [.. Ones];
        world[Wight] = truth;
        AreaModel model = Model(40);
        double[] wanted = model.Evaluate(new CalibrationPoint(new Dictionary<string, double>(), world))!.Areas[Wight];
        double[] before = Ask(model, Ones)![Wight];
        AreaTargets targets = Targets(wanted);

        AreaCalibrationResult fit = AreaCalibration.Run(f => Ask(model, f), targets, Ones, [Wight], new AreaCalibrationOptions(14));

        double[] after = Ask(model, fit.Areas)![Wight];
        Assert.True(AreaCalibration.Loss(wanted, before) > 0.05);
        Assert.InRange(AreaCalibration.Loss(wanted, after), 0, AreaCalibration.Loss(wanted, before) / 10);
        Assert.InRange(after.Sum() / wanted.Sum(), 0.93, 1.07);
        Assert.InRange(fit.Areas[Wight].AssessmentTime, 1.4, 2.3);
        Assert.InRange(fit.Areas[Wight].SupportShare, 0.85, 1.15);
        Assert.All(fit.Areas.Where((_, a) => a != Wight), a => Assert.Equal(AreaMultipliers.One, a));
    }

    [Fact]
    public void Run_WithAModelThatAnswersSmoothly_MeetsEveryReason()
    {
        double[] wanted = [3000, 500, 4000, 1000, 900, 2500, 300, 1500, 100, 100];
        AreaTargets targets = Targets(wanted);

        AreaCalibrationResult fit = AreaCalibration.Run(f => Smooth(f, wanted), targets, Ones, [Wight], new AreaCalibrationOptions(30));

        double[] after = Smooth(fit.Areas, wanted)[Wight];
        Assert.All(Enumerable.Range(0, 8), k => Assert.InRange(after[k] / wanted[k], 0.93, 1.07));
    }

    [Fact]
    public void Run_AnAreaWithoutAReturn_StaysAsItIs()
    {
        AreaTargets targets = new(England, [.. England.Areas.Select(a => a.Ordinal == 0 ? Thousands : null)]);

        AreaCalibrationResult fit = AreaCalibration.Run(f => Smooth(f, Thousands), targets, Ones, [0, Wight], new AreaCalibrationOptions(3));

        Assert.Equal(AreaMultipliers.One, fit.Areas[Wight]);
        Assert.NotEqual(AreaMultipliers.One, fit.Areas[0]);
    }

    [Fact]
    public void Run_KeepsFactorsWithinTheirBounds()
    {
        AreaTargets targets = Targets([.. Enumerable.Repeat(1e6, 10)]);

        AreaCalibrationResult fit = AreaCalibration.Run(f => Smooth(f, [.. Enumerable.Repeat(10.0, 10)]), targets, Ones, [Wight], new AreaCalibrationOptions(25));

        Assert.Equal(1.6, fit.Areas[Wight].SupportShare);
        Assert.All(AreaMultiplier.All, m => Assert.InRange(m.Of(fit.Areas[Wight]), m.Low, m.High));
    }

    [Fact]
    public void Run_OfAllAreas_KeepsEnglandsMeanShareOfSupport()
    {
        AreaTargets targets = new(England, [.. England.Areas.Select(a => Enumerable.Repeat(500.0 + (20 * a.Ordinal), 10).ToArray())]);
        int[] all = [.. England.Areas.Select(a => a.Ordinal)];

        AreaCalibrationResult fit = AreaCalibration.Run(f => Smooth(f, [.. Enumerable.Repeat(2500.0, 10)]), targets, Ones, all, new AreaCalibrationOptions(12));

        Assert.Equal(1, all.Sum(a => targets.People[a] * fit.Areas[a].SupportShare) / targets.People.Sum(), 0.03);
        Assert.True(fit.Areas[150].SupportShare > fit.Areas[0].SupportShare + 0.2);
    }

    [Fact]
    public void Evaluate_StopsAtTheLimit_AndResumesAsIfNeverInterrupted()
    {
        AreaTargets targets = Targets([900, 50, 700, 300, 300, 500, 60, 300, 20, 20]);
        Dictionary<string, CalibrationAnswer> log = [];
        AreaModel whole = Model(6);
        AreaCalibrationResult once = AreaCalibration.Run(f => Ask(whole, f), targets, Ones, [Wight], new AreaCalibrationOptions(6));
        AreaModel interrupted = new(England, Small, new RunOptions { Threads = 1 }, 3) { Answered = (k, a) => log.Add(k, a) };
        Assert.Equal(3, AreaCalibration.Run(f => Ask(interrupted, f), targets, Ones, [Wight], new AreaCalibrationOptions(6)).Rounds);
        int again = 0;
        AreaModel resumed = new(England, Small, new RunOptions { Threads = 1 }, 6, log) { Answered = (_, _) => again++ };

        AreaCalibrationResult second = AreaCalibration.Run(f => Ask(resumed, f), targets, Ones, [Wight], new AreaCalibrationOptions(6));

        Assert.Equal((once.Areas[Wight], once.Loss), (second.Areas[Wight], second.Loss));
        Assert.Equal((whole.Asked, whole.Asked - 3), (resumed.Asked, again));
    }

    private static double[] Thousands => [.. Enumerable.Repeat(1000.0, 10)];

    private static Scenario Small => SmallWorld.Scenario([SmallWorld.OneArea], 150, 40);

    private static AreaModel Model(int most) => new(England, Small, new RunOptions { Threads = 1 }, most);

    private static IReadOnlyList<double[]>? Ask(AreaModel model, IReadOnlyList<AreaMultipliers> factors) =>
        model.Evaluate(new CalibrationPoint(new Dictionary<string, double>(), factors))?.Areas;

    private static AreaTargets Targets(double[] days) => new(England, [.. England.Areas.Select(a => a.Ordinal == Wight ? days : null)]);

    /// <summary>Delays in proportion to a power of the times and of the share of support, a third of England's way off at the start.</summary>
    private static double[][] Smooth(IReadOnlyList<AreaMultipliers> factors, double[] wanted) =>
    [
        .. factors.Select(f => wanted.Select((w, k) =>
            w * (k % 2 == 0 ? 0.6 : 1.7) * Math.Pow(f.SupportShare, 2) * Math.Pow(AreaMultiplier.All.FirstOrDefault(m => (int?)m.Reason == k)?.Of(f) ?? 1, 0.7)).ToArray()),
    ];
}
