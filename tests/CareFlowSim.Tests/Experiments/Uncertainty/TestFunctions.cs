namespace CareFlowSim.Tests.Experiments.Uncertainty;

/// <summary>Functions of the unit cube whose sensitivity indices are known.</summary>
internal static class TestFunctions
{
    /// <summary>Ishigami and Homma (1990) with a = 7, b = 0.1; inputs from -pi to pi.</summary>
    public static double Ishigami(double[] u)
    {
        double[] x = [.. u.Select(v => Math.PI * ((2 * v) - 1))];
        return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }

    /// <summary>Sobol's G with given coefficients.</summary>
    public static double SobolG(double[] u, double[] a) => u.Select((v, i) => (Math.Abs((4 * v) - 2) + a[i]) / (1 + a[i])).Aggregate((x, y) => x * y);
}
