namespace CareFlowSim.Model;

/// <summary>Small lists of pending times, one per person, in shared arrays: most people have none.</summary>
internal sealed class TimerPool
{
    private int[] _at = new int[1024];
    private int[] _next = new int[1024];
    private Due[] _kind = new Due[1024];
    private int _free = -1;
    private int _used;

    public void Reset()
    {
        _free = -1;
        _used = 0;
    }

    public void Add(ref int head, Due kind, int at)
    {
        int node = _free;
        if (node >= 0)
        {
            _free = _next[node];
        }
        else
        {
            node = _used++;
            if (node == _at.Length)
            {
                Array.Resize(ref _at, node * 2);
                Array.Resize(ref _next, node * 2);
                Array.Resize(ref _kind, node * 2);
            }
        }

        _at[node] = at;
        _kind[node] = kind;
        _next[node] = head;
        head = node;
    }

    /// <summary>Takes the timers of one kind out; says whether there was one.</summary>
    public bool Remove(ref int head, Due kind)
    {
        bool found = false;
        int before = -1;
        for (int node = head; node >= 0;)
        {
            int next = _next[node];
            if (_kind[node] == kind)
            {
                if (before < 0)
                {
                    head = next;
                }
                else
                {
                    _next[before] = next;
                }

                _next[node] = _free;
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
            int next = _next[head];
            _next[head] = _free;
            _free = head;
            head = next;
        }
    }

    public bool Has(int head, Due kind)
    {
        for (int node = head; node >= 0; node = _next[node])
        {
            if (_kind[node] == kind)
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
        for (int node = head; node >= 0; node = _next[node])
        {
            if (_at[node] < best || (_at[node] == best && _kind[node] < kind))
            {
                best = _at[node];
                kind = _kind[node];
            }
        }

        return best;
    }
}
