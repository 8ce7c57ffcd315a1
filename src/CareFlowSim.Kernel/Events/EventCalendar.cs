using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>
/// The future events of many entities, at most one pending for each, in order of (time, entity). The order does not depend on the order of insertion.
/// Times are whole seconds from 0 to the horizon; an event at or beyond the horizon never happens and is not kept. Not safe for several threads.
/// </summary>
/// <remarks>
/// Time is cut into equal buckets. Scheduling appends a 64-bit key (time, entity) to the bucket's chunk list, cancelling only forgets the entity's due time:
/// a key counts as long as it agrees with that time. When a bucket opens, its valid keys are gathered and sorted once; keys that arrive for the bucket
/// while it is open are kept beside it, in order, and merged in. While only a few events are pending there are no buckets: all keys are kept that way.
/// Memory is kept from one run to the next.
/// </remarks>
public sealed partial class EventCalendar
{
    private const int ChunkBits = 4;
    private const int ChunkSize = 1 << ChunkBits;
    private const int ChunkMask = ChunkSize - 1;
    private const int None = int.MaxValue;
    private const int DefaultBucketBits = 14;

    private readonly KeySorter _sorter = new();
    private readonly int _bucketBits;
    private NearKeys _late = new();
    private int[] _due = [];
    private int[] _tails = [];
    private long[] _keys = [];
    private int[] _links = [];
    private int _chunksUsed;
    private int _freeChunk;
    private long[] _run = [long.MaxValue];
    private int _runPosition;
    private int _runCount;
    private int _open;
    private int _buckets;
    private int _horizon;
    private bool _few;
    private int _entities;

    /// <summary>Makes an empty calendar.</summary>
    /// <param name="entities">Number of entities; their ids are 0 to entities - 1.</param>
    /// <param name="days">Length of the horizon in days, at most <see cref="Clock.MaxDays"/>.</param>
    /// <param name="bucketsPerDay">Fineness of the buckets; 0 lets the calendar choose. Changes speed, never results.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or the horizon too long.</exception>
    public EventCalendar(int entities, int days, int bucketsPerDay = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bucketsPerDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bucketsPerDay, Clock.SecondsPerDay);
        _bucketBits = bucketsPerDay == 0
            ? DefaultBucketBits
            : (int)Math.Round(Math.Log2((double)Clock.SecondsPerDay / bucketsPerDay));
        Reset(entities, days);
    }

    /// <summary>Time of the event taken last, in seconds; 0 at the start.</summary>
    public int Now { get; private set; }

    /// <summary>End of the horizon in seconds; events happen strictly before it.</summary>
    public int Horizon => _horizon;

    /// <summary>Forgets all events and starts again at time 0. Allocates only where it needs more room than ever before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or the horizon too long.</exception>
    public void Reset(int entities, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entities);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Clock.MaxDays);
        _horizon = days * Clock.SecondsPerDay;
        _buckets = (_horizon >> _bucketBits) + 1;
        if (_due.Length < entities)
        {
            _due = new int[entities];
        }

        if (_tails.Length < _buckets)
        {
            _tails = new int[_buckets];
        }

        _entities = entities;
        Array.Fill(_due, None, 0, entities);
        Array.Clear(_tails, 0, _buckets);
        _late.Clear();
        _chunksUsed = 0;
        _freeChunk = -1;
        _run[0] = long.MaxValue;
        _runPosition = _runCount = 0;
        _few = true;
        _open = _buckets - 1;
        Now = 0;
    }

    /// <summary>Makes room for more entities, which have no events yet; nothing else changes.</summary>
    /// <param name="entities">Number of entities from now on; fewer than before changes nothing.</param>
    public void Grow(int entities)
    {
        if (_due.Length < entities)
        {
            Array.Resize(ref _due, entities);
        }

        if (_entities < entities)
        {
            Array.Fill(_due, None, _entities, entities - _entities);
            _entities = entities;
        }
    }

    /// <summary>Becomes a copy of another calendar: the same time, the same pending events.</summary>
    public void CopyFrom(EventCalendar other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Reset(other._due.Length, other._horizon / Clock.SecondsPerDay);
        Now = other.Now;
        for (int entity = 0; entity < other._due.Length; entity++)
        {
            if (other._due[entity] != None)
            {
                Schedule(entity, other._due[entity]);
            }
        }
    }

    /// <summary>Sets an entity's next event, replacing the one it had. At or beyond the horizon it has none.</summary>
    /// <param name="entity">Id of the entity.</param>
    /// <param name="at">Time in seconds, not before <see cref="Now"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Schedule(int entity, int at)
    {
        Debug.Assert(at >= Now, "An event cannot be scheduled in the past.");
        if (at >= _horizon)
        {
            _due[entity] = None;
            return;
        }

        _due[entity] = at;
        long key = ((long)at << 32) | (uint)entity;
        int bucket = at >> _bucketBits;
        if (bucket <= _open)
        {
            if (_late.IsFull)
            {
                ScheduleLate(key);
            }
            else
            {
                _late.Insert(key);
            }

            return;
        }

        Append(bucket, key);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int bucket, long key)
    {
        ref int tail = ref _tails[bucket];
        int slot = tail;
        if ((slot & ChunkMask) == 0)
        {
            slot = NewChunk(slot);
        }

        _keys[slot] = key;
        tail = slot + 1;
    }

    /// <summary>Takes away an entity's pending event, if it has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Cancel(int entity) => _due[entity] = None;

    /// <summary>Time in seconds of an entity's pending event; <see cref="int.MaxValue"/> if it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DueOf(int entity) => _due[entity];

    /// <summary>Takes the next event and moves <see cref="Now"/> to it.</summary>
    /// <param name="at">Its time in seconds; the horizon when there is none.</param>
    /// <param name="entity">The entity; -1 when there is none.</param>
    /// <returns>Whether there was an event.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext(out int at, out int entity) => TryNextBefore(_horizon, out at, out entity);

    /// <summary>Takes the next event if it happens before a limit; otherwise leaves it pending.</summary>
    /// <param name="limit">Time in seconds which the event must not reach.</param>
    /// <param name="at">Its time in seconds; the limit when there is none.</param>
    /// <param name="entity">The entity; -1 when there is none.</param>
    /// <returns>Whether there was an event.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNextBefore(int limit, out int at, out int entity)
    {
        long end = (long)limit << 32;
        return _few ? TryNextOfFew(end, out at, out entity) : TryNextOfMany(end, out at, out entity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryNextOfFew(long end, out int at, out int entity)
    {
        while (true)
        {
            long key = _late.First;
            if (key >= end)
            {
                return Nothing(end, out at, out entity);
            }

            _late.Pop();
            if (Happens(key, out at, out entity))
            {
                return true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryNextOfMany(long end, out int at, out int entity)
    {
        while (true)
        {
            long early = _run[_runPosition];
            long late = _late.First;
            bool isLate = late < early;
            long key = isLate ? late : early;
            if (key >= end)
            {
                if (key == long.MaxValue && OpenNextBucket((int)(end >> 32)))
                {
                    continue;
                }

                return Nothing(end, out at, out entity);
            }

            if (isLate)
            {
                _late.Pop();
            }
            else
            {
                _runPosition++;
            }

            if (Happens(key, out at, out entity))
            {
                return true;
            }
        }
    }

    /// <summary>Whether a key that has been taken still agrees with the entity's due time; if so, the event happens now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Happens(long key, out int at, out int entity)
    {
        at = (int)(key >> 32);
        entity = (int)key;
        ref int due = ref _due[entity];
        if (due != at)
        {
            return false;
        }

        due = None;
        Now = at;
        return true;
    }

    private static bool Nothing(long end, out int at, out int entity)
    {
        at = (int)(end >> 32);
        entity = -1;
        return false;
    }

    /// <summary>Number of the stretch of time whose events are being taken now. When it changes, <see cref="Coming"/> tells of the next one.</summary>
    public int Stretch => _open;

    /// <summary>
    /// A hint which entities have events in the stretch that has just begun: the lower halves of the numbers. Not a promise: some may be rescheduled, others come in
    /// between.
    /// </summary>
    public ReadOnlySpan<long> Begun => _few ? [] : _run.AsSpan(_runPosition, _runCount - _runPosition);

    /// <summary>
    /// A hint which entities are likely to have events in the next stretch of time, to fetch their data early. Not a promise: some may have been
    /// rescheduled, others come in between.
    /// </summary>
    /// <param name="entities">Receives the entities, in no order; what does not fit is left out.</param>
    /// <returns>How many.</returns>
    public int Coming(Span<int> entities)
    {
        int count = 0;
        int end = _open + 1 < _buckets ? _tails[_open + 1] : 0;
        while (end > 0)
        {
            int chunk = (end - 1) >> ChunkBits;
            for (int slot = chunk << ChunkBits; slot < end; slot++)
            {
                if (count == entities.Length)
                {
                    return count;
                }

                entities[count++] = (int)_keys[slot];
            }

            end = (_links[chunk] + 1) << ChunkBits;
        }

        return count;
    }
}
