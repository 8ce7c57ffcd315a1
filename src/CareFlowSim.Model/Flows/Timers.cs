using System.Runtime.CompilerServices;

namespace CareFlowSim.Model;

/// <summary>A person's timers: one in the record, the few more that some people have in lists.</summary>
public sealed unsafe partial class CareSystem
{
    private readonly TimerPool _timers = new();

    private void AddTimer(ref Person p, Due kind, int at)
    {
        if (p.Timer == Due.Nothing)
        {
            p.Timer = kind;
            p.TimerAt = at;
            return;
        }

        _timers.Add(ref p.Timers, kind, at);
    }

    /// <summary>Takes the timers of one kind away; says whether there was one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool RemoveTimer(ref Person p, Due kind)
    {
        if (p.Timer == kind)
        {
            // A person has at most one timer of a kind.
            p.Timer = Due.Nothing;
            return true;
        }

        return p.Timers >= 0 && _timers.Remove(ref p.Timers, kind);
    }

    private void ClearTimers(ref Person p)
    {
        p.Timer = Due.Nothing;
        _timers.Clear(ref p.Timers);
    }

    /// <summary>The earliest timer: ties go to the smaller kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FirstTimer(in Person p, out Due kind)
    {
        int at = p.Timer == Due.Nothing ? int.MaxValue : p.TimerAt;
        kind = p.Timer;
        if (p.Timers >= 0)
        {
            int other = _timers.Earliest(p.Timers, out Due otherKind);
            if (other < at || (other == at && otherKind < kind))
            {
                (at, kind) = (other, otherKind);
            }
        }

        return at;
    }
}
