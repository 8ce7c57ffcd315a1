using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class ExperimentRunnerTests
{
    private static readonly Policy Faster = SmallWorld.Policy(new Levers
    {
        JointAssessment = 0.5,
        SevenDayCare = new SevenDayCare { Assessment = 0.8, PackageStart = 0.8, Staffing = WeekendStaffing.Same },
    });

    private static readonly Scenario Mixed = SmallWorld.Scenario([SmallWorld.OneArea, .. SmallWorld.TwoAreas, .. SmallWorld.TwoSites, "Rutland", "Derby"], 60, 20, Faster)
        with { Replications = 3, PeoplePerAgent = 4 };

    private static readonly ExperimentResult One = SmallWorld.Experiment(Mixed, new RunOptions { Threads = 1, Spells = true });

    [Theory]
    [InlineData(2, 0)]
    [InlineData(5, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    public void ThreadsAndOrder_DoNotShow(int threads, int shuffle)
    {
        ExperimentResult other = SmallWorld.Experiment(Mixed, new RunOptions { Threads = threads, Shuffle = shuffle, Spells = true });

        AssertSame(One, other);
    }

    [Fact]
    public void ASystem_DoesNotDependOnWhichOthersAreChosen()
    {
        ExperimentResult alone = SmallWorld.Experiment(Mixed with { Areas = SmallWorld.TwoAreas });
        foreach (int area in alone.Areas)
        {
            for (int arm = 0; arm < 2; arm++)
            {
                Assert.Equal(alone.Records[2, arm, alone.SlotOf(area)].Totals, One.Records[2, arm, One.SlotOf(area)].Totals);
                Assert.Equal(alone.Records[2, arm, alone.SlotOf(area)].Paired, One.Records[2, arm, One.SlotOf(area)].Paired);
            }
        }
    }

    [Fact]
    public void Cancelling_KeepsWholeSystemsOnly()
    {
        using CancellationTokenSource stop = new();
        ExperimentResult result = ExperimentRunner.Run(
            SmallWorld.Setup(Mixed), new RunOptions { Threads = 1 }, p => { if (p.Finished == 8) { stop.Cancel(); } }, stop.Token);

        Assert.False(result.Complete);
        Assert.Equal(8, result.Done.Cast<bool>().Count(d => d));
        for (int r = 0; r < 3; r++)
        {
            foreach (SystemLayout system in result.Setup.Systems)
            {
                foreach (int slot in system.Areas.Select(result.SlotOf))
                {
                    for (int arm = 0; arm < 2; arm++)
                    {
                        Assert.Equal(result.Done[r, system.Index], result.Records[r, arm, slot] is not null);
                        if (result.Done[r, system.Index])
                        {
                            Assert.Equal(One.Records[r, arm, slot].Totals, result.Records[r, arm, slot].Totals);
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Whole_OfAStoppedExperiment_IsTheFinishedReplicationsAndNothingElse()
    {
        using CancellationTokenSource stop = new();
        ExperimentResult stopped = ExperimentRunner.Run(
            SmallWorld.Setup(Mixed), new RunOptions { Threads = 1 }, p => { if (p.Finished == 8) { stop.Cancel(); } }, stop.Token);
        ExperimentResult whole = Assert.IsType<ExperimentResult>(stopped.Whole());
        ExperimentResult once = SmallWorld.Experiment(Mixed with { Replications = 1 });

        Assert.Equal(1, whole.Replications);
        Assert.True(whole.Complete);
        Assert.Equal(once.Mean(1, Measure.BedDays), whole.Mean(1, Measure.BedDays));
        Assert.Equal(once.AreaDaily[1, 0], whole.AreaDaily[1, 0]);
        Assert.Equal(once.SiteDaily[0, 1], whole.SiteDaily[0, 1]);
        Assert.Equal(once.Demand[0, 1, 2], whole.Demand[0, 1, 2]);
        Assert.Same(One, One.Whole());
    }

    [Fact]
    public void CancelledBeforeTheStart_DoesNothing()
    {
        ExperimentResult result = ExperimentRunner.Run(SmallWorld.Setup(Mixed), new RunOptions(), null, new CancellationToken(true));

        Assert.DoesNotContain(true, result.Done.Cast<bool>());
        Assert.Null(result.Whole());
    }

    [Fact]
    public void AFaultInAWorker_Surfaces()
    {
        // A team that closes before it opens cannot be built.
        Setup setup = SmallWorld.Setup(Mixed.With(("response.open_hour", 20), ("response.close_hour", 2)));

        InvalidOperationException fault = Assert.Throws<InvalidOperationException>(() => ExperimentRunner.Run(setup, new RunOptions { Threads = 2 }));
        Assert.IsType<ArgumentOutOfRangeException>(fault.InnerException);
    }

    [Fact]
    public void AFaultOfWhoeverIsToldOfProgress_Surfaces() =>
        Assert.IsType<NotSupportedException>(Assert.Throws<InvalidOperationException>(
            () => ExperimentRunner.Run(SmallWorld.Setup(Mixed), new RunOptions { Threads = 2 }, _ => throw new NotSupportedException())).InnerException);

    [Fact]
    public void Progress_RisesToTheWhole()
    {
        List<RunProgress> told = [];
        ExperimentRunner.Run(SmallWorld.Setup(Mixed), new RunOptions { Threads = 2 }, told.Add);

        Assert.Equal(Enumerable.Range(1, One.Done.Length), told.Select(p => p.Finished));
        Assert.All(told, p => Assert.Equal(One.Done.Length, p.Total));
        Assert.All(told.Zip(told.Skip(1)), p => Assert.True(p.First.Done < p.Second.Done));
        Assert.Equal(1, told[^1].Done, 1e-9);
    }

    [Fact]
    public void Totals_AreScaledToPeopleAndSummedOverAreas()
    {
        long simulated = Enumerable.Range(0, One.Areas.Count).Sum(a => One.Records[1, 0, a].Totals[(int)Measure.EmergencyAdmissions]);

        Assert.Equal(4 * simulated, One.Total(1, 0, Measure.EmergencyAdmissions));
        Assert.Equal(Enumerable.Range(0, 3).Average(r => One.Total(r, 0, Measure.EmergencyAdmissions)), One.Mean(0, Measure.EmergencyAdmissions), 1e-9);
    }

    private static void AssertSame(ExperimentResult a, ExperimentResult b)
    {
        Assert.Equal(a.Events, b.Events);
        for (int arm = 0; arm < a.Arms; arm++)
        {
            for (int r = 0; r < a.Replications; r++)
            {
                Assert.Equal(a.England[r, arm], b.England[r, arm]);
                Assert.Equal(a.Paired(r, arm), b.Paired(r, arm));
                for (int i = 0; i < a.Areas.Count; i++)
                {
                    Assert.Equal(a.Records[r, arm, i].Totals, b.Records[r, arm, i].Totals);
                    Assert.Equal(a.Records[r, arm, i].Delays, b.Records[r, arm, i].Delays);
                }

                for (int s = 0; s < a.Setup.Systems.Count; s++)
                {
                    Assert.Equal(a.Spells[r, arm, s], b.Spells[r, arm, s]);
                }

                for (int s = 0; s < a.Sites.Count; s++)
                {
                    Assert.Equal(a.Demand[r, arm, s], b.Demand[r, arm, s]);
                }
            }

            for (int s = 0; s < a.Sites.Count; s++)
            {
                Assert.Equal(a.SiteDaily[arm, s], b.SiteDaily[arm, s]);
            }

            for (int i = 0; i < a.Areas.Count; i++)
            {
                Assert.Equal(a.AreaDaily[arm, i], b.AreaDaily[arm, i]);
                Assert.Equal(a.AreaReasons[arm, i], b.AreaReasons[arm, i]);
                Assert.All(a.Waits[arm, i].Zip(b.Waits[arm, i]), w => Assert.Equal(Bins(w.First), Bins(w.Second)));
            }
        }
    }

    private static long[] Bins(Histogram h) => [.. Enumerable.Range(0, h.Bins + 1).Select(h.CountIn)];
}
