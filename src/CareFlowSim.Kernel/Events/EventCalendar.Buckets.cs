using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>How the calendar keeps its keys: buckets made of chunks, gathered and sorted when their time comes.</summary>
public sealed partial class EventCalendar
{
    /// <summary>
    /// Keeps a key for which there is no more room beside the open bucket. While there are only a few keys, this drops those that no longer count, and if
    /// that does not help, begins with buckets.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ScheduleLate(long added)
    {
        if (!_few)
        {
            _late.Push(added);
            return;
        }

        Span<long> keys = stackalloc long[NearKeys.Room + 1];
        int count = 0;
        for (; _late.Count > 0; _late.Pop())
        {
            long key = _late.First;
            keys[count] = key;
            count += _due[(int)key] == (int)(key >> 32) ? 1 : 0;
        }

        keys[count++] = added;
        if (count > NearKeys.Room / 2)
        {
            _few = false;
            _open = Now >> _bucketBits;
        }

        foreach (long key in keys[..count])
        {
            int bucket = (int)(key >> 32) >> _bucketBits;
            if (bucket <= _open)
            {
                _late.Push(key);
            }
            else
            {
                Append(bucket, key);
            }
        }
    }

    private bool OpenNextBucket(int limit)
    {
        int next = _open + 1;
        int last = Math.Min(_buckets - 1, limit >> _bucketBits);
        while (next <= last && _tails[next] == 0)
        {
            next++;
        }

        if (next > last)
        {
            return false;
        }

        _open = next;
        Gather(next);
        return true;
    }

    /// <summary>Moves the valid keys of a bucket, sorted, to the run and gives its chunks back.</summary>
    private void Gather(int bucket)
    {
        int end = _tails[bucket];
        _tails[bucket] = 0;
        int count = 0;
        while (end > 0)
        {
            int chunk = (end - 1) >> ChunkBits;
            int start = chunk << ChunkBits;
            if (_run.Length < count + ChunkSize + KeySorter.Padding)
            {
                Array.Resize(ref _run, Math.Max(1024, _run.Length * 2));
            }

            Span<long> to = _run.AsSpan(count, ChunkSize);
            int kept = 0;
            foreach (long key in _keys.AsSpan(start, end - start))
            {
                to[kept] = key;
                kept += _due[(int)key] == (int)(key >> 32) ? 1 : 0;
            }

            count += kept;
            int previous = _links[chunk];
            _links[chunk] = _freeChunk;
            _freeChunk = chunk;
            end = (previous + 1) << ChunkBits;
        }

        _sorter.Sort(_run, count, bucket << _bucketBits, _bucketBits);
        _run[count] = long.MaxValue;
        _runPosition = 0;
        _runCount = count;
    }

    /// <summary>A fresh chunk linked to the one that ends at <paramref name="slot"/> (0 for a bucket's first); returns its first slot.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NewChunk(int slot)
    {
        int chunk = _freeChunk;
        if (chunk >= 0)
        {
            _freeChunk = _links[chunk];
        }
        else
        {
            chunk = _chunksUsed++;
            if (chunk == _links.Length)
            {
                int chunks = Math.Max(256, _links.Length * 2);
                Array.Resize(ref _links, chunks);
                Array.Resize(ref _keys, chunks << ChunkBits);
            }
        }

        _links[chunk] = (slot >> ChunkBits) - 1;
        return chunk << ChunkBits;
    }
}
