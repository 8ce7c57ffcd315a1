using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Designs;

public sealed class SobolSequenceTests
{
    // Dimensions 1 to 3 as printed on the authors' page for new-joe-kuo-6.21201; 4 and 5 worked out by hand from the table's rows.
    private static readonly double[][] Published =
    [
        [0, 0, 0, 0, 0],
        [0.5, 0.5, 0.5, 0.5, 0.5],
        [0.75, 0.25, 0.25, 0.25, 0.75],
        [0.25, 0.75, 0.75, 0.75, 0.25],
        [0.375, 0.375, 0.625, 0.875, 0.375],
        [0.875, 0.875, 0.125, 0.375, 0.875],
        [0.625, 0.125, 0.875, 0.625, 0.625],
        [0.125, 0.625, 0.375, 0.125, 0.125],
        [0.1875, 0.3125, 0.9375, 0.4375, 0.5625],
        [0.6875, 0.8125, 0.4375, 0.9375, 0.0625],
    ];

    [Fact]
    public void FirstPoints_AreThePublishedOnes() => Assert.Equal(Published, SobolSequence.Points(10, 5));

    [Fact]
    public void Skip_LeavesOutTheBeginning() => Assert.Equal(Published[3..7], SobolSequence.Points(4, 5, skip: 3));

    [Fact]
    public void Table_HoldsAllPrimitivePolynomialsInOrder()
    {
        IEnumerable<(int, int)> all =
            from degree in Enumerable.Range(1, 10)
            from a in Enumerable.Range(0, 1 << (degree - 1))
            where IsPrimitive(degree, a)
            select (degree, a);

        Assert.Equal(all.Take(SobolSequence.MaxInputs - 1), JoeKuo.Rows.Select(r => (r[0], r[1])));
    }

    [Fact]
    public void Table_DirectionNumbersAreOddAndSmall() =>
        Assert.All(JoeKuo.Rows, r =>
        {
            Assert.Equal(r[0] + 2, r.Length);
            Assert.All(r.Skip(2).Select((m, k) => (m, k)), x => Assert.True(x.m % 2 == 1 && x.m < 2 << x.k));
        });

    /// <summary>Joe and Kuo's numbers have Sobol's property A in every number of inputs up to 1111; a wrong figure breaks it.</summary>
    [Fact]
    public void Table_HasPropertyA()
    {
        // Rows: inputs; columns: leading bits of the direction numbers, of which 32 are kept. Property A holds when the square matrix has full rank modulo 2.
        for (int d = 1; d <= 32; d++)
        {
            ulong[] rows = [.. Enumerable.Range(0, d).Select(i => SobolSequence.DirectionsOf(i).Take(d).Select((v, k) => (ulong)(v >> 31) << k).Aggregate((x, y) => x | y))];
            Assert.Equal(d, Rank(rows));
        }
    }

    [Fact]
    public void EveryInput_IsBalanced()
    {
        double[][] points = SobolSequence.Points(256, SobolSequence.MaxInputs);
        for (int i = 0; i < SobolSequence.MaxInputs; i++)
        {
            Assert.Equal(Enumerable.Range(0, 256), points.Select(p => (int)(p[i] * 256)).Order());
        }
    }

    [Fact]
    public void Scrambled_KeepsTheBalance_InOneAndInTwoInputs()
    {
        double[][] points = SobolSequence.Scrambled(256, 10, new RandomStream(8, 0));
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(Enumerable.Range(0, 256), points.Select(p => (int)(p[i] * 256)).Order());
        }

        // The first two inputs are a (0,2)-sequence: each box of 16 x 16 holds one point.
        Assert.Equal(256, points.Select(p => ((int)(p[0] * 16), (int)(p[1] * 16))).Distinct().Count());
        Assert.All(points.SelectMany(p => p), x => Assert.True(x is > 0 and < 1));
    }

    [Fact]
    public void Scrambled_DependsOnTheStreamOnly()
    {
        double[][] first = SobolSequence.Scrambled(64, 6, new RandomStream(8, 0));

        Assert.Equal(first, SobolSequence.Scrambled(64, 6, new RandomStream(8, 0)));
        Assert.NotEqual(first, SobolSequence.Scrambled(64, 6, new RandomStream(8, 1)));
    }

    /// <summary>Unbiased: over streams, one given point is uniform.</summary>
    [Fact]
    public void Scrambled_PointIsUniformOverStreams()
    {
        double[] first = [.. Enumerable.Range(0, 2000).Select(r => SobolSequence.Scrambled(1, 1, new RandomStream(8, r))[0][0])];

        Assert.Equal(0.5, first.Average(), 0.03);
        Assert.Equal(1.0 / 12, first.Average(x => (x - 0.5) * (x - 0.5)), 0.008);
    }

    [Fact]
    public void Scrambled_IntegratesBetterThanChance()
    {
        // Mean of the product of (1 + (x - 0.5)) over 5 inputs is 1; the standard error by chance at 4096 points would be 0.010.
        double[] errors = [.. Enumerable.Range(0, 10).Select(r => SobolSequence.Scrambled(4096, 5, new RandomStream(2, r)).Average(p => p.Aggregate(1.0, (y, x) => y * (0.5 + x))) - 1)];

        Assert.All(errors, e => Assert.InRange(e, -0.001, 0.001));
    }

    [Fact]
    public void TooManyInputs_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Points(1, SobolSequence.MaxInputs + 1));

    private static bool IsPrimitive(int degree, int a)
    {
        int polynomial = (1 << degree) | (a << 1) | 1;
        int x = 1;
        for (int order = 1; order < 1 << degree; order++)
        {
            x <<= 1;
            x ^= (x >> degree) == 1 ? polynomial : 0;
            if (x == 1)
            {
                return order == (1 << degree) - 1;
            }
        }

        return false;
    }

    private static int Rank(ulong[] rows)
    {
        int rank = 0;
        for (int bit = 0; bit < 64; bit++)
        {
            int pivot = Array.FindIndex(rows, rank, r => ((r >> bit) & 1) == 1);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (int r = 0; r < rows.Length; r++)
            {
                rows[r] ^= r != rank && ((rows[r] >> bit) & 1) == 1 ? rows[rank] : 0;
            }

            if (++rank == rows.Length)
            {
                break;
            }
        }

        return rank;
    }
}
