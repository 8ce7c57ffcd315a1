using CareFlowSim.Kernel;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace CareFlowSim.Tests.Theory;

/// <summary>The textbook answers, and the one way a simulation is held against them.</summary>
internal static class Formula
{
    /// <summary>Three standard errors of the mean over replications.</summary>
    public static void Agrees(double formula, Tally replications)
    {
        double z = (replications.Mean - formula) / replications.StandardError;
        Assert.True(Math.Abs(z) <= 3, $"formula {formula:G6}, simulated {replications.Mean:G6} ± {replications.StandardError:G3} (z = {z:F2}, n = {replications.Count})");
    }

    /// <summary>Share lost in M/G/c/c (Erlang 1917).</summary>
    public static double ErlangB(int servers, double offered)
    {
        double blocked = 1;
        for (int c = 1; c <= servers; c++)
        {
            blocked = offered * blocked / (c + (offered * blocked));
        }

        return blocked;
    }

    /// <summary>Probability of waiting in M/M/c (Erlang 1917).</summary>
    public static double ErlangC(int servers, double offered)
    {
        double blocked = ErlangB(servers, offered);
        return servers * blocked / (servers - (offered * (1 - blocked)));
    }

    /// <summary>Stationary probabilities of a Markov chain in continuous time.</summary>
    /// <param name="rates">Rate from row to column; the diagonal is ignored.</param>
    public static double[] Stationary(double[,] rates)
    {
        int states = rates.GetLength(0);
        Matrix<double> balance = Matrix<double>.Build.Dense(states, states);
        for (int from = 0; from < states; from++)
        {
            for (int to = 0; to < states; to++)
            {
                if (from != to)
                {
                    balance[to, from] += rates[from, to];
                    balance[from, from] -= rates[from, to];
                }
            }
        }

        for (int state = 0; state < states; state++)
        {
            balance[states - 1, state] = 1;
        }

        Vector<double> right = Vector<double>.Build.Dense(states);
        right[states - 1] = 1;
        return [.. balance.Solve(right)];
    }
}
