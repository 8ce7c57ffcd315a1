using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>A scenario laid out on its world: areas chosen, calendar made, rates solved, needs shared out. Immutable and shared by all runs.</summary>
public sealed class Setup
{
    /// <summary>Lays a scenario out.</summary>
    /// <exception cref="ArgumentException">An area of the scenario is unknown to the world.</exception>
    public Setup(World world, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(scenario);
        World = world with { Parameters = world.Parameters.With(scenario.ParameterChanges) };
        Scenario = scenario;
        Rates = new RateTables(World);
        Parameters = new CareParameters(World.Parameters);
        Days = scenario.Period.WarmUpDays + scenario.Period.Days;
        FirstDay = scenario.Period.WarmUpDays;
        Epoch = new SimEpoch(scenario.Period.Start.AddDays(-FirstDay), World.BankHolidays);
        Trend = new Trend(World.Parameters, Epoch.DateOf(0), Days);
        Season = new ServiceSeason(World.Parameters, Epoch.DateOf(0), Days);
        Needs = new AreaNeeds(World, Rates);
        Systems = Chosen(World, scenario);
        Arms = [new Policy { Name = "baseline", Title = "All levers off", Levers = scenario.Baseline }, .. scenario.Policies];
        ArmPlan baseline = new(this, Arms[0]);
        Plans = [baseline, .. Arms.Skip(1).Select(p => new ArmPlan(this, p, baseline))];
        _idle = [.. Enumerable.Range(0, Arms.Count).Select(arm => new Lazy<IReadOnlyList<IdleLever>>(() => arm == 0 ? [] : IdleLever.Of(this, arm)))];
        MostBetweenBands = baseline.MostBetweenBands();
        MostCrises = Plans.Where((_, arm) => Branch(arm) > 0).Append(baseline).Max(p => p.CrisisExposure.Total);
    }

    private readonly Lazy<IReadOnlyList<IdleLever>>[] _idle;

    /// <summary>The world, with the scenario's parameter changes.</summary>
    public World World { get; }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Hazards by age, sex and frailty.</summary>
    public RateTables Rates { get; }

    /// <summary>Days simulated, warm-up included.</summary>
    public int Days { get; }

    /// <summary>First measured day.</summary>
    public int FirstDay { get; }

    /// <summary>The calendar; day 0 is the first day of the warm-up.</summary>
    public SimEpoch Epoch { get; }

    /// <summary>The acute systems with at least one chosen area, in order of name.</summary>
    public IReadOnlyList<SystemLayout> Systems { get; }

    /// <summary>The arms: the baseline first.</summary>
    public IReadOnlyList<Policy> Arms { get; }

    /// <summary>What the money levers of an arm buy, lose and hold back.</summary>
    public MoneyBought MoneyOf(int arm) => MoneyBought.Of(Plans[arm].Money, this);

    /// <summary>The lever of an arm on the last measured day: its own, or the baseline's; null when it is off.</summary>
    public T? LeverOf<T>(int arm, Func<Levers, T?> of)
        where T : class => Plans[arm].Days.Find(Days - 1, of, out _);

    /// <summary>Share of England out of the Fund's management in an arm on the last measured day (0 to 1).</summary>
    public double GraduatedShare(int arm) => Plans[arm].Days.Value(Days - 1, l => l.Graduation) ?? 0;

    /// <summary>Share of England's need, by expected emergency admissions, that the chosen areas have.</summary>
    public double ShareOfEngland => Systems.Sum(s => s.Areas.Sum(a => Needs.Need[a]));

    /// <summary>The most risk time of crises in any arm that shares its start with the baseline: who has a record must not depend on the arm.</summary>
    internal double MostCrises { get; }

    /// <summary>The most by which a day's risk time of deaths of one age band exceeds that of a younger one.</summary>
    internal double MostBetweenBands { get; }

    /// <summary>How demand and services move through the base year.</summary>
    internal Trend Trend { get; }

    /// <summary>The season that services follow.</summary>
    internal ServiceSeason Season { get; }

    internal CareParameters Parameters { get; }

    internal AreaNeeds Needs { get; }

    internal IReadOnlyList<ArmPlan> Plans { get; }

    /// <summary>First day on which an arm may differ from the baseline; <see cref="int.MaxValue"/> when it never does, and for the baseline.</summary>
    public int Branch(int arm) => Plans[arm].Branch;

    /// <summary>The levers of an arm that change nothing in this scenario: without them every day's teams, stocks, beds, shares and rates are the same.</summary>
    public IReadOnlyList<IdleLever> IdleLevers(int arm) => _idle[arm].Value;

    /// <summary>The seasonal index of crises by day of the run, on the trend of demand.</summary>
    public double[] CrisisSeason() =>
        [.. Enumerable.Range(0, Days).Select(d => World.Parameters["season.crisis." + ArmPlan.MonthName(Epoch.Month(d))] * Trend.Demand[d])];

    /// <summary>Intermediate-care beds against the year's mean, by day of the run: the season that the inputs give.</summary>
    public double[] IntermediateCareSeason() => Season.Of(World.Parameters["intermediate.days"]);

    /// <summary>Home-care hours against those of the middle of the base year, by day of the run: the trend that the inputs give.</summary>
    public IReadOnlyList<double> HomeCareTrend => Trend.HomeCare;

    private static List<SystemLayout> Chosen(World world, Scenario scenario)
    {
        HashSet<string> wanted = new(scenario.Areas, StringComparer.OrdinalIgnoreCase);
        foreach (string name in scenario.Areas)
        {
            if (!world.Areas.Any(a => Matches(a, name)))
            {
                throw new ArgumentException($"unknown area '{name}'", nameof(scenario));
            }
        }

        List<SystemLayout> systems = [];
        foreach (AcuteSystemInputs system in world.AcuteSystems)
        {
            int[] areas = [.. world.Areas.Where(a => a.AcuteSystem == system.Name && (wanted.Count == 0 || wanted.Any(w => Matches(a, w)))).Select(a => a.Ordinal)];
            if (areas.Length > 0)
            {
                systems.Add(new SystemLayout(systems.Count, system.Name, areas, system.Sites));
            }
        }

        return systems;
    }

    private static bool Matches(AreaInputs area, string name) =>
        string.Equals(area.Code, name, StringComparison.OrdinalIgnoreCase) || string.Equals(area.Name, name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One acute system of a run: it shares nothing with the others and is the unit of parallel work.</summary>
/// <param name="Index">Place among the chosen systems.</param>
/// <param name="Name">Name.</param>
/// <param name="Areas">Places of its chosen areas in the world's table, ascending.</param>
/// <param name="Sites">Acute sites.</param>
public sealed record SystemLayout(int Index, string Name, IReadOnlyList<int> Areas, int Sites);

/// <summary>What share of England's need and supply each area has; all shares of the whole world sum to 1, whichever areas are chosen.</summary>
internal sealed class AreaNeeds
{
    public AreaNeeds(World world, RateTables rates)
    {
        int n = world.Areas.Count;
        Need = new double[n];
        HomeNeed = new double[n];
        People = new double[n];
        HomeCare = new double[n];
        Residential = new double[n];
        Nursing = new double[n];
        HomeCareIndex = new double[n];
        CareHomeIndex = new double[n];
        MortalityIndex = new double[n];
        for (int i = 0; i < n; i++)
        {
            AreaInputs a = world.Areas[i];
            double deaths = 0;
            for (int k = 5; k < 31; k++)
            {
                int row = k < 30 ? k - 5 : 27;
                int people = a.Women[k] + a.Men[k];
                People[i] += people;
                Need[i] += people * rates.Admission(row);
                HomeNeed[i] += people * rates.Admission(row) * rates.ResidentAdmissionShare(row);
                deaths += (a.Women[k] * TotalDeath(rates, row, true)) + (a.Men[k] * TotalDeath(rates, row, false));
            }

            HomeCare[i] = a.HomeCareHours ?? double.NaN;
            Residential[i] = (a.ResidentialBedsPer1000 ?? double.NaN) * People[i];
            Nursing[i] = (a.NursingBedsPer1000 ?? double.NaN) * People[i];
            MortalityIndex[i] = a.Deaths is { } d && d > 0 ? d / deaths : double.NaN;
        }

        double[] residents = [.. HomeNeed];
        double[] everybody = [.. Need];
        Scale(Need);
        FillFromNeed(HomeCare, Need);
        FillFromNeed(Residential, Need);
        FillFromNeed(Nursing, Need);
        double known = 0;
        double expected = 0;
        for (int i = 0; i < n; i++)
        {
            HomeCareIndex[i] = Math.Clamp(HomeCare[i] / Need[i], 0.4, 2.5);
            CareHomeIndex[i] = Math.Clamp((Residential[i] + Nursing[i]) / 2 / Need[i], 0.4, 2.5);
            HomeNeed[i] = everybody[i] - (residents[i] * CareHomeIndex[i]);
            if (!double.IsNaN(MortalityIndex[i]))
            {
                known += MortalityIndex[i] * Need[i];
                expected += Need[i];
            }
        }

        Scale(HomeNeed);
        for (int i = 0; i < n; i++)
        {
            MortalityIndex[i] = double.IsNaN(MortalityIndex[i]) ? 1 : Math.Clamp(MortalityIndex[i] / (known / expected), 0.7, 1.4);
        }
    }

    /// <summary>Share of England's need: expected emergency admissions.</summary>
    public double[] Need { get; }

    /// <summary>Share of England's expected admissions of people who do not live in a care home: they are the ones who need support to leave.</summary>
    public double[] HomeNeed { get; }

    /// <summary>People 65 and over.</summary>
    public double[] People { get; }

    /// <summary>Share of England's home-care hours.</summary>
    public double[] HomeCare { get; }

    /// <summary>Share of England's residential places.</summary>
    public double[] Residential { get; }

    /// <summary>Share of England's nursing places.</summary>
    public double[] Nursing { get; }

    /// <summary>Hours against need: a council with fewer hours gives smaller packages.</summary>
    public double[] HomeCareIndex { get; }

    /// <summary>Places against need.</summary>
    public double[] CareHomeIndex { get; }

    /// <summary>Deaths against those expected from age and sex.</summary>
    public double[] MortalityIndex { get; }

    private static double TotalDeath(RateTables rates, int row, bool female)
    {
        double sum = 0;
        for (int f = 0; f < 4; f++)
        {
            double resident = rates.ResidentShare(row, (Frailty)f);
            Frailty inHome = f < (int)Frailty.Moderate ? Frailty.Moderate : (Frailty)f;
            sum += rates.Share(row, (Frailty)f) * ((rates.Death(row, female, (Frailty)f) * (1 - resident)) + (rates.Death(row, female, inHome) * resident * rates.ResidentDeathRatio));
        }

        return sum;
    }

    private static void FillFromNeed(double[] values, double[] need)
    {
        double own = 0;
        double ownNeed = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                own += values[i];
                ownNeed += need[i];
            }
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                values[i] = ownNeed > 0 ? own / ownNeed * need[i] : need[i];
            }
        }

        Scale(values);
    }

    private static void Scale(double[] values)
    {
        double sum = values.Sum();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= sum;
        }
    }
}
