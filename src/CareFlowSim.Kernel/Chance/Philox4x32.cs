using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>
/// The counter-based generator Philox4x32-10: a keyed scrambling of a 128-bit counter into 128 random bits, without any state.
/// Source: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", section 4.3. Not for secrets.
/// </summary>
public static class Philox4x32
{
    /// <summary>Scrambles one counter (four words) under one key (two words) into four words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, out uint r0, out uint r1, out uint r2, out uint r3)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = (ulong)0xD2511F53u * c0;
            ulong p1 = (ulong)0xCD9E8D57u * c2;
            c0 = (uint)(p1 >> 32) ^ c1 ^ k0;
            c2 = (uint)(p0 >> 32) ^ c3 ^ k1;
            c1 = (uint)p1;
            c3 = (uint)p0;
            k0 += 0x9E3779B9u;
            k1 += 0xBB67AE85u;
        }

        r0 = c0;
        r1 = c1;
        r2 = c2;
        r3 = c3;
    }
}
