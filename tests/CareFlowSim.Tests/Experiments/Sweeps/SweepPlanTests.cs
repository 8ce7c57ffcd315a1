using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Sweeps;

public sealed class SweepPlanTests
{
    private static SweepInput Levels(string name, params double[] levels) => new() { Name = name, Path = name, Levels = [.. levels.Select(l => new SweepValue(l))] };

    private static SweepInput Range(string name, double low, double high) => new() { Name = name, Path = name, Low = low, High = high };

    private static SweepPlan Of(SweepDesign design, params SweepInput[] inputs) => SweepPlan.Create(inputs, design, [], []);

    [Fact]
    public void Grid_EveryCombination_LastInputFastest()
    {
        SweepPlan plan = Of(new SweepDesign(SweepDesignKind.Grid, 0, 0, 1), Levels("a", 1, 2), Levels("b", 10, 20, 30));

        (int, double, double)[] expected = [(1, 1, 10), (2, 1, 20), (3, 1, 30), (4, 2, 10), (5, 2, 20), (6, 2, 30)];
        Assert.Equal(expected, plan.Cells.Select(c => (c.Number, c.Values[0].Number, c.Values[1].Number)));
    }

    [Fact]
    public void Conditions_DropCells_AndNumbersHaveNoGaps()
    {
        SweepInput[] inputs = [Levels("a", 1, 2), Levels("b", 1, 2)];
        SweepPlan plan = SweepPlan.Create(inputs, new SweepDesign(SweepDesignKind.Grid, 0, 0, 1), [], [SweepCondition.Read("a + b <= 3", ["a", "b"])]);

        Assert.Equal(1, plan.Dropped);
        Assert.Equal([1, 2, 3], plan.Cells.Select(c => c.Number));
        Assert.DoesNotContain(plan.Cells, c => c.Values[0].Number == 2 && c.Values[1].Number == 2);
    }

    [Fact]
    public void LatinHypercube_EachStratumOfEachInputOnce()
    {
        SweepPlan plan = Of(new SweepDesign(SweepDesignKind.LatinHypercube, 8, 0, 3), Range("a", 0, 8), Range("b", 0, 8));

        Assert.All(new[] { 0, 1 }, i => Assert.Equal(Enumerable.Range(0, 8), plan.Cells.Select(c => (int)c.Values[i].Number).Order()));
    }

    [Fact]
    public void Sobol_PowerOfTwo_OnePointInEachHalf()
    {
        SweepPlan plan = Of(new SweepDesign(SweepDesignKind.Sobol, 16, 0, 3), Range("a", 0, 1), Range("b", 0, 1));

        Assert.Equal(16, plan.Cells.Count);
        Assert.All(new[] { 0, 1 }, i => Assert.Equal(8, plan.Cells.Count(c => c.Values[i].Number < 0.5)));
    }

    [Fact]
    public void Morris_EachStepMovesTheInputItNames()
    {
        SweepPlan plan = Of(new SweepDesign(SweepDesignKind.Morris, 5, 4, 1), Range("a", 0, 1), Range("b", 5, 9), Range("c", -1, 1));

        Assert.Equal(5 * 4, plan.Cells.Count);
        foreach (SweepCell[] trajectory in plan.Cells.Chunk(4))
        {
            Assert.Equal([0, 1, 2, 3], trajectory.Select(c => c.Step));
            Assert.Equal(["a", "b", "c"], trajectory.Skip(1).Select(c => c.Moved!).Order(StringComparer.Ordinal));
            for (int s = 1; s < 4; s++)
            {
                Assert.Equal([trajectory[s].Moved], plan.Inputs.Where((_, i) => trajectory[s].Values[i] != trajectory[s - 1].Values[i]).Select(i => i.Name));
            }
        }
    }

    [Fact]
    public void Saltelli_MixedRowsTakeOneInputFromB()
    {
        SweepPlan plan = Of(new SweepDesign(SweepDesignKind.Saltelli, 4, 0, 1), Range("a", 0, 1), Range("b", 0, 1));

        Assert.Equal(4 * 4, plan.Cells.Count);
        foreach (SweepCell mixed in plan.Cells.Where(c => c.Role == "AB"))
        {
            SweepCell a = plan.Cells.Single(c => c.Role == "A" && c.Row == mixed.Row);
            SweepCell b = plan.Cells.Single(c => c.Role == "B" && c.Row == mixed.Row);
            int moved = mixed.Moved == "a" ? 0 : 1;
            Assert.Equal(b.Values[moved], mixed.Values[moved]);
            Assert.Equal(a.Values[1 - moved], mixed.Values[1 - moved]);
        }
    }

    [Fact]
    public void OneAtATime_EndsOfRangesAndLevels()
    {
        SweepPlan plan = Of(new SweepDesign(SweepDesignKind.OneAtATime, 0, 0, 1), Range("a", 0, 10), Levels("b", 1, 2, 3));

        (string?, string?, double, double)[] expected = [("centre", null, 5, 2), ("low", "a", 0, 2), ("high", "a", 10, 2), ("low", "b", 5, 1), ("high", "b", 5, 3)];
        Assert.Equal(expected, plan.Cells.Select(c => (c.Role, c.Moved, c.Values[0].Number, c.Values[1].Number)));
    }

    [Fact]
    public void Parts_HoldEveryCellOnce_AndGroupsShareTheirBaseline()
    {
        SweepPlan plan = Of(new SweepDesign(SweepDesignKind.Grid, 0, 0, 1), Levels("lever", 1, 2, 3, 4, 5), Levels("parameter", 1, 2, 3));

        IReadOnlyList<SweepPart> parts = plan.Parts([true, false], 4);

        Assert.Equal(Enumerable.Range(1, 15), parts.SelectMany(p => p.Cells).Select(c => c.Number).Order());
        Assert.Equal(Enumerable.Range(1, parts.Count), parts.Select(p => p.Number));
        Assert.All(parts, p => Assert.InRange(p.Cells.Count, 1, 4));
        Assert.All(parts.SelectMany(p => p.Groups), g => Assert.Single(g.Select(c => c.Values[1]).Distinct()));
        Assert.Contains(parts.SelectMany(p => p.Groups), g => g.Count == 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Shards_ShareThePartsOutWithoutOverlap(int count)
    {
        int[] taken = [.. Enumerable.Range(1, 40).Select(part => Enumerable.Range(1, count).Count(i => new SweepShard(i, count).Has(part)))];

        Assert.All(taken, n => Assert.Equal(1, n));
    }

    [Fact]
    public void TooManyCells_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Of(new SweepDesign(SweepDesignKind.Morris, 10_000, 4, 1), [.. Enumerable.Range(0, 30).Select(i => Range("i" + i, 0, 1))]));
}
