using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class EventCalendarTests
{
    private const int Day = Clock.SecondsPerDay;

    [Fact]
    public void TryNext_AnyInsertionOrder_ComesByTimeThenEntity()
    {
        EventCalendar calendar = new(10, 10);
        calendar.Schedule(7, 3 * Day);
        calendar.Schedule(9, 5);
        calendar.Schedule(2, 3 * Day);
        calendar.Schedule(4, 0);

        Assert.Equal([(0, 4), (5, 9), (3 * Day, 2), (3 * Day, 7)], Drain(calendar));
    }

    [Fact]
    public void Schedule_Again_Replaces()
    {
        EventCalendar calendar = new(2, 10);
        calendar.Schedule(0, 100);
        calendar.Schedule(0, 50);
        calendar.Schedule(1, 20);
        calendar.Schedule(1, 5 * Day);

        Assert.Equal(50, calendar.DueOf(0));
        Assert.Equal([(50, 0), (5 * Day, 1)], Drain(calendar));
    }

    [Fact]
    public void Schedule_SameTimeTwice_HappensOnce()
    {
        EventCalendar calendar = new(1, 10);
        calendar.Schedule(0, 100);
        calendar.Schedule(0, 200);
        calendar.Schedule(0, 100);

        Assert.Equal([(100, 0)], Drain(calendar));
    }

    [Fact]
    public void Schedule_AtTheHorizon_LeavesNoEvent()
    {
        EventCalendar calendar = new(1, 2);
        calendar.Schedule(0, 10);
        calendar.Schedule(0, 2 * Day);

        Assert.Equal(int.MaxValue, calendar.DueOf(0));
        Assert.False(calendar.TryNext(out int at, out int entity));
        Assert.Equal((2 * Day, -1), (at, entity));
        calendar.Schedule(0, (2 * Day) - 1);
        Assert.Equal([((2 * Day) - 1, 0)], Drain(calendar));
    }

    [Fact]
    public void Cancel_PendingEvent_NeverHappens()
    {
        EventCalendar calendar = new(3, 2);
        calendar.Schedule(0, 10);
        calendar.Schedule(1, 11);
        calendar.Schedule(2, 12);
        calendar.TryNext(out _, out _);
        calendar.Cancel(1);

        Assert.Equal(int.MaxValue, calendar.DueOf(1));
        Assert.Equal([(12, 2)], Drain(calendar));
    }

    [Fact]
    public void Schedule_AtThePresentTime_HappensAtOnceAndOnce()
    {
        EventCalendar calendar = new(3, 2);
        calendar.Schedule(1, 10);
        calendar.Schedule(2, 10);
        Assert.True(calendar.TryNext(out _, out _));
        calendar.Schedule(1, 10);
        calendar.Schedule(0, 10);

        Assert.Equal([(10, 0), (10, 1), (10, 2)], Drain(calendar));
        Assert.Equal(10, calendar.Now);
    }

    [Fact]
    public void TryNextBefore_LimitReached_KeepsTheEvent()
    {
        EventCalendar calendar = new(2, 5);
        calendar.Schedule(0, 100);

        Assert.False(calendar.TryNextBefore(100, out int at, out int entity));
        Assert.Equal((100, -1), (at, entity));
        calendar.Schedule(1, 40);
        Assert.True(calendar.TryNextBefore(101, out at, out entity));
        Assert.Equal((40, 1), (at, entity));
        Assert.True(calendar.TryNextBefore(101, out at, out entity));
        Assert.Equal((100, 0), (at, entity));
    }

    [Fact]
    public void Coming_NamesThoseOfTheNextStretch()
    {
        EventCalendar calendar = new(100, 5, bucketsPerDay: 1);
        int length = 65_536;
        for (int i = 0; i < 100; i++)
        {
            calendar.Schedule(i, (i / 40 * length) + 1 + i);
        }

        int[] coming = new int[64];
        calendar.TryNext(out int at, out int entity);
        Assert.Equal((1, 0), (at, entity));
        Assert.Equal(40, calendar.Coming(coming));
        Assert.Equal(Enumerable.Range(40, 40), coming[..40].Order());
        int stretch = calendar.Stretch;
        while (calendar.TryNext(out _, out entity) && entity < 40)
        {
            Assert.Equal(stretch, calendar.Stretch);
        }

        Assert.NotEqual(stretch, calendar.Stretch);
        Assert.Equal(40, entity);
        Assert.Equal(Enumerable.Range(41, 39), calendar.Begun.ToArray().Select(key => (int)key));
        Assert.Equal(10, calendar.Coming(coming.AsSpan(0, 10)));
        Assert.All(coming[..10], e => Assert.InRange(e, 80, 99));
    }

    [Fact]
    public void CopyFrom_GoesOnAsTheOther()
    {
        EventCalendar calendar = new(500, 5);
        EventCalendar copy = new(3, 1);
        RandomStream luck = new(1, 0);
        for (uint i = 0; i < 500; i++)
        {
            calendar.Schedule((int)i, (int)(luck.For(i, 0, 0).U0 * 5 * Day));
        }

        for (int i = 0; i < 100; i++)
        {
            calendar.TryNext(out int at, out int entity);
            calendar.Schedule(entity, at + (entity * 50));
            calendar.Cancel(499 - i);
        }

        copy.CopyFrom(calendar);
        Assert.Equal((calendar.Now, calendar.Horizon), (copy.Now, copy.Horizon));
        bool more = true;
        for (int i = 0; more; i++)
        {
            more = calendar.TryNext(out int at, out int entity);
            Assert.Equal(more, copy.TryNext(out int copied, out int other));
            Assert.Equal((at, entity), (copied, other));
            Assert.True(i < 600);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(86_400)]
    public void RandomOperations_MatchASortedReference(int bucketsPerDay)
    {
        EventCalendar calendar = new(0, 0, bucketsPerDay);
        Random random = new(20_240 + bucketsPerDay);
        for (int run = 0; run < 6; run++)
        {
            int entities = random.Next(1, 200);
            int days = random.Next(1, 30);
            calendar.Reset(entities, days);
            CompareWithReference(calendar, random, entities, days * Day);
        }
    }

    [Fact]
    public void ManyEventsAtOneTime_ComeByEntity()
    {
        const int Entities = 5_000;
        EventCalendar calendar = new(Entities, 3);
        for (int i = 0; i < Entities; i++)
        {
            calendar.Schedule((i * 7) % Entities, Day + 8 * 3_600);
        }

        Assert.Equal(Enumerable.Range(0, Entities), Drain(calendar).Select(e => e.Entity));
    }

    [Fact]
    public void SteadyState_SecondRun_AllocatesNothing()
    {
        EventCalendar calendar = new(2_000, 100);
        RandomStream luck = new(11, 0);
        int first = Hold(calendar, luck);
        calendar.Reset(2_000, 100);
        Hold(calendar, luck);
        calendar.Reset(2_000, 100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int again = Hold(calendar, luck);
        calendar.Reset(1_000, 50);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first, again);
    }

    [Fact]
    public void Reset_InTheMiddleOfADay_LeavesNoTrace()
    {
        EventCalendar calendar = new(3, 2);
        calendar.Schedule(0, 100);
        calendar.Schedule(1, 10);
        calendar.Schedule(2, Day);
        calendar.TryNext(out _, out _);
        calendar.Schedule(1, 60);
        calendar.Reset(3, 2);
        Assert.Equal((0, int.MaxValue), (calendar.Now, calendar.DueOf(0)));
        calendar.Schedule(0, 100);
        calendar.Schedule(1, 60);
        calendar.Schedule(2, 50);

        Assert.Equal([(50, 2), (60, 1), (100, 0)], Drain(calendar));
    }

    [Fact]
    public void Constructor_FaultyArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar(1, Clock.MaxDays + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar(1, 1, -1));
    }

    private static void CompareWithReference(EventCalendar calendar, Random random, int entities, int horizon)
    {
        SortedSet<(int At, int Entity)> reference = [];
        int[] due = Enumerable.Repeat(int.MaxValue, entities).ToArray();
        int now = 0;
        int[] spreads = [1, 100, 20_000, Day, 10 * Day, 40 * Day];
        for (int step = 0; step < 4_000 && now < horizon; step++)
        {
            int entity = random.Next(entities);
            int choice = random.Next(10);
            if (choice < 5)
            {
                reference.Remove((due[entity], entity));
                int at = now + random.Next(spreads[random.Next(spreads.Length)]);
                calendar.Schedule(entity, at);
                due[entity] = at < horizon ? at : int.MaxValue;
                if (at < horizon)
                {
                    reference.Add((at, entity));
                }
            }
            else if (choice < 6)
            {
                reference.Remove((due[entity], entity));
                due[entity] = int.MaxValue;
                calendar.Cancel(entity);
            }
            else
            {
                int limit = random.Next(3) == 0 ? Math.Min(horizon, now + random.Next(Day)) : horizon;
                bool expected = reference.Count > 0 && reference.Min.At < limit;
                Assert.Equal(expected, calendar.TryNextBefore(limit, out int at, out int who));
                if (expected)
                {
                    Assert.Equal(reference.Min, (at, who));
                    reference.Remove((at, who));
                    due[who] = int.MaxValue;
                    now = at;
                }
            }

            Assert.Equal(due[entity], calendar.DueOf(entity));
            Assert.Equal(now, calendar.Now);
        }

        Assert.Equal(reference, Drain(calendar));
    }

    private static int Hold(EventCalendar calendar, RandomStream luck)
    {
        for (int i = 0; i < 2_000; i++)
        {
            calendar.Schedule(i, (int)(luck.For((uint)i, 0, 0).U0 * 20 * Day));
        }

        int check = 0;
        uint count = 0;
        while (calendar.TryNext(out int at, out int entity))
        {
            Draw draw = luck.For((uint)entity, 1, count++);
            calendar.Schedule(entity, at + (int)(draw.U0 * 5 * Day));
            calendar.Cancel((int)(draw.U1 * 2_000));
            calendar.Schedule((int)(draw.U2 * 2_000), at + (int)(draw.U3 * Day));
            check = unchecked((check * 31) + entity + at);
        }

        return check;
    }

    private static List<(int At, int Entity)> Drain(EventCalendar calendar)
    {
        List<(int, int)> events = [];
        while (calendar.TryNext(out int at, out int entity))
        {
            events.Add((at, entity));
        }

        return events;
    }

    /// <summary>Room made late neither brings back events of an earlier run nor disturbs those pending.</summary>
    [Fact]
    public void Grow_AddsEntitiesWithoutEvents()
    {
        EventCalendar calendar = new(100, 10);
        calendar.Schedule(99, 50);
        calendar.Reset(2, 10);
        calendar.Schedule(1, 20);
        calendar.Grow(200);
        Assert.Equal(int.MaxValue, calendar.DueOf(99));
        calendar.Schedule(150, 10);

        Assert.True(calendar.TryNext(out int first, out int who));
        Assert.Equal((10, 150), (first, who));
        Assert.True(calendar.TryNext(out first, out who));
        Assert.Equal((20, 1), (first, who));
        Assert.False(calendar.TryNext(out _, out _));
    }
}
