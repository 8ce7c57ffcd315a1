using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CareFlowSim.Kernel;

/// <summary>
/// Keys in order, smallest first, made for a few of them: up to <see cref="Room"/> lie sorted in two cache lines, and a new one is put between them without
/// a branch. Those that find no room wait in a heap. <see cref="long.MaxValue"/> stands for empty. Keys may repeat. A structure, so that its owner finds it
/// without a detour: not to be copied.
/// </summary>
internal unsafe struct NearKeys
{
    /// <summary>Keys that have room in the two cache lines.</summary>
    public const int Room = 16;

    private const int Half = Room / 2;
    private const int CacheLine = 64;
    private const int KeysPerLine = CacheLine / sizeof(long);

    // Pinned, so that the address stays; two lines of keys, two lines that are always empty, and what it takes to begin on a line.
    private readonly long[] _memory = GC.AllocateArray<long>(Room + Room + KeysPerLine - 1, pinned: true);
    private readonly long* _keys;
    private readonly KeyHeap _far = new();

    // Keys before the head are gone; all after the last are long.MaxValue. No key in the heap is smaller than one outside it.
    private int _head;
    private int _near;

    // As many keys as may lie outside the heap before the next one needs a closer look: all there is room for, or none while there are keys in the heap.
    private int _limit = Room;

    public NearKeys()
    {
        nint start = (nint)Unsafe.AsPointer(ref _memory[0]);
        _keys = (long*)((start + CacheLine - 1) & -CacheLine);
        Array.Fill(_memory, long.MaxValue);
    }

    /// <summary>The smallest key, or <see cref="long.MaxValue"/>.</summary>
    public readonly long First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _keys[_head];
    }

    /// <summary>Number of keys.</summary>
    public readonly int Count => _near + _far.Count;

    /// <summary>Whether the next key may have to go to the heap.</summary>
    public readonly bool IsFull
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _near >= _limit;
    }

    public void Clear()
    {
        Array.Fill(_memory, long.MaxValue);
        _head = 0;
        _near = 0;
        _limit = Room;
        _far.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pop()
    {
        _head++;
        if (--_near == _limit)
        {
            Refill();
        }
    }

    /// <summary>Adds a key, whether there is room or not.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Push(long key)
    {
        if (!IsFull)
        {
            Insert(key);
            return;
        }

        _limit = 0;
        long last = _keys[_head + _near - 1];
        if (key >= last)
        {
            _far.Push(key);
            return;
        }

        if (_near == Room)
        {
            // The last key falls off the end of the second line.
            _far.Push(last);
            _near--;
        }

        Insert(key);
    }

    /// <summary>Each place takes the larger of its left neighbour and the smaller of itself and the new key, after everything has moved to the front. Only while it is not full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Insert(long key)
    {
        if (Avx512F.IsSupported)
        {
            InsertByEights(key);
        }
        else if (Avx2.IsSupported)
        {
            InsertByFours(key);
        }
        else
        {
            InsertOneByOne(key);
        }
    }

    /// <summary><see cref="Insert"/>, eight places at a time; only where <see cref="Avx512F"/> is supported.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void InsertByEights(long key)
    {
        Vector512<long> none = Vector512.Create(long.MaxValue);
        long* keys = _keys;
        Vector512<long> low = Vector512.LoadAligned(keys);
        Vector512<long> high = Vector512.LoadAligned(keys + Half);
        Vector512<long> lowPlace = Vector512<long>.Indices + Vector512.Create((long)_head);
        Vector512<long> highPlace = lowPlace + Vector512.Create((long)Half);
        Vector512<long> end = Vector512.Create((long)Room);
        Vector512<long> lowMoved = Vector512.ConditionalSelect(
            Vector512.LessThan(lowPlace, end), Avx512F.PermuteVar8x64x2(low, lowPlace, high), none);
        Vector512<long> highMoved = Vector512.ConditionalSelect(
            Vector512.LessThan(highPlace, end), Avx512F.PermuteVar8x64x2(low, highPlace, high), none);
        Vector512<long> lowLeft = Avx512F.AlignRight64(lowMoved, Vector512.Create(long.MinValue), KeysPerLine - 1);
        Vector512<long> highLeft = Avx512F.AlignRight64(highMoved, lowMoved, KeysPerLine - 1);
        Vector512<long> added = Vector512.Create(key);
        Vector512.Max(lowLeft, Vector512.Min(lowMoved, added)).StoreAligned(keys);
        Vector512.Max(highLeft, Vector512.Min(highMoved, added)).StoreAligned(keys + Half);
        _head = 0;
        _near++;
    }

    /// <summary><see cref="Insert"/>, four places at a time; only where <see cref="Avx2"/> is supported. What lies behind the last place is empty, so it may be read.</summary>
    internal void InsertByFours(long key)
    {
        long* keys = _keys;
        long* from = keys + _head;
        Vector256<long> added = Vector256.Create(key);
        Vector256<long> moved0 = Vector256.Load(from);
        Vector256<long> moved1 = Vector256.Load(from + 4);
        Vector256<long> moved2 = Vector256.Load(from + 8);
        Vector256<long> moved3 = Vector256.Load(from + 12);
        Vector256<long> left0 = Avx2.Permute4x64(moved0, 0b10_01_00_00).WithElement(0, long.MinValue);
        Vector256<long> left1 = Vector256.Load(from + 3);
        Vector256<long> left2 = Vector256.Load(from + 7);
        Vector256<long> left3 = Vector256.Load(from + 11);
        Vector256.Max(left0, Vector256.Min(moved0, added)).StoreAligned(keys);
        Vector256.Max(left1, Vector256.Min(moved1, added)).StoreAligned(keys + 4);
        Vector256.Max(left2, Vector256.Min(moved2, added)).StoreAligned(keys + 8);
        Vector256.Max(left3, Vector256.Min(moved3, added)).StoreAligned(keys + 12);
        _head = 0;
        _near++;
    }

    /// <summary><see cref="Insert"/> on any processor.</summary>
    internal void InsertOneByOne(long key)
    {
        long* keys = _keys;
        int head = _head;
        int to = 0;
        while (head < Room && keys[head] <= key)
        {
            keys[to++] = keys[head++];
        }

        if (head == to)
        {
            for (int i = Room - 1; i > to; i--)
            {
                keys[i] = keys[i - 1];
            }

            keys[to] = key;
        }
        else
        {
            keys[to++] = key;
            while (head < Room)
            {
                keys[to++] = keys[head++];
            }

            while (to < Room)
            {
                keys[to++] = long.MaxValue;
            }
        }

        _head = 0;
        _near++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refill()
    {
        while (_near < Half && _far.Count > 0)
        {
            long key = _far.First;
            _far.Pop();
            Insert(key);
        }

        _limit = _far.Count > 0 ? 0 : Room;
    }
}
