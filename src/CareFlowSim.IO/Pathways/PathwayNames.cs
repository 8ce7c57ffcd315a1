using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Sees that every place, stream, class and end that is named is there, and offers the nearest that is.</summary>
internal sealed class PathwayNames
{
    private readonly SourcePositions _positions;
    private readonly FaultList _faults;
    private readonly string[] _places;
    private readonly string[] _streams;
    private readonly string[] _targets;
    private readonly IReadOnlyList<string> _classes;

    private PathwayNames(PathwayScenario scenario, SourcePositions positions, FaultList faults)
    {
        _positions = positions;
        _faults = faults;
        _places = [.. scenario.Places.Select(p => p.Name).Where(n => n.Length > 0)];
        _streams = [.. scenario.Arrivals.Select(a => a.Name).Where(n => n.Length > 0)];
        _targets = [.. _places, .. scenario.Ends, .. PathwayEnds.All];
        _classes = scenario.Classes;
    }

    /// <summary>Notes every name that there is not.</summary>
    public static void Check(PathwayScenario scenario, SourcePositions positions, FaultList faults) => new PathwayNames(scenario, positions, faults).All(scenario);

    private void All(PathwayScenario s)
    {
        for (int i = 0; i < s.Arrivals.Count; i++)
        {
            string path = SourcePositions.Join("arrivals", i);
            Place(path + ".to", s.Arrivals[i].To);
            foreach (ClassShare share in s.Arrivals[i].Shares)
            {
                Class($"{path}.classes.{share.Class}", share.Class, named: true);
            }
        }

        for (int i = 0; i < s.Places.Count; i++)
        {
            OfPlace(SourcePositions.Join("places", i), s.Places[i]);
        }

        Routes("routes", s.Routes);
        for (int i = 0; i < s.Start.Census.Count; i++)
        {
            string path = SourcePositions.Join("start.census", i);
            Place(path + ".place", s.Start.Census[i].Place);
            Class(path + ".class", s.Start.Census[i].Class);
            Place(path + ".waiting_in", s.Start.Census[i].WaitingIn);
        }

        for (int i = 0; i < s.Replications.Precision.Count; i++)
        {
            Place(Item("precision", i) + ".place", s.Replications.Precision[i].Place);
        }

        for (int i = 0; i < (s.Search?.Places.Count ?? 0); i++)
        {
            Place(Item("search.places", i) + ".place", s.Search!.Places[i].Place);
        }

        for (int i = 0; i < (s.Search?.ServiceLevels.Count ?? 0); i++)
        {
            Place(Item("search.service_levels", i) + ".place", s.Search!.ServiceLevels[i].Place);
        }

        for (int i = 0; i < s.Policies.Count; i++)
        {
            OfPolicy(SourcePositions.Join("policies", i), s.Policies[i]);
        }
    }

    private void OfPlace(string path, PathwayPlace place)
    {
        Stays(path + ".stay", place.Stays);
        for (int i = 0; i < place.Priority.Count; i++)
        {
            Class(SourcePositions.Join(path + ".priority", i), place.Priority[i]);
        }

        for (int i = 0; i < place.Patience.Count; i++)
        {
            Class(Item(path + ".patience", i) + ".class", place.Patience[i].Class);
        }

        for (int i = 0; i < place.Deaths.Count; i++)
        {
            Class(Item(path + ".deaths_waiting", i) + ".class", place.Deaths[i].Class);
        }

        Target(path + ".turned_away_to", place.TurnedAwayTo);
        Target(path + ".left_to", place.LeftTo);
    }

    private void OfPolicy(string path, PathwayPolicy policy)
    {
        for (int i = 0; i < policy.Places.Count; i++)
        {
            string place = Item(path + ".places", i);
            Place(place + ".place", policy.Places[i].Place);
            Stays(place + ".stay", policy.Places[i].Stays);
        }

        Routes(path + ".routes", policy.Routes);
        for (int i = 0; i < policy.Arrivals.Count; i++)
        {
            Name(Item(path + ".arrivals", i) + ".stream", policy.Arrivals[i].Stream, _streams, "stream");
        }
    }

    private void Stays(string path, IReadOnlyList<StayRule> stays)
    {
        for (int i = 0; i < stays.Count; i++)
        {
            Class(Item(path, i) + ".class", stays[i].Class);
        }
    }

    private void Routes(string path, IReadOnlyList<PathwayRoute> routes)
    {
        for (int i = 0; i < routes.Count; i++)
        {
            string route = Item(path, i);
            Name(route + ".from", routes[i].From, [.. _places, .. _streams], "place or stream");
            Class(route + ".class", routes[i].Class);
            foreach (RouteChoice choice in routes[i].To)
            {
                string at = $"{route}.to.{choice.To}";
                Target(_positions.Has(at) ? at : route + ".to", choice.To, named: _positions.Has(at));
            }
        }
    }

    private void Place(string path, string? name) => Name(path, name, _places, "place");

    private void Class(string path, string? name, bool named = false) => Name(path, name, _classes, "class", named);

    private void Target(string path, string name, bool named = false) => Name(path, name, _targets, "place or end", named);

    private void Name(string path, string? name, IReadOnlyCollection<string> known, string what, bool named = false)
    {
        if (name is null or "" || known.Contains(name) || _faults.Spoils(path))
        {
            return;
        }

        string choice = known.Count == 0 ? $"the name of a {what}" : $"the {(what == "class" ? "classes" : what.Replace("place", "places", StringComparison.Ordinal).Replace("stream", "streams", StringComparison.Ordinal).Replace("end", "ends", StringComparison.Ordinal))} here are {string.Join(", ", known)}";
        _faults.Add(path, _positions, named ? $"is no {what}" : $"is '{name}', which is no {what}", Form.Choice(name, known, choice));
    }

    /// <summary>A single group may stand where a list could.</summary>
    private string Item(string path, int index) =>
        _positions.Has(SourcePositions.Join(path, index)) ? SourcePositions.Join(path, index) : path;
}
