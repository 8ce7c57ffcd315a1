using CareFlowSim.Model;
using Xunit;
using Xunit.Abstractions;

namespace CareFlowSim.Tests.Theory;

/// <summary>Several beds with one line, by scenario file.</summary>
public sealed class LineScenarioTests(ITestOutputHelper output)
{
    [Fact]
    public void NobodyMayWait_ShareTurnedAway_IsErlangB_WhateverTheStays()
    {
        TheoryRun run = new("erlang-b", output);
        double lost = Formula.ErlangB(5, 4);
        foreach (string place in (string[])["exponential", "lognormal", "gamma", "fixed"])
        {
            run.Agrees(lost, place, PathwayMeasure.TurnedAwayShare);
            run.Agrees(4 * (1 - lost), place, PathwayMeasure.MeanOccupied);
        }
    }

    [Fact]
    public void AllMayWait_ShareAndLengthOfWaits_AreErlangC()
    {
        TheoryRun run = new("erlang-c", output);
        foreach ((string place, int servers, double offered) in ((string, int, double)[])[("one", 1, 0.7), ("three", 3, 2.4), ("ten", 10, 8.5)])
        {
            double share = Formula.ErlangC(servers, offered);
            run.Agrees(share, place, PathwayMeasure.WaitShare);
            run.Agrees(share / (servers - offered), place, PathwayMeasure.MeanWait);
            run.Agrees(share / (servers - offered), place, PathwayMeasure.MeanCapacityDelay);
            run.Agrees(offered * share / (servers - offered), place, PathwayMeasure.MeanWaiting);
            run.Agrees(offered / servers, place, PathwayMeasure.Utilisation);

            // Beyond 0 the wait is exponential: nine of ten have come in by then.
            run.Agrees(Math.Log(share / 0.1) / (servers - offered), place, PathwayMeasure.Wait90);
        }
    }

    [Fact]
    public void SomeLosePatienceOrDie_NumberWaitingAndShareThatLeaves_AreErlangA()
    {
        TheoryRun run = new("erlang-a", output);
        (double waiting, double leave, double waitOfServed) = FlowFormula.ErlangA(5, 6, 1, 0.5);
        foreach ((string place, PathwayMeasure gone) in ((string, PathwayMeasure)[])[("beds", PathwayMeasure.Left), ("beds for the frail", PathwayMeasure.Died)])
        {
            run.Agrees(waiting, place, PathwayMeasure.MeanWaiting);
            run.Agrees(6 * leave * run.Days, place, gone);
            run.Agrees(waitOfServed, place, PathwayMeasure.WaitShare);
            run.Agrees(6 * (1 - leave), place, PathwayMeasure.MeanOccupied);
        }
    }

    [Fact]
    public void FourMayWait_ShareTurnedAwayAndNumberWaiting_AreThoseOfTheChain()
    {
        TheoryRun run = new("limited-line", output);
        double[] p = FlowFormula.BirthDeath(7, _ => 4, n => Math.Min(n, 3));
        run.Agrees(p[7], "beds", PathwayMeasure.TurnedAwayShare);
        run.Agrees(p.Select((share, n) => share * Math.Max(0, n - 3)).Sum(), "beds", PathwayMeasure.MeanWaiting);
        run.Agrees(p.Select((share, n) => share * Math.Min(n, 3)).Sum(), "beds", PathwayMeasure.MeanOccupied);
    }

    [Fact]
    public void ClosedPopulation_NumberIllAndEpisodes_AreThoseOfTheChain()
    {
        TheoryRun run = new("finite-population", output);
        double[] p = FlowFormula.BirthDeath(8, ill => (8 - ill) * 0.2, ill => Math.Min(ill, 2) * 0.7);
        double ill = p.Select((share, n) => share * n).Sum();
        run.Agrees(p.Select((share, n) => share * Math.Min(n, 2)).Sum(), "beds", PathwayMeasure.MeanOccupied);
        run.Agrees(p.Select((share, n) => share * Math.Max(0, n - 2)).Sum(), "beds", PathwayMeasure.MeanWaiting);
        run.Agrees((8 - ill) * 0.2 * run.Days, null, PathwayMeasure.Arrivals);
    }
}
