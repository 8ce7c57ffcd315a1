using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class KeySorterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(1_000)]
    [InlineData(70_000)]
    public void Sort_KeysOfOneStretch_AreSorted(int count)
    {
        Random random = new(count);
        KeySorter sorter = new();
        foreach (int spread in (int[])[1, 300, 1 << 14])
        {
            const int From = 5 << 14;
            long[] keys = [.. Enumerable.Range(0, count).Select(_ => ((long)(From + random.Next(spread)) << 32) | (uint)random.Next(100_000))];
            long[] expected = [.. keys.Order()];

            sorter.Sort(keys, From, 14);

            Assert.Equal(expected, keys);
        }
    }
}
