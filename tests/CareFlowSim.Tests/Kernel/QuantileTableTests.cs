using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Kernel;

public sealed class QuantileTableTests
{
    private static readonly (string Name, Func<double, double> Inverse)[] s_functions =
    [
        ("normal", u => 10 + Quantile.Normal(u)),
        ("exponential", u => Quantile.Exponential(u, 3)),
        ("lognormal", u => Quantile.LogNormalFromLog(u, 1, 1)),
        ("gamma", u => Quantile.Gamma(u, 2.2, 5)),
    ];

    public static TheoryData<int> Functions => [.. Enumerable.Range(0, s_functions.Length)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void At_FourThousandCells_IsCloseToTheExactFunction(int function)
    {
        Func<double, double> inverse = s_functions[function].Inverse;
        QuantileTable table = new(inverse, 4_096);
        double worst = 0;
        double difference = 0;
        double sum = 0;
        for (int i = 0; i < 20_011; i++)
        {
            double u = (i + 0.5) / 20_011;
            double exact = inverse(u);
            worst = Math.Max(worst, Math.Abs(table.At(u) - exact) / exact);
            difference += table.At(u) - exact;
            sum += exact;
        }

        Assert.True(worst < 5e-4, $"{s_functions[function].Name}: worst relative error {worst}");
        Assert.InRange(difference / sum, -1e-5, 1e-5);
    }

    [Fact]
    public void At_OuterCells_AreExact()
    {
        QuantileTable table = new(Quantile.Normal, 1_024);

        foreach (double u in (double[])[1e-10, 1e-4, 0.0078, 1 - 0.0078, 0.9999, 1 - 1e-10])
        {
            Assert.Equal(Quantile.Normal(u), table.At(u));
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1_000)]
    [InlineData(1_024)]
    public void AtWord_IsAtOfItsUniformNumber(int cells)
    {
        QuantileTable table = new(u => Quantile.Exponential(u, 1), cells);
        foreach (uint word in Enumerable.Range(0, 10_000).Select(i => (uint)i * 429_496u).Concat([uint.MaxValue, uint.MaxValue >> 1, 1u << 31]))
        {
            Assert.Equal(table.At(Draw.Uniform(word)), table.AtWord(word), 1e-12);
        }
    }

    [Fact]
    public void At_NeverFalls()
    {
        QuantileTable table = new(u => Quantile.Exponential(u, 1), 64);
        double last = 0;
        for (int i = 0; i < 10_000; i++)
        {
            double value = table.At((i + 0.5) / 10_000);
            Assert.True(value >= last);
            last = value;
        }
    }

    [Fact]
    public void Constructor_Faults_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantileTable(Quantile.Normal, 7));
        Assert.Throws<ArgumentException>(() => new QuantileTable(u => -u, 16));
        Assert.Throws<ArgumentException>(() => new QuantileTable(u => double.NaN, 16));
    }
}
