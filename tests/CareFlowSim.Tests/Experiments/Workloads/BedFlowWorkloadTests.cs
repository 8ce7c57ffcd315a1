using CareFlowSim.Cli;
using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Workloads;

public sealed class BedFlowWorkloadTests
{
    private const int People = 50_000;
    private const int Replications = 8;

    [Fact]
    public void Capacities_AreThoseOfTheYardstick() =>
        Assert.Equal((348, 6), (BedFlowWorkload.BedsFor(People), BedFlowWorkload.WorkersFor(People)));

    [Fact]
    public void Run_AgreesWithTheory()
    {
        BedFlowWorkload flow = new(People);

        AgreesWithTheory(r => flow.Run(new RandomStream(3, r)));
    }

    [Fact]
    public void Textbook_AgreesWithTheory() => AgreesWithTheory(r => new TextbookBedFlow(People, seed: r + 1).Run());

    [Fact]
    public void Run_Again_IsTheSameAndAllocatesNextToNothing()
    {
        BedFlowWorkload flow = new(5_000);
        BedFlowCounts first = flow.Run(new RandomStream(7, 0));
        long before = GC.GetAllocatedBytesForCurrentThread();
        BedFlowCounts second = flow.Run(new RandomStream(7, 0));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(first, second);
        Assert.InRange(allocated, 0, 200);
    }

    [Fact]
    public void Run_FewPeople_GetABedEach()
    {
        BedFlowCounts counts = new BedFlowWorkload(1).Run(new RandomStream(1, 0));

        Assert.InRange(counts.MeanOccupied, 0, 1);
        Assert.Equal(0, counts.MeanBedWait);
    }

    /// <summary>
    /// Beds are enough but for short waits, so it is nearly a machine-repair model with as many repairmen as needed: people at home are admitted at a
    /// constant rate. Beds start empty and fill as the stays under way grow to their mean residual, E[S²] / 2 E[S].
    /// </summary>
    private static void AgreesWithTheory(Func<int, BedFlowCounts> run)
    {
        const double Days = BedFlowWorkload.Days;
        Tally admissions = new();
        Tally occupied = new();
        for (int r = 0; r < Replications; r++)
        {
            BedFlowCounts counts = run(r);
            Assert.InRange(counts.MeanBedWait, 0, 0.5);
            Assert.InRange(counts.Admissions - counts.Discharges, 1, BedFlowWorkload.BedsFor(People));
            Assert.InRange(counts.Events, counts.Admissions + counts.Discharges, 3 * counts.Admissions);
            admissions.Add(counts.Admissions);
            occupied.Add(counts.MeanOccupied);
        }

        double stay = BedFlowWorkload.MeanStayDays + (BedFlowWorkload.WorkerShare * BedFlowWorkload.WorkerDays);
        double residual = BedFlowWorkload.MeanStayDays * Math.Exp(BedFlowWorkload.SigmaOfLog * BedFlowWorkload.SigmaOfLog) / 2;
        double perDay = BedFlowWorkload.AdmissionsPerYear / Days;
        double away = perDay * stay / (1 + (perDay * stay)) * (1 - (residual / Days));
        Near(People * perDay * (1 - away) * Days, admissions);
        Near(People * away, occupied);
    }

    /// <summary>Within three standard errors, or 2 %, for what the formula leaves out: short waits for workers and beds.</summary>
    private static void Near(double formula, Tally replications) =>
        Assert.InRange(replications.Mean, formula - Slack(formula, replications), formula + Slack(formula, replications));

    private static double Slack(double formula, Tally replications) => Math.Max(3 * replications.StandardError, 0.02 * formula);
}
