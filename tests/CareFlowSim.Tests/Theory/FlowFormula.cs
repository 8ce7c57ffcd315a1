namespace CareFlowSim.Tests.Theory;

/// <summary>Textbook answers about flows through places without limit, tandem beds and one bed.</summary>
internal static class FlowFormula
{
    /// <summary>Mean number waiting and share of those who come that leave the line, in M/M/c+M (Palm 1957).</summary>
    public static (double Waiting, double Leave, double WaitOfServed) ErlangA(int servers, double arrivals, double service, double leaving)
    {
        const int Most = 150;
        double[] p = BirthDeath(Most, _ => arrivals, n => (Math.Min(n, servers) * service) + (Math.Max(0, n - servers) * leaving));
        double waiting = p.Select((share, n) => share * Math.Max(0, n - servers)).Sum();
        double leave = leaving * waiting / arrivals;
        double mustWait = p.Skip(servers).Sum();
        return (waiting, leave, (mustWait - leave) / (1 - leave));
    }

    /// <summary>Stationary shares of a chain that moves by single steps.</summary>
    public static double[] BirthDeath(int most, Func<int, double> up, Func<int, double> down)
    {
        double[] p = new double[most + 1];
        p[0] = 1;
        for (int n = 1; n <= most; n++)
        {
            p[n] = p[n - 1] * up(n - 1) / down(n);
        }

        double sum = p.Sum();
        return [.. p.Select(x => x / sum)];
    }

    /// <summary>Two single beds with blocking after service (Hunt 1956): the shares of time by chain.</summary>
    /// <param name="arrivals">Arrivals a day.</param>
    /// <param name="first">Rate of the first bed.</param>
    /// <param name="second">Rate of the second bed.</param>
    /// <param name="line">The most who wait outside; a large number stands for no limit.</param>
    /// <returns>Share turned away, share of time that the first bed is blocked, mean number waiting outside, departures a day.</returns>
    public static (double TurnedAway, double Blocked, double Waiting, double PerDay) Tandem(double arrivals, double first, double second, int line)
    {
        // State 3n + m: n people at the first bed or waiting for it; m = 0 second empty, 1 second taken, 2 second taken and the first blocked (one of the n).
        int states = 3 * (line + 2);
        double[,] rates = new double[states, states];
        for (int n = 0; n <= line + 1; n++)
        {
            for (int m = 0; m < 3; m++)
            {
                int from = (3 * n) + m;
                if (m == 2 && n == 0)
                {
                    // Nobody there can be blocked: the chain leaves this state at once and never enters it.
                    rates[from, 0] = 1;
                    continue;
                }

                if (n <= line)
                {
                    rates[from, from + 3] += arrivals;
                }

                if (n > 0 && m == 0)
                {
                    rates[from, (3 * (n - 1)) + 1] += first;
                }

                if (n > 0 && m == 1)
                {
                    rates[from, (3 * n) + 2] += first;
                }

                if (m == 1)
                {
                    rates[from, 3 * n] += second;
                }

                if (m == 2)
                {
                    rates[from, (3 * (n - 1)) + 1] += second;
                }
            }
        }

        double[] p = Formula.Stationary(rates);
        double Sum(Func<int, int, double> of) => p.Select((share, s) => share * of(s / 3, s % 3)).Sum();
        return (Sum((n, _) => n == line + 1 ? 1 : 0), Sum((_, m) => m == 2 ? 1 : 0), Sum((n, _) => Math.Max(0, n - 1)), second * Sum((_, m) => m > 0 ? 1 : 0));
    }

    /// <summary>Mean wait in M/G/1 (Pollaczek 1930, Khinchine 1932).</summary>
    public static double PollaczekKhinchine(double arrivals, double mean, double variance) => arrivals * (variance + (mean * mean)) / (2 * (1 - (arrivals * mean)));

    /// <summary>Mean wait at one bed with a mean stay of 1 where so many come together: that of the batch before, and half of one's own (Gross and Harris 1998, section 3.1).</summary>
    /// <param name="batches">Batches a day.</param>
    /// <param name="size">People in each.</param>
    public static double Batches(double batches, int size) => (1.0 + size) / (2 * (1 - (batches * size))) - 1;

    /// <summary>Share that waits at one bed with exponential stays of mean 1 where people come at equal distances: the root of x = exp((x - 1) distance) below 1 (Kendall 1953).</summary>
    public static double WaitShareOfAppointments(double distance)
    {
        double share = 0;
        for (int i = 0; i < 1_000; i++)
        {
            share = Math.Exp((share - 1) * distance);
        }

        return share;
    }

    /// <summary>Mean number present at a time in M(t)/G/infinity: the rate before, weighed by who would still be there (Eick, Massey and Whitt 1993, equation 1).</summary>
    /// <param name="rate">Rate at a time.</param>
    /// <param name="survival">Probability that a stay is longer.</param>
    /// <param name="time">The time.</param>
    /// <param name="back">How far back to look: the longest stay that counts, or the time since the start.</param>
    public static double Present(Func<double, double> rate, Func<double, double> survival, double time, double back) =>
        Integral(age => rate(time - age) * survival(age), back);

    /// <summary>Share of those found in a place at a random moment who are still there later (Cox 1962, Renewal Theory, section 5.2).</summary>
    public static double FoundAndStillThere(Func<double, double> survival, double mean, double later) => 1 - (Integral(survival, later) / mean);

    /// <summary>Mean wait for the next open hour of people who come at any time of the week: closed gaps squared over twice the week, in days.</summary>
    public static double NextOpening(int openDays, int openHour, int closeHour)
    {
        int night = 24 - closeHour + openHour;
        int weekend = ((7 - openDays) * 24) + night;
        return (((openDays - 1) * night * night) + (weekend * weekend)) / (2.0 * 168 * 24);
    }

    /// <summary>From 0 to an end, by the midpoints of steps fine enough for rates that jump at full hours, or at half days over a long time.</summary>
    private static double Integral(Func<double, double> of, double end)
    {
        int steps = (int)Math.Ceiling(end * (end > 100 ? 48 : 480));
        double width = end / Math.Max(1, steps);
        double sum = 0;
        for (int i = 0; i < steps; i++)
        {
            sum += of((i + 0.5) * width);
        }

        return sum * width;
    }
}
