namespace CareFlowSim.Kernel;

/// <summary>
/// Beta quantile by Newton's method on ln I or ln(1 - I) as a function of the logit y = ln(x / (1 - x)); the density of y is log-concave for all shapes,
/// so the same argument as for <see cref="GammaQuantile"/> gives convergence from any start.
/// </summary>
internal static class BetaQuantile
{
    private const int MaxSteps = 200;
    private const double StepTolerance = 1e-12;

    public static double At(double u, double a, double b)
    {
        double logBeta = SpecialFunctions.LogGamma(a) + SpecialFunctions.LogGamma(b) - SpecialFunctions.LogGamma(a + b);
        bool lower = u < 0.5;
        double target = lower ? Math.Log(u) : SpecialFunctions.LogOnePlus(-u);
        double y = Math.Log(a / b);
        for (int step = 0; step < MaxSteps; step++)
        {
            double logX = -Softplus(-y);
            double logY = -Softplus(y);
            SpecialFunctions.LogIncompleteBeta(a, b, logX, logY, logBeta, out double logLower, out double logUpper);
            double value = lower ? logLower : logUpper;
            double slope = Math.Exp((a * logX) + (b * logY) - logBeta - value);
            double change = (target - value) / (lower ? slope : -slope);
            y += change;
            if (Math.Abs(change) <= StepTolerance * Math.Max(1, Math.Abs(y)))
            {
                break;
            }
        }

        return Math.Exp(-Softplus(-y));
    }

    /// <summary>ln(1 + e^x).</summary>
    private static double Softplus(double x) =>
        x > 0 ? x + SpecialFunctions.LogOnePlus(Math.Exp(-x)) : SpecialFunctions.LogOnePlus(Math.Exp(x));
}
