using CareFlowSim.Cli;
using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Tests.Theory;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Workloads;

public sealed class QueueWorkloadTests
{
    private const int Customers = 40_000;
    private const int Replications = 12;

    private static readonly double ErlangWait =
        Formula.ErlangC(QueueWorkload.Servers, QueueWorkload.ArrivalRate) / (QueueWorkload.Servers - QueueWorkload.ArrivalRate);

    [Fact]
    public void Run_AgreesWithErlangC()
    {
        QueueWorkload queue = new(Customers);
        Tally waits = new();
        for (int r = 0; r < Replications; r++)
        {
            QueueCounts counts = queue.Run(new RandomStream(1, r));

            Assert.Equal((Customers, 2 * Customers), (counts.Customers, counts.Events));
            waits.Add(counts.MeanWait);
        }

        Formula.Agrees(ErlangWait, waits);
    }

    [Fact]
    public void Textbook_AgreesWithErlangC()
    {
        Tally waits = new();
        for (int r = 0; r < Replications; r++)
        {
            QueueCounts counts = new TextbookQueue(Customers, seed: r + 1).Run();

            Assert.Equal((Customers, 2 * Customers), (counts.Customers, counts.Events));
            waits.Add(counts.MeanWait);
        }

        Formula.Agrees(ErlangWait, waits);
    }

    [Fact]
    public void Run_Again_IsTheSameAndAllocatesNothing()
    {
        QueueWorkload queue = new(Customers);
        QueueCounts first = queue.Run(new RandomStream(7, 0));
        long before = GC.GetAllocatedBytesForCurrentThread();
        QueueCounts second = queue.Run(new RandomStream(7, 0));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(first, second);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void New_TooManyOrNone_Refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new QueueWorkload(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QueueWorkload(QueueWorkload.MostCustomers + 1));
    }

    [Fact]
    public void Run_AsManyAsTheClockHolds_ServesAll() =>
        Assert.Equal(QueueWorkload.MostCustomers, new QueueWorkload(QueueWorkload.MostCustomers).Run(new RandomStream(1, 0)).Customers);
}
