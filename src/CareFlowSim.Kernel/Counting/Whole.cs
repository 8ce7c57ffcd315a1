using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>Whole numbers of numbers known to be small enough: without the checks that a cast makes for the others.</summary>
public static class Whole
{
    /// <summary>The whole part, towards zero.</summary>
    /// <param name="x">Between -2^31 and 2^31; beyond, the answer depends on the machine.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(double x) => double.ConvertToIntegerNative<int>(x);
}
