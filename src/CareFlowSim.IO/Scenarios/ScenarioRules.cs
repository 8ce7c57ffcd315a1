using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>What must hold between the values of a scenario, beyond what each may be by itself.</summary>
internal static class ScenarioRules
{
    /// <summary>Notes every broken rule; leaves out rules about values that are already at fault.</summary>
    public static void Check(
        Scenario scenario, IReadOnlyCollection<(string Code, string Name)>? knownAreas, SourcePositions positions, FaultList faults)
    {
        CheckAreas(scenario.Areas, knownAreas, positions, faults);
        bool periodHolds = !faults.Spoils("period") && PeriodHolds(scenario.Period, positions, faults);
        CheckPrecision(scenario, positions, faults);
        CheckLevers("baseline", scenario.Baseline, scenario.Period, periodHolds, positions, faults);
        for (int i = 0; i < scenario.Policies.Count; i++)
        {
            string path = SourcePositions.Join("policies", i);
            CheckName(path, i, scenario.Policies, positions, faults);
            CheckLevers(path, scenario.Policies[i].Levers, scenario.Period, periodHolds, positions, faults);
            if (scenario.Policies[i].From is { } from && periodHolds)
            {
                CheckDay(path + ".from", from, scenario.Period, positions, faults);
            }
        }
    }

    private static void CheckPrecision(Scenario scenario, SourcePositions positions, FaultList faults)
    {
        for (int i = 0; i < scenario.Precision.Count; i++)
        {
            PrecisionGoal<string> goal = scenario.Precision[i];
            string path = positions.Has(SourcePositions.Join("precision", i)) ? SourcePositions.Join("precision", i) : "precision";
            if (goal.AtMost < goal.AtLeast && !faults.Spoils(path))
            {
                faults.Add(path + ".at_most", positions, $"is {goal.AtMost}", $"at least the fewest, {goal.AtLeast}");
            }

            if (goal.Of == PrecisionOf.Change && scenario.Policies.Count == 0)
            {
                faults.Add(path + ".of", positions, "is the change, and there is no policy", "the baseline, or a policy");
            }
        }
    }

    /// <summary>Notes areas that are unknown or named twice.</summary>
    public static void CheckAreas(
        IReadOnlyList<string> areas, IReadOnlyCollection<(string Code, string Name)>? known, SourcePositions positions, FaultList faults)
    {
        Dictionary<string, string> codes = new(StringComparer.Ordinal);
        foreach ((string code, string name) in known ?? [])
        {
            codes[name] = code;
            codes[code] = code;
        }

        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < areas.Count; i++)
        {
            string path = SourcePositions.Join("areas", i);
            if (faults.Spoils(path))
            {
                continue;
            }

            string? code = codes.GetValueOrDefault(areas[i]);
            if (known is not null && code is null)
            {
                faults.Add(
                    path, positions, $"is '{areas[i]}', which is not an area of the world",
                    Form.Choice(areas[i], codes.Keys, "the areas are listed in areas.csv of the world"));
            }
            else if (!seen.TryAdd(code ?? areas[i], areas[i]))
            {
                faults.Add(path, positions, $"is '{areas[i]}', which is there already as '{seen[code ?? areas[i]]}'", "each area once");
            }
        }
    }

    private static bool PeriodHolds(Period period, SourcePositions positions, FaultList faults)
    {
        DateOnly first = FirstDay(period);
        DateOnly last = LastDay(period);
        if (first < DateForm.First)
        {
            faults.Add(
                "period.warm_up_days", positions, $"makes the warm-up start on {DateForm.Show(first)}",
                $"a first day not before {DateForm.Show(DateForm.First)}, where the table of bank holidays starts");
        }

        if (last > DateForm.Last)
        {
            faults.Add(
                "period.days", positions, $"makes {DateForm.Show(last)} the last day",
                $"a last day not after {DateForm.Show(DateForm.Last)}, where the table of bank holidays ends");
        }

        return first >= DateForm.First && last <= DateForm.Last;
    }

    private static void CheckName(string path, int index, IReadOnlyList<Policy> policies, SourcePositions positions, FaultList faults)
    {
        string name = policies[index].Name;
        string key = path + ".name";
        if (name.Length == 0 || faults.Spoils(key))
        {
            return;
        }

        if (name.Equals(PolicyKeys.Reserved, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(key, positions, $"is '{name}', the name of the arm without a policy", "any other name");
        }
        else if (policies.Take(index).FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } earlier)
        {
            faults.Add(key, positions, $"is '{name}', the name of an earlier policy ('{earlier.Name}')", "a name that differs by more than capitals");
        }
    }

    private static void CheckLevers(
        string path, Levers levers, Period period, bool periodHolds, SourcePositions positions, FaultList faults)
    {
        string sevenDays = path + ".seven_day_care";
        if (levers.SevenDayCare is { CrisisResponse: null, Assessment: null, PackageStart: null, CareHomeAdmission: null } && !faults.Spoils(sevenDays))
        {
            faults.Add(sevenDays, positions, "names no service", "at least one of crisis_response, assessment, package_start, care_home_admission");
        }

        string workforce = path + ".workforce";
        if (levers.Workforce is { CrisisResponse: 0, SocialWork: 0, HomeCare: 0, LeadProfessionals: 0 } && !faults.Spoils(workforce))
        {
            faults.Add(workforce, positions, "names no posts", "more than 0 in at least one of crisis_response, social_work, home_care, lead_professionals");
        }

        foreach ((string at, DateOnly day) in periodHolds ? MoneyRules.Days(path, levers) : [])
        {
            CheckDay(at, day, period, positions, faults);
        }

        MoneyRules.Check(path, levers, positions, faults);
        if (!periodHolds)
        {
            return;
        }

        foreach (Key<Levers, IReadOnlyList<CapacityChange>> capacity in LeverKeys.Capacities)
        {
            IReadOnlyList<CapacityChange> changes = capacity.ChangesOf(levers);
            for (int i = 0; i < changes.Count; i++)
            {
                CheckDay(SourcePositions.Join($"{path}.{capacity.Name}", i) + ".date", changes[i].Date, period, positions, faults);
            }
        }
    }

    private static void CheckDay(string path, DateOnly day, Period period, SourcePositions positions, FaultList faults)
    {
        if ((day < FirstDay(period) || day > LastDay(period)) && !faults.Spoils(path))
        {
            faults.Add(
                path, positions, $"is {DateForm.Show(day)}, outside the simulated days",
                $"a day from {DateForm.Show(FirstDay(period))} (the warm-up) to {DateForm.Show(LastDay(period))}");
        }
    }

    private static DateOnly FirstDay(Period period) => Shift(period.Start, -(long)period.WarmUpDays);

    private static DateOnly LastDay(Period period) => Shift(period.Start, period.Days - 1L);

    private static DateOnly Shift(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
