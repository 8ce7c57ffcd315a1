using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>How waits end, and how what has become free is given to those who wait.</summary>
public sealed partial class PathwaySystem
{
    /// <summary>Patience is over, or life is.</summary>
    private void GiveUp(int person, int now)
    {
        ref Traveller p = ref _people[person];
        ref ClassCounts counts = ref _tallies[p.To].Counts[p.Class];
        if (p.Phase == TravelPhase.InLine)
        {
            _lines.Leave(person);
            LeaveLine(ref p);

            // Those behind may fit where this one did not.
            WillServe(p.To);
        }

        EndWaiting(ref p, now);
        if (p.DeathEndsWait)
        {
            counts.Died++;
            Move(person, ~DiedEnd, now);
        }
        else
        {
            counts.Left++;
            Move(person, _places[p.To].LeftTo, now);
        }
    }

    private void LeaveLine(ref Traveller p) => _waitingOutside[p.To] -= p.At < 0 ? 1 : 0;

    private void BeginWaiting(ref Traveller p, int now)
    {
        if (!p.Waiting)
        {
            p.Waiting = true;
            _tallies[p.To].Waiting.Add(now, 1);
            _tallies[p.To].NeededTimes.Add(now, 1);
        }
    }

    private void EndWaiting(ref Traveller p, int now)
    {
        if (p.Waiting)
        {
            p.Waiting = false;
            PlaceTally tally = _tallies[p.To];
            tally.Waiting.Add(now, -1);
            tally.NeededTimes.Add(now, -1);
            tally.Counts[p.Class].DelaySeconds += now - Math.Max(p.Asked, _measuredFrom);
        }
    }

    private void Seize(int place, int units, int now)
    {
        _pools[place].TrySeize(units);
        _tallies[place].InUse.Add(now, units);
    }

    private void Release(int place, int units, int now)
    {
        _pools[place].Release(units);
        _tallies[place].InUse.Add(now, -units);
        WillServe(place);
    }

    private void WillServe(int place)
    {
        if (!_isToServe[place])
        {
            _isToServe[place] = true;
            _toServe[_serving++] = place;
        }
    }

    /// <summary>Gives what has become free to those who wait; that may free other places.</summary>
    private void Serve(int now)
    {
        while (_serving > 0)
        {
            int place = _toServe[--_serving];
            _isToServe[place] = false;
            ServeAt(_places[place], now);
        }
    }

    private void ServeAt(PlaceLayout place, int now)
    {
        for (int person = FirstWaiting(place); person >= 0; person = FirstWaiting(place))
        {
            ref Traveller p = ref _people[person];
            if (place.FirstUnits(p.Class) > _pools[place.Index].Free || (!place.Reserves && place.NextAdmission(now) > now))
            {
                return;
            }

            p.LineSeconds = now - Math.Min(_lines.Since(person), p.Asked < 0 ? p.Asked : now);
            _lines.Leave(person);
            LeaveLine(ref p);
            Take(person, now);
        }
    }

    /// <summary>Books the time of those who are still there at the end.</summary>
    private void CountThoseThere(int end)
    {
        for (int person = 0; person < _slots; person++)
        {
            ref Traveller p = ref _people[person];
            if (p.Phase == TravelPhase.None)
            {
                continue;
            }

            if (p.At >= 0)
            {
                _tallies[p.At].Counts[p.Class].StaySeconds += end - Math.Max(p.Came, _measuredFrom);
            }

            if (p.Waiting)
            {
                _tallies[p.To].Counts[p.Class].DelaySeconds += end - Math.Max(p.Asked, _measuredFrom);
            }
        }
    }

    private static int Days(int length) => (int)(((long)length + Clock.SecondsPerDay - 1) / Clock.SecondsPerDay);

    /// <summary>A time so much later, without leaving the clock.</summary>
    private static int Later(int now, int seconds) => (int)Math.Min((long)now + seconds, int.MaxValue);
}
