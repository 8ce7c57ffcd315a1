namespace CareFlowSim.Experiments;

/// <summary>A fingerprint of numbers, to see whether two sets of figures are the same to the last bit. Not for secrets.</summary>
/// <remarks>FNV-1a with 64 bits (Fowler, Noll and Vo).</remarks>
public struct Fingerprint
{
    private const ulong Start = 14695981039346656037;
    private const ulong Factor = 1099511628211;

    private ulong _mixed;

    /// <summary>The fingerprint of all that was added, in its order.</summary>
    public readonly ulong Value => _mixed ^ Start;

    /// <summary>Adds a whole number.</summary>
    public void Add(ulong word)
    {
        ulong hash = Value;
        for (int shift = 0; shift < 64; shift += 8)
        {
            hash = unchecked((hash ^ ((word >> shift) & 0xFF)) * Factor);
        }

        _mixed = hash ^ Start;
    }

    /// <summary>Adds a number, bit by bit.</summary>
    public void Add(double number) => Add(BitConverter.DoubleToUInt64Bits(number));
}
