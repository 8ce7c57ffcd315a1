using System.Globalization;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>No arm may take away more of a capacity than the world has on that day.</summary>
/// <remarks>Dated changes are England's totals, so they are judged against England's capacities, also when a scenario has few areas.</remarks>
internal static class CapacityRules
{
    private const double WeeksPerYear = 52.18;

    /// <summary>Notes the first change of each arm and capacity that leaves less than nothing.</summary>
    public static void Check(Scenario scenario, World world, SourcePositions positions, FaultList faults)
    {
        ParameterTable parameters = world.Parameters.With(scenario.ParameterChanges);
        DateOnly end = scenario.Period.Start.AddDays(scenario.Period.Days);
        World changed = world with { Parameters = parameters };
        MoneyRules.CheckAgainst("baseline", scenario.Baseline, changed, positions, faults);
        for (int i = 0; i < scenario.Policies.Count; i++)
        {
            MoneyRules.CheckAgainst(SourcePositions.Join("policies", i), scenario.Policies[i].Levers, changed, positions, faults);
        }

        foreach (Key<Levers, IReadOnlyList<CapacityChange>> capacity in LeverKeys.Capacities)
        {
            List<Placed> baseline = Place("baseline", capacity, scenario.Baseline, parameters);
            if (!Holds(baseline))
            {
                continue;
            }

            for (int i = 0; i < scenario.Policies.Count; i++)
            {
                // A pooled budget of the policy's own takes the place of the baseline's, with its closures.
                Levers levers = scenario.Policies[i].Levers;
                IEnumerable<Placed> kept = levers.PooledBudget is null ? baseline : Place("baseline", capacity, scenario.Baseline with { PooledBudget = null }, parameters);
                _ = Holds([.. kept, .. Place(SourcePositions.Join("policies", i), capacity, levers, parameters)]);
            }

            bool Holds(List<Placed> changes)
            {
                if (FirstBelowZero(changes, (from, to) => Least(capacity, world, parameters, from, to), end) is not { } low)
                {
                    return true;
                }

                faults.Add(
                    low.At.Path, positions,
                    $"leaves {Show(low.Left)} {low.Unit} in England from {DateForm.Show(low.From)}",
                    $"changes that, added up, take at most the {Show(low.Held)} that the world has");
                return false;
            }
        }
    }

    private static Low? FirstBelowZero(List<Placed> changes, Func<DateOnly, DateOnly, double> least, DateOnly end)
    {
        double sum = 0;
        List<IGrouping<DateOnly, Placed>> days = [.. changes.GroupBy(c => c.Change.Date).OrderBy(g => g.Key)];
        for (int i = 0; i < days.Count; i++)
        {
            sum += days[i].Sum(c => c.Change.Change);
            DateOnly until = i + 1 < days.Count ? days[i + 1].Key : end;
            double held = least(days[i].Key, until);
            if (held + sum < 0)
            {
                Placed at = days[i].LastOrDefault(c => c.Change.Change < 0) ?? days[i].Last();
                return new Low(at, at.Unit, days[i].Key, held, held + sum);
            }
        }

        return null;
    }

    private static List<Placed> Place(string path, Key<Levers, IReadOnlyList<CapacityChange>> capacity, Levers levers, ParameterTable parameters)
    {
        string unit = capacity.Name.Replace('_', ' ');
        List<Placed> placed = [.. capacity.ChangesOf(levers).Select((c, i) => new Placed(SourcePositions.Join($"{path}.{capacity.Name}", i) + ".change", unit, c))];
        if (capacity == LeverKeys.AcuteBeds)
        {
            placed.AddRange(MoneyRules.Closures(path, levers, parameters).Select(c => new Placed(c.Path, unit, c.Change)));
        }

        return placed;
    }

    /// <summary>The least that the world has of a capacity from one day until the day before another.</summary>
    private static double Least(Key<Levers, IReadOnlyList<CapacityChange>> capacity, World world, ParameterTable parameters, DateOnly from, DateOnly until)
    {
        double residents = parameters["care_home.residents"] * (1 + parameters["care_home.spare_share"]);
        return capacity.Name switch
        {
            _ when capacity == LeverKeys.AcuteBeds => LeastBeds(world.AcuteBeds, from, until),
            _ when capacity == LeverKeys.IntermediateCareBeds => parameters["intermediate.beds"],
            _ when capacity == LeverKeys.ReablementPlaces => parameters["reablement.places"],
            _ when capacity == LeverKeys.HomeCareHours =>
                world.Areas.Sum(a => a.HomeCareHours ?? 0) * parameters["homecare.share_65plus"] / WeeksPerYear,
            _ when capacity == LeverKeys.ResidentialPlaces => residents * (1 - parameters["care_home.nursing_share"]),
            _ when capacity == LeverKeys.NursingPlaces => residents * parameters["care_home.nursing_share"],
            _ => throw new ArgumentException($"no rule for {capacity.Name}", nameof(capacity)),
        };
    }

    private static double LeastBeds(IReadOnlyList<BedQuarter> quarters, DateOnly from, DateOnly until)
    {
        double least = double.PositiveInfinity;
        DateOnly month = new(from.Year, from.Month, 1);
        do
        {
            int first = ((month.Month - 1) / 3 * 3) + 1;
            least = Math.Min(least, quarters.First(q => q.FirstMonth == first).Available);
            month = month.AddMonths(1);
        }
        while (month < until);
        return least;
    }

    private static string Show(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    private sealed record Placed(string Path, string Unit, CapacityChange Change);

    private sealed record Low(Placed At, string Unit, DateOnly From, double Held, double Left);
}
