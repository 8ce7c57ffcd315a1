using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CareFlowSim.Kernel;

/// <summary>
/// Sorts keys (time, entity) whose times lie in one known stretch of time: scatters them over cells that hold a few keys each, then sorts each cell by
/// counting for every key how many are smaller, without a branch.
/// </summary>
internal sealed class KeySorter
{
    /// <summary>Room that must follow the keys.</summary>
    public const int Padding = Lane;

    private const int Lane = 16;
    private const int Small = 2 * Lane;
    private const int KeysPerCellBits = 3;

    // As many ones less than nothing as a key has predecessors: read from further left, the more there are.
    private static readonly long[] s_predecessors = [.. Enumerable.Repeat(-1L, Small), .. Enumerable.Repeat(0L, Small)];

    private readonly long[] _few = new long[Small];
    private int[] _ends = [];
    private long[] _scratch = [];

    /// <summary>Sorts keys whose upper halves lie in [from, from + 2^bits).</summary>
    /// <param name="room">The keys, followed by at least <see cref="Padding"/> places with anything in them.</param>
    /// <param name="count">Number of keys.</param>
    /// <param name="from">Time in seconds at which the stretch begins.</param>
    /// <param name="bits">Length of the stretch as a power of two of seconds.</param>
    public void Sort(Span<long> room, int count, int from, int bits)
    {
        Debug.Assert(room.Length >= count + Padding, "The keys must be followed by some room.");
        if (count <= Small)
        {
            SortFew(room, count);
            return;
        }

        int cellBits = Math.Min(bits, Math.Max(1, int.Log2(count) - KeysPerCellBits));
        int shift = bits - cellBits;
        int cells = 1 << cellBits;
        if (_ends.Length < cells + 1)
        {
            _ends = new int[cells + 1];
        }

        if (_scratch.Length < count)
        {
            _scratch = new long[(int)BitOperations.RoundUpToPowerOf2((uint)count)];
        }

        Span<int> ends = _ends.AsSpan(0, cells + 1);
        ends.Clear();
        Span<long> scratch = _scratch.AsSpan(0, count);
        for (int i = 0; i < scratch.Length; i++)
        {
            long key = room[i];
            scratch[i] = key;
            ends[(((int)(key >> 32) - from) >> shift) + 1]++;
        }

        for (int cell = 1; cell < ends.Length; cell++)
        {
            ends[cell] += ends[cell - 1];
        }

        foreach (long key in scratch)
        {
            room[ends[((int)(key >> 32) - from) >> shift]++] = key;
        }

        int start = 0;
        for (int cell = 0; cell < cells; cell++)
        {
            int end = ends[cell];
            if (end - start <= Small)
            {
                SortFew(room[start..], end - start);
            }
            else
            {
                room[start..end].Sort();
            }

            start = end;
        }
    }

    private void SortFew(Span<long> room, int count)
    {
        if (count < 2)
        {
            return;
        }

        if (!Vector512.IsHardwareAccelerated)
        {
            InsertionSort(room[..count]);
        }
        else if (count <= Lane)
        {
            RankLane(room, count);
        }
        else
        {
            RankTwoLanes(room[..count]);
        }
    }

    // The rank of a key is how many are smaller, or equal and before it: smaller than the key, or than the key and one for those before it.

    /// <summary>Up to sixteen keys. Reads what follows them and leaves it alone.</summary>
    private void RankLane(Span<long> room, int count)
    {
        Debug.Assert(room.Length >= Lane, "A lane must be readable.");
        ref long keys = ref MemoryMarshal.GetReference(room);
        Vector512<long> a = Vector512.LoadUnsafe(ref keys);
        Vector512<long> b = Vector512.LoadUnsafe(ref keys, 8);
        ref long copy = ref MemoryMarshal.GetArrayDataReference(_few);
        a.StoreUnsafe(ref copy);
        b.StoreUnsafe(ref copy, 8);
        ref long predecessors = ref s_predecessors[Small];
        uint present = (1u << count) - 1;
        for (int i = 0; i < count; i++)
        {
            long key = Unsafe.Add(ref copy, i);
            ref long shift = ref Unsafe.Add(ref predecessors, -i);
            ulong smaller = Smaller(a, key, ref shift, 0) | (Smaller(b, key, ref shift, 8) << 8);
            Unsafe.Add(ref keys, BitOperations.PopCount((uint)smaller & present)) = key;
        }
    }

    /// <summary>Up to thirty-two keys.</summary>
    private void RankTwoLanes(Span<long> keys)
    {
        Array.Fill(_few, long.MaxValue);
        keys.CopyTo(_few);
        ref long copy = ref MemoryMarshal.GetArrayDataReference(_few);
        Vector512<long> a = Vector512.LoadUnsafe(ref copy);
        Vector512<long> b = Vector512.LoadUnsafe(ref copy, 8);
        Vector512<long> c = Vector512.LoadUnsafe(ref copy, 16);
        Vector512<long> d = Vector512.LoadUnsafe(ref copy, 24);
        ref long predecessors = ref s_predecessors[Small];
        for (int i = 0; i < keys.Length; i++)
        {
            long key = Unsafe.Add(ref copy, i);
            ref long shift = ref Unsafe.Add(ref predecessors, -i);
            ulong smaller = Smaller(a, key, ref shift, 0) | (Smaller(b, key, ref shift, 8) << 8) | (Smaller(c, key, ref shift, 16) << 16) | (Smaller(d, key, ref shift, 24) << 24);
            keys[BitOperations.PopCount(smaller)] = key;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Smaller(Vector512<long> keys, long key, ref long shift, nuint at) =>
        Vector512.LessThan(keys, Vector512.Create(key) - Vector512.LoadUnsafe(ref shift, at)).ExtractMostSignificantBits();

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
