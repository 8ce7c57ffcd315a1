using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Theory;

/// <summary>Two classes at one server without pre-emption: Cobham (1954), "Priority assignment in waiting line problems".</summary>
public sealed class PriorityTests
{
    private const int Replications = 20;
    private const double First = 0.3;
    private const double Second = 0.4;
    private const int Absolute = int.MaxValue;

    [Fact]
    public void AbsolutePriority_MeanWaits_AreCobhams()
    {
        (Tally first, Tally second) = Simulate([Absolute, 0]);

        double residual = First + Second;
        Formula.Agrees(residual / (1 - First), first);
        Formula.Agrees(residual / ((1 - First) * (1 - First - Second)), second);
    }

    [Fact]
    public void EqualCredit_MeanWaits_AreThoseOfOneLine()
    {
        (Tally first, Tally second) = Simulate([0, 0]);

        double wait = (First + Second) / (1 - First - Second);
        Formula.Agrees(wait, first);
        Formula.Agrees(wait, second);
    }

    private static (Tally First, Tally Second) Simulate(int[] credit)
    {
        Tally first = new();
        Tally second = new();
        for (int replication = 0; replication < Replications; replication++)
        {
            StationRun run = new(1, 2, 2_000)
            {
                ArrivalsPerHour = [First, Second],
                Service = u => Quantile.Exponential(u, 1),
                Credit = credit,
            };
            run.Run(new RandomStream(104, replication), warmUpDays: 40);
            first.Add(run.Wait[0].Mean);
            second.Add(run.Wait[1].Mean);
        }

        return (first, second);
    }
}
