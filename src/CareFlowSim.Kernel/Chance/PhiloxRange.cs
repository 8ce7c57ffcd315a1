using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CareFlowSim.Kernel;

/// <summary>
/// <see cref="Philox4x32"/> for counters that differ by one in their first or third word, sixteen or eight at a time where the processor can. The same words whatever the processor.
/// </summary>
internal static class PhiloxRange
{
    private const ulong Multiplier0 = 0xD2511F53u;
    private const ulong Multiplier1 = 0xCD9E8D57u;
    private const ulong Weyl0 = 0x9E3779B9u;
    private const ulong Weyl1 = 0xBB67AE85u;
    private const int Rounds = 10;

    /// <summary>What the counters and keys of a range have in common.</summary>
    /// <param name="C0">First word of the first counter.</param>
    /// <param name="C1">Second word of the counters.</param>
    /// <param name="C2">Third word of the first counter.</param>
    /// <param name="C3">Fourth word of the counters.</param>
    /// <param name="K0">First word of the key.</param>
    /// <param name="K1">Second word of the key.</param>
    /// <param name="StepsThird">Whether each counter is one more, modulo 2^32, in its third word instead of its first.</param>
    internal readonly record struct Start(uint C0, uint C1, uint C2, uint C3, uint K0, uint K1, bool StepsThird = false)
    {
        /// <summary>All ones where the first word steps, and where the third one does.</summary>
        public ulong Mask0 => StepsThird ? 0 : ulong.MaxValue;

        /// <inheritdoc cref="Mask0"/>
        public ulong Mask2 => StepsThird ? ulong.MaxValue : 0;
    }

    /// <summary>Where the words go; all four spans are equally long.</summary>
    internal readonly ref struct Words(Span<uint> w0, Span<uint> w1, Span<uint> w2, Span<uint> w3)
    {
        public readonly Span<uint> W0 = w0;
        public readonly Span<uint> W1 = w1;
        public readonly Span<uint> W2 = w2;
        public readonly Span<uint> W3 = w3;

        public int Length => W0.Length;
    }

    public static void Fill(in Start start, Words words)
    {
        if (Avx512F.IsSupported && words.Length >= 2 * Vector512<ulong>.Count)
        {
            Fill512(start, words);
        }
        else if (Avx2.IsSupported && words.Length >= 2 * Vector256<ulong>.Count)
        {
            Fill256(start, words);
        }
        else
        {
            FillOneByOne(start, words);
        }
    }

    internal static void FillOneByOne(in Start start, Words words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            uint step0 = (uint)i & (uint)start.Mask0;
            uint step2 = (uint)i & (uint)start.Mask2;
            Philox4x32.Block(
                start.C0 + step0, start.C1, start.C2 + step2, start.C3, start.K0, start.K1, out words.W0[i], out words.W1[i], out words.W2[i], out words.W3[i]);
        }
    }

    // A word lies in the lower half of a 64-bit lane. The upper half holds rubbish: the multiplication does not look at it, and narrowing drops it.
    // The last step goes back so that it ends with the span, and writes a few words a second time.

    /// <summary>Sixteen at a time; at least that many, and only where <see cref="Avx512F"/> is supported.</summary>
    [SkipLocalsInit]
    internal static void Fill512(in Start start, Words words)
    {
        const int Step = 16;
        Vector512<uint> multiplier0 = Vector512.Create(Multiplier0).AsUInt32();
        Vector512<uint> multiplier1 = Vector512.Create(Multiplier1).AsUInt32();
        Vector512<ulong> weyl0 = Vector512.Create(Weyl0);
        Vector512<ulong> weyl1 = Vector512.Create(Weyl1);
        Vector512<ulong> mask0 = Vector512.Create(start.Mask0);
        Vector512<ulong> mask2 = Vector512.Create(start.Mask2);
        int last = words.Length - Step;
        for (int at = 0; ; at = Math.Min(at + Step, last))
        {
            Vector512<ulong> nearer = Vector512<ulong>.Indices + Vector512.Create((ulong)at);
            Vector512<ulong> further = nearer + Vector512.Create((ulong)Vector512<ulong>.Count);
            Vector512<ulong> a0 = Vector512.Create((ulong)start.C0) + (nearer & mask0);
            Vector512<ulong> b0 = Vector512.Create((ulong)start.C0) + (further & mask0);
            Vector512<ulong> a2 = Vector512.Create((ulong)start.C2) + (nearer & mask2);
            Vector512<ulong> b2 = Vector512.Create((ulong)start.C2) + (further & mask2);
            Vector512<ulong> a1 = Vector512.Create((ulong)start.C1);
            Vector512<ulong> a3 = Vector512.Create((ulong)start.C3);
            Vector512<ulong> b1 = a1;
            Vector512<ulong> b3 = a3;
            Vector512<ulong> key0 = Vector512.Create((ulong)start.K0);
            Vector512<ulong> key1 = Vector512.Create((ulong)start.K1);
            for (int round = 0; round < Rounds; round++)
            {
                Vector512<ulong> p = Avx512F.Multiply(multiplier0, a0.AsUInt32());
                Vector512<ulong> q = Avx512F.Multiply(multiplier1, a2.AsUInt32());
                Vector512<ulong> r = Avx512F.Multiply(multiplier0, b0.AsUInt32());
                Vector512<ulong> s = Avx512F.Multiply(multiplier1, b2.AsUInt32());
                a0 = (q >>> 32) ^ a1 ^ key0;
                a2 = (p >>> 32) ^ a3 ^ key1;
                b0 = (s >>> 32) ^ b1 ^ key0;
                b2 = (r >>> 32) ^ b3 ^ key1;
                a1 = q;
                a3 = p;
                b1 = s;
                b3 = r;
                key0 += weyl0;
                key1 += weyl1;
            }

            Vector512.Narrow(a0, b0).CopyTo(words.W0[at..]);
            Vector512.Narrow(a1, b1).CopyTo(words.W1[at..]);
            Vector512.Narrow(a2, b2).CopyTo(words.W2[at..]);
            Vector512.Narrow(a3, b3).CopyTo(words.W3[at..]);
            if (at == last)
            {
                return;
            }
        }
    }

    /// <summary>Eight at a time; at least that many, and only where <see cref="Avx2"/> is supported.</summary>
    [SkipLocalsInit]
    internal static void Fill256(in Start start, Words words)
    {
        const int Step = 8;
        Vector256<uint> multiplier0 = Vector256.Create(Multiplier0).AsUInt32();
        Vector256<uint> multiplier1 = Vector256.Create(Multiplier1).AsUInt32();
        Vector256<ulong> weyl0 = Vector256.Create(Weyl0);
        Vector256<ulong> weyl1 = Vector256.Create(Weyl1);
        Vector256<ulong> mask0 = Vector256.Create(start.Mask0);
        Vector256<ulong> mask2 = Vector256.Create(start.Mask2);
        int last = words.Length - Step;
        for (int at = 0; ; at = Math.Min(at + Step, last))
        {
            Vector256<ulong> nearer = Vector256<ulong>.Indices + Vector256.Create((ulong)at);
            Vector256<ulong> further = nearer + Vector256.Create((ulong)Vector256<ulong>.Count);
            Vector256<ulong> a0 = Vector256.Create((ulong)start.C0) + (nearer & mask0);
            Vector256<ulong> b0 = Vector256.Create((ulong)start.C0) + (further & mask0);
            Vector256<ulong> a2 = Vector256.Create((ulong)start.C2) + (nearer & mask2);
            Vector256<ulong> b2 = Vector256.Create((ulong)start.C2) + (further & mask2);
            Vector256<ulong> a1 = Vector256.Create((ulong)start.C1);
            Vector256<ulong> a3 = Vector256.Create((ulong)start.C3);
            Vector256<ulong> b1 = a1;
            Vector256<ulong> b3 = a3;
            Vector256<ulong> key0 = Vector256.Create((ulong)start.K0);
            Vector256<ulong> key1 = Vector256.Create((ulong)start.K1);
            for (int round = 0; round < Rounds; round++)
            {
                Vector256<ulong> p = Avx2.Multiply(multiplier0, a0.AsUInt32());
                Vector256<ulong> q = Avx2.Multiply(multiplier1, a2.AsUInt32());
                Vector256<ulong> r = Avx2.Multiply(multiplier0, b0.AsUInt32());
                Vector256<ulong> s = Avx2.Multiply(multiplier1, b2.AsUInt32());
                a0 = (q >>> 32) ^ a1 ^ key0;
                a2 = (p >>> 32) ^ a3 ^ key1;
                b0 = (s >>> 32) ^ b1 ^ key0;
                b2 = (r >>> 32) ^ b3 ^ key1;
                a1 = q;
                a3 = p;
                b1 = s;
                b3 = r;
                key0 += weyl0;
                key1 += weyl1;
            }

            Vector256.Narrow(a0, b0).CopyTo(words.W0[at..]);
            Vector256.Narrow(a1, b1).CopyTo(words.W1[at..]);
            Vector256.Narrow(a2, b2).CopyTo(words.W2[at..]);
            Vector256.Narrow(a3, b3).CopyTo(words.W3[at..]);
            if (at == last)
            {
                return;
            }
        }
    }
}
