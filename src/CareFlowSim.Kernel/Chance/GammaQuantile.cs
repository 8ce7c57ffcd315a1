namespace CareFlowSim.Kernel;

/// <summary>
/// Gamma quantile at scale 1, by Newton's method on ln P or ln Q as a function of y = ln x. The density of y is log-concave for every shape,
/// hence so are both tails (Bagnoli and Bergstrom 2005, theorem 1), and Newton's method on a concave function converges from any start without a bracket.
/// </summary>
internal static class GammaQuantile
{
    private const int MaxSteps = 200;
    private const double StepTolerance = 1e-12;

    // From far below the root the upper tail is flat; an unbounded step would overflow e^y.
    private const double MaxRise = 3;

    public static double At(double u, double shape)
    {
        double logGamma = SpecialFunctions.LogGamma(shape);
        bool lower = u < 0.5;
        double target = lower ? Math.Log(u) : SpecialFunctions.LogOnePlus(-u);
        double y = Start(u, shape, logGamma);
        for (int step = 0; step < MaxSteps; step++)
        {
            SpecialFunctions.LogIncompleteGamma(shape, y, logGamma, out double logP, out double logQ);
            double value = lower ? logP : logQ;
            double logDensity = (shape * y) - Math.Exp(y) - logGamma;
            double slope = Math.Exp(logDensity - value);
            double change = (target - value) / (lower ? slope : -slope);
            change = Math.Min(change, MaxRise);
            y += change;
            if (Math.Abs(change) <= StepTolerance * Math.Max(1, Math.Abs(y)))
            {
                break;
            }
        }

        return Math.Exp(y);
    }

    /// <summary>Wilson and Hilferty (1931) where it is good, otherwise the leading term of P near 0.</summary>
    private static double Start(double u, double shape, double logGamma)
    {
        double root = 1 - (1 / (9 * shape)) + (NormalQuantile.At(u) / (3 * Math.Sqrt(shape)));
        return root > 0.3
            ? Math.Log(shape) + (3 * Math.Log(root))
            : Math.Min((Math.Log(u) + logGamma + Math.Log(shape)) / shape, Math.Log(shape + 1));
    }
}
