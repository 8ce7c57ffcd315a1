using System.Runtime.Intrinsics.X86;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class PhiloxRangeTests
{
    private const uint Untouched = 0xdead_beef;

    private delegate void Fill(in PhiloxRange.Start start, PhiloxRange.Words words);

    public static TheoryData<uint, uint, uint, ulong, int> Keys => new()
    {
        { 0, 0, 0, 0, 0 },
        { 1, 2, 3, 42, 7 },
        { 100_000, 9, 1_000_000, 0x1234_5678_9abc_def0, -3 },
        { uint.MaxValue - 20, uint.MaxValue, uint.MaxValue, ulong.MaxValue, int.MinValue },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void ForRange_AnyLength_IsFor(uint first, uint decision, uint occurrence, ulong seed, int replication)
    {
        RandomStream luck = new(seed, replication);
        foreach (int length in Enumerable.Range(0, 70).Append(1_000))
        {
            uint[][] words = Words(length + 1);
            luck.ForRange(first, decision, occurrence, words[0].AsSpan(0, length), words[1].AsSpan(0, length), words[2].AsSpan(0, length), words[3].AsSpan(0, length));

            AssertDraws(words, length, i => luck.For(first + (uint)i, decision, occurrence));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void ForDecisions_AnyLength_IsFor(uint person, uint first, uint occurrence, ulong seed, int replication)
    {
        RandomStream luck = new(seed, replication);
        foreach (int length in Enumerable.Range(0, 40))
        {
            uint[][] words = Words(length + 1);
            luck.ForDecisions(person, first, occurrence, words[0].AsSpan(0, length), words[1].AsSpan(0, length), words[2].AsSpan(0, length), words[3].AsSpan(0, length));

            AssertDraws(words, length, i => luck.For(person, first + (uint)i, occurrence));
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(8, false)]
    [InlineData(16, false)]
    [InlineData(1, true)]
    [InlineData(8, true)]
    [InlineData(16, true)]
    public void Fill_EveryWay_GivesTheSameWords(int atATime, bool stepsThird)
    {
        Fill? fill = atATime switch
        {
            16 => Avx512F.IsSupported ? PhiloxRange.Fill512 : null,
            8 => Avx2.IsSupported ? PhiloxRange.Fill256 : null,
            _ => PhiloxRange.FillOneByOne,
        };
        if (fill is null)
        {
            return;
        }

        PhiloxRange.Start start = new(uint.MaxValue - 30, 1, uint.MaxValue - 20, 3, 0xffff_fff0, 5, stepsThird);
        for (int length = atATime; length < 70; length++)
        {
            uint[][] words = Words(length + 1);
            fill(start, new(words[0].AsSpan(0, length), words[1].AsSpan(0, length), words[2].AsSpan(0, length), words[3].AsSpan(0, length)));

            AssertDraws(words, length, i =>
            {
                uint c0 = stepsThird ? start.C0 : start.C0 + (uint)i;
                uint c2 = stepsThird ? start.C2 + (uint)i : start.C2;
                Philox4x32.Block(c0, start.C1, c2, start.C3, start.K0, start.K1, out uint r0, out uint r1, out uint r2, out uint r3);
                return new Draw(r0, r1, r2, r3);
            });
        }
    }

    [Fact]
    public void ForRange_SpansOfUnequalLength_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new RandomStream(1, 0).ForRange(0, 0, 0, new uint[4], new uint[4], new uint[3], new uint[4]));

    private static uint[][] Words(int length) => [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Repeat(Untouched, length).ToArray())];

    private static void AssertDraws(uint[][] words, int length, Func<int, Draw> expected)
    {
        for (int i = 0; i < length; i++)
        {
            Draw draw = expected(i);
            Assert.Equal((draw.W0, draw.W1, draw.W2, draw.W3), (words[0][i], words[1][i], words[2][i], words[3][i]));
        }

        Assert.All(words, w => Assert.Equal(Untouched, w[length]));
    }
}
