using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>Who comes from outside, and who is there at the start.</summary>
public sealed partial class PathwaySystem
{
    private void BeginStream(StreamState stream)
    {
        stream.Reset();
        if (stream.Layout.People == 0)
        {
            ScheduleNext(stream);
        }
    }

    private void ScheduleNext(StreamState stream)
    {
        int at;
        if (stream.Layout.Curve is { } curve)
        {
            stream.Mass += s_exponential.AtWord(DrawOf(stream).W0);
            at = curve.TimeWhen(stream.Mass);
        }
        else
        {
            int[] times = stream.Layout.Times;
            at = stream.Batch < times.Length ? times[stream.Batch] : int.MaxValue;
        }

        _calendar.Schedule(EntityOf(stream), at);
    }

    private Draw DrawOf(StreamState stream) => stream.Of(stream.Batch, _luck, ArrivalDecision + (uint)stream.Layout.Index);

    private void Arrive(StreamState stream, int now)
    {
        // The draw of a time listed is first asked for here, in order like the others.
        Draw draw = DrawOf(stream);
        int size = stream.Layout.BatchOf(draw.W2);
        int batch = stream.Batch++;
        for (int member = 0; member < size; member++)
        {
            Draw own = member == 0 ? draw : _luck.For((uint)batch, MemberDecision + (uint)stream.Layout.Index, (uint)member);
            int person = NewSlot();
            int @class = stream.Layout.ClassOf(own.W1);
            _people[person] = new Traveller { Number = stream.Number++, Stream = stream.Layout.Index, Class = @class, At = -1 };
            _arrived[@class]++;
            Move(person, stream.Layout.Ways[@class].Target(own.W3), now);
        }

        ScheduleNext(stream);
    }

    /// <summary>Everybody of the closed populations is outside.</summary>
    private void FillPopulations()
    {
        foreach (StreamState stream in _streams)
        {
            for (uint number = 0; number < stream.Layout.People; number++)
            {
                int person = NewSlot();
                Draw draw = _luck.For(number, ClassDecision + (uint)stream.Layout.Index, 0);
                _people[person] = new Traveller { Number = number, Stream = stream.Layout.Index, Class = stream.Layout.ClassOf(draw.W0), At = -1 };
                GoOutside(person, 0);
            }
        }
    }

    /// <summary>A person of a closed population is outside again.</summary>
    private void GoOutside(int person, int now)
    {
        ref Traveller p = ref _people[person];
        Draw draw = _luck.For(p.Number, ArrivalDecision + (uint)p.Stream, p.Episodes++);
        p.Phase = TravelPhase.Outside;
        p.RouteWord = draw.W3;
        RateCurve curve = _layout.Streams[p.Stream].Curve!;
        _calendar.Schedule(_places.Length + person, Math.Max(now, curve.TimeWhen(curve.At(now) + s_exponential.AtWord(draw.W0))));
    }

    private void ComeFromPopulation(int person, int now)
    {
        ref Traveller p = ref _people[person];
        _arrived[p.Class]++;
        Move(person, _layout.Streams[p.Stream].Ways[p.Class].Target(p.RouteWord), now);
    }

    /// <summary>Those in the places first, with what remains of the stay: a uniform share of a length as met at a random moment. Then those who wait.</summary>
    private void TakeCensus()
    {
        uint number = 0;
        foreach (CensusLayout row in _layout.Census)
        {
            for (int i = 0; i < row.InPlace; i++)
            {
                int person = NewCensusPerson(row, number++);
                ref Traveller p = ref _people[person];
                Draw draw = _luck.For(p.Number, CensusDecision, 0);
                int length = row.Stay.Seconds(draw.W0);
                TakeUp(person, row.Place, -Math.Min(length, Whole.Of(draw.U1 * length)), length);
            }
        }

        foreach (CensusLayout row in _layout.Census)
        {
            for (int i = 0; i < row.Waiting; i++)
            {
                int person = NewCensusPerson(row, number++);
                if (row.WaitingIn >= 0)
                {
                    TakeUp(person, row.WaitingIn, 0, 0);
                }

                ref Traveller p = ref _people[person];
                bool boards = row.WaitingIn >= 0;
                if (boards)
                {
                    _calendar.Cancel(_places.Length + person);
                    p.Boarding = true;
                    _tallies[p.At].Blocked.Add(0, 1);
                    _tallies[p.At].NeededTimes.Add(0, -1);
                }

                p.To = row.Place;
                Draw(person, 0);
                p.Asked = -row.WaitedSeconds;
                _tallies[row.Place].Counts[p.Class].Asked++;
                Join(person, 0);
                WillServe(row.Place);
            }
        }
    }

    private int NewCensusPerson(CensusLayout row, uint number)
    {
        int person = NewSlot();
        _people[person] = new Traveller { Number = number, Stream = _streams.Length, Class = row.Class, At = -1 };
        Draw draw = _luck.For(number, VisitDecision + (uint)_streams.Length, 0);
        ref Traveller p = ref _people[person];
        p.Visits = 1;
        p.RouteWord = draw.W1;
        return person;
    }

    /// <summary>Somebody of the census is in a place.</summary>
    private void TakeUp(int person, int place, int began, int length)
    {
        ref Traveller p = ref _people[person];
        p.To = place;
        int day = -began / Clock.SecondsPerDay;
        int units = _places[place].Visits ? _places[place].UnitsOn(p.Class, day, Days(length)) : 1;
        Seize(place, units, 0);
        Occupy(ref p, place, units, began, 0, length);
        ScheduleStay(person, 0);
    }
}
