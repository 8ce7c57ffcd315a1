using CareFlowSim.Experiments;

namespace CareFlowSim.Cli;

/// <summary>
/// The model of <see cref="QueueWorkload"/> as a textbook would write it in C#: a priority queue of events, an object per customer, a queue of objects,
/// one generator with hidden state. To measure against; nothing else uses it.
/// </summary>
internal sealed class TextbookQueue(int customers, int seed)
{
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Customer, double> _events = new();
    private readonly Queue<Customer> _line = new();
    private int _busy;
    private int _arrived;
    private int _begun;
    private double _waited;

    public QueueCounts Run()
    {
        long events = 0;
        ScheduleArrival(0);
        while (_events.TryDequeue(out Customer? customer, out double now))
        {
            events++;
            if (customer.InService)
            {
                Depart(now);
            }
            else
            {
                Arrive(customer, now);
            }
        }

        return new QueueCounts(_begun, _waited / _begun, events);
    }

    private void ScheduleArrival(double now)
    {
        if (_arrived < customers)
        {
            _arrived++;
            _events.Enqueue(new Customer(), now + Exponential(1 / QueueWorkload.ArrivalRate));
        }
    }

    private void Arrive(Customer customer, double now)
    {
        ScheduleArrival(now);
        customer.Arrived = now;
        if (_busy < QueueWorkload.Servers)
        {
            _busy++;
            Begin(customer, now);
        }
        else
        {
            _line.Enqueue(customer);
        }
    }

    private void Begin(Customer customer, double now)
    {
        customer.InService = true;
        _begun++;
        _waited += now - customer.Arrived;
        _events.Enqueue(customer, now + Exponential(1));
    }

    private void Depart(double now)
    {
        if (_line.TryDequeue(out Customer? next))
        {
            Begin(next, now);
        }
        else
        {
            _busy--;
        }
    }

    private double Exponential(double mean) => -Math.Log(1 - _random.NextDouble()) * mean;

    private sealed class Customer
    {
        public double Arrived { get; set; }

        public bool InService { get; set; }
    }
}
