namespace CareFlowSim.Model;

/// <summary>Small lists of pending times, one per person, in shared arrays: most people have none.</summary>
internal sealed class TimerPool
{
    private Node[] _nodes = new Node[1024];
    private int _free = -1;
    private int _used;

    public void Reset()
    {
        _free = -1;
        _used = 0;
    }

    /// <summary>Becomes a copy of another pool.</summary>
    public void CopyFrom(TimerPool other)
    {
        if (_nodes.Length < other._used)
        {
            _nodes = new Node[other._nodes.Length];
        }

        other._nodes.AsSpan(0, other._used).CopyTo(_nodes);
        _free = other._free;
        _used = other._used;
    }

    public void Add(ref int head, Due kind, int at)
    {
        int node = _free;
        if (node >= 0)
        {
            _free = _nodes[node].Next;
        }
        else
        {
            node = _used++;
            if (node == _nodes.Length)
            {
                Array.Resize(ref _nodes, node * 2);
            }
        }

        _nodes[node].At = at;
        _nodes[node].Kind = kind;
        _nodes[node].Next = head;
        head = node;
    }

    /// <summary>Takes the timers of one kind out; says whether there was one.</summary>
    public bool Remove(ref int head, Due kind)
    {
        bool found = false;
        int before = -1;
        for (int node = head; node >= 0;)
        {
            int next = _nodes[node].Next;
            if (_nodes[node].Kind == kind)
            {
                if (before < 0)
                {
                    head = next;
                }
                else
                {
                    _nodes[before].Next = next;
                }

                _nodes[node].Next = _free;
                _free = node;
                found = true;
            }
            else
            {
                before = node;
            }

            node = next;
        }

        return found;
    }

    public void Clear(ref int head)
    {
        while (head >= 0)
        {
            int next = _nodes[head].Next;
            _nodes[head].Next = _free;
            _free = head;
            head = next;
        }
    }

    public bool Has(int head, Due kind)
    {
        for (int node = head; node >= 0; node = _nodes[node].Next)
        {
            if (_nodes[node].Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The earliest timer: ties go to the smaller kind.</summary>
    public int Earliest(int head, out Due kind)
    {
        int best = int.MaxValue;
        kind = Due.Nothing;
        for (int node = head; node >= 0; node = _nodes[node].Next)
        {
            if (_nodes[node].At < best || (_nodes[node].At == best && _nodes[node].Kind < kind))
            {
                best = _nodes[node].At;
                kind = _nodes[node].Kind;
            }
        }

        return best;
    }

    private struct Node
    {
        public int At;
        public int Next;
        public Due Kind;
    }
}
