namespace CareFlowSim.Model;

/// <summary>What the routes of a pathway must obey: each by itself, and all together.</summary>
internal static class RouteRules
{
    /// <summary>Notes everything that is wrong with routes by themselves.</summary>
    public static void Check(string path, IReadOnlyList<PathwayRoute> routes, PathwayScenario scenario, PathwayFaults faults)
    {
        HashSet<(string, string?)> seen = [];
        for (int i = 0; i < routes.Count; i++)
        {
            PathwayRoute route = routes[i];
            string at = $"{path}[{i}]";
            ArrivalStream? stream = scenario.Arrivals.FirstOrDefault(a => a.Name == route.From);
            if (stream is { To: not null })
            {
                faults.Add(at + ".from", $"is '{route.From}', a stream that has its first place, '{stream.To}', already", "a place, or a stream without 'to'");
            }
            else if (stream is null && !faults.IsPlace(route.From))
            {
                string[] known = [.. scenario.Places.Select(p => p.Name), .. scenario.Arrivals.Where(a => a.To is null).Select(a => a.Name)];
                faults.Add(at + ".from", $"is '{route.From}', which is not a place or a stream", $"one of {PathwayFaults.Show(known)}");
            }

            faults.Class(at + ".class", route.Class);
            if (!seen.Add((route.From, route.Class)))
            {
                faults.Add(at, $"is a second route from '{route.From}' for {(route.Class is null ? "all other classes" : $"class '{route.Class}'")}", "one route for each place and class");
            }

            CheckChoices(at + ".to", route, faults);
        }
    }

    /// <summary>Notes what is wrong with the way of people through all places: no route, never reached, no way out, boarding in a circle.</summary>
    /// <param name="arm">Whether it is an arm, whose places need not all be reached.</param>
    /// <param name="scenario">The scenario, with a policy or without.</param>
    /// <param name="faults">The faults.</param>
    public static void CheckFlow(bool arm, PathwayScenario scenario, PathwayFaults faults)
    {
        PathwayFlow flow = new(scenario);
        for (int s = 0; s < scenario.Arrivals.Count; s++)
        {
            foreach (string name in flow.WithoutRoute(scenario.Arrivals[s]))
            {
                faults.Add($"arrivals[{s}]", $"has no route for class '{name}'", $"a route from '{scenario.Arrivals[s].Name}' for the class, or for all classes");
            }
        }

        // A name that is misspelt is told by itself; that a place then has no way in or out is told once it is mended.
        bool lostWayIn = scenario.Arrivals.Any(a => a.To is { } to && !faults.IsPlace(to)) || scenario.Routes.Any(r => r.To.Any(c => !faults.IsTarget(c.To)));
        bool lostWayOut = scenario.Routes.Any(r => !faults.IsPlace(r.From) && scenario.Arrivals.All(a => a.Name != r.From));
        bool complete = true;
        for (int p = 0; p < scenario.Places.Count; p++)
        {
            PathwayPlace place = scenario.Places[p];
            string[] coming = [.. scenario.Classes.Where(c => flow.Comes(place.Name, c))];
            if (!scenario.Routes.Any(r => r.From == place.Name))
            {
                complete = false;
                if (!lostWayOut)
                {
                    faults.Add($"places[{p}]", $"'{place.Name}' has no route, so nobody could ever leave", $"a route from '{place.Name}' to a place or an end");
                }
            }
            else
            {
                foreach (string name in coming.Where(c => flow.Route(place.Name, c) is null))
                {
                    faults.Add($"places[{p}]", $"'{place.Name}' has no route for class '{name}', whose people come here", $"a route from '{place.Name}' for the class, or for all classes");
                    complete = false;
                }
            }

            foreach (string name in coming.Where(c => !place.Stays.Any(s => s.Class is null || s.Class == c)))
            {
                faults.Add($"places[{p}].stays", $"has no length of stay for class '{name}', whose people come here", "a stay for the class, or for all classes");
            }

            if (coming.Length == 0 && !arm && !lostWayIn)
            {
                faults.Add($"places[{p}]", $"'{place.Name}' is never reached", "a place that a stream, a route or the census leads to");
            }
        }

        if (complete)
        {
            foreach (IGrouping<string, (string Place, string Class)> trapped in flow.Trapped().GroupBy(t => t.Place))
            {
                int p = scenario.Places.ToList().FindIndex(x => x.Name == trapped.Key);
                string who = scenario.Classes.Count == 1 ? "nobody who" : $"nobody of class {PathwayFaults.Show(trapped.Select(t => $"'{t.Class}'"))} who";
                faults.Add($"places[{p}]", $"{who} comes to '{trapped.Key}' ever reaches an end", "routes that lead to an end sooner or later");
            }
        }

        foreach ((int route, int choice, IReadOnlyList<string> circle) in flow.BoardingCircles())
        {
            faults.Add(
                $"routes[{route}].to[{choice}].to",
                circle.Count == 2
                    ? $"lets people board in '{circle[0]}' for '{circle[0]}' itself: when everybody there waits for the same place, nobody can ever move (deadlock)"
                    : $"closes a circle of places that board for each other, {string.Join(" - ", circle)}: when all are full of people waiting for the next, nobody can ever move (deadlock)",
                "'outside' as the waiting spot of one place of the circle, no limit on its capacity, or patience for all who wait");
        }
    }

    private static void CheckChoices(string path, PathwayRoute route, PathwayFaults faults)
    {
        if (route.To.Count == 0)
        {
            faults.Add(path, $"leads nowhere from '{route.From}'", "at least one place or end");
            return;
        }

        bool holds = true;
        HashSet<string> seen = [];
        for (int i = 0; i < route.To.Count; i++)
        {
            faults.Target($"{path}[{i}].to", route.To[i].To);
            holds &= faults.Share($"{path}[{i}].probability", route.To[i].Probability);
            if (!seen.Add(route.To[i].To))
            {
                faults.Add($"{path}[{i}].to", $"is '{route.To[i].To}', which is there already", "each place and end once");
            }
        }

        if (holds)
        {
            string of = route.Class is null ? $"probabilities from '{route.From}'" : $"probabilities from '{route.From}' for class '{route.Class}'";
            ArrivalRules.SumsToOne(path, route.To.Sum(c => c.Probability), of, faults);
        }
    }
}
