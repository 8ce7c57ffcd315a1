using BenchmarkDotNet.Attributes;
using CareFlowSim.Kernel;

namespace CareFlowSim.Benchmarks;

/// <summary>Four uniform numbers from a keyed draw, against four from a generator with hidden state.</summary>
public class RandomStreamBenchmarks
{
    private const int Draws = 10_000;

    private readonly Random _random = new(1);
    private readonly RandomStream _luck = new(1, 0);
    private readonly uint[][] _words = [new uint[Draws], new uint[Draws], new uint[Draws], new uint[Draws]];

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

    /// <summary>The words of consecutive persons, left in memory.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public uint KeyedRange()
    {
        _luck.ForRange(0, 1, 2, _words[0], _words[1], _words[2], _words[3]);
        return _words[3][^1];
    }

    /// <summary>The same words one person at a time.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public uint KeyedOneByOne()
    {
        for (int i = 0; i < Draws; i++)
        {
            Draw draw = _luck.For((uint)i, 1, 2);
            _words[0][i] = draw.W0;
            _words[1][i] = draw.W1;
            _words[2][i] = draw.W2;
            _words[3][i] = draw.W3;
        }

        return _words[3][^1];
    }
}
