namespace CareFlowSim.Model;

/// <summary>How many people of which age and sex an area sends into a run; the same people in every arm and replication.</summary>
internal static class PopulationBuilder
{
    /// <summary>People of an area: 65 and over at the start, then those who turn 65 during the run.</summary>
    public static int Count(Setup setup, int area)
    {
        int count = 0;
        foreach (Cohort c in Cohorts(setup, area))
        {
            count += c.Count;
        }

        return count;
    }

    /// <summary>The cohorts of an area in a fixed order; with a sample, every N-th person of the whole list is taken.</summary>
    public static IEnumerable<Cohort> Cohorts(Setup setup, int area)
    {
        AreaInputs a = setup.World.Areas[area];
        int n = setup.Scenario.PeoplePerAgent;
        long seen = n / 2;
        foreach (bool female in Sexes)
        {
            IReadOnlyList<int> people = female ? a.Women : a.Men;
            for (int age = 65; age <= 90; age++)
            {
                long before = seen / n;
                seen += people[age - 60];
                yield return new Cohort(female, age, (int)((seen / n) - before), 0);
            }
        }

        int years = (int)Math.Ceiling(setup.Days / 365.25);
        foreach (bool female in Sexes)
        {
            IReadOnlyList<int> people = female ? a.Women : a.Men;
            for (int year = 0; year < years; year++)
            {
                // Nobody is known below 60: later joiners are as many as the 60-year-olds of the base year.
                double share = Math.Min(1, (setup.Days / 365.25) - year);
                int joiners = (int)Math.Round(people[Math.Max(0, 4 - year)] * share);
                long before = seen / n;
                seen += joiners;
                yield return new Cohort(female, 64, (int)((seen / n) - before), year);
            }
        }
    }

    private static readonly bool[] Sexes = [true, false];
}

/// <summary>People of one sex and age.</summary>
/// <param name="Female">Women or men.</param>
/// <param name="Age">Age at the start; 64 stands for people who turn 65 during the run.</param>
/// <param name="Count">How many.</param>
/// <param name="Year">For those who turn 65: in which year of the run.</param>
internal readonly record struct Cohort(bool Female, int Age, int Count, int Year);
