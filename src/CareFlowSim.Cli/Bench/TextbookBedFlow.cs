using CareFlowSim.Experiments;

namespace CareFlowSim.Cli;

/// <summary>
/// The model of <see cref="BedFlowWorkload"/> as a textbook would write it in C#: a priority queue of events, an object per person, queues of objects,
/// one generator with hidden state, Box-Muller. To measure against; nothing else uses it.
/// </summary>
internal sealed class TextbookBedFlow(int people, int seed)
{
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Person, double> _events = new();
    private readonly Queue<Person> _bedLine = new();
    private readonly Queue<Person> _workerLine = new();
    private int _freeBeds = BedFlowWorkload.BedsFor(people);
    private int _freeWorkers = BedFlowWorkload.WorkersFor(people);
    private int _occupied;
    private double _bedDays;
    private double _since;
    private double _bedWait;
    private long _admissions;
    private long _discharges;

    private enum Stage
    {
        Home,
        InBed,
        WithWorker,
    }

    public BedFlowCounts Run()
    {
        for (int i = 0; i < people; i++)
        {
            ScheduleNeed(new Person(), 0);
        }

        long events = 0;
        while (_events.TryDequeue(out Person? person, out double now) && now < BedFlowWorkload.Days)
        {
            events++;
            switch (person.Stage)
            {
                case Stage.Home:
                    AskForBed(person, now);
                    break;
                case Stage.InBed:
                    EndStay(person, now);
                    break;
                default:
                    EndWork(now);
                    GoHome(person, now);
                    break;
            }
        }

        Occupy(0, BedFlowWorkload.Days);
        return new BedFlowCounts(_admissions, _discharges, _bedDays / BedFlowWorkload.Days, _bedWait / Math.Max(1, _admissions), events);
    }

    private void ScheduleNeed(Person person, double now)
    {
        person.Stage = Stage.Home;
        _events.Enqueue(person, now + Exponential(BedFlowWorkload.Days / BedFlowWorkload.AdmissionsPerYear));
    }

    private void AskForBed(Person person, double now)
    {
        person.Asked = now;
        if (_freeBeds > 0)
        {
            _freeBeds--;
            Occupy(1, now);
            Admit(person, now);
        }
        else
        {
            _bedLine.Enqueue(person);
        }
    }

    private void Admit(Person person, double now)
    {
        person.Stage = Stage.InBed;
        _admissions++;
        _bedWait += now - person.Asked;
        _events.Enqueue(person, now + Math.Exp(BedFlowWorkload.MuOfLog + (BedFlowWorkload.SigmaOfLog * Normal())));
    }

    private void EndStay(Person person, double now)
    {
        if (_random.NextDouble() >= BedFlowWorkload.WorkerShare)
        {
            GoHome(person, now);
        }
        else if (_freeWorkers > 0)
        {
            _freeWorkers--;
            BeginWork(person, now);
        }
        else
        {
            _workerLine.Enqueue(person);
        }
    }

    private void BeginWork(Person person, double now)
    {
        person.Stage = Stage.WithWorker;
        _events.Enqueue(person, now + BedFlowWorkload.WorkerDays);
    }

    private void EndWork(double now)
    {
        if (_workerLine.TryDequeue(out Person? next))
        {
            BeginWork(next, now);
        }
        else
        {
            _freeWorkers++;
        }
    }

    private void GoHome(Person person, double now)
    {
        _discharges++;
        if (_bedLine.TryDequeue(out Person? next))
        {
            Admit(next, now);
        }
        else
        {
            _freeBeds++;
            Occupy(-1, now);
        }

        ScheduleNeed(person, now);
    }

    private void Occupy(int change, double now)
    {
        _bedDays += _occupied * (now - _since);
        _since = now;
        _occupied += change;
    }

    private double Exponential(double mean) => -Math.Log(1 - _random.NextDouble()) * mean;

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private sealed class Person
    {
        public Stage Stage { get; set; }

        public double Asked { get; set; }
    }
}
