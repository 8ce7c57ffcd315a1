using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>
/// Latin hypercube: each input's range is cut into as many equal strata as there are points, and each stratum holds exactly one point.
/// Source: McKay, Beckman and Conover (1979), "A comparison of three methods for selecting values of input variables", Technometrics 21, 239-245.
/// </summary>
public static class LatinHypercube
{
    /// <summary>Points in the unit cube, strictly inside it: one row per point, one column per input.</summary>
    /// <param name="points">Number of points, 1 or more.</param>
    /// <param name="inputs">Number of inputs, 1 or more.</param>
    /// <param name="stream">The luck; the same stream gives the same points.</param>
    /// <param name="centred">Whether each point stands in the middle of its strata rather than anywhere in them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count below 1.</exception>
    public static double[][] Points(int points, int inputs, RandomStream stream, bool centred = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        double[][] cube = new double[points][];
        for (int p = 0; p < points; p++)
        {
            cube[p] = new double[inputs];
        }

        for (int i = 0; i < inputs; i++)
        {
            int[] stratum = MethodDraws.Order(stream, MethodDraws.LatinHypercubeOrder, (uint)i, points);
            for (int p = 0; p < points; p++)
            {
                double place = centred ? 0.5 : stream.For((uint)i, MethodDraws.LatinHypercubePlace, (uint)p).U0;
                cube[p][i] = (stratum[p] + place) / points;
            }
        }

        return cube;
    }
}
