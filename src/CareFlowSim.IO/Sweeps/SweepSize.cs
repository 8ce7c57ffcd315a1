using System.Globalization;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>How large a sweep will be, for whoever plans it.</summary>
public static class SweepSize
{
    // Bytes of a row of outcomes in a Snappy-compressed Parquet file, and of the rest of a part's file.
    private const double BytesPerRow = 18;
    private const double BytesPerPart = 4_000;

    /// <summary>Megabytes of parts and merged tables, about.</summary>
    public static double Megabytes(SweepDocument sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        double rows = (double)sweep.Plan.Cells.Count * sweep.Replications * sweep.Model.Arms.Count * sweep.Model.Measures.Count;
        return ((2 * rows * BytesPerRow) + (sweep.Parts.Count * BytesPerPart)) / 1e6;
    }

    /// <summary>Seconds of the whole sweep, about.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="secondsPerArm">Seconds of one arm in one replication on one thread.</param>
    /// <param name="threads">Worker threads.</param>
    public static double Seconds(SweepDocument sweep, double secondsPerArm, int threads)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return sweep.ArmRuns * secondsPerArm / threads;
    }

    /// <summary>The values of an input in a few words.</summary>
    public static string ValuesOf(SweepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Levels.Count > 0 ? string.Join(", ", input.Levels.Take(8).Select(l => l.Word ?? Number(l.Number))) + (input.Levels.Count > 8 ? $", … ({input.Levels.Count})" : "")
            : input.Prior is { } p ? $"prior: {p.Shape} {Number(p.Low)} to {Number(p.High)} around {Number(p.Central)}"
            : $"{Number(input.Low)} to {Number(input.High)}" + (input.Scale == SweepScale.Log ? ", log" : "") + (input.Kind == SweepValueKind.Whole ? ", whole" : "");
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
