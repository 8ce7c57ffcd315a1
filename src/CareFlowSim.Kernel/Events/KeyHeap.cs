using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>A binary heap of 64-bit keys, smallest first, with <see cref="long.MaxValue"/> standing for empty. Keys may repeat.</summary>
internal sealed class KeyHeap
{
    // Element 0 is the root; the element after the last is always long.MaxValue, so a missing right child never wins.
    private long[] _keys = [long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue];
    private int _count;

    /// <summary>The smallest key, or <see cref="long.MaxValue"/>.</summary>
    public long First => _keys[0];

    public int Count => _count;

    public void Clear()
    {
        Array.Fill(_keys, long.MaxValue, 0, _count);
        _count = 0;
    }

    public void Push(long key)
    {
        if (_count + 2 > _keys.Length)
        {
            Grow();
        }

        long[] keys = _keys;
        int i = _count++;
        while (i > 0)
        {
            int parent = (i - 1) >> 1;
            if (keys[parent] <= key)
            {
                break;
            }

            keys[i] = keys[parent];
            i = parent;
        }

        keys[i] = key;
    }

    public void Pop()
    {
        long[] keys = _keys;
        int last = --_count;
        long key = keys[last];
        keys[last] = long.MaxValue;
        if (last == 0)
        {
            return;
        }

        int i = 0;
        while (true)
        {
            int child = (2 * i) + 1;
            if (child >= last)
            {
                break;
            }

            child += keys[child + 1] < keys[child] ? 1 : 0;
            if (keys[child] >= key)
            {
                break;
            }

            keys[i] = keys[child];
            i = child;
        }

        keys[i] = key;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        int old = _keys.Length;
        Array.Resize(ref _keys, old * 2);
        Array.Fill(_keys, long.MaxValue, old, old);
    }
}
