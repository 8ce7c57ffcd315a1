using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CareFlowSim.IO;

/// <summary>Turns the bytes of plain values back into values.</summary>
internal static class PlainDecoder
{
    public delegate void Decode<T>(ReadOnlySpan<byte> from, Span<T> values);

    public static void Numbers<T>(ReadOnlySpan<byte> from, Span<T> values)
        where T : unmanaged
    {
        Require(from, values.Length * (long)Unsafe.SizeOf<T>());
        MemoryMarshal.Cast<byte, T>(from)[..values.Length].CopyTo(values);
    }

    public static void Booleans(ReadOnlySpan<byte> from, Span<bool> values)
    {
        Require(from, (values.Length + 7L) / 8);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ((from[i >> 3] >> (i & 7)) & 1) == 1;
        }
    }

    public static void Dates(ReadOnlySpan<byte> from, Span<DateOnly> values)
    {
        Require(from, values.Length * 4L);
        for (int i = 0; i < values.Length; i++)
        {
            long day = BinaryPrimitives.ReadInt32LittleEndian(from[(4 * i)..]) + (long)ParquetFormat.EpochDayNumber;
            values[i] = day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber
                ? DateOnly.FromDayNumber((int)day)
                : throw new InvalidDataException("a date is outside the years 1 to 9999.");
        }
    }

    public static void Texts(ReadOnlySpan<byte> from, Span<string> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Require(from, 4);
            int length = BinaryPrimitives.ReadInt32LittleEndian(from);
            from = from[4..];
            Require(from, length);
            values[i] = StrictUtf8.Text(from[..length]);
            from = from[length..];
        }
    }

    private static void Require(ReadOnlySpan<byte> from, long bytes)
    {
        if (bytes < 0 || bytes > from.Length)
        {
            throw new InvalidDataException("a page ends early.");
        }
    }
}
