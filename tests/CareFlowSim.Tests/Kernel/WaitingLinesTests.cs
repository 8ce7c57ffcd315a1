using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class WaitingLinesTests
{
    [Fact]
    public void Join_FirstComeFirstServed()
    {
        WaitingLines lines = new(2, 5);
        lines.Join(1, 3, 10);
        lines.Join(1, 0, 20);
        lines.Join(1, 4, 30);
        lines.JoinFront(1, 2, 40);

        Assert.Equal([2, 3, 0, 4], Members(lines, 1));
        Assert.Equal((4, 0, -1), (lines.Length(1), lines.Length(0), lines.First(0)));
        Assert.Equal((1, -1, 40), (lines.LineOf(2), lines.LineOf(1), lines.Since(2)));
    }

    [Fact]
    public void Leave_FromAnywhere_ClosesTheGap()
    {
        WaitingLines lines = new(1, 5);
        for (int i = 0; i < 5; i++)
        {
            lines.Join(0, i, i);
        }

        lines.Leave(2);
        lines.Leave(0);
        lines.Leave(4);
        lines.Leave(4);
        Assert.Equal([1, 3], Members(lines, 0));
        lines.Join(0, 0, 9);
        Assert.Equal([1, 3, 0], Members(lines, 0));
    }

    [Fact]
    public void TakeFirst_UntilNobodyIsLeft()
    {
        WaitingLines lines = new(2, 5);
        lines.Join(1, 3, 10);
        lines.Join(1, 0, 20);

        Assert.Equal((3, -1, 10, 1), (lines.TakeFirst(1), lines.LineOf(3), lines.Since(3), lines.Length(1)));
        lines.Join(1, 3, 30);
        Assert.Equal([0, 3], Members(lines, 1));
        Assert.Equal((0, 3, -1, -1), (lines.TakeFirst(1), lines.TakeFirst(1), lines.TakeFirst(1), lines.TakeFirst(0)));
        lines.Join(1, 4, 40);
        Assert.Equal([4], Members(lines, 1));
    }

    [Fact]
    public void Reset_SomeStillWait_EmptiesTheLines()
    {
        WaitingLines lines = new(2, 5);
        lines.Join(1, 3, 10);
        lines.Join(0, 4, 20);
        lines.Reset(1, 5);

        Assert.Equal((-1, -1, -1, 0), (lines.First(0), lines.LineOf(3), lines.LineOf(4), lines.Length(0)));
    }

    [Fact]
    public void FirstOf_CreditsShiftTheOrder_TiesGoToTheEarlierClass()
    {
        WaitingLines lines = new(4, 6);
        Assert.Equal(-1, lines.FirstOf(1, 3, [0, 0, 0]));
        lines.Join(1, 0, 100);
        lines.Join(2, 1, 90);
        lines.Join(3, 2, 80);
        lines.Join(0, 3, 1);

        Assert.Equal(2, lines.FirstOf(1, 3, [0, 0, 0]));
        Assert.Equal(0, lines.FirstOf(1, 3, [20, 0, 0]));
        Assert.Equal(0, lines.FirstOf(1, 3, [20, 10, 0]));
        Assert.Equal(1, lines.FirstOf(1, 3, [int.MinValue, int.MaxValue, 0]));
        Assert.Equal(0, lines.FirstOf(1, 1, [0]));
    }

    [Fact]
    public void RandomMoves_MatchLists()
    {
        const int Lines = 7;
        const int Entities = 60;
        Random random = new(12);
        WaitingLines lines = new(1, 1);
        lines.Reset(Lines, Entities);
        List<int>[] reference = [.. Enumerable.Range(0, Lines).Select(_ => new List<int>())];
        for (int step = 0; step < 5_000; step++)
        {
            int entity = random.Next(Entities);
            int line = random.Next(Lines);
            if (lines.LineOf(entity) >= 0)
            {
                reference[lines.LineOf(entity)].Remove(entity);
                lines.Leave(entity);
            }
            else if (random.Next(4) > 0)
            {
                lines.Join(line, entity, step);
                reference[line].Add(entity);
            }
            else
            {
                lines.JoinFront(line, entity, step);
                reference[line].Insert(0, entity);
            }

            Assert.Equal(reference[line], Members(lines, line));
            Assert.Equal(reference[line].Count, lines.Length(line));
        }
    }

    [Fact]
    public void Reset_EmptiesWithoutAllocating()
    {
        WaitingLines lines = new(3, 50);
        lines.Join(2, 49, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        lines.Reset(2, 20);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal((-1, 0, -1), (lines.First(1), lines.Length(1), lines.LineOf(19)));
        Assert.Throws<ArgumentOutOfRangeException>(() => lines.Reset(-1, 1));
    }

    private static List<int> Members(WaitingLines lines, int line)
    {
        List<int> members = [];
        for (int entity = lines.First(line); entity >= 0; entity = lines.After(entity))
        {
            members.Add(entity);
        }

        return members;
    }

    [Fact]
    public void CopyFrom_KeepsTheOrderAndForgetsItsOwn()
    {
        WaitingLines lines = new(2, 10);
        lines.Join(0, 3, 5);
        lines.Join(0, 7, 6);
        lines.Join(1, 1, 7);
        lines.JoinFront(0, 9, 1);
        WaitingLines copy = new(3, 20);
        copy.Join(2, 15, 1);
        copy.Join(0, 3, 1);

        copy.CopyFrom(lines);
        lines.Leave(9);

        Assert.Equal([9, 3, 7], [copy.First(0), copy.After(9), copy.After(3)]);
        Assert.Equal((3, 1, 6), (copy.Length(0), copy.Length(1), copy.Since(7)));
        Assert.Equal(-1, copy.LineOf(15));
        Assert.Equal(3, lines.First(0));
    }

    [Fact]
    public void Grow_KeepsWhoWaits()
    {
        WaitingLines lines = new(1, 2);
        lines.Join(0, 1, 5);
        lines.Grow(50);
        lines.Join(0, 40, 6);

        Assert.Equal(1, lines.TakeFirst(0));
        Assert.Equal(40, lines.TakeFirst(0));
        Assert.Equal(-1, lines.LineOf(7));
    }
}
