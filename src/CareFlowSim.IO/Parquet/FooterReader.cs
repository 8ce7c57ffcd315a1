namespace CareFlowSim.IO;

/// <summary>Where one column of one row group lies, as the footer claims.</summary>
internal readonly record struct ChunkPlace(long At, long StoredBytes, int RowCount);

/// <summary>What the end of a file says about the rest of it.</summary>
internal sealed record Footer(
    List<ColumnSchema> Columns, List<ChunkPlace[]> RowGroups, Dictionary<string, string> Metadata, int RowCount);

/// <summary>Reads what <see cref="FooterWriter"/> writes, and mistrusts every number in it.</summary>
internal static class FooterReader
{
    public static Footer Read(ReadOnlySpan<byte> bytes)
    {
        ThriftCompactReader thrift = new(bytes);
        List<ColumnSchema> columns = [];
        List<ChunkPlace[]> rowGroups = [];
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        long rowCount = 0;
        thrift.BeginStruct();
        while (thrift.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 2:
                    ReadSchema(ref thrift, type, columns);
                    break;
                case 3:
                    rowCount = thrift.I64(type);
                    break;
                case 4:
                    ReadRowGroups(ref thrift, type, columns.Count, rowGroups);
                    break;
                case 5:
                    ReadMetadata(ref thrift, type, metadata);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        if (columns.Count == 0 || rowGroups.Sum(g => (long)g[0].RowCount) != rowCount || rowCount > Array.MaxLength)
        {
            throw new InvalidDataException("the number of rows or columns does not add up.");
        }

        return new(columns, rowGroups, metadata, (int)rowCount);
    }

    private static void ReadSchema(ref ThriftCompactReader thrift, ThriftType list, List<ColumnSchema> columns)
    {
        int count = thrift.BeginList(list, out ThriftType elements);
        RequireStructs(elements);
        for (int i = 0; i < count; i++)
        {
            ColumnSchema? column = ReadSchemaElement(ref thrift);
            if (i > 0)
            {
                columns.Add(column ?? throw new InvalidDataException("columns are nested, which this reader does not know."));
            }
        }
    }

    private static ColumnSchema? ReadSchemaElement(ref ThriftCompactReader thrift)
    {
        int physical = -1;
        int logical = -1;
        int repetition = 0;
        string name = "";
        int outerId = thrift.BeginStruct();
        while (thrift.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    physical = thrift.I32(type);
                    break;
                case 3:
                    repetition = thrift.I32(type);
                    break;
                case 4:
                    name = thrift.Text(type);
                    break;
                case 6:
                    logical = thrift.I32(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.EndStruct(outerId);
        return physical < 0 || repetition is not (0 or 1)
            ? null
            : new(name, (PhysicalType)physical, (LogicalType)logical, repetition == 1);
    }

    private static void ReadRowGroups(ref ThriftCompactReader thrift, ThriftType list, int columnCount, List<ChunkPlace[]> rowGroups)
    {
        int count = thrift.BeginList(list, out ThriftType elements);
        RequireStructs(elements);
        for (int i = 0; i < count; i++)
        {
            rowGroups.Add(ReadRowGroup(ref thrift, columnCount));
        }
    }

    private static ChunkPlace[] ReadRowGroup(ref ThriftCompactReader thrift, int columnCount)
    {
        List<ChunkPlace> chunks = [];
        long rowCount = -1;
        int outerId = thrift.BeginStruct();
        while (thrift.NextField(out int id, out ThriftType type))
        {
            if (id == 1)
            {
                int count = thrift.BeginList(type, out ThriftType elements);
                RequireStructs(elements);
                for (int i = 0; i < count; i++)
                {
                    chunks.Add(ReadChunk(ref thrift));
                }
            }
            else if (id == 3)
            {
                rowCount = thrift.I64(type);
            }
            else
            {
                thrift.Skip(type);
            }
        }

        thrift.EndStruct(outerId);
        if (columnCount == 0 || chunks.Count != columnCount || chunks.Any(c => c.RowCount != rowCount))
        {
            throw new InvalidDataException("a row group does not fit the columns.");
        }

        return [.. chunks];
    }

    private static ChunkPlace ReadChunk(ref ThriftCompactReader thrift)
    {
        ChunkPlace place = default;
        int outerId = thrift.BeginStruct();
        while (thrift.NextField(out int id, out ThriftType type))
        {
            if (id == 3 && type == ThriftType.Struct)
            {
                place = ReadChunkMetadata(ref thrift);
            }
            else
            {
                thrift.Skip(type);
            }
        }

        thrift.EndStruct(outerId);
        return place;
    }

    private static ChunkPlace ReadChunkMetadata(ref ThriftCompactReader thrift)
    {
        int codec = -1;
        long rowCount = -1;
        long storedBytes = -1;
        long dataAt = -1;
        long dictionaryAt = long.MaxValue;
        int outerId = thrift.BeginStruct();
        while (thrift.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 4:
                    codec = thrift.I32(type);
                    break;
                case 5:
                    rowCount = thrift.I64(type);
                    break;
                case 7:
                    storedBytes = thrift.I64(type);
                    break;
                case 9:
                    dataAt = thrift.I64(type);
                    break;
                case 11:
                    dictionaryAt = thrift.I64(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.EndStruct(outerId);
        if (codec != ParquetFormat.Snappy || rowCount is < 0 or > ParquetLayout.MostRowsPerGroup)
        {
            throw new InvalidDataException("a column is compressed or sized as CareFlowSim does not write it.");
        }

        return new(Math.Min(dataAt, dictionaryAt), storedBytes, (int)rowCount);
    }

    private static void ReadMetadata(ref ThriftCompactReader thrift, ThriftType list, Dictionary<string, string> metadata)
    {
        int count = thrift.BeginList(list, out ThriftType elements);
        RequireStructs(elements);
        for (int i = 0; i < count; i++)
        {
            string key = "";
            string value = "";
            int outerId = thrift.BeginStruct();
            while (thrift.NextField(out int id, out ThriftType type))
            {
                switch (id)
                {
                    case 1:
                        key = thrift.Text(type);
                        break;
                    case 2:
                        value = thrift.Text(type);
                        break;
                    default:
                        thrift.Skip(type);
                        break;
                }
            }

            thrift.EndStruct(outerId);
            metadata[key] = value;
        }
    }

    private static void RequireStructs(ThriftType elements)
    {
        if (elements != ThriftType.Struct)
        {
            throw new InvalidDataException("a list does not hold what it should.");
        }
    }
}
