// W1 and W2 in SimSharp: the same two models as QueueWorkload and BedFlowWorkload, one process per customer or person. As Program.cs of a project of its own:
//
//     dotnet run -c Release -- queue 1000000
//     dotnet run -c Release -- bed-flow 50000
using System.Diagnostics;
using System.Globalization;
using SimSharp;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int size = int.Parse(args[1]);
Stopwatch watch = Stopwatch.StartNew();
string counts = args[0] == "queue" ? new QueueModel(size).Run() : new BedFlowModel(size).Run();
Console.WriteLine($"{counts}, {watch.Elapsed.TotalSeconds:0.00} s");

/// <summary>M/M/10, arrival rate 9, service rate 1 a day, until everybody is served.</summary>
internal sealed class QueueModel
{
    private readonly Simulation _env = new(randomSeed: 1, defaultStep: TimeSpan.FromDays(1));
    private readonly Resource _servers;
    private readonly int _customers;
    private int _served;
    private double _waited;

    public QueueModel(int customers)
    {
        _customers = customers;
        _servers = new Resource(_env, capacity: 10);
    }

    public string Run()
    {
        _env.Process(Arrivals());
        _env.Run();
        return $"customers {_served}, mean wait {_waited / _served:0.0000}";
    }

    private IEnumerable<Event> Arrivals()
    {
        for (int i = 0; i < _customers; i++)
        {
            yield return _env.TimeoutD(_env.RandExponential(1.0 / 9));
            _env.Process(Customer());
        }
    }

    private IEnumerable<Event> Customer()
    {
        double arrived = _env.NowD;
        using Request server = _servers.Request();
        yield return server;
        _waited += _env.NowD - arrived;
        yield return _env.TimeoutD(_env.RandExponential(1.0));
        _served++;
    }
}

/// <summary>People at home, beds at 90 % load, 15 % wait in the bed for a worker.</summary>
internal sealed class BedFlowModel
{
    private const double Days = 365;

    private readonly Simulation _env = new(randomSeed: 1, defaultStep: TimeSpan.FromDays(1));
    private readonly Resource _beds;
    private readonly Resource _workers;
    private readonly int _people;
    private int _admissions;
    private double _bedDays;

    public BedFlowModel(int people)
    {
        double admissionsADay = people * 0.25 / Days;
        _people = people;
        _beds = new Resource(_env, Math.Max(1, (int)Math.Round(admissionsADay * 9.15 / 0.9)));
        _workers = new Resource(_env, Math.Max(1, (int)Math.Round(admissionsADay * 0.15 / 0.9)));
    }

    public string Run()
    {
        for (int i = 0; i < _people; i++)
        {
            _env.Process(Person());
        }

        _env.RunD(Days);
        return $"beds {_beds.Capacity}, workers {_workers.Capacity}, admissions {_admissions}, mean occupied {_bedDays / Days:0.0}";
    }

    private IEnumerable<Event> Person()
    {
        while (true)
        {
            yield return _env.TimeoutD(_env.RandExponential(Days / 0.25));
            using Request bed = _beds.Request();
            yield return bed;
            _admissions++;
            _bedDays += Days - _env.NowD;
            yield return _env.TimeoutD(_env.RandLogNormal(Math.Log(9) - 0.5, 1.0));
            if (_env.RandUniform(0.0, 1.0) < 0.15)
            {
                using Request worker = _workers.Request();
                yield return worker;
                yield return _env.TimeoutD(1);
            }

            _bedDays -= Days - _env.NowD;
        }
    }
}
