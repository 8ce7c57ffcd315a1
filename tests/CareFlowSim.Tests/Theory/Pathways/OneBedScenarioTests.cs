using CareFlowSim.Model;
using Xunit;
using Xunit.Abstractions;

namespace CareFlowSim.Tests.Theory;

/// <summary>One bed, and one bed after another, by scenario file.</summary>
public sealed class OneBedScenarioTests(ITestOutputHelper output)
{
    [Fact]
    public void MeanWait_IsPollaczekKhinchine()
    {
        TheoryRun run = new("pollaczek-khinchine", output);
        foreach ((string place, double variance) in ((string, double)[])[("fixed", 0), ("uniform", 1.6 * 1.6 / 12), ("gamma", 0.25), ("lognormal", 1.69)])
        {
            run.Agrees(FlowFormula.PollaczekKhinchine(0.6, 1, variance), place, PathwayMeasure.MeanWait);
            run.Agrees(0.6, place, PathwayMeasure.WaitShare);
        }
    }

    [Fact]
    public void PairsAndAppointments_MeanWaits_AreThoseOfBatchesAndOfEqualDistances()
    {
        TheoryRun run = new("batches", output);
        run.Agrees(FlowFormula.Batches(0.3, 2), "bed for pairs", PathwayMeasure.MeanWait);
        double share = FlowFormula.WaitShareOfAppointments(40.0 / 24);
        run.Agrees(share, "bed by appointment", PathwayMeasure.WaitShare);
        run.Agrees(share / (1 - share), "bed by appointment", PathwayMeasure.MeanWait);
    }

    [Fact]
    public void TwoClasses_MeanWaits_AreCobhams()
    {
        TheoryRun run = new("priority", output);
        const double Urgent = 0.3;
        const double Standard = 0.4;
        const double Residual = Urgent + Standard;
        run.Agrees(Residual / (1 - Urgent), "bed", PathwayMeasure.MeanWait, "urgent");
        run.Agrees(Residual / ((1 - Urgent) * (1 - Urgent - Standard)), "bed", PathwayMeasure.MeanWait, "standard");
        run.Agrees(Residual / (1 - Residual), "plain bed", PathwayMeasure.MeanWait, "urgent");
        run.Agrees(Residual / (1 - Residual), "plain bed", PathwayMeasure.MeanWait, "standard");
    }

    [Theory]
    [InlineData("no list", 2, 1.5, 0.8, 0)]
    [InlineData("short list", 1, 1, 1, 3)]
    [InlineData("long list", 0.45, 1, 1, 120)]
    public void TwoBedsInTandem_BlockingWaitingAndThroughput_AreThoseOfTheChain(string name, double arrivals, double first, double second, int line)
    {
        TheoryRun run = new("tandem", output);
        (double turnedAway, double blocked, double waiting, double perDay) = FlowFormula.Tandem(arrivals, first, second, line);
        run.Agrees(blocked * run.Days, name + " first", PathwayMeasure.BlockedDays);
        run.Agrees(perDay * run.Days, name + " second", PathwayMeasure.Departures);
        if (name != "long list")
        {
            run.Agrees(turnedAway, name + " first", PathwayMeasure.TurnedAwayShare);
        }

        if (name != "no list")
        {
            run.Agrees(waiting, name + " first", PathwayMeasure.MeanWaiting);
        }
    }
}
