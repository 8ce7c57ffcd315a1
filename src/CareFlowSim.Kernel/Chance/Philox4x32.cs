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
        // Ten rounds written out; the constants are the key schedule, multiples of the two Weyl increments modulo 2^32.
        Round(ref c0, ref c1, ref c2, ref c3, k0, k1);
        Round(ref c0, ref c1, ref c2, ref c3, k0 + 0x9e3779b9u, k1 + 0xbb67ae85u);
        Round(ref c0, ref c1, ref c2, ref c3, k0 + 0x3c6ef372u, k1 + 0x76cf5d0au);
        Round(ref c0, ref c1, ref c2, ref c3, k0 + 0xdaa66d2bu, k1 + 0x32370b8fu);
        Round(ref c0, ref c1, ref c2, ref c3, k0 + 0x78dde6e4u, k1 + 0xed9eba14u);
        Round(ref c0, ref c1, ref c2, ref c3, k0 + 0x1715609du, k1 + 0xa9066899u);
        Round(ref c0, ref c1, ref c2, ref c3, k0 + 0xb54cda56u, k1 + 0x646e171eu);
        Round(ref c0, ref c1, ref c2, ref c3, k0 + 0x5384540fu, k1 + 0x1fd5c5a3u);
        Round(ref c0, ref c1, ref c2, ref c3, k0 + 0xf1bbcdc8u, k1 + 0xdb3d7428u);
        Round(ref c0, ref c1, ref c2, ref c3, k0 + 0x8ff34781u, k1 + 0x96a522adu);
        r0 = c0;
        r1 = c1;
        r2 = c2;
        r3 = c3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref uint c0, ref uint c1, ref uint c2, ref uint c3, uint k0, uint k1)
    {
        ulong p0 = (ulong)0xD2511F53u * c0;
        ulong p1 = (ulong)0xCD9E8D57u * c2;
        c0 = (uint)(p1 >> 32) ^ c1 ^ k0;
        c2 = (uint)(p0 >> 32) ^ c3 ^ k1;
        c1 = (uint)p1;
        c3 = (uint)p0;
    }
}
