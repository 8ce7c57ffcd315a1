using System.Diagnostics;

namespace CareFlowSim.Kernel;

/// <summary>
/// Many first-come-first-served lines over one set of entities; an entity waits in at most one of them and may leave from anywhere in it.
/// Every operation on one entity takes the same short time. It orders those who wait; it serves nobody.
/// </summary>
public sealed class WaitingLines
{
    private const int None = -1;

    private int[] _first = [];
    private int[] _last = [];
    private int[] _length = [];
    private int[] _after = [];
    private int[] _before = [];
    private int[] _line = [];
    private int[] _since = [];

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
        if (_first.Length < lines)
        {
            _first = new int[lines];
            _last = new int[lines];
            _length = new int[lines];
        }

        if (_line.Length < entities)
        {
            _after = new int[entities];
            _before = new int[entities];
            _line = new int[entities];
            _since = new int[entities];
        }

        Array.Fill(_first, None);
        Array.Fill(_last, None);
        Array.Clear(_length);
        Array.Fill(_line, None);
    }

    /// <summary>Puts an entity at the end of a line.</summary>
    /// <param name="line">Number of the line.</param>
    /// <param name="entity">An entity that waits nowhere.</param>
    /// <param name="since">Time in seconds from which its wait counts.</param>
    public void Join(int line, int entity, int since)
    {
        Debug.Assert(_line[entity] == None, "An entity waits in one line at most.");
        int last = _last[line];
        _before[entity] = last;
        _after[entity] = None;
        if (last >= 0)
        {
            _after[last] = entity;
        }
        else
        {
            _first[line] = entity;
        }

        _last[line] = entity;
        Enter(line, entity, since);
    }

    /// <summary>Puts an entity at the head of a line.</summary>
    /// <param name="line">Number of the line.</param>
    /// <param name="entity">An entity that waits nowhere.</param>
    /// <param name="since">Time in seconds from which its wait counts.</param>
    public void JoinFront(int line, int entity, int since)
    {
        Debug.Assert(_line[entity] == None, "An entity waits in one line at most.");
        int first = _first[line];
        _before[entity] = None;
        _after[entity] = first;
        if (first >= 0)
        {
            _before[first] = entity;
        }
        else
        {
            _last[line] = entity;
        }

        _first[line] = entity;
        Enter(line, entity, since);
    }

    /// <summary>Takes an entity out of the line it waits in, wherever it stands; nothing happens if it waits nowhere.</summary>
    public void Leave(int entity)
    {
        int line = _line[entity];
        if (line < 0)
        {
            return;
        }

        int before = _before[entity];
        int after = _after[entity];
        if (before >= 0)
        {
            _after[before] = after;
        }
        else
        {
            _first[line] = after;
        }

        if (after >= 0)
        {
            _before[after] = before;
        }
        else
        {
            _last[line] = before;
        }

        _line[entity] = None;
        _length[line]--;
    }

    /// <summary>The entity at the head of a line; -1 if it is empty.</summary>
    public int First(int line) => _first[line];

    /// <summary>The entity behind a waiting one; -1 if it is the last.</summary>
    public int After(int entity)
    {
        Debug.Assert(_line[entity] != None, "Only an entity that waits has somebody behind it.");
        return _after[entity];
    }

    /// <summary>How many wait in a line.</summary>
    public int Length(int line) => _length[line];

    /// <summary>The line an entity waits in; -1 if it waits nowhere.</summary>
    public int LineOf(int entity) => _line[entity];

    /// <summary>Time in seconds from which a waiting entity's wait counts.</summary>
    public int Since(int entity) => _since[entity];

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
            int head = _first[firstLine + i];
            if (head < 0)
            {
                continue;
            }

            long rank = (long)_since[head] - credit[i];
            if (rank < bestRank)
            {
                bestRank = rank;
                best = head;
            }
        }

        return best;
    }

    private void Enter(int line, int entity, int since)
    {
        _line[entity] = line;
        _since[entity] = since;
        _length[line]++;
    }
}
