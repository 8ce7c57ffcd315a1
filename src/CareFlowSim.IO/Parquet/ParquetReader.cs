using System.Buffers.Binary;

namespace CareFlowSim.IO;

/// <summary>Reads back what <see cref="ParquetWriter"/> writes. It is not a general Parquet reader.</summary>
public static class ParquetReader
{
    private const int TailBytes = 8;

    /// <summary>Reads a whole file. A damaged one gives an <see cref="InvalidDataException"/> that says what is wrong.</summary>
    public static Table Read(Stream from)
    {
        ArgumentNullException.ThrowIfNull(from);
        if (from.CanSeek)
        {
            return ReadFrom(from);
        }

        using MemoryStream copy = new();
        from.CopyTo(copy);
        return ReadFrom(copy);
    }

    private static Table ReadFrom(Stream from)
    {
        Footer footer = ReadFooter(from);
        List<Column> columns = [];
        for (int i = 0; i < footer.Columns.Count; i++)
        {
            ColumnSchema schema = footer.Columns[i];
            try
            {
                columns.Add(new(
                    schema.Name,
                    Entry(footer, ParquetMetadata.UnitKey(schema.Name)),
                    Entry(footer, ParquetMetadata.MeaningKey(schema.Name)),
                    ReadValues(from, footer, i)));
            }
            catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
            {
                throw new InvalidDataException($"Parquet file: column '{schema.Name}' is damaged: {fault.Message}", fault);
            }
        }

        try
        {
            HashSet<string> own = [.. ParquetMetadata.Own(columns)];
            return new(
                Entry(footer, ParquetMetadata.TableName),
                Entry(footer, ParquetMetadata.TableMeaning),
                columns,
                footer.Metadata.Where(e => !own.Contains(e.Key)).ToDictionary(StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
        {
            throw new InvalidDataException($"Parquet file: the footer is damaged: {fault.Message}", fault);
        }
    }

    private static Footer ReadFooter(Stream from)
    {
        int magic = ParquetFormat.Magic.Length;
        if (from.Length < magic + TailBytes || !Bytes(from, 0, magic).AsSpan().SequenceEqual(ParquetFormat.Magic))
        {
            throw new InvalidDataException("Not a Parquet file: it does not begin with PAR1.");
        }

        ReadOnlySpan<byte> tail = Bytes(from, from.Length - TailBytes, TailBytes);
        if (!tail[^magic..].SequenceEqual(ParquetFormat.Magic))
        {
            throw new InvalidDataException("Parquet file: it does not end with PAR1, so it was cut short.");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        try
        {
            return FooterReader.Read(Bytes(from, from.Length - TailBytes - length, length));
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"Parquet file: the footer is damaged: {fault.Message}", fault);
        }
    }

    private static string Entry(Footer footer, string key) =>
        footer.Metadata.TryGetValue(key, out string? value) ? value : throw new InvalidDataException($"the entry '{key}' is missing.");

    private static Array ReadValues(Stream from, Footer footer, int column)
    {
        ColumnSchema schema = footer.Columns[column];
        return (schema.Physical, schema.Logical, schema.Optional) switch
        {
            (PhysicalType.Int32, LogicalType.None, false) => Required<int>(from, footer, column, PlainDecoder.Numbers),
            (PhysicalType.Int32, LogicalType.None, true) => Nullable<int>(from, footer, column, PlainDecoder.Numbers),
            (PhysicalType.Int64, LogicalType.None, false) => Required<long>(from, footer, column, PlainDecoder.Numbers),
            (PhysicalType.Int64, LogicalType.None, true) => Nullable<long>(from, footer, column, PlainDecoder.Numbers),
            (PhysicalType.Double, LogicalType.None, false) => Required<double>(from, footer, column, PlainDecoder.Numbers),
            (PhysicalType.Double, LogicalType.None, true) => Nullable<double>(from, footer, column, PlainDecoder.Numbers),
            (PhysicalType.Boolean, LogicalType.None, false) => Required<bool>(from, footer, column, PlainDecoder.Booleans),
            (PhysicalType.Int32, LogicalType.Date, false) => Required<DateOnly>(from, footer, column, PlainDecoder.Dates),
            (PhysicalType.ByteArray, LogicalType.Text, false) => Required<string>(from, footer, column, PlainDecoder.Texts),
            (PhysicalType.ByteArray, LogicalType.Text, true) => Texts(from, footer, column),
            _ => throw new InvalidDataException("its type is not one that CareFlowSim writes."),
        };
    }

    private static T[] Required<T>(Stream from, Footer footer, int column, PlainDecoder.Decode<T> decode)
    {
        T[] all = new T[footer.RowCount];
        ReadChunks(from, footer, column, new ChunkReader<T>(decode, optional: false), (row, present, _) => present.CopyTo(all.AsSpan(row)));
        return all;
    }

    private static T?[] Nullable<T>(Stream from, Footer footer, int column, PlainDecoder.Decode<T> decode)
        where T : struct
    {
        T?[] all = new T?[footer.RowCount];
        ReadChunks(from, footer, column, new ChunkReader<T>(decode, optional: true), (row, present, levels) =>
        {
            int next = 0;
            for (int i = 0; i < levels.Length; i++)
            {
                all[row + i] = levels[i] == 1 ? present[next++] : null;
            }
        });
        return all;
    }

    private static string?[] Texts(Stream from, Footer footer, int column)
    {
        string?[] all = new string?[footer.RowCount];
        ReadChunks(from, footer, column, new ChunkReader<string>(PlainDecoder.Texts, optional: true), (row, present, levels) =>
        {
            int next = 0;
            for (int i = 0; i < levels.Length; i++)
            {
                all[row + i] = levels[i] == 1 ? present[next++] : null;
            }
        });
        return all;
    }

    private static void ReadChunks<T>(Stream from, Footer footer, int column, ChunkReader<T> reader, ChunkReader<T>.Receive receive)
    {
        int groupStart = 0;
        foreach (ChunkPlace[] group in footer.RowGroups)
        {
            ChunkPlace place = group[column];
            int start = groupStart;
            reader.Read(
                Bytes(from, place.At, place.StoredBytes), place.RowCount, (row, present, levels) => receive(start + row, present, levels));
            groupStart += place.RowCount;
        }
    }

    private static byte[] Bytes(Stream from, long at, long count)
    {
        if (at < 0 || count < 0 || count > Array.MaxLength || at > from.Length - count)
        {
            throw new InvalidDataException("it points outside the file, which may have been cut short.");
        }

        byte[] bytes = new byte[count];
        from.Position = at;
        from.ReadExactly(bytes);
        return bytes;
    }
}
