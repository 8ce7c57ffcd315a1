namespace CareFlowSim.Model;

/// <summary>One hazard clock in four bytes: the second at which it fires (zero or above), or the threshold left on it (sign bit set).</summary>
internal static class ClockWord
{
    /// <summary>A first threshold that lies beyond the run while nothing about the person changes: not worked out until something does.</summary>
    public const int First = -1;

    /// <summary>Whether the word is the second at which the clock fires.</summary>
    public static bool IsTime(int word) => word >= 0;

    /// <summary>The word of a threshold; what rounding has taken below zero is zero.</summary>
    public static int Left(double threshold) => BitConverter.SingleToInt32Bits(-(float)Math.Max(threshold, 0)) | int.MinValue;

    /// <summary>The threshold left; not a number for <see cref="First"/>, which no integral reaches.</summary>
    public static double Threshold(int word) => -BitConverter.Int32BitsToSingle(word);
}
