using CareFlowSim.Kernel;

namespace CareFlowSim.Experiments;

/// <summary>
/// The random choices of designs and estimators, each under its own decision number. The numbers start far above those of the model,
/// so one seed may serve both without sharing luck.
/// </summary>
internal static class MethodDraws
{
    public const uint LatinHypercubeOrder = 0xC0000001;
    public const uint LatinHypercubePlace = 0xC0000002;
    public const uint OwenScramble = 0xC0000003;
    public const uint MorrisStart = 0xC0000004;
    public const uint MorrisOrder = 0xC0000005;
    public const uint MorrisSign = 0xC0000006;
    public const uint SobolBootstrap = 0xC0000007;
    public const uint HistoryWave = 0xC0000008;

    /// <summary>A whole number from 0 to <paramref name="count"/> less 1, each equally likely to within count / 2^32.</summary>
    public static int Below(uint word, int count) => (int)(((ulong)word * (uint)count) >> 32);

    /// <summary>A random order of 0 to <paramref name="count"/> less 1 (Fisher and Yates). One item of one decision gives one order.</summary>
    public static int[] Order(RandomStream stream, uint decision, uint item, int count)
    {
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        for (int i = count - 1; i > 0; i--)
        {
            int j = Below(stream.For(item, decision, (uint)i).W0, i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
