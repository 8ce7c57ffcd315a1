namespace CareFlowSim.Model;

/// <summary>Where people of each class can get to in a pathway. Unknown names lead nowhere; they are noted elsewhere.</summary>
internal sealed class PathwayFlow
{
    private readonly PathwayScenario _scenario;
    private readonly Dictionary<string, PathwayPlace> _places = [];
    private readonly HashSet<string> _ends;
    private readonly HashSet<(string Place, string Class)> _coming = [];

    public PathwayFlow(PathwayScenario scenario)
    {
        _scenario = scenario;
        _ends = [.. PathwayEnds.All, .. scenario.Ends];
        foreach (PathwayPlace place in scenario.Places)
        {
            _places.TryAdd(place.Name, place);
        }

        Follow();
    }

    /// <summary>Whether anybody of a class can ask for a place.</summary>
    public bool Comes(string place, string of) => _coming.Contains((place, of));

    /// <summary>The route of a class from a place or stream, or null.</summary>
    public PathwayRoute? Route(string from, string of) =>
        _scenario.Routes.FirstOrDefault(r => r.From == from && r.Class == of) ?? _scenario.Routes.FirstOrDefault(r => r.From == from && r.Class is null);

    /// <summary>Classes that come in a stream without a first place and have no route from it. None when the stream has no route at all: that is noted elsewhere.</summary>
    public IEnumerable<string> WithoutRoute(ArrivalStream stream) =>
        stream.To is null && _scenario.Routes.Any(r => r.From == stream.Name) ? ClassesOf(stream).Where(c => Route(stream.Name, c) is null) : [];

    /// <summary>Places and classes that people come to and never get out of to an end.</summary>
    public IEnumerable<(string Place, string Class)> Trapped()
    {
        HashSet<(string, string)> free = [];
        bool more = true;
        while (more)
        {
            more = false;
            foreach ((string place, string of) in _coming)
            {
                if (!free.Contains((place, of)) && Onward(place, of).Any(t => _ends.Contains(t) || free.Contains((t, of))))
                {
                    free.Add((place, of));
                    more = true;
                }
            }
        }

        return _scenario.Places.SelectMany(p => _scenario.Classes.Select(c => (p.Name, c))).Where(x => _coming.Contains(x) && !free.Contains(x));
    }

    /// <summary>Circles of places with a limit in which people stay while they wait for the next, without ever giving up; one for each set of places that hang together so.</summary>
    /// <returns>Route and choice of the step that closes the circle, and the places, the first again at the end.</returns>
    public IEnumerable<(int Route, int Choice, IReadOnlyList<string> Circle)> BoardingCircles()
    {
        Dictionary<(string From, string To), (int Route, int Choice)> steps = Boarding();
        HashSet<string> told = [];
        foreach (PathwayPlace place in _scenario.Places)
        {
            if (!told.Contains(place.Name) && ShortestCircle(place.Name, steps.Keys) is { } circle)
            {
                told.UnionWith(circle);
                (int route, int choice) = steps[(circle[^2], circle[^1])];
                yield return (route, choice, circle);
            }
        }
    }

    /// <summary>The shortest way by steps from a name back to itself, which stands first and last; null when there is none.</summary>
    public static IReadOnlyList<string>? ShortestCircle(string start, IEnumerable<(string From, string To)> steps)
    {
        ILookup<string, string> next = steps.ToLookup(s => s.From, s => s.To);
        Dictionary<string, string> before = [];
        Queue<string> line = new([start]);
        while (line.TryDequeue(out string? at))
        {
            foreach (string to in next[at])
            {
                if (to == start)
                {
                    List<string> circle = [start];
                    for (string back = at; back != start; back = before[back])
                    {
                        circle.Insert(0, back);
                    }

                    circle.Insert(0, start);
                    return circle;
                }

                if (before.TryAdd(to, at))
                {
                    line.Enqueue(to);
                }
            }
        }

        return null;
    }

    private Dictionary<(string From, string To), (int Route, int Choice)> Boarding()
    {
        Dictionary<(string From, string To), (int Route, int Choice)> steps = [];
        foreach (PathwayPlace from in _scenario.Places.Where(p => !p.Capacity.IsUnlimited))
        {
            foreach (string of in _scenario.Classes.Where(c => Comes(from.Name, c)))
            {
                PathwayRoute? route = Route(from.Name, of);
                for (int c = 0; c < (route?.To.Count ?? 0); c++)
                {
                    // Whoever loses patience is still in the place, and may board there for the next.
                    string? to = route!.To[c].Probability > 0 ? route.To[c].To : null;
                    HashSet<string> asked = [];
                    int at = _scenario.Routes.ToList().IndexOf(route);
                    while (to is not null && _places.GetValueOrDefault(to) is { WaitingSpot: WaitingSpot.PreviousPlace, Capacity.IsUnlimited: false } next && asked.Add(to))
                    {
                        bool leaves = Patience(next, of) is not null;
                        if (!leaves && !Dies(next, of))
                        {
                            steps.TryAdd((from.Name, to), (at, c));
                        }

                        to = leaves ? next.LeftTo : null;
                    }
                }
            }
        }

        return steps;
    }

    private void Follow()
    {
        Queue<(string Place, string Class)> line = [];
        foreach (ArrivalStream stream in _scenario.Arrivals)
        {
            foreach (string of in ClassesOf(stream))
            {
                foreach (string to in stream.To is { } first ? [first] : Ways(stream.Name, of))
                {
                    Reach(to, of);
                }
            }
        }

        foreach (CensusRow row in _scenario.Start.Census.Where(r => r.InPlace + r.Waiting > 0))
        {
            foreach (string of in row.Class is { } one ? [one] : _scenario.Classes)
            {
                Reach(row.Place, of);
            }
        }

        while (line.TryDequeue(out (string Place, string Class) at))
        {
            foreach (string to in Onward(at.Place, at.Class))
            {
                Reach(to, at.Class);
            }
        }

        void Reach(string place, string of)
        {
            if (_places.ContainsKey(place) && _coming.Add((place, of)))
            {
                line.Enqueue((place, of));
            }
        }
    }

    /// <summary>Everywhere people of a class may go who ask for a place: after the stay, turned away, or out of patience.</summary>
    private IEnumerable<string> Onward(string place, string of)
    {
        foreach (string to in Ways(place, of))
        {
            yield return to;
        }

        PathwayPlace asked = _places[place];
        if (asked.QueueLimit is not null)
        {
            yield return asked.TurnedAwayTo;
        }

        if (Patience(asked, of) is not null)
        {
            yield return asked.LeftTo;
        }
    }

    private IEnumerable<string> Ways(string from, string of) => Route(from, of)?.To.Where(c => c.Probability > 0).Select(c => c.To) ?? [];

    private IEnumerable<string> ClassesOf(ArrivalStream stream) => stream.Shares.Count == 0 ? _scenario.Classes : stream.Shares.Where(s => s.Share > 0).Select(s => s.Class);

    private static PatienceRule? Patience(PathwayPlace place, string of) =>
        place.Patience.FirstOrDefault(p => p.Class == of) ?? place.Patience.FirstOrDefault(p => p.Class is null);

    private static bool Dies(PathwayPlace place, string of) =>
        (place.Deaths.FirstOrDefault(d => d.Class == of) ?? place.Deaths.FirstOrDefault(d => d.Class is null)) is { PerDay: > 0 };
}
