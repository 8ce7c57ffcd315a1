using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class SobolIndicesTests
{
    [Fact]
    public void Ishigami_HasItsKnownIndices()
    {
        SaltelliDesign design = SaltelliDesign.Create(8192, 3, new RandomStream(5, 0));
        IReadOnlyList<SobolIndex> indices = SobolIndices.Estimate(design, [.. design.Points().Select(TestFunctions.Ishigami)], new RandomStream(5, 0), 50);

        double[] first = [0.3139, 0.4424, 0];
        double[] total = [0.5576, 0.4424, 0.2437];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(first[i], indices[i].First, 0.01);
            Assert.Equal(total[i], indices[i].Total, 0.01);
        }
    }

    [Fact]
    public void SobolG_HasItsKnownIndices()
    {
        double[] a = [0, 1, 4.5, 9, 99];
        SaltelliDesign design = SaltelliDesign.Create(8192, 5, new RandomStream(6, 0));
        IReadOnlyList<SobolIndex> indices = SobolIndices.Estimate(design, [.. design.Points().Select(u => TestFunctions.SobolG(u, a))], new RandomStream(6, 0), 50);

        // V_i = 1 / (3 (1 + a_i)^2); V = prod(1 + V_i) - 1; total: V_i prod of the others (1 + V_j) / V.
        double[] parts = [.. a.Select(x => 1 / (3 * (1 + x) * (1 + x)))];
        double product = parts.Aggregate(1.0, (p, v) => p * (1 + v));
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(parts[i] / (product - 1), indices[i].First, 0.015);
            Assert.Equal(parts[i] * product / (1 + parts[i]) / (product - 1), indices[i].Total, 0.015);
        }
    }

    [Fact]
    public void Intervals_CoverTheTruthMostly_AndNarrowWithRows()
    {
        double[] truth = [0.3139, 0.4424, 0, 0.5576, 0.4424, 0.2437];
        int covered = 0;
        for (int r = 0; r < 10; r++)
        {
            IReadOnlyList<SobolIndex> indices = Ishigami(256, r);
            Interval[] intervals = [.. indices.Select(i => i.FirstInterval), .. indices.Select(i => i.TotalInterval)];
            covered += intervals.Zip(truth).Count(x => x.First.Contains(x.Second));
        }

        // Sobol' rows are better than the independent rows the bootstrap takes them for, so cover is above 95 %.
        Assert.InRange(covered, 53, 60);
        Assert.True(Ishigami(1024, 0)[0].FirstInterval.Width < 0.7 * Ishigami(256, 0)[0].FirstInterval.Width);
    }

    [Fact]
    public void ShiftedAndScaledOutputs_HaveTheSameIndices()
    {
        SaltelliDesign design = SaltelliDesign.Create(128, 3, new RandomStream(5, 0));
        double[] values = [.. design.Points().Select(TestFunctions.Ishigami)];
        IReadOnlyList<SobolIndex> plain = SobolIndices.Estimate(design, values, new RandomStream(5, 0), 20);
        IReadOnlyList<SobolIndex> moved = SobolIndices.Estimate(design, [.. values.Select(v => 1000 - (3 * v))], new RandomStream(5, 0), 20);

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(plain[i].First, moved[i].First, 1e-9);
            Assert.Equal(plain[i].TotalInterval.High, moved[i].TotalInterval.High, 1e-9);
        }
    }

    [Fact]
    public void ValuesThatDoNotVary_OrDoNotFit_AreRefused()
    {
        SaltelliDesign design = SaltelliDesign.Create(4, 2, default);

        Assert.Throws<ArgumentException>(() => SobolIndices.Estimate(design, new double[16], default));
        Assert.Throws<ArgumentException>(() => SobolIndices.Estimate(design, [.. Enumerable.Range(0, 15).Select(i => (double)i)], default));
        Assert.Throws<ArgumentException>(() => SobolIndices.Estimate(design, [double.NaN, .. Enumerable.Range(0, 15).Select(i => (double)i)], default));
    }

    private static IReadOnlyList<SobolIndex> Ishigami(int rows, int replication)
    {
        SaltelliDesign design = SaltelliDesign.Create(rows, 3, new RandomStream(9, replication));
        return SobolIndices.Estimate(design, [.. design.Points().Select(TestFunctions.Ishigami)], new RandomStream(9, replication), 200);
    }
}
