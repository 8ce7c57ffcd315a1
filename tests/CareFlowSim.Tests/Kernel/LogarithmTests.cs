using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class LogarithmTests
{
    [Fact]
    public void Exponential_IsMinusTheLogarithmOfTheMiddleOfTheWordsCell()
    {
        RandomStream luck = new(7, 0);
        for (uint i = 0; i < 200_000; i++)
        {
            // All sizes of words: small ones too.
            uint word = luck.For(i, 0, 0).W0 >> (int)(i % 32);
            double exact = -Math.Log(Draw.Uniform(word));
            Assert.Equal(exact, Logarithm.Exponential(word), 4e-15 * Math.Max(1, exact));
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue - 1)]
    [InlineData(1u << 31)]
    public void TheEnds_AreAboveZeroAndFinite(uint word)
    {
        double exact = -Math.Log(Draw.Uniform(word));
        double value = Logarithm.Exponential(word);
        Assert.True(value > 0, $"{value}");
        Assert.Equal(exact, value, 4e-15 * Math.Max(1, exact));
    }

    [Fact]
    public void Exponential_FallsAsTheWordRises()
    {
        double before = double.PositiveInfinity;
        for (ulong word = 0; word <= uint.MaxValue; word += 65_537)
        {
            double value = Logarithm.Exponential((uint)word);
            Assert.True(value < before);
            before = value;
        }
    }
}
