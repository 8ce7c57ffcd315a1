using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>
/// The model: the older people of one acute system, its hospitals, care homes and community services, one event at a time.
/// One object is one worker's memory and is used for many runs; a run depends on nothing but the setup, the system, the arm and the replication.
/// </summary>
public sealed unsafe partial class CareSystem
{
    private const int MostFetched = 512;

    /// <summary>So many stays, or fewer, are in the cache anyway.</summary>
    private const int SpellsNearby = 1024;
    private readonly int[] _coming = new int[MostFetched];
    private readonly Setup _setup;
    private readonly CareParameters _p;
    private readonly RateTables _rates;
    private readonly EventCalendar _calendar = new(1, 1);
    private readonly WaitingLines _lines = new(1, 1);
    private readonly List<CrisisEntry> _crises = [];
    private readonly List<SpellEntry> _spellLog = [];
    private Person* _people;
    private byte[] _memory = [];
    private ArmPlan _plan = null!;
    private AreaServices[] _areas = [];
    private SiteState[] _sites = [];
    private SystemLayout _system = null!;
    private RandomStream _stream;
    private int _records;
    private int _most;
    private int _now;
    private int _horizon;
    private int _measureFrom;
    private bool _logSpells;
    private bool _logCrises;
    private bool _check;
    private int _arm;
    private int _replication;
    private long _events;
    private long _measured;
    private double _siteShare;
    private int _bedsInUse;
    private int _bedsSince;
    private long _bedSeconds;
    private long _stayedSeconds;

    /// <summary>Makes a worker for a setup.</summary>
    public CareSystem(Setup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        _setup = setup;
        _p = setup.Parameters;
        _rates = setup.Rates;
    }

    /// <summary>Runs one acute system once: an arm follows the baseline until the first day on which its plan may differ, and its own plan from then on.</summary>
    /// <param name="system">Which system.</param>
    /// <param name="arm">Arm: 0 is the baseline.</param>
    /// <param name="replication">Replication from 0: the same replication has the same luck in every arm.</param>
    /// <param name="logSpells">Whether to keep every finished spell.</param>
    /// <param name="check">Whether to check conservation of people, beds and hours every simulated day.</param>
    /// <param name="logCrises">Whether to keep the crises of the measured period, which comparing arms needs.</param>
    /// <exception cref="InvalidOperationException">A conservation check failed.</exception>
    public SystemOutcome Run(SystemLayout system, int arm, int replication, bool logSpells = false, bool check = false, bool logCrises = true)
    {
        ArgumentNullException.ThrowIfNull(system);
        _logSpells = logSpells;
        _logCrises = logCrises;
        _check = check;
        int branch = _setup.Branch(arm);
        Begin(system, branch == 0 ? arm : 0, replication);
        if (GoOn(branch == 0 ? int.MaxValue : branch))
        {
            Follow(arm);
            Midnight(branch);
            GoOn(int.MaxValue);
        }

        _arm = arm;
        return Finish();
    }

    /// <summary>Everybody and everything at the start of a run.</summary>
    internal void Begin(SystemLayout system, int arm, int replication)
    {
        Prepare(system, arm, replication);
        Populate();
    }

    /// <summary>Handles events until the midnight that begins a day, which is left to the caller.</summary>
    /// <returns>Whether that midnight was reached; otherwise the run is over.</returns>
    internal bool GoOn(int day)
    {
        int stretch = -1;
        while (_calendar.TryNext(out int at, out int id))
        {
            if (_calendar.Stretch != stretch)
            {
                stretch = _calendar.Stretch;
                Fetch();
            }

            _now = at;
            _events++;
            _measured += at >= _measureFrom ? 1 : 0;
            if (id != _most)
            {
                Handle(id);
                continue;
            }

            int today = at / Clock.SecondsPerDay;
            if (today == day)
            {
                return true;
            }

            Midnight(today);
        }

        return false;
    }

    /// <summary>Closes the books and takes the outcome.</summary>
    internal SystemOutcome Finish()
    {
        _now = _horizon;
        Census(_setup.Days - 1);
        BookOpenSpells();
        if (_check)
        {
            CheckConservation();
            CheckLittlesLaw();
        }

        _areas[0].Totals[(int)Measure.Events] = _measured;
        return new SystemOutcome(
            _system.Index, _arm, _replication, [.. _areas.Select(a => a.Outcome)], [.. _sites.Select(s => s.Outcome)], CrisisLog.ByPerson(CollectionsMarshal.AsSpan(_crises), _areas.Length), [.. _spellLog], _events);
    }

    /// <summary>Memory for so many people, each record in a cache line of its own. Pinned, so that the records never move.</summary>
    private void Reserve(int people)
    {
        if ((long)_memory.Length < ((long)people + 1) * Person.Size)
        {
            _memory = GC.AllocateUninitializedArray<byte>((people + (people / 8) + 1) * Person.Size, pinned: true);
            nuint start = (nuint)Unsafe.AsPointer(ref _memory[0]);
            _people = (Person*)((start + Person.Size - 1) / Person.Size * Person.Size);
        }
    }

    /// <summary>Fetches the stays of people whose events come now, and the records of those whose events come next, so that they are there when they are needed.</summary>
    private void Fetch()
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        if (_spellsUsed > SpellsNearby)
        {
            FetchStays();
        }

        int count = _calendar.Coming(_coming);
        foreach (int id in _coming.AsSpan(0, count))
        {
            Sse.Prefetch0(_people + id);
        }
    }

    private void FetchStays()
    {
        foreach (long key in _calendar.Begun)
        {
            int spell = (int)key == _most ? -1 : _people[(int)key].Spell;
            if (spell < 0)
            {
                continue;
            }

            ref byte stay = ref Unsafe.As<Spell, byte>(ref _spells[spell]);
            ref byte words = ref Unsafe.As<uint, byte>(ref _stayWords[spell * StayWords]);
            Sse.Prefetch0(Unsafe.AsPointer(ref stay));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref stay, Person.Size)));
            Sse.Prefetch0(Unsafe.AsPointer(ref words));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref words, Person.Size)));
        }
    }

    private void Prepare(SystemLayout system, int arm, int replication)
    {
        _system = system;
        _arm = arm;
        _replication = replication;
        _events = _measured = 0;
        _plan = _setup.Plans[arm];
        _stream = new RandomStream((ulong)_setup.Scenario.Seed, replication);
        _horizon = _setup.Days * Clock.SecondsPerDay;
        _measureFrom = _setup.FirstDay * Clock.SecondsPerDay;
        _crises.Clear();
        _spellLog.Clear();
        _timers.Reset();
        _spellsUsed = 0;
        _freeSpell = -1;
        _now = 0;
        _bedsInUse = _bedsSince = 0;
        _bedSeconds = _stayedSeconds = 0;
        int people = 0;
        _areas = new AreaServices[system.Areas.Count];
        for (int i = 0; i < _areas.Length; i++)
        {
            _areas[i] = new AreaServices(_setup, _plan, system.Areas[i], i);
            people += PopulationBuilder.Count(_setup, system.Areas[i]);
        }

        _most = people;
        Reserve(people);

        _sites = new SiteState[system.Sites];
        for (int s = 0; s < _sites.Length; s++)
        {
            _sites[s] = new SiteState(s, _setup.Days);
        }

        double need = 0;
        foreach (int area in system.Areas)
        {
            need += _setup.Needs.HomeNeed[area];
        }

        _siteShare = need / system.Sites / _setup.Scenario.PeoplePerAgent;
        PrepareClocks();
        FillCells();
        _lines.Reset((_areas.Length * AreaServices.Lines) + _sites.Length, people);
        _calendar.Reset(people + 1, _setup.Days);
        OpenSites(0);
        _calendar.Schedule(people, Clock.SecondsPerDay);
    }

    /// <summary>Rates of the areas; no lever touches them.</summary>
    private void FillCells()
    {
        foreach (AreaServices area in _areas)
        {
            CellRates.Fill(_cells.AsSpan(area.Slot * CellRates.Count, CellRates.Count), _setup, area);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Handle(int id)
    {
        ref Person p = ref _people[id];
        Due due = p.Due;
        if (due >= Due.TreatmentEnds)
        {
            RemoveTimer(ref p, due);
        }

        switch (due)
        {
            case Due.Crisis:
                Crisis(id, ref p);
                break;
            case Due.Death:
                Die(id, ref p);
                break;
            case Due.FrailtyStep:
                FrailtyStep(id, ref p);
                break;
            case Due.CareHomeNeed:
                CareHomeNeed(id, ref p);
                break;
            case Due.Turns65:
                Turns65(id, ref p);
                break;
            case Due.TreatmentEnds:
                TreatmentEnds(id, ref p);
                break;
            case Due.StepEnds:
                StepEnds(id, ref p);
                break;
            case Due.Leaves:
                Leave(id, ref p);
                break;
            case Due.UnfitAgain:
                UnfitAgain(id, ref p);
                break;
            case Due.IntermediateEnds:
                IntermediateEnds(id, ref p);
                break;
            default:
                AtHome(id, ref p, due);
                break;
        }
    }

    /// <summary>The start of a day: the census of the day that ended, then the day's capacities.</summary>
    internal void Midnight(int day)
    {
        foreach (AreaServices area in _areas)
        {
            Turn(area, day);
        }

        Census(day - 1);
        if (_check)
        {
            CheckConservation();
        }

        foreach (AreaServices area in _areas)
        {
            for (int s = 0; s < area.Pools.Length; s++)
            {
                if (area.Capacity[s][day] != area.Capacity[s][day - 1])
                {
                    area.Pools[s].SetCapacity(area.Capacity[s][day]);
                }
            }

            ServePackages(area);
            ServeReablement(area);
            ServeIntermediate(area);
            ServeCareHomes(area, false);
            ServeCareHomes(area, true);
        }

        OpenSites(day);
        if (day + 1 < _setup.Days)
        {
            _calendar.Schedule(_most, (day + 1) * Clock.SecondsPerDay);
        }
    }

    /// <summary>Sets the beds that each site has for emergency patients 65+ on a day and fills what is open.</summary>
    private void OpenSites(int day)
    {
        (double open, double others) = _plan.AcuteBeds[day];
        foreach (SiteState site in _sites)
        {
            uint key = 0xFF000000u + ((uint)_system.Areas[0] << 8) + (uint)site.Slot;
            double spread = _p.OthersDailySpread * Quantile.Normal(_stream.For(key, Decision.SiteDay, (uint)day).U0);
            double beds = (open - (others * Math.Max(0, 1 + spread))) * _siteShare;
            site.Beds = (int)Math.Round(Math.Max(0, beds));
            site.Escalation = (int)(_p.EscalationShare * site.Beds);
            site.Outcome.Beds[day] = site.Beds;
            ServeBeds(site);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Draw DrawFor(int id, uint decision, uint occurrence) => _stream.For(_people[id].Key, decision, occurrence);

    private static double Exponential(uint word, double mean) => Logarithm.Exponential(word) * mean;

    private static int Days(double days) => Whole.Of(Math.Min(days * Clock.SecondsPerDay, 1e9));

    private static int After(int now, double days) => (int)Math.Min(int.MaxValue - 1L, now + (long)Days(days));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountIf(AreaServices area, Measure measure, long add = 1)
    {
        if (_now >= _measureFrom)
        {
            area.Totals[(int)measure] += add;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountDay(AreaServices area, DailySeries series) =>
        area.Outcome.Daily[(int)series][Math.Min(_now / Clock.SecondsPerDay, _setup.Days - 1)]++;
}
