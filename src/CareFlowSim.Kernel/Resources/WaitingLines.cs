using System.Diagnostics;

namespace CareFlowSim.Kernel;

/// <summary>
/// Many first-come-first-served lines over one set of entities; an entity waits in at most one of them and may leave from anywhere in it.
/// Every operation on one entity takes the same short time. It orders those who wait; it serves nobody.
/// </summary>
public sealed class WaitingLines
{
    private const int None = -1;

    private Line[] _lines = [];
    private Place[] _places = [];

    /// <summary>Makes empty lines.</summary>
    /// <param name="lines">Number of lines, numbered from 0.</param>
    /// <param name="entities">Number of entities, numbered from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public WaitingLines(int lines, int entities) => Reset(lines, entities);

    /// <summary>Empties all lines; allocates only where it needs more room than ever before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public void Reset(int lines, int entities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lines);
        ArgumentOutOfRangeException.ThrowIfNegative(entities);
        foreach (Line line in _lines)
        {
            for (int entity = line.First; entity >= 0; entity = _places[entity].After)
            {
                _places[entity].Line = None;
            }
        }

        if (_lines.Length < lines)
        {
            _lines = new Line[lines];
        }

        if (_places.Length < entities)
        {
            _places = new Place[entities];
            Array.Fill(_places, new Place { Line = None });
        }

        Array.Fill(_lines, new Line { First = None, Last = None });
    }

    /// <summary>Makes room for more entities, who wait nowhere yet; nothing else changes.</summary>
    /// <param name="entities">Number of entities from now on; fewer than before changes nothing.</param>
    public void Grow(int entities)
    {
        int before = _places.Length;
        if (before < entities)
        {
            Array.Resize(ref _places, entities);
            Array.Fill(_places, new Place { Line = None }, before, entities - before);
        }
    }

    /// <summary>Becomes a copy of other lines.</summary>
    public void CopyFrom(WaitingLines other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Reset(other._lines.Length, other._places.Length);
        other._lines.CopyTo(_lines, 0);
        foreach (Line line in other._lines)
        {
            for (int entity = line.First; entity >= 0; entity = other._places[entity].After)
            {
                _places[entity] = other._places[entity];
            }
        }
    }

    /// <summary>Puts an entity at the end of a line.</summary>
    /// <param name="line">Number of the line.</param>
    /// <param name="entity">An entity that waits nowhere.</param>
    /// <param name="since">Time in seconds from which its wait counts.</param>
    public void Join(int line, int entity, int since)
    {
        ref Line joined = ref _lines[line];
        ref Place place = ref _places[entity];
        Debug.Assert(place.Line == None, "An entity waits in one line at most.");
        int last = joined.Last;
        if (last >= 0)
        {
            _places[last].After = entity;
        }
        else
        {
            joined.First = entity;
        }

        joined.Last = entity;
        joined.Length++;
        place = new Place { Line = line, Since = since, Before = last, After = None };
    }

    /// <summary>Puts an entity at the head of a line.</summary>
    /// <param name="line">Number of the line.</param>
    /// <param name="entity">An entity that waits nowhere.</param>
    /// <param name="since">Time in seconds from which its wait counts.</param>
    public void JoinFront(int line, int entity, int since)
    {
        ref Line joined = ref _lines[line];
        ref Place place = ref _places[entity];
        Debug.Assert(place.Line == None, "An entity waits in one line at most.");
        int first = joined.First;
        if (first >= 0)
        {
            _places[first].Before = entity;
        }
        else
        {
            joined.Last = entity;
        }

        joined.First = entity;
        joined.Length++;
        place = new Place { Line = line, Since = since, Before = None, After = first };
    }

    /// <summary>Takes an entity out of the line it waits in, wherever it stands; nothing happens if it waits nowhere.</summary>
    public void Leave(int entity)
    {
        ref Place place = ref _places[entity];
        if (place.Line < 0)
        {
            return;
        }

        ref Line left = ref _lines[place.Line];
        if (place.Before >= 0)
        {
            _places[place.Before].After = place.After;
        }
        else
        {
            left.First = place.After;
        }

        if (place.After >= 0)
        {
            _places[place.After].Before = place.Before;
        }
        else
        {
            left.Last = place.Before;
        }

        place.Line = None;
        left.Length--;
    }

    /// <summary>Takes the entity at the head of a line out of it, the one that <see cref="First"/> names.</summary>
    /// <returns>The entity; -1 if the line is empty.</returns>
    public int TakeFirst(int line)
    {
        ref Line left = ref _lines[line];
        int entity = left.First;
        if (entity < 0)
        {
            return None;
        }

        ref Place place = ref _places[entity];
        int after = place.After;
        place.Line = None;
        left.First = after;
        left.Length--;
        if (after >= 0)
        {
            _places[after].Before = None;
        }
        else
        {
            left.Last = None;
        }

        return entity;
    }

    /// <summary>The entity at the head of a line; -1 if it is empty.</summary>
    public int First(int line) => _lines[line].First;

    /// <summary>The entity behind a waiting one; -1 if it is the last.</summary>
    public int After(int entity)
    {
        Debug.Assert(_places[entity].Line != None, "Only an entity that waits has somebody behind it.");
        return _places[entity].After;
    }

    /// <summary>How many wait in a line.</summary>
    public int Length(int line) => _lines[line].Length;

    /// <summary>The line an entity waits in; -1 if it waits nowhere.</summary>
    public int LineOf(int entity) => _places[entity].Line;

    /// <summary>Time in seconds from which the wait of an entity counts that waits, or of one that waits no longer but nowhere else since.</summary>
    public int Since(int entity) => _places[entity].Since;

    /// <summary>
    /// Priority across classes: among the heads of consecutive lines, one line per class, the entity with the smallest (since - credit).
    /// A large credit gives absolute priority, equal credits give first come, first served. Ties go to the earlier class.
    /// </summary>
    /// <param name="firstLine">Line of class 0.</param>
    /// <param name="lineCount">Number of classes.</param>
    /// <param name="credit">Seconds of waiting granted to each class in advance.</param>
    /// <returns>The entity; -1 if all the lines are empty.</returns>
    public int FirstOf(int firstLine, int lineCount, ReadOnlySpan<int> credit)
    {
        int best = None;
        long bestRank = long.MaxValue;
        for (int i = 0; i < lineCount; i++)
        {
            int head = _lines[firstLine + i].First;
            if (head < 0)
            {
                continue;
            }

            long rank = (long)_places[head].Since - credit[i];
            if (rank < bestRank)
            {
                bestRank = rank;
                best = head;
            }
        }

        return best;
    }

    private struct Line
    {
        public int First;
        public int Last;
        public int Length;
    }

    /// <summary>Where an entity waits; a quarter of a cache line.</summary>
    private struct Place
    {
        public int Line;
        public int Since;
        public int Before;
        public int After;
    }
}
