using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Uncertainty;

public sealed class QuadraticEmulatorTests
{
    private static readonly double[][] Places = LatinHypercube.Points(30, 3, new RandomStream(21, 0));

    [Fact]
    public void QuadraticFunction_IsMetExactly()
    {
        QuadraticEmulator emulator = Of(Places, p => 4 + (3 * p[0]) - (p[1] * p[1]) + (2 * p[0] * p[2]));

        Assert.Equal(4 + 0.6 - 0.25 + 0.36, emulator.At(emulator.Features([0.2, 0.5, 0.9])), 1e-9);
        Assert.Equal(0, emulator.Variance, 1e-15);
    }

    [Fact]
    public void FewPoints_GiveFewerTerms()
    {
        Assert.Equal(10, Of(Places, p => p[0]).Features(Places[0]).Length);
        Assert.Equal(7, Of(Places[..12], p => p[0]).Features(Places[0]).Length);
        Assert.Equal(4, Of(Places[..7], p => p[0]).Features(Places[0]).Length);
    }

    [Fact]
    public void WhatItMisses_IsItsVariance()
    {
        RandomStream stream = new(22, 0);
        double[][] places = LatinHypercube.Points(500, 2, stream);
        QuadraticEmulator emulator = new(places, [.. places.Select((p, i) => p[0] + (3 * Quantile.Normal(stream.For((uint)i, 1, 0).U0)))], [0, 0], [1, 1]);

        Assert.Equal(9, emulator.Variance, 1.5);
    }

    private static QuadraticEmulator Of(double[][] places, Func<double[], double> f) => new(places, [.. places.Select(f)], [0, 0, 0], [1, 1, 1]);
}
