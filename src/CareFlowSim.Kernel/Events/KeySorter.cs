namespace CareFlowSim.Kernel;

/// <summary>Sorts keys (time, entity) whose times lie in one known stretch of time: scatters them over about as many cells as there are keys, then sorts each small cell.</summary>
internal sealed class KeySorter
{
    private const int Small = 24;

    private int[] _ends = [];
    private long[] _scratch = [];

    /// <summary>Sorts keys whose upper halves lie in [from, from + 2^bits).</summary>
    public void Sort(Span<long> keys, int from, int bits)
    {
        int count = keys.Length;
        if (count <= Small)
        {
            InsertionSort(keys);
            return;
        }

        int cellBits = Math.Min(bits, int.Log2(count));
        int shift = bits - cellBits;
        int cells = 1 << cellBits;
        if (_ends.Length < cells + 1)
        {
            _ends = new int[cells + 1];
        }

        if (_scratch.Length < count)
        {
            _scratch = new long[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count)];
        }

        Span<int> ends = _ends.AsSpan(0, cells + 1);
        ends.Clear();
        Span<long> scratch = _scratch.AsSpan(0, count);
        for (int i = 0; i < keys.Length; i++)
        {
            long key = keys[i];
            scratch[i] = key;
            ends[(((int)(key >> 32) - from) >> shift) + 1]++;
        }

        for (int cell = 1; cell < ends.Length; cell++)
        {
            ends[cell] += ends[cell - 1];
        }

        foreach (long key in scratch)
        {
            keys[ends[((int)(key >> 32) - from) >> shift]++] = key;
        }

        int start = 0;
        for (int cell = 0; cell < cells; cell++)
        {
            int end = ends[cell];
            if (end - start > 1)
            {
                SortCell(keys[start..end]);
            }

            start = end;
        }
    }

    private static void SortCell(Span<long> keys)
    {
        if (keys.Length <= Small)
        {
            InsertionSort(keys);
        }
        else
        {
            keys.Sort();
        }
    }

    private static void InsertionSort(Span<long> keys)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            long key = keys[i];
            int j = i - 1;
            while (j >= 0 && keys[j] > key)
            {
                keys[j + 1] = keys[j];
                j--;
            }

            keys[j + 1] = key;
        }
    }
}
