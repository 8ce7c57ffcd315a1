namespace CareFlowSim.Kernel;

/// <summary>The few special functions the quantiles need, in logarithms so that far tails neither vanish nor lose digits.</summary>
internal static class SpecialFunctions
{
    private const double Tiny = 1e-300;
    private const double Epsilon = 1e-16;
    private const int MaxTerms = 1_000_000;

    // Lanczos coefficients for g = 7, n = 9 (Godfrey 2001); relative error below 2e-15 for x >= 0.5.
    private static readonly double[] s_lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln(1 + x) without losing digits near 0 (Kahan's correction).</summary>
    public static double LogOnePlus(double x)
    {
        double w = 1 + x;
        return w == 1 ? x : Math.Log(w) * x / (w - 1);
    }

    /// <summary>ln(1 - e^x) for x below 0 (Maechler 2012).</summary>
    public static double LogOneMinusExp(double x) =>
        x > -0.693 ? Math.Log(-ExpMinusOne(x)) : LogOnePlus(-Math.Exp(x));

    /// <summary>ln of the gamma function, x above 0.</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        }

        double y = x - 1;
        double sum = s_lanczos[0];
        for (int i = 1; i < s_lanczos.Length; i++)
        {
            sum += s_lanczos[i] / (y + i);
        }

        double t = y + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((y + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>ln P(a,x) and ln Q(a,x), the regularized incomplete gamma functions: series below a + 1, continued fraction above (Press et al. 2007, section 6.2).</summary>
    /// <param name="a">Shape.</param>
    /// <param name="logX">ln x.</param>
    /// <param name="logGammaA">ln of the gamma function at <paramref name="a"/>.</param>
    /// <param name="logP">ln of the lower part.</param>
    /// <param name="logQ">ln of the upper part.</param>
    public static void LogIncompleteGamma(double a, double logX, double logGammaA, out double logP, out double logQ)
    {
        double x = Math.Exp(logX);
        double logFront = (a * logX) - x - logGammaA;
        if (x < a + 1)
        {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; n < MaxTerms && term > sum * Epsilon; n++)
            {
                term *= x / (a + n);
                sum += term;
            }

            logP = Math.Min(logFront + Math.Log(sum), -Epsilon);
            logQ = LogOneMinusExp(logP);
            return;
        }

        double b = x + 1 - a;
        double c = 1 / Tiny;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MaxTerms; i++)
        {
            double an = -i * (i - a);
            b += 2;
            d = 1 / Nonzero((an * d) + b);
            c = Nonzero(b + (an / c));
            double factor = d * c;
            h *= factor;
            if (Math.Abs(factor - 1) <= 2 * Epsilon)
            {
                break;
            }
        }

        logQ = Math.Min(logFront + Math.Log(h), -Epsilon);
        logP = LogOneMinusExp(logQ);
    }

    /// <summary>ln I and ln(1 - I) for the regularized incomplete beta function I, by its continued fraction (Press et al. 2007, section 6.4).</summary>
    /// <param name="a">First shape.</param>
    /// <param name="b">Second shape.</param>
    /// <param name="logX">ln x.</param>
    /// <param name="logY">ln(1 - x).</param>
    /// <param name="logBeta">ln of the beta function at (a, b).</param>
    /// <param name="logLower">ln I.</param>
    /// <param name="logUpper">ln(1 - I).</param>
    public static void LogIncompleteBeta(double a, double b, double logX, double logY, double logBeta, out double logLower, out double logUpper)
    {
        double x = Math.Exp(logX);
        double logFront = (a * logX) + (b * logY) - logBeta;
        if (x < (a + 1) / (a + b + 2))
        {
            logLower = Math.Min(logFront - Math.Log(a) + Math.Log(BetaFraction(a, b, x)), -Epsilon);
            logUpper = LogOneMinusExp(logLower);
        }
        else
        {
            logUpper = Math.Min(logFront - Math.Log(b) + Math.Log(BetaFraction(b, a, Math.Exp(logY))), -Epsilon);
            logLower = LogOneMinusExp(logUpper);
        }
    }

    private static double BetaFraction(double a, double b, double x)
    {
        double c = 1;
        double d = 1 / Nonzero(1 - ((a + b) * x / (a + 1)));
        double h = d;
        for (int m = 1; m < MaxTerms; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Nonzero(1 + (even * d));
            c = Nonzero(1 + (even / c));
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Nonzero(1 + (odd * d));
            c = Nonzero(1 + (odd / c));
            double factor = d * c;
            h *= factor;
            if (Math.Abs(factor - 1) <= 2 * Epsilon)
            {
                break;
            }
        }

        return h;
    }

    private static double Nonzero(double x) => Math.Abs(x) < Tiny ? Tiny : x;

    /// <summary>e^x - 1 without losing digits near 0 (Kahan's correction).</summary>
    private static double ExpMinusOne(double x)
    {
        double w = Math.Exp(x);
        if (w == 1)
        {
            return x;
        }

        double difference = w - 1;
        return difference == -1 ? -1 : difference * x / Math.Log(w);
    }
}
