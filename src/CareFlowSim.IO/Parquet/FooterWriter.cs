using System.Reflection;

namespace CareFlowSim.IO;

/// <summary>Writes what stands at the end of the file: columns, where their pages are, and what everything means.</summary>
internal static class FooterWriter
{
    // The shape "name version x.y.z (build b)" is what readers parse to tell writers apart.
    private static readonly string CreatedBy = $"CareFlowSim version {Version()} (build none)";

    public static void Append(
        ByteBuffer to, Table table, long rows, IReadOnlyList<ColumnSchema> columns, IReadOnlyList<ChunkInfo[]> rowGroups)
    {
        ThriftCompactWriter thrift = new(to);
        thrift.BeginStruct();
        thrift.I32(1, ParquetFormat.FormatVersion);
        AppendSchema(thrift, columns);
        thrift.I64(3, rows);
        thrift.BeginList(4, ThriftType.Struct, rowGroups.Count);
        for (int i = 0; i < rowGroups.Count; i++)
        {
            AppendRowGroup(thrift, columns, rowGroups[i], i);
        }

        AppendMetadata(thrift, ParquetMetadata.Of(table));
        thrift.Text(6, CreatedBy);

        // Without a stated order, readers must not use the bounds.
        thrift.BeginList(7, ThriftType.Struct, columns.Count);
        for (int i = 0; i < columns.Count; i++)
        {
            thrift.BeginStruct();
            thrift.EmptyStruct(1);
            thrift.EndStruct();
        }

        thrift.EndStruct();
    }

    private static void AppendSchema(ThriftCompactWriter thrift, IReadOnlyList<ColumnSchema> columns)
    {
        thrift.BeginList(2, ThriftType.Struct, columns.Count + 1);
        thrift.BeginStruct();
        thrift.Text(4, "schema");
        thrift.I32(5, columns.Count);
        thrift.EndStruct();
        foreach (ColumnSchema column in columns)
        {
            thrift.BeginStruct();
            thrift.I32(1, (int)column.Physical);
            thrift.I32(3, column.Optional ? 1 : 0);
            thrift.Text(4, column.Name);
            if (column.Logical != LogicalType.None)
            {
                // The meaning twice: as converted type for older readers, as logical type for newer ones.
                thrift.I32(6, (int)column.Logical);
                thrift.BeginStruct(10);
                thrift.EmptyStruct(column.Logical == LogicalType.Text ? 1 : 6);
                thrift.EndStruct();
            }

            thrift.EndStruct();
        }
    }

    private static void AppendRowGroup(ThriftCompactWriter thrift, IReadOnlyList<ColumnSchema> columns, ChunkInfo[] chunks, int ordinal)
    {
        thrift.BeginStruct();
        thrift.BeginList(1, ThriftType.Struct, chunks.Length);
        for (int i = 0; i < chunks.Length; i++)
        {
            thrift.BeginStruct();
            thrift.I64(2, 0);
            AppendChunk(thrift, columns[i], chunks[i]);
            thrift.EndStruct();
        }

        thrift.I64(2, chunks.Sum(c => c.PlainBytes));
        thrift.I64(3, chunks[0].RowCount);
        thrift.I64(5, chunks[0].DictionaryAt ?? chunks[0].DataAt);
        thrift.I64(6, chunks.Sum(c => c.StoredBytes));
        if (ordinal <= short.MaxValue)
        {
            thrift.I16(7, (short)ordinal);
        }

        thrift.EndStruct();
    }

    private static void AppendChunk(ThriftCompactWriter thrift, ColumnSchema column, ChunkInfo chunk)
    {
        PageEncoding[] encodings = chunk.DictionaryAt is null
            ? [PageEncoding.Plain, PageEncoding.RunLength]
            : [PageEncoding.Plain, PageEncoding.RunLength, PageEncoding.RunLengthDictionary];
        thrift.BeginStruct(3);
        thrift.I32(1, (int)column.Physical);
        thrift.BeginList(2, ThriftType.I32, encodings.Length);
        foreach (PageEncoding encoding in encodings)
        {
            thrift.Element((int)encoding);
        }

        thrift.BeginList(3, ThriftType.Binary, 1);
        thrift.Element(column.Name);
        thrift.I32(4, ParquetFormat.Snappy);
        thrift.I64(5, chunk.RowCount);
        thrift.I64(6, chunk.PlainBytes);
        thrift.I64(7, chunk.StoredBytes);
        thrift.I64(9, chunk.DataAt);
        if (chunk.DictionaryAt is { } dictionaryAt)
        {
            thrift.I64(11, dictionaryAt);
        }

        AppendStatistics(thrift, chunk);
        thrift.EndStruct();
    }

    private static void AppendStatistics(ThriftCompactWriter thrift, ChunkInfo chunk)
    {
        thrift.BeginStruct(12);
        thrift.I64(3, chunk.MissingCount);
        if (chunk.Bounds is { } bounds)
        {
            thrift.Binary(5, bounds.Greatest);
            thrift.Binary(6, bounds.Least);
            thrift.Bool(7, true);
            thrift.Bool(8, true);
        }

        thrift.EndStruct();
    }

    private static void AppendMetadata(ThriftCompactWriter thrift, List<KeyValuePair<string, string>> entries)
    {
        thrift.BeginList(5, ThriftType.Struct, entries.Count);
        foreach ((string key, string value) in entries)
        {
            thrift.BeginStruct();
            thrift.Text(1, key);
            thrift.Text(2, value);
            thrift.EndStruct();
        }
    }

    private static string Version() =>
        typeof(FooterWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
