using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>What a run of the queue counted.</summary>
/// <param name="Customers">Customers served.</param>
/// <param name="MeanWait">Mean wait before service, in mean services; compare with Erlang C.</param>
/// <param name="Events">Arrivals and departures.</param>
public readonly record struct QueueCounts(long Customers, double MeanWait, long Events);

/// <summary>
/// The yardstick W1: M/M/10 with an arrival rate of 9 and a service rate of 1, empty at the start, run until everybody is served. Made of the kernel's
/// own objects, with one draw per customer. It measures speed and says nothing about care.
/// </summary>
public sealed class QueueWorkload
{
    /// <summary>Number of servers.</summary>
    public const int Servers = 10;

    /// <summary>Arrivals per mean service.</summary>
    public const double ArrivalRate = 9;

    /// <summary>The most customers whose time fits into the clock.</summary>
    public const int MostCustomers = 1_200_000;

    // A mean service of four hours, so that a million customers fit into the clock and a second is nothing.
    private const int SecondsPerService = 4 * Clock.SecondsPerHour;

    // Customers take turns in this many places; that so many are there at once, those included whose draws are made ahead, does not happen at this
    // load (probability below 1e-18 at each arrival).
    private const int Room = 512;

    // Customers whose draws are made together.
    private const int Ahead = 64;
    private const uint CustomerDecision = 0;

    private readonly int _customers;
    private readonly int _days;
    private readonly EventCalendar _calendar = new(0, 0);
    private readonly WaitingLines _line = new(1, Room);
    private readonly ResourcePool _servers = new(Servers);
    private readonly int[] _service = new int[Room];
    private readonly int[] _gap = new int[Ahead];
    private readonly uint[] _words0 = new uint[Ahead];
    private readonly uint[] _words1 = new uint[Ahead];
    private readonly uint[] _words2 = new uint[Ahead];
    private readonly uint[] _words3 = new uint[Ahead];

    /// <summary>Makes the queue and its memory.</summary>
    /// <param name="customers">Customers to serve.</param>
    /// <exception cref="ArgumentOutOfRangeException">None, or more than the clock can hold.</exception>
    public QueueWorkload(int customers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customers, MostCustomers);
        _customers = customers;

        // The last departure varies by about the square root of the customers; a fortieth and a hundred days more are room enough.
        _days = 100 + (int)(customers * 1.025 / ArrivalRate * SecondsPerService / Clock.SecondsPerDay);
    }

    /// <summary>Runs the queue. May be called again and allocates nothing after the first time.</summary>
    public QueueCounts Run(RandomStream luck)
    {
        _calendar.Reset(Room, _days);
        _line.Reset(1, Room);
        _servers.Reset(Servers);
        long waited = 0;
        long begun = 0;
        long events = 0;
        int customer = 0;
        _calendar.Schedule(0, Arrival(luck, 0, 0));
        while (_calendar.TryNext(out int now, out int place))
        {
            events++;
            if (place == (customer & (Room - 1)) && customer < _customers)
            {
                customer++;
                if (customer < _customers)
                {
                    _calendar.Schedule(customer & (Room - 1), Arrival(luck, customer, now));
                }

                if (_servers.TrySeize(1))
                {
                    begun++;
                    _calendar.Schedule(place, now + _service[place]);
                }
                else
                {
                    _line.Join(0, place, now);
                }

                continue;
            }

            int next = _line.TakeFirst(0);
            if (next < 0)
            {
                _servers.Release(1);
                continue;
            }

            // The server goes on with whoever has waited longest.
            waited += now - _line.Since(next);
            begun++;
            _calendar.Schedule(next, now + _service[next]);
        }

        return new QueueCounts(begun, (double)waited / begun / SecondsPerService, events);
    }

    /// <summary>When a customer comes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Arrival(RandomStream luck, int customer, int now)
    {
        int position = customer & (Ahead - 1);
        if (position == 0)
        {
            DrawAhead(luck, customer);
        }

        return now + _gap[position];
    }

    /// <summary>The draws of a customer and of those who come next: the time since the one before, and with the same draw the length of the service.</summary>
    private void DrawAhead(RandomStream luck, int first)
    {
        luck.ForRange((uint)first, CustomerDecision, 0, _words0, _words1, _words2, _words3);
        Span<int> service = _service.AsSpan(first & (Room - 1), Ahead);
        for (int i = 0; i < service.Length; i++)
        {
            _gap[i] = Seconds(Logarithm.Exponential(_words0[i]) * (SecondsPerService / ArrivalRate));
            service[i] = Seconds(Logarithm.Exponential(_words1[i]) * SecondsPerService);
        }
    }

    /// <summary>To the nearest second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Seconds(double seconds) => double.ConvertToIntegerNative<int>(seconds + 0.5);
}
