using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class KeyHeapTests
{
    [Fact]
    public void PushAndPop_ComeInOrder_WithRepeats()
    {
        KeyHeap heap = new();
        PriorityQueue<long, long> reference = new();
        Random random = new(3);
        for (int step = 0; step < 20_000; step++)
        {
            if (random.Next(100) < 55 || reference.Count == 0)
            {
                long key = random.Next(500);
                heap.Push(key);
                reference.Enqueue(key, key);
            }
            else
            {
                Assert.Equal(reference.Dequeue(), heap.First);
                heap.Pop();
            }

            Assert.Equal(reference.Count, heap.Count);
        }

        heap.Clear();
        Assert.Equal((0, long.MaxValue), (heap.Count, heap.First));
        heap.Push(4);
        heap.Push(2);
        heap.Pop();
        heap.Pop();
        Assert.Equal(long.MaxValue, heap.First);
    }
}
