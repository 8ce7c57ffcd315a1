using CareFlowSim.Kernel;
using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>Everything an experiment counted. Sums over replications are of integers, so the order of work does not show.</summary>
public sealed class ExperimentResult
{
    private readonly object _gate = new();
    private readonly int[] _slotOfArea;
    private readonly Dictionary<int, List<SystemOutcome>> _pending = [];

    internal ExperimentResult(Setup setup, int? replications = null)
    {
        Setup = setup;
        Areas = [.. setup.Systems.SelectMany(s => s.Areas).Order()];
        _slotOfArea = new int[setup.World.Areas.Count];
        Array.Fill(_slotOfArea, -1);
        for (int i = 0; i < Areas.Count; i++)
        {
            _slotOfArea[Areas[i]] = i;
        }

        Arms = setup.Arms.Count;
        Asked = Replications = replications ?? setup.Scenario.Replications;
        Sites = [.. setup.Systems.SelectMany(s => Enumerable.Range(0, s.Sites).Select(i => (s.Index, i)))];
        Records = new AreaRecord[Replications, Arms, Areas.Count];
        Demand = new SiteDemand[Replications, Arms, Sites.Count];
        England = new int[Replications, Arms][][];
        AreaDaily = new long[Arms, Areas.Count][][];
        AreaReasons = new long[Arms, Areas.Count][][];
        Waits = new Histogram[Arms, Areas.Count][];
        SiteDaily = new long[Arms, Sites.Count][][];
        Done = new bool[Replications, setup.Systems.Count];
        Spells = new IReadOnlyList<SpellEntry>[Replications, Arms, setup.Systems.Count];
    }

    /// <summary>The scenario laid out on its world.</summary>
    public Setup Setup { get; }

    /// <summary>Chosen areas, as places in the world's table, ascending.</summary>
    public IReadOnlyList<int> Areas { get; }

    /// <summary>Acute sites: system and number within it.</summary>
    public IReadOnlyList<(int System, int Site)> Sites { get; }

    /// <summary>Number of arms; 0 is the baseline.</summary>
    public int Arms { get; }

    /// <summary>Number of replications.</summary>
    public int Replications { get; }

    /// <summary>Per replication, arm and area.</summary>
    public AreaRecord[,,] Records { get; }

    /// <summary>Demand for beds per replication, arm and site.</summary>
    public SiteDemand[,,] Demand { get; }

    /// <summary>All chosen areas together, per replication and arm: series by day.</summary>
    public int[,][][] England { get; }

    /// <summary>Per arm and area, summed over replications: series by day.</summary>
    public long[,][][] AreaDaily { get; }

    /// <summary>Per arm and area, summed over replications: recorded delays at midnight by reason and day.</summary>
    public long[,][][] AreaReasons { get; }

    /// <summary>Per arm and area, over all replications: distributions of waits.</summary>
    public Histogram[,][] Waits { get; }

    /// <summary>Per arm and site, summed over replications: beds, occupied, boarding by day.</summary>
    public long[,][][] SiteDaily { get; }

    /// <summary>Finished spells per replication, arm and system, when asked for.</summary>
    public IReadOnlyList<SpellEntry>[,,] Spells { get; }

    /// <summary>Replications asked for; when a rule decides, those after which it said to stop.</summary>
    public int Asked { get; private init; }

    /// <summary>How precision was reached; null where none was asked for.</summary>
    public PrecisionCheck? Precision { get; internal set; }

    /// <summary>How the best policy was chosen; null where it was not asked for.</summary>
    public BestPolicy? Selection { get; internal set; }

    /// <summary>Which replications of which systems are finished.</summary>
    public bool[,] Done { get; }

    /// <summary>Events handled, warm-up included.</summary>
    public long Events { get; private set; }

    /// <summary>Whether everything is finished.</summary>
    public bool Complete => Done.Cast<bool>().All(d => d);

    /// <summary>Number of people one simulated person stands for.</summary>
    public int Scale => Setup.Scenario.PeoplePerAgent;

    /// <summary>Place of an area among <see cref="Areas"/>.</summary>
    public int SlotOf(int area) => _slotOfArea[area];

    /// <summary>One total over the chosen areas, scaled to people.</summary>
    public double Total(int replication, int arm, Measure measure)
    {
        long sum = 0;
        for (int a = 0; a < Areas.Count; a++)
        {
            sum += Records[replication, arm, a].Totals[(int)measure];
        }

        return sum * (double)Scale;
    }

    /// <summary>Mean over replications of one total, scaled to people.</summary>
    public double Mean(int arm, Measure measure)
    {
        double sum = 0;
        for (int r = 0; r < Replications; r++)
        {
            sum += Total(r, arm, measure);
        }

        return sum / Replications;
    }

    /// <summary>Paired counts over the chosen areas in one replication, in simulated people.</summary>
    public PairedCounts Paired(int replication, int arm)
    {
        PairedCounts sum = default;
        for (int a = 0; a < Areas.Count; a++)
        {
            sum.Add(Records[replication, arm, a].Paired);
        }

        return sum;
    }

    /// <summary>Delayed days of a reason over the chosen areas in one replication, in simulated people.</summary>
    public DelayDays Delays(int replication, int arm, int reason)
    {
        DelayDays sum = default;
        for (int a = 0; a < Areas.Count; a++)
        {
            for (int o = 0; o < 3; o++)
            {
                sum.Add(Records[replication, arm, a].Delays[reason, o]);
            }
        }

        return sum;
    }

    internal void Add(SystemLayout system, int replication, IReadOnlyList<SystemOutcome> arms)
    {
        PairedCounts[][] paired = [.. arms.Select((o, i) => i == 0 ? new PairedCounts[system.Areas.Count] : PairedCounts.Compare(arms[0].Crises, o.Crises, system.Areas.Count))];
        lock (_gate)
        {
            if (!_pending.TryGetValue(replication, out List<SystemOutcome>? waiting))
            {
                _pending[replication] = waiting = [];
            }

            for (int arm = 0; arm < arms.Count; arm++)
            {
                SystemOutcome outcome = arms[arm];
                Spells[replication, arm, system.Index] = outcome.Spells;
                waiting.Add(outcome with { Crises = [], Spells = [] });
                for (int i = 0; i < outcome.Areas.Count; i++)
                {
                    Records[replication, arm, _slotOfArea[outcome.Areas[i].Area]] = new AreaRecord(outcome.Areas[i], paired[arm][i]);
                }
            }

            Done[replication, system.Index] = true;
            if (waiting.Count == Setup.Systems.Count * Arms)
            {
                _pending.Remove(replication);
                waiting.ForEach(outcome => Fold(outcome, replication));
            }
        }
    }

    /// <summary>The result of the replications that are whole, or null when none is: what a stopped experiment can still say.</summary>
    public ExperimentResult? Whole()
    {
        int[] whole = [.. Enumerable.Range(0, Replications).Where(r => Enumerable.Range(0, Setup.Systems.Count).All(s => Done[r, s]))];
        if (whole.Length == Replications || whole.Length == 0)
        {
            return whole.Length == 0 ? null : this;
        }

        return Of(whole, Replications);
    }

    /// <summary>The result of the first replications alone, all of them whole and no other begun.</summary>
    internal ExperimentResult First(int replications) =>
        replications == Replications ? this : Of([.. Enumerable.Range(0, replications)], replications);

    /// <summary>The result of some replications, the only ones that were whole.</summary>
    private ExperimentResult Of(int[] whole, int asked)
    {
        ExperimentResult trimmed = new(Setup, whole.Length) { Events = Events, Asked = asked, Precision = Precision, Selection = Selection };
        for (int r = 0; r < whole.Length; r++)
        {
            Copy(Records, trimmed.Records, whole[r], r);
            Copy(Demand, trimmed.Demand, whole[r], r);
            Copy(Spells, trimmed.Spells, whole[r], r);
            for (int arm = 0; arm < Arms; arm++)
            {
                trimmed.England[r, arm] = England[whole[r], arm];
            }

            for (int s = 0; s < Setup.Systems.Count; s++)
            {
                trimmed.Done[r, s] = true;
            }
        }

        Array.Copy(AreaDaily, trimmed.AreaDaily, AreaDaily.Length);
        Array.Copy(AreaReasons, trimmed.AreaReasons, AreaReasons.Length);
        Array.Copy(Waits, trimmed.Waits, Waits.Length);
        Array.Copy(SiteDaily, trimmed.SiteDaily, SiteDaily.Length);
        return trimmed;
    }

    private static void Copy<T>(T[,,] from, T[,,] to, int replicationFrom, int replicationTo)
    {
        int size = from.GetLength(1) * from.GetLength(2);
        Array.Copy(from, replicationFrom * size, to, replicationTo * size, size);
    }

    /// <summary>Adds a run of a whole replication to the sums over replications.</summary>
    private void Fold(SystemOutcome outcome, int replication)
    {
        Events += outcome.Events;
        foreach (AreaOutcome area in outcome.Areas)
        {
            AddArea(area, replication, outcome.Arm);
        }

        foreach (SiteOutcome site in outcome.Sites)
        {
            AddSite(outcome.System, site, replication, outcome.Arm);
        }
    }

    private void AddArea(AreaOutcome outcome, int replication, int arm)
    {
        int slot = _slotOfArea[outcome.Area];
        int[][] england = England[replication, arm] ??= [.. outcome.Daily.Select(d => new int[d.Length])];
        long[][] daily = AreaDaily[arm, slot] ??= [.. outcome.Daily.Select(d => new long[d.Length])];
        for (int s = 0; s < daily.Length; s++)
        {
            for (int d = 0; d < daily[s].Length; d++)
            {
                daily[s][d] += outcome.Daily[s][d];
                england[s][d] += outcome.Daily[s][d];
            }
        }

        long[][] reasons = AreaReasons[arm, slot] ??= [.. outcome.RecordedByReason.Select(_ => new long[Setup.Days])];
        for (int s = 0; s < reasons.Length; s++)
        {
            for (int d = 0; d < Setup.Days; d++)
            {
                reasons[s][d] += outcome.RecordedByReason[s][d];
            }
        }

        if (Waits[arm, slot] is null)
        {
            Waits[arm, slot] = outcome.Waits;
            return;
        }

        for (int w = 0; w < outcome.Waits.Length; w++)
        {
            Waits[arm, slot][w].Merge(outcome.Waits[w]);
        }
    }

    private void AddSite(int system, SiteOutcome site, int replication, int arm)
    {
        int slot = 0;
        while (Sites[slot] != (system, site.Site))
        {
            slot++;
        }

        long[][] daily = SiteDaily[arm, slot] ??= [new long[Setup.Days], new long[Setup.Days], new long[Setup.Days]];
        List<int> demand = new(Setup.Days);
        double winter = 0;
        int winterDays = 0;
        for (int d = 0; d < Setup.Days; d++)
        {
            daily[0][d] += site.Beds[d];
            daily[1][d] += site.Occupied[d];
            daily[2][d] += site.Boarding[d];
            if (d < Setup.FirstDay)
            {
                continue;
            }

            int people = site.Occupied[d] + site.Boarding[d];
            demand.Add(people);
            if (Setup.Epoch.Month(d) is 12 or 1 or 2)
            {
                winter += people;
                winterDays++;
            }
        }

        double mean = demand.Average();
        demand.Sort();
        double needed = demand[Math.Min(demand.Count - 1, (int)Math.Ceiling(0.95 * demand.Count) - 1)];
        Demand[replication, arm, slot] = new SiteDemand(mean, winterDays > 0 ? winter / winterDays : double.NaN, needed);
    }
}
