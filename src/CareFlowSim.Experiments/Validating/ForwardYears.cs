using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>
/// Runs of later years, one by one: each with the people counted in its own year, a warm-up of its own and the policies of its day.
/// One long run would age the people of 2014 and know neither those who moved nor whom it does not hold below 60; a year of its own starts from
/// the official count. What it gives up: lines that would have grown from one year into the next start each year at the level that their own
/// capacity sustains.
/// </summary>
public static class ForwardYears
{
    /// <summary>The financial year that the rates of the world belong to.</summary>
    public const int BaseYear = 2014;

    private const string CrisisLevel = "crisis.level";
    private const string Growth = "demand.growth_per_year";
    private const string DemandTrend = "trend.demand_per_year";

    /// <summary>
    /// The world with the people of a later year. Death rates by age stay those of the base year, so deaths rise with the people; places,
    /// beds and hours stay what they were at the end of the base year, in number and place.
    /// </summary>
    /// <param name="world">The world of the base year.</param>
    /// <param name="people">The same areas with the people of the later year.</param>
    public static World WorldOf(World world, IReadOnlyList<AreaInputs> people)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(people);
        if (!people.Select(a => a.Code).SequenceEqual(world.Areas.Select(a => a.Code)))
        {
            throw new ArgumentException("The areas of the later year are not those of the world.", nameof(people));
        }

        MortalityInputs mortality = world.Mortality;
        return world with
        {
            Areas = [.. world.Areas.Zip(people, (before, after) => Grown(before, after, mortality))],
            Mortality = mortality with
            {
                Bands = [.. mortality.Bands.Select(b => b with
                {
                    Deaths = (int)Math.Round(b.Deaths * people.Sum(a => Expected(a, b, mortality)) / world.Areas.Sum(a => Expected(a, b, mortality))),
                })],
            },
        };
    }

    /// <summary>The part of a scenario of several years that is one financial year: 1 April to 31 March, with the background growth up to its start in the level of crises.</summary>
    /// <param name="forward">The scenario of all years; its policies start on its first day unless they say otherwise.</param>
    /// <param name="world">The world of the base year.</param>
    /// <param name="year">Calendar year in which the financial year starts.</param>
    public static Scenario ScenarioOf(Scenario forward, World world, int year)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(world);
        double Parameter(string key) => forward.ParameterChanges.TryGetValue(key, out double changed) ? changed : world.Parameters[key];
        DateOnly start = new(year, 4, 1);

        // Rates are those of the middle of the base year; the model lets growth go on from the first measured day. The base year's own trend of demand would count its second half twice.
        double grown = Math.Pow(1 + Parameter(Growth), year - BaseYear - 0.5);
        return forward with
        {
            Name = forward.Name + "-" + SimulatedSeries.YearOf(start),
            Period = new Period(start, start.AddYears(1).DayNumber - start.DayNumber, forward.Period.WarmUpDays),
            ParameterChanges = new Dictionary<string, double>(forward.ParameterChanges) { [CrisisLevel] = Parameter(CrisisLevel) * grown, [DemandTrend] = 0 },
            Policies = [.. forward.Policies.Select(p => p with { From = p.From ?? forward.Period.Start })],
        };
    }

    private static AreaInputs Grown(AreaInputs before, AreaInputs after, MortalityInputs mortality)
    {
        double elderly = Elderly(before) / Elderly(after);
        double deaths = mortality.Bands.Sum(b => Expected(after, b, mortality)) / mortality.Bands.Sum(b => Expected(before, b, mortality));
        return before with
        {
            Women = after.Women,
            Men = after.Men,
            Deaths = before.Deaths is { } d ? (int)Math.Round(d * deaths) : null,
            ResidentialBedsPer1000 = before.ResidentialBedsPer1000 * elderly,
            NursingBedsPer1000 = before.NursingBedsPer1000 * elderly,
        };
    }

    private static double Elderly(AreaInputs area) => area.Women.Skip(5).Sum() + area.Men.Skip(5).Sum();

    /// <summary>Deaths that the gradient alone would expect among an area's people of one band.</summary>
    private static double Expected(AreaInputs area, DeathBand band, MortalityInputs mortality)
    {
        IReadOnlyList<int> people = band.Female ? area.Women : area.Men;
        IReadOnlyList<double> q = band.Female ? mortality.WomenByAge : mortality.MenByAge;
        int from = band.AgeFrom - 60;
        return Enumerable.Range(from, band.AgeFrom == 90 ? 1 : 5).Sum(i => people[i] * q[i]);
    }
}
