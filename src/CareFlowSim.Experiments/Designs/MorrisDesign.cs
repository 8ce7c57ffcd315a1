using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>
/// Trajectories for elementary effects: each starts at a random point of a grid and moves every input once, in random order, by half the range.
/// Source: Morris (1991), "Factorial sampling plans for preliminary computational experiments", Technometrics 33, 161-174.
/// Morris's grid reaches the ends of the unit cube; here the levels are by default the middles of equal cells, because a prior may have no finite ends.
/// </summary>
public sealed record MorrisDesign
{
    private MorrisDesign(int inputs, double step, double[][][] trajectories, int[][] moved)
    {
        Inputs = inputs;
        Step = step;
        Trajectories = trajectories;
        Moved = moved;
    }

    /// <summary>Number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Length of a move in the unit cube.</summary>
    public double Step { get; }

    /// <summary>Per trajectory its points, one more than there are inputs; each point has one value per input.</summary>
    public double[][][] Trajectories { get; }

    /// <summary>Per trajectory the input moved by each of its moves.</summary>
    public int[][] Moved { get; }

    /// <summary>Evaluations the design asks for: trajectories times (inputs + 1).</summary>
    public int Count => Trajectories.Length * (Inputs + 1);

    /// <summary>Makes a design.</summary>
    /// <param name="trajectories">Number of trajectories, 2 or more (10 to 50 are usual).</param>
    /// <param name="inputs">Number of inputs, 1 or more.</param>
    /// <param name="stream">The luck; the same stream gives the same design.</param>
    /// <param name="levels">Levels per input, even, 2 or more.</param>
    /// <param name="margin">Distance of the outermost levels from the ends of the unit cube, 0 to below one half; null stands for the middles of equal cells, 0 for Morris's own grid.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    public static MorrisDesign Create(int trajectories, int inputs, RandomStream stream, int levels = 4, double? margin = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        if (levels < 2 || levels % 2 == 1)
        {
            throw new ArgumentOutOfRangeException(nameof(levels), levels, "The number of levels must be even and at least 2.");
        }

        double edge = margin ?? 0.5 / levels;
        if (!(edge is >= 0 and < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin must lie between 0 and one half.");
        }

        double spacing = (1 - (2 * edge)) / (levels - 1);
        double[][][] points = new double[trajectories][][];
        int[][] moved = new int[trajectories][];
        for (int t = 0; t < trajectories; t++)
        {
            int[] order = MethodDraws.Order(stream, MethodDraws.MorrisOrder, (uint)t, inputs);
            int[] level = new int[inputs];
            bool[] up = new bool[inputs];
            for (int i = 0; i < inputs; i++)
            {
                Draw start = stream.For((uint)t, MethodDraws.MorrisStart, (uint)i);
                up[i] = stream.For((uint)t, MethodDraws.MorrisSign, (uint)i).W0 >> 31 == 1;
                level[i] = MethodDraws.Below(start.W0, levels / 2) + (up[i] ? 0 : levels / 2);
            }

            points[t] = new double[inputs + 1][];
            points[t][0] = [.. level.Select(l => edge + (l * spacing))];
            for (int m = 0; m < inputs; m++)
            {
                int i = order[m];
                level[i] += up[i] ? levels / 2 : -levels / 2;
                points[t][m + 1] = [.. level.Select(l => edge + (l * spacing))];
            }

            moved[t] = order;
        }

        return new MorrisDesign(inputs, spacing * levels / 2, points, moved);
    }

    /// <summary>All points to evaluate, trajectory after trajectory. Values go back in this order.</summary>
    public double[][] Points() => [.. Trajectories.SelectMany(t => t)];
}
