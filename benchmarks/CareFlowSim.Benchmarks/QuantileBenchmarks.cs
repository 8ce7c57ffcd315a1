using BenchmarkDotNet.Attributes;
using CareFlowSim.Kernel;

namespace CareFlowSim.Benchmarks;

/// <summary>Inverse distribution functions, exact and from a table. The baseline is the cheapest useful one, the exponential.</summary>
public class QuantileBenchmarks
{
    private const int Draws = 1_000;

    private readonly double[] _uniforms = [.. Enumerable.Range(0, Draws).Select(i => new RandomStream(1, 0).For((uint)i, 0, 0).U0)];
    private readonly QuantileTable _table = new(u => Quantile.Gamma(u, 2.2, 5), 4_096);

    [Benchmark(Baseline = true, OperationsPerInvoke = Draws)]
    public double Exponential() => Sum(u => Quantile.Exponential(u, 3));

    [Benchmark(OperationsPerInvoke = Draws)]
    public double Normal() => Sum(Quantile.Normal);

    [Benchmark(OperationsPerInvoke = Draws)]
    public double LogNormal() => Sum(u => Quantile.LogNormalFromLog(u, 1, 1));

    [Benchmark(OperationsPerInvoke = Draws)]
    public double Gamma() => Sum(u => Quantile.Gamma(u, 2.2, 5));

    [Benchmark(OperationsPerInvoke = Draws)]
    public double GammaFromTable() => Sum(_table.At);

    private double Sum(Func<double, double> inverse)
    {
        double sum = 0;
        foreach (double u in _uniforms)
        {
            sum += inverse(u);
        }

        return sum;
    }
}
