using BenchmarkDotNet.Attributes;
using CareFlowSim.Kernel;

namespace CareFlowSim.Benchmarks;

/// <summary>Four uniform numbers from a keyed draw, against four from a generator with hidden state.</summary>
public class RandomStreamBenchmarks
{
    private const int Draws = 10_000;

    private readonly Random _random = new(1);
    private readonly RandomStream _luck = new(1, 0);

    [Benchmark(Baseline = true, OperationsPerInvoke = Draws)]
    public double SystemRandom()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            sum += _random.NextDouble() + _random.NextDouble() + _random.NextDouble() + _random.NextDouble();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Draws)]
    public double KeyedDraw()
    {
        double sum = 0;
        for (uint i = 0; i < Draws; i++)
        {
            Draw draw = _luck.For(i, 1, 2);
            sum += draw.U0 + draw.U1 + draw.U2 + draw.U3;
        }

        return sum;
    }
}
