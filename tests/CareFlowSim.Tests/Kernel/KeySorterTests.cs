using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class KeySorterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1_000)]
    [InlineData(70_000)]
    public void Sort_KeysOfOneStretch_AreSorted(int count)
    {
        Random random = new(count);
        KeySorter sorter = new();
        foreach (int spread in (int[])[1, 3, 300, 1 << 14])
        {
            const int From = 5 << 14;
            long[] keys = [.. Enumerable.Range(0, count).Select(_ => ((long)(From + random.Next(spread)) << 32) | (uint)random.Next(spread == 3 ? 3 : 100_000))];
            long[] expected = [.. keys.Order()];

            long[] room = [.. keys, .. Enumerable.Repeat(-1L, KeySorter.Padding)];
            sorter.Sort(room, count, From, 14);

            Assert.Equal(expected, room[..count]);
        }
    }
}
