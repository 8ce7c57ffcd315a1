using System.Runtime.Intrinsics.X86;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class NearKeysTests
{
    [Theory]
    [InlineData(4, 50)]
    [InlineData(12, 50)]
    [InlineData(NearKeys.Room, 50)]
    [InlineData(60, 50)]
    [InlineData(60, 1_000_000)]
    public void PushAndPop_ComeInOrder_WithRepeats(int most, int spread)
    {
        NearKeys keys = new();
        PriorityQueue<long, long> reference = new();
        Random random = new(most + spread);
        long now = 0;
        for (int step = 0; step < 20_000; step++)
        {
            if (reference.Count < most && (random.Next(2) == 0 || reference.Count == 0))
            {
                long key = now + random.Next(spread);
                keys.Push(key);
                reference.Enqueue(key, key);
            }
            else
            {
                now = reference.Dequeue();
                Assert.Equal(now, keys.First);
                keys.Pop();
            }

            Assert.Equal(reference.Count, keys.Count);
            Assert.Equal(reference.Count == 0 ? long.MaxValue : reference.Peek(), keys.First);
        }
    }

    [Fact]
    public void IsFull_UntilTheHeapIsEmpty()
    {
        NearKeys keys = new();
        for (int i = 0; i < NearKeys.Room; i++)
        {
            Assert.False(keys.IsFull);
            keys.Push(100 - i);
        }

        Assert.True(keys.IsFull);
        keys.Push(50);
        keys.Pop();
        Assert.True(keys.IsFull);
        Assert.Equal((NearKeys.Room, 85L), (keys.Count, keys.First));
        keys.Clear();
        Assert.Equal((0, long.MaxValue, false), (keys.Count, keys.First, keys.IsFull));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(1)]
    public void Insert_SoManyPlacesAtATime_KeepsTheOrder(int places)
    {
        if (places == 8 ? !Avx512F.IsSupported : places == 4 && !Avx2.IsSupported)
        {
            places = 1;
        }

        NearKeys keys = new();
        List<long> expected = [];
        Random random = new(places);
        for (int step = 0; step < 5_000; step++)
        {
            if (expected.Count < NearKeys.Room && (random.Next(2) == 0 || expected.Count == 0))
            {
                long key = random.Next(100);
                Insert(ref keys, key, places);
                expected.Add(key);
                expected.Sort();
            }
            else
            {
                Assert.Equal(expected[0], keys.First);
                keys.Pop();
                expected.RemoveAt(0);
            }

            Assert.Equal(expected.Count == 0 ? long.MaxValue : expected[0], keys.First);
            Assert.Equal(expected.Count, keys.Count);
        }
    }

    private static void Insert(ref NearKeys keys, long key, int places)
    {
        switch (places)
        {
            case 8:
                keys.InsertByEights(key);
                break;
            case 4:
                keys.InsertByFours(key);
                break;
            default:
                keys.InsertOneByOne(key);
                break;
        }
    }
}
