using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>What a run of the bed flow counted.</summary>
/// <param name="Admissions">People who got a bed; one person may count several times.</param>
/// <param name="Discharges">People who went home.</param>
/// <param name="MeanOccupied">Beds occupied, mean over the whole run, which starts with empty beds.</param>
/// <param name="MeanBedWait">Days between asking for a bed and getting it, mean over the admissions.</param>
/// <param name="Events">Requests for a bed, ends of stays and ends of a worker's day.</param>
public readonly record struct BedFlowCounts(long Admissions, long Discharges, double MeanOccupied, double MeanBedWait, long Events);

/// <summary>
/// The yardstick W2: people at home, admitted now and then, first come, first served for beds at 90 % load; after a lognormal stay 15 % wait in the bed
/// for a worker, who takes a day; then home again. Made of the kernel's own objects, with one draw per stay. It measures speed and says nothing about care.
/// </summary>
public sealed class BedFlowWorkload
{
    /// <summary>Days simulated.</summary>
    public const int Days = 365;

    /// <summary>Admissions a year of a person at home.</summary>
    public const double AdmissionsPerYear = 0.25;

    /// <summary>Mean of the stay before a worker may be needed.</summary>
    public const double MeanStayDays = 9;

    /// <summary>Standard deviation of the stay's logarithm.</summary>
    public const double SigmaOfLog = 1;

    /// <summary>Share of stays after which a worker is needed.</summary>
    public const double WorkerShare = 0.15;

    /// <summary>Days that a worker takes, always the same.</summary>
    public const double WorkerDays = 1;

    /// <summary>Offered load of beds and of workers, waits left out.</summary>
    public const double Load = 0.9;

    private const int BedLine = 0;
    private const int WorkerLine = 1;
    private const int Lines = 2;
    private const uint StayDecision = 0;
    private const double LongestSeconds = 1e9;
    private const double MeanHomeSeconds = Clock.SecondsPerDay * Days / AdmissionsPerYear;

    // About a dozen events to a bucket of the calendar.
    private const int BucketsPerDay = 6;

    // People whose first draws are made together.
    private const int Together = 1_024;

    private readonly int _people;
    private readonly EventCalendar _calendar = new(0, 0, BucketsPerDay);
    private readonly WaitingLines _lines = new(0, 0);
    private readonly ResourcePool _beds = new(0);
    private readonly ResourcePool _workers = new(0);
    private readonly QuantileTable _stay = new(u => Clock.SecondsPerDay * Quantile.LogNormalFromLog(u, MuOfLog, SigmaOfLog), 2_048);
    private readonly uint _latestWord = (uint)(uint.MaxValue * (1 - Math.Exp(-AdmissionsPerYear)));
    private readonly uint _workerWord = (uint)(uint.MaxValue * WorkerShare);
    private readonly uint[] _words0 = new uint[Together];
    private readonly uint[] _words1 = new uint[Together];
    private readonly uint[] _words2 = new uint[Together];
    private readonly uint[] _words3 = new uint[Together];
    private readonly int[] _chosen = new int[Together];

    // Only those who may be admitted within the year, four in five are not, in the order of their numbers.
    private readonly Person[] _state;
    private RandomStream _luck;
    private TimeWeighted _occupied = new();
    private long _bedWait;
    private long _admissions;
    private long _discharges;

    /// <summary>Makes the flow and its memory.</summary>
    /// <param name="people">Number of people.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nobody.</exception>
    public BedFlowWorkload(int people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        _people = people;
        _state = new Person[people];
    }

    private enum Stage : byte
    {
        Home,
        InBed,
        WithWorker,
    }

    /// <summary>Mean of the stay's logarithm (days).</summary>
    public static double MuOfLog { get; } = Math.Log(MeanStayDays) - (SigmaOfLog * SigmaOfLog / 2);

    /// <summary>Beds for a number of people: 348 for 50,000.</summary>
    public static int BedsFor(int people) => Units(people * AdmissionsPerYear / Days * (MeanStayDays + (WorkerShare * WorkerDays)));

    /// <summary>Workers for a number of people: 6 for 50,000.</summary>
    public static int WorkersFor(int people) => Units(people * AdmissionsPerYear / Days * WorkerShare * WorkerDays);

    /// <summary>Runs a year. May be called again and allocates next to nothing after the first time.</summary>
    public BedFlowCounts Run(RandomStream luck)
    {
        Prepare(luck);
        long events = 0;
        while (_calendar.TryNext(out int now, out int id))
        {
            events++;
            switch (_state[id].Stage)
            {
                case Stage.Home:
                    AskForBed(id, now);
                    break;
                case Stage.InBed:
                    EndStay(id, now);
                    break;
                default:
                    EndWork(now);
                    GoHome(id, now);
                    break;
            }
        }

        double bedWaitDays = (double)_bedWait / Math.Max(1, _admissions) / Clock.SecondsPerDay;
        return new BedFlowCounts(_admissions, _discharges, _occupied.Mean(Days * Clock.SecondsPerDay), bedWaitDays, events);
    }

    private static int Units(double busy) => Math.Max(1, (int)Math.Round(busy / Load));

    private void Prepare(RandomStream luck)
    {
        _luck = luck;
        _calendar.Reset(_people, Days);
        _lines.Reset(Lines, _people);
        _beds.Reset(BedsFor(_people));
        _workers.Reset(WorkersFor(_people));
        _occupied = new TimeWeighted();
        _bedWait = _admissions = _discharges = 0;
        int count = 0;
        for (int first = 0; first < _people; first += Together)
        {
            int length = Math.Min(Together, _people - first);
            luck.ForRange((uint)first, StayDecision, 0, _words0.AsSpan(0, length), _words1.AsSpan(0, length), _words2.AsSpan(0, length), _words3.AsSpan(0, length));
            foreach (int i in Chosen(length))
            {
                ref Person person = ref _state[count];
                person = default;
                person.Number = (uint)(first + i);
                person.Draw(_words1[i], _words2[i] < _workerWord, _words3[i]);
                _calendar.Schedule(count, HomeSeconds(_words0[i]));
                count++;
            }
        }
    }

    /// <summary>Positions of those whose first need comes within the year, found without a branch.</summary>
    private ReadOnlySpan<int> Chosen(int length)
    {
        int count = 0;
        for (int i = 0; i < length; i++)
        {
            _chosen[count] = i;
            count += _words0[i] <= _latestWord ? 1 : 0;
        }

        return _chosen.AsSpan(0, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HomeSeconds(uint word) => double.ConvertToIntegerNative<int>(Logarithm.Exponential(~word) * MeanHomeSeconds);

    /// <summary>The next need of somebody who has just come home, and the luck of the stay after it.</summary>
    private void ScheduleNeed(int id, int now)
    {
        ref Person person = ref _state[id];
        if (person.HomeWord > _latestWord)
        {
            // Not within a year, whenever it starts.
            return;
        }

        int at = now + HomeSeconds(person.HomeWord);
        if (at < _calendar.Horizon)
        {
            person.Stage = Stage.Home;
            person.Stays++;
            Draw draw = _luck.For(person.Number, StayDecision, person.Stays);
            person.Draw(draw.W1, draw.W2 < _workerWord, draw.W3);
            _calendar.Schedule(id, at);
        }
    }

    private void AskForBed(int id, int now)
    {
        if (_beds.TrySeize(1))
        {
            _occupied.Set(now, _beds.InUse);
            Admit(id, now);
        }
        else
        {
            _lines.Join(BedLine, id, now);
        }
    }

    private void Admit(int id, int now)
    {
        ref Person person = ref _state[id];
        person.Stage = Stage.InBed;
        _admissions++;
        double stay = Math.Min(_stay.AtWord(person.StayWord), LongestSeconds);
        _calendar.Schedule(id, now + double.ConvertToIntegerNative<int>(stay));
    }

    private void EndStay(int id, int now)
    {
        if (!_state[id].NeedsWorker)
        {
            GoHome(id, now);
        }
        else if (_workers.TrySeize(1))
        {
            BeginWork(id, now);
        }
        else
        {
            _lines.Join(WorkerLine, id, now);
        }
    }

    private void BeginWork(int id, int now)
    {
        _state[id].Stage = Stage.WithWorker;
        _calendar.Schedule(id, now + (int)(WorkerDays * Clock.SecondsPerDay));
    }

    /// <summary>The worker goes on with whoever has waited longest.</summary>
    private void EndWork(int now)
    {
        int next = _lines.TakeFirst(WorkerLine);
        if (next < 0)
        {
            _workers.Release(1);
            return;
        }

        BeginWork(next, now);
    }

    /// <summary>The bed goes to whoever has waited longest.</summary>
    private void GoHome(int id, int now)
    {
        _discharges++;
        int next = _lines.TakeFirst(BedLine);
        if (next < 0)
        {
            _beds.Release(1);
            _occupied.Set(now, _beds.InUse);
        }
        else
        {
            _bedWait += now - _lines.Since(next);
            Admit(next, now);
        }

        ScheduleNeed(id, now);
    }

    /// <summary>What is known of a person; a quarter of a cache line.</summary>
    private struct Person
    {
        public uint Number;

        /// <summary>The luck of the length of the next stay, or of the one under way.</summary>
        public uint StayWord;

        /// <summary>The luck of the time at home after it.</summary>
        public uint HomeWord;

        /// <summary>Stays so far: which of the person's draws comes next.</summary>
        public ushort Stays;

        public Stage Stage;

        public bool NeedsWorker;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Draw(uint stayWord, bool needsWorker, uint homeWord)
        {
            StayWord = stayWord;
            NeedsWorker = needsWorker;
            HomeWord = homeWord;
        }
    }
}
