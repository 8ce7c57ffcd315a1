using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>What happens to a person next: the first of the timers and of the hazard clocks.</summary>
public sealed unsafe partial class CareSystem
{
    /// <summary>Finds the next thing that happens to a person, by clock or by timer, and puts it into the calendar.</summary>
    private void Schedule(int id, ref Person p)
    {
        int best = FirstTimer(p, out Due due);
        if (p.Running == 0)
        {
            int running = Running(p);
            if (running != 0)
            {
                Start(ref p, running);
            }
        }

        if ((p.Near & p.Running) != 0)
        {
            best = ByClock(p, best, ref due);
        }

        p.Due = due;
        if (best >= _horizon)
        {
            _calendar.Cancel(id);
            return;
        }

        _calendar.Schedule(id, Math.Max(best, _now));
    }

    /// <summary>The first clock that fires before a timer or with it, if one does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ByClock(in Person p, int timer, ref Due due)
    {
        int near = p.Near & p.Running;
        int before = Math.Min(timer, _horizon - 1) + 1;
        if (near == CrisisBit)
        {
            // Most often: the crisis clock alone, and before anything about it changes.
            int until = Math.Min(before, Until(p));
            if (p.Crisis < _crisisTable.AtMost(until))
            {
                int at = Math.Max(_crisisTable.TimeOf(p.Crisis), _now);
                if (at < until)
                {
                    due = Due.Crisis;
                    return at;
                }
            }

            if (until == before)
            {
                return timer;
            }
        }

        return ByClocks(p, near, before, timer, ref due);
    }

    private int ByClocks(in Person p, int near, int before, int timer, ref Due due)
    {
        ClockFace face = new(p);
        while (true)
        {
            int until = Math.Min(before, face.Until(p));
            int first = until;
            if ((near & CrisisBit) != 0 && face.Crisis < _crisisTable.AtMost(until))
            {
                Take(_crisisTable.TimeOf(face.Crisis), Due.Crisis, ref first, ref due);
            }

            if (near != CrisisBit)
            {
                if ((near & DeathBit) != 0)
                {
                    ExposureTable deaths = _deathTables[CareParameters.Band(RateTables.Row(face.Age))];
                    if (face.Death < deaths.AtMost(first))
                    {
                        Take(deaths.TimeOf(face.Death), Due.Death, ref first, ref due);
                    }
                }

                if ((near & StepBit) != 0)
                {
                    Take(SecondOf(face.Step), Due.FrailtyStep, ref first, ref due);
                }

                if ((near & NeedBit) != 0)
                {
                    Take(SecondOf(face.Need), Due.CareHomeNeed, ref first, ref due);
                }
            }

            if (first < until)
            {
                return first;
            }

            if (until == before)
            {
                return timer;
            }

            Turn(ref face, p, near);
        }
    }

    /// <summary>Second until which the running clocks hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Until(in Person p) => p.Has(Traits.InWindow) ? Math.Min(p.WindowEnd, p.Birthday) : p.Birthday;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SecondOf(double day) => Whole.Of(Math.Min(day * Clock.SecondsPerDay, Far));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(int at, Due kind, ref int first, ref Due due)
    {
        if (at < first)
        {
            first = Math.Max(at, _now);
            due = kind;
        }
    }

    /// <summary>The running clocks of a person, read ahead or brought up to date.</summary>
    private struct ClockFace
    {
        public double Crisis, Death, Step, Need;
        public int Birthday, Age;
        public bool InWindow;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ClockFace(in Person p)
        {
            Crisis = p.Crisis;
            Death = p.Death;
            Step = p.FrailtyStep;
            Need = p.CareHomeNeed;
            Birthday = p.Birthday;
            Age = p.Age;
            InWindow = p.Has(Traits.InWindow);
        }

        /// <summary>Second until which the clocks hold.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly int Until(in Person p) => InWindow ? Math.Min(p.WindowEnd, Birthday) : Birthday;
    }
}
