using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class RandomStreamTests
{
    private const ulong Seed = 0x1234_5678_9abc_def0;

    [Fact]
    public void For_DifferentKeys_GivesDifferentDraws()
    {
        HashSet<(uint, uint, uint, uint)> seen = [];
        foreach (ulong seed in (ulong[])[0, 1, 1UL << 32])
        {
            for (int replication = -1; replication < 4; replication++)
            {
                RandomStream luck = new(seed, replication);
                for (uint person = 0; person < 20; person++)
                {
                    for (uint decision = 0; decision < 20; decision++)
                    {
                        for (uint occurrence = 0; occurrence < 20; occurrence++)
                        {
                            Draw draw = luck.For(person, decision, occurrence);
                            Assert.True(seen.Add((draw.W0, draw.W1, draw.W2, draw.W3)));
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void For_AnyCallOrder_GivesTheSameDraw()
    {
        RandomStream luck = new(Seed, 7);
        uint[] forward = [.. Enumerable.Range(0, 100).Select(i => luck.For((uint)i, 3, 2).W1)];
        uint[] backward = [.. Enumerable.Range(0, 100).Reverse().Select(i => new RandomStream(Seed, 7).For((uint)i, 3, 2).W1)];

        Assert.Equal(forward, backward.Reverse());
    }

    /// <summary>The stream does not count: a caller who forgets to raise the occurrence repeats its luck exactly, and the mean of its draws stops converging.</summary>
    [Fact]
    public void For_ReusedCounter_RepeatsTheDraw()
    {
        RandomStream luck = new(Seed, 7);
        HashSet<uint> reused = [];
        HashSet<uint> raised = [];
        for (uint i = 0; i < 1_000; i++)
        {
            reused.Add(luck.For(5, 1, 0).W0);
            raised.Add(luck.For(5, 1, i).W0);
        }

        Assert.Single(reused);
        Assert.True(raised.Count >= 999);
    }

    [Fact]
    public void Uniform_ChiSquareOver256Cells_IsOrdinary()
    {
        RandomStream luck = new(Seed, 1);
        int[,] counts = new int[4, 256];
        const int Draws = 256_000;
        for (uint i = 0; i < Draws; i++)
        {
            Draw draw = luck.For(i, 4, 0);
            counts[0, draw.W0 >> 24]++;
            counts[1, draw.W1 & 255]++;
            counts[2, (int)(draw.U2 * 256)]++;
            counts[3, (int)(draw.U3 * 256)]++;
        }

        for (int word = 0; word < 4; word++)
        {
            double chiSquare = Enumerable.Range(0, 256).Sum(cell => Math.Pow(counts[word, cell] - (Draws / 256.0), 2) / (Draws / 256.0));

            // 255 degrees of freedom: mean 255, standard deviation 22.6.
            Assert.InRange(chiSquare, 255 - (4 * 22.6), 255 + (4 * 22.6));
        }
    }

    public static TheoryData<string> Neighbours => ["person", "occurrence", "decision", "replication", "seed", "word"];

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Neighbours_AreUncorrelated(string neighbour)
    {
        const int Draws = 200_000;
        RandomStream luck = new(Seed, 3);
        double sum = 0;
        for (uint i = 0; i < Draws; i++)
        {
            Draw one = luck.For(i, 2, 5);
            double other = neighbour switch
            {
                "person" => luck.For(i + 1, 2, 5).U0,
                "occurrence" => luck.For(i, 2, 6).U0,
                "decision" => luck.For(i, 3, 5).U0,
                "replication" => new RandomStream(Seed, 4).For(i, 2, 5).U0,
                "seed" => new RandomStream(Seed + 1, 3).For(i, 2, 5).U0,
                _ => one.U1,
            };
            sum += (one.U0 - 0.5) * (other - 0.5);
        }

        double z = sum * 12 / Math.Sqrt(Draws);
        Assert.InRange(z, -4, 4);
    }

    /// <summary>Sums over neighbouring keys must scatter as much as independent numbers do; a weak keyed generator fails here long before its single values look odd.</summary>
    [Fact]
    public void RareEvent_OneInTenThousand_KeepsItsRate()
    {
        const double Probability = 1e-4;
        const int People = 100_000;
        const int Occurrences = 25;
        uint limit = (uint)(Probability * 4294967296.0);
        RandomStream luck = new(1, 0);
        int hits = 0;
        for (uint person = 0; person < People; person++)
        {
            for (uint occurrence = 0; occurrence < Occurrences; occurrence++)
            {
                Draw draw = luck.For(person, 1, occurrence);
                hits += (draw.W0 < limit ? 1 : 0) + (draw.W1 < limit ? 1 : 0) + (draw.W2 < limit ? 1 : 0) + (draw.W3 < limit ? 1 : 0);
            }
        }

        const double Expected = 4.0 * People * Occurrences * Probability;
        double z = (hits - Expected) / Math.Sqrt(Expected * (1 - Probability));
        Assert.InRange(z, -4.5, 4.5);
    }

    [Fact]
    public void Equality_SameSeedAndReplication()
    {
        Assert.True(new RandomStream(1, 2) == new RandomStream(1, 2));
        Assert.True(new RandomStream(1, 2) != new RandomStream(1, 3));
        Assert.Equal((9UL << 33, -4), (new RandomStream(9UL << 33, -4).Seed, new RandomStream(9UL << 33, -4).Replication));
    }
}
