using System.Buffers.Binary;
using System.Numerics;

namespace CareFlowSim.IO;

/// <summary>Bytes that grow at the end and are used again after <see cref="Clear"/>; little-endian, as Parquet is.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Room for more bytes, which count only after <see cref="Advance"/>. What stands there is left over from before.</summary>
    public Span<byte> Reserve(int count)
    {
        int needed = checked(Length + count);
        if (needed > _bytes.Length)
        {
            long doubled = Math.Min(_bytes.Length * 2L, Array.MaxLength);
            Array.Resize(ref _bytes, Math.Max(needed, (int)doubled));
        }

        return _bytes.AsSpan(Length, count);
    }

    public void Advance(int count) => Length += count;

    public void Append(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    public void AppendInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Reserve(4), value);
        Length += 4;
    }

    /// <summary>The low bytes of a value, as many as asked for.</summary>
    public void AppendLow(uint value, int byteCount)
    {
        for (int k = 0; k < byteCount; k++)
        {
            Append((byte)(value >> (8 * k)));
        }
    }

    /// <summary>Seven bits a byte, low bits first.</summary>
    public void AppendVarint(ulong value)
    {
        while (value >= 0x80)
        {
            Append((byte)(value | 0x80));
            value >>= 7;
        }

        Append((byte)value);
    }

    /// <summary>Bits needed to tell so many values apart, and at least one: some readers refuse a width of zero.</summary>
    public static int BitWidth(int distinct) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, distinct - 1)));
}
