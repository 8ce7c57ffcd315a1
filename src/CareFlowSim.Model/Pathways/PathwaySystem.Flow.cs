using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>How people ask for places, wait, come in and go on.</summary>
public sealed partial class PathwaySystem
{
    /// <summary>A person's event.</summary>
    private void Happen(int person, int now)
    {
        ref Traveller p = ref _people[person];
        switch (p.Phase)
        {
            case TravelPhase.Staying:
                GoOnStaying(person, now);
                break;
            case TravelPhase.Transfer:
                ComeIn(person, now);
                break;
            case TravelPhase.BeforeLine when now >= p.Ready:
                Claim(person, now);
                break;
            case TravelPhase.BeforeLine:
            case TravelPhase.InLine:
                GiveUp(person, now);
                break;
            default:
                ComeFromPopulation(person, now);
                break;
        }
    }

    /// <summary>The stay is over, or a day of visits is.</summary>
    private void GoOnStaying(int person, int now)
    {
        ref Traveller p = ref _people[person];
        PlaceLayout place = _places[p.At];
        if (now < p.Began + p.Length)
        {
            int units = place.UnitsOn(p.Class, (now - p.Began) / Clock.SecondsPerDay, Days(p.Length));
            PlaceTally tally = _tallies[p.At];
            tally.Visiting!.Add(now, units - p.UnitsAt);
            Release(p.At, p.UnitsAt - units, now);
            p.UnitsAt = units;
            ScheduleStay(person, now);
            return;
        }

        Move(person, place.Ways[p.Class].Target(p.RouteWord), now);
    }

    /// <summary>Goes to a place or an end. Who may not board leaves the old place first.</summary>
    private void Move(int person, int target, int now)
    {
        ref Traveller p = ref _people[person];
        bool boards = target >= 0 && _places[target].Boards && p.At != target;
        if (p.At >= 0 && !boards)
        {
            Vacate(ref p, now);
        }
        else if (p.At >= 0 && !p.Boarding)
        {
            p.Boarding = true;
            _tallies[p.At].Blocked.Add(now, 1);
            _tallies[p.At].NeededTimes.Add(now, -1);
        }

        if (target >= 0)
        {
            p.To = target;
            Ask(person, now);
        }
        else
        {
            Finish(person, ~target, now);
        }
    }

    /// <summary>The end of the path.</summary>
    private void Finish(int person, int end, int now)
    {
        ref Traveller p = ref _people[person];
        _ended[(end * _arrived.Length) + p.Class]++;
        if (p.Stream < _streams.Length && _layout.Streams[p.Stream].People > 0 && end != DiedEnd)
        {
            GoOutside(person, now);
            return;
        }

        p.Phase = TravelPhase.None;
        _calendar.Cancel(_places.Length + person);
        _freeSlots[_free++] = person;
    }

    private void Ask(int person, int now)
    {
        ref Traveller p = ref _people[person];
        PlaceLayout place = _places[p.To];
        Draw(person, now);
        _tallies[p.To].Counts[p.Class].Asked++;
        if (place.Reserves)
        {
            Claim(person, now);
            return;
        }

        int ready = place.NextAdmission(Later(now, place.Transfer is { } transfer ? transfer.Seconds(p.TransferWord) : 0));
        if (ready == now)
        {
            Claim(person, now);
            return;
        }

        p.Phase = TravelPhase.BeforeLine;
        p.Ready = ready;
        BeginWaiting(ref p, now);
        _calendar.Schedule(_places.Length + person, Math.Min(ready, p.WaitEnds));
    }

    /// <summary>The luck of a visit, and when its wait would end in vain.</summary>
    private void Draw(int person, int now)
    {
        ref Traveller p = ref _people[person];
        PlaceLayout place = _places[p.To];
        uint visit = p.Visits++;
        Draw draw = _luck.For(p.Number, VisitDecision + (uint)p.Stream, visit);
        p.StayWord = draw.W0;
        p.RouteWord = draw.W1;
        p.TransferWord = draw.W3;
        p.Asked = now;
        p.LineSeconds = 0;
        p.WaitEnds = place.Patience[p.Class] is { } patience ? Later(now, patience.Seconds(draw.W2)) : int.MaxValue;
        p.DeathEndsWait = false;
        if (place.MeanSecondsToDeath[p.Class] is > 0 and double mean)
        {
            double seconds = s_exponential.AtWord(_luck.For(p.Number, DeathDecision + (uint)p.Stream, visit).W0) * mean;
            int death = seconds < int.MaxValue / 2 ? Later(now, Whole.Of(seconds)) : int.MaxValue;
            p.DeathEndsWait = death < p.WaitEnds;
            p.WaitEnds = Math.Min(death, p.WaitEnds);
        }
    }

    /// <summary>Takes the place if nobody is before and it is free; otherwise joins the line.</summary>
    private void Claim(int person, int now)
    {
        ref Traveller p = ref _people[person];
        PlaceLayout place = _places[p.To];
        if (place.FirstUnits(p.Class) <= _pools[p.To].Free && NobodyWaits(place))
        {
            Take(person, now);
            return;
        }

        if (p.At < 0 && _waitingOutside[p.To] >= place.QueueLimit)
        {
            _tallies[p.To].Counts[p.Class].TurnedAway++;
            EndWaiting(ref p, now);
            Move(person, place.TurnedAwayTo, now);
            return;
        }

        Join(person, now);
        if (place.Ranks > 1)
        {
            // Somebody more urgent may fit where the first of the others does not.
            WillServe(p.To);
        }
    }

    private void Join(int person, int now)
    {
        ref Traveller p = ref _people[person];
        p.Phase = TravelPhase.InLine;
        BeginWaiting(ref p, now);
        _waitingOutside[p.To] += p.At < 0 ? 1 : 0;
        _lines.Join(_firstLine[p.To] + _places[p.To].Rank[p.Class], person, now);
        _calendar.Schedule(_places.Length + person, p.WaitEnds);
    }

    private bool NobodyWaits(PlaceLayout place) => FirstWaiting(place) < 0;

    /// <summary>The first of the most urgent; -1 when nobody waits.</summary>
    private int FirstWaiting(PlaceLayout place)
    {
        int line = _firstLine[place.Index];
        int first = _lines.First(line);
        for (int rank = 1; first < 0 && rank < place.Ranks; rank++)
        {
            first = _lines.First(line + rank);
        }

        return first;
    }

    /// <summary>The place is the person's: comes in at once, or it is held through the transfer.</summary>
    private void Take(int person, int now)
    {
        ref Traveller p = ref _people[person];
        PlaceLayout place = _places[p.To];
        Seize(p.To, place.FirstUnits(p.Class), now);
        if (place.Reserves)
        {
            int ready = place.NextAdmission(Later(now, place.Transfer is { } transfer ? transfer.Seconds(p.TransferWord) : 0));
            if (ready > now)
            {
                p.Phase = TravelPhase.Transfer;
                BeginWaiting(ref p, now);
                _calendar.Schedule(_places.Length + person, ready);
                return;
            }
        }

        ComeIn(person, now);
    }

    private void ComeIn(int person, int now)
    {
        ref Traveller p = ref _people[person];
        PlaceLayout place = _places[p.To];
        EndWaiting(ref p, now);
        PlaceTally tally = _tallies[p.To];
        ref ClassCounts counts = ref tally.Counts[p.Class];
        counts.Admitted++;
        counts.LineSeconds += p.LineSeconds;
        tally.Waits[p.Class].Add(now - p.Asked);
        if (p.At >= 0)
        {
            Vacate(ref p, now);
        }

        Occupy(ref p, p.To, place.FirstUnits(p.Class), now, now, place.Stays[p.Class].Seconds(p.StayWord));
        ScheduleStay(person, now);
    }

    private void Occupy(ref Traveller p, int place, int units, int began, int now, int length)
    {
        PlaceTally tally = _tallies[place];
        tally.Occupied.Add(now, 1);
        tally.OccupiedTimes.Add(now, 1);
        tally.NeededTimes.Add(now, 1);
        tally.Visiting?.Add(now, units);
        p.Phase = TravelPhase.Staying;
        p.At = place;
        p.UnitsAt = units;
        p.Began = began;
        p.Came = now;
        p.Length = length;
    }

    private void ScheduleStay(int person, int now)
    {
        ref Traveller p = ref _people[person];
        int next = Later(Math.Max(0, p.Began + p.Length), 0);
        if (_places[p.At].Visits)
        {
            int days = ((now - p.Began) / Clock.SecondsPerDay) + 1;
            next = Math.Min(next, Later(p.Began, days * Clock.SecondsPerDay));
        }

        _calendar.Schedule(_places.Length + person, next);
    }

    private void Vacate(ref Traveller p, int now)
    {
        PlaceTally tally = _tallies[p.At];
        tally.Occupied.Add(now, -1);
        tally.OccupiedTimes.Add(now, -1);
        tally.Visiting?.Add(now, -p.UnitsAt);
        if (p.Boarding)
        {
            tally.Blocked.Add(now, -1);
            p.Boarding = false;
        }
        else
        {
            tally.NeededTimes.Add(now, -1);
        }

        ref ClassCounts counts = ref tally.Counts[p.Class];
        counts.Departed++;
        counts.StaySeconds += now - Math.Max(p.Came, _measuredFrom);
        Release(p.At, p.UnitsAt, now);
        p.At = -1;
    }
}
