using System.Numerics;
using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>
/// The Sobol' sequence in Gray code order with the direction numbers of Joe and Kuo (2008), as it stands or scrambled.
/// Sources: Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7, 86-112; Antonov and Saleev (1979), ibid. 19, 252-256 (Gray code order);
/// Owen (1995), "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (scrambling). Balance is best when the number of points is a power of two.
/// </summary>
public static class SobolSequence
{
    private const int Bits = 32;

    /// <summary>Most inputs a point can have.</summary>
    public const int MaxInputs = 128;

    private static readonly uint[][] Directions = [.. Enumerable.Range(0, MaxInputs).Select(DirectionNumbers)];

    /// <summary>Points as published: the first is the origin, all lie in [0, 1). Priors have no value at 0, so for sampling take <see cref="Scrambled"/>.</summary>
    /// <param name="points">Number of points, 1 or more.</param>
    /// <param name="inputs">Number of inputs, 1 to <see cref="MaxInputs"/>.</param>
    /// <param name="skip">Points left out at the beginning, 0 or more.</param>
    /// <returns>One row per point, one column per input.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count out of its range.</exception>
    public static double[][] Points(int points, int inputs, int skip = 0)
    {
        Check(points, inputs);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        return Rows(points, inputs, (p, i) => Word((uint)(p + skip), i) * (1.0 / 4294967296.0));
    }

    /// <summary>
    /// Points under Owen's nested uniform scrambling: each point is uniform on the unit cube, strictly inside it, and the points together keep the
    /// sequence's balance. Different streams give independent designs, so their spread shows the error of an estimate.
    /// </summary>
    /// <param name="points">Number of points, 1 or more.</param>
    /// <param name="inputs">Number of inputs, 1 to <see cref="MaxInputs"/>.</param>
    /// <param name="stream">The luck; the same stream gives the same points.</param>
    /// <returns>One row per point, one column per input.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count out of its range.</exception>
    public static double[][] Scrambled(int points, int inputs, RandomStream stream)
    {
        Check(points, inputs);
        return Rows(points, inputs, (p, i) => Draw.Uniform(Scramble(Word((uint)p, i), (uint)i, stream)));
    }

    /// <summary>First direction numbers of one input as fractions of 2^32, for tests of the table.</summary>
    internal static IReadOnlyList<uint> DirectionsOf(int input) => Directions[input];

    private static void Check(int points, int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, MaxInputs);
    }

    private static double[][] Rows(int points, int inputs, Func<int, int, double> value)
    {
        double[][] rows = new double[points][];
        for (int p = 0; p < points; p++)
        {
            rows[p] = new double[inputs];
            for (int i = 0; i < inputs; i++)
            {
                rows[p][i] = value(p, i);
            }
        }

        return rows;
    }

    private static uint Word(uint point, int input)
    {
        uint[] v = Directions[input];
        uint word = 0;
        for (uint gray = point ^ (point >> 1); gray != 0; gray &= gray - 1)
        {
            word ^= v[BitOperations.TrailingZeroCount(gray)];
        }

        return word;
    }

    /// <summary>Flips each bit or not, by a choice that depends on all bits before it: exact nested scrambling, with as many keyed draws as bits.</summary>
    private static uint Scramble(uint word, uint input, RandomStream stream)
    {
        uint scrambled = 0;
        for (int bit = 0; bit < Bits; bit++)
        {
            // Words of another bit have another occurrence, so equal prefixes of different length do not share a draw.
            uint before = bit == 0 ? 0 : word >> (Bits - bit);
            uint flip = stream.For(before, MethodDraws.OwenScramble, (input * Bits) + (uint)bit).W0 >> 31;
            scrambled = (scrambled << 1) | (((word >> (Bits - 1 - bit)) & 1) ^ flip);
        }

        return scrambled;
    }

    private static uint[] DirectionNumbers(int input)
    {
        uint[] v = new uint[Bits];
        if (input == 0)
        {
            for (int k = 0; k < Bits; k++)
            {
                v[k] = 1u << (Bits - 1 - k);
            }

            return v;
        }

        int[] row = JoeKuo.Rows[input - 1];
        int degree = row[0];
        int coefficients = row[1];
        for (int k = 0; k < degree; k++)
        {
            v[k] = (uint)row[2 + k] << (Bits - 1 - k);
        }

        // Joe and Kuo (2008), equation 2.
        for (int k = degree; k < Bits; k++)
        {
            v[k] = v[k - degree] ^ (v[k - degree] >> degree);
            for (int j = 1; j < degree; j++)
            {
                v[k] ^= ((coefficients >> (degree - 1 - j)) & 1) == 1 ? v[k - j] : 0;
            }
        }

        return v;
    }
}
