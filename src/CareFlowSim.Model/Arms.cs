using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>Several arms of one system: what they have in common is simulated once.</summary>
public sealed unsafe partial class CareSystem
{
    private CareSystem? _branch;

    /// <summary>
    /// Runs all arms of one acute system on the same people and the same luck. Each arm branches off the baseline on the first day on which its plan may differ;
    /// an arm that moves no lever has the baseline's outcome. The outcomes are those of <see cref="Run"/>, arm by arm.
    /// </summary>
    /// <param name="system">Which system.</param>
    /// <param name="replication">Replication from 0.</param>
    /// <param name="logSpells">Whether to keep every finished spell.</param>
    /// <param name="check">Whether to check conservation every simulated day.</param>
    /// <param name="stop">Stops between arms.</param>
    /// <returns>One outcome an arm; null when stopped.</returns>
    /// <exception cref="InvalidOperationException">A conservation check failed.</exception>
    public SystemOutcome[]? RunArms(SystemLayout system, int replication, bool logSpells = false, bool check = false, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        SystemOutcome[] outcomes = new SystemOutcome[_setup.Arms.Count];
        bool compare = outcomes.Length > 1;
        _logSpells = logSpells;
        _logCrises = compare;
        _check = check;
        Begin(system, 0, replication);
        foreach (IGrouping<int, int> arms in Enumerable.Range(1, outcomes.Length - 1).GroupBy(_setup.Branch).Where(g => g.Key is > 0 and < int.MaxValue).OrderBy(g => g.Key))
        {
            bool reached = GoOn(arms.Key);
            foreach (int arm in arms)
            {
                if (stop.IsCancellationRequested)
                {
                    return null;
                }

                _branch ??= new CareSystem(_setup);
                _branch.CopyFrom(this);
                _branch.Follow(arm);
                if (reached)
                {
                    _branch.Midnight(arms.Key);
                    _branch.GoOn(int.MaxValue);
                }

                outcomes[arm] = _branch.Finish();
            }

            if (reached)
            {
                Midnight(arms.Key);
            }
        }

        GoOn(int.MaxValue);
        outcomes[0] = Finish();
        for (int arm = 1; arm < outcomes.Length; arm++)
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            outcomes[arm] ??= _setup.Branch(arm) == 0
                ? Run(system, arm, replication, logSpells, check, compare)
                : outcomes[0].CopyFor(arm);
        }

        return outcomes;
    }

    /// <summary>Follows the plan of an arm from now on. Starts that teams have given out stay; nobody saw the change coming.</summary>
    private void Follow(int arm)
    {
        _arm = arm;
        ArmPlan before = _plan;
        _plan = _setup.Plans[arm];
        foreach (AreaServices area in _areas)
        {
            area.Follow(_setup, _plan);
        }

        _crisisTable = _plan.CrisisExposure;
        _atNow = -1;
        if (before.CrisisExposure.SameAs(_crisisTable))
        {
            return;
        }

        // Crises come sooner or later than they would have: everybody's next event is found again.
        for (int id = 0; id < _records; id++)
        {
            ref Person p = ref _people[id];
            if ((p.Near & p.Running & CrisisBit) != 0)
            {
                Schedule(id, ref p);
            }
        }
    }

    /// <summary>Becomes a copy of another worker in the middle of a run.</summary>
    private void CopyFrom(CareSystem other)
    {
        _logSpells = other._logSpells;
        _logCrises = other._logCrises;
        _check = other._check;
        Reserve(other._most);
        Buffer.MemoryCopy(other._people, _people, (long)other._records * Person.Size, (long)other._records * Person.Size);
        CopySpells(other);
        _timers.CopyFrom(other._timers);
        _calendar.CopyFrom(other._calendar);
        _lines.CopyFrom(other._lines);
        _crises.Clear();
        _crises.AddRange(other._crises);
        _spellLog.Clear();
        _spellLog.AddRange(other._spellLog);
        _system = other._system;
        _plan = other._plan;
        _areas = [.. other._areas.Select(a => new AreaServices(a))];
        _sites = [.. other._sites.Select(s => new SiteState(s))];
        _stream = other._stream;
        _records = other._records;
        _most = other._most;
        _now = other._now;
        _horizon = other._horizon;
        _measureFrom = other._measureFrom;
        _siteShare = other._siteShare;
        _bedsInUse = other._bedsInUse;
        _bedsSince = other._bedsSince;
        _bedSeconds = other._bedSeconds;
        _stayedSeconds = other._stayedSeconds;
        _replication = other._replication;
        _events = other._events;
        _measured = other._measured;
        PrepareClocks();
        other._cells.AsSpan(0, _areas.Length * CellRates.Count).CopyTo(_cells);
    }
}
