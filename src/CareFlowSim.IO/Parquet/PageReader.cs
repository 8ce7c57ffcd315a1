namespace CareFlowSim.IO;

/// <summary>One page, checked and decompressed.</summary>
internal readonly ref struct Page(PageType type, PageEncoding encoding, int count, ReadOnlySpan<byte> body)
{
    public PageType Type { get; } = type;

    public PageEncoding Encoding { get; } = encoding;

    /// <summary>Rows of a data page, entries of a dictionary.</summary>
    public int Count { get; } = count;

    public ReadOnlySpan<byte> Body { get; } = body;
}

/// <summary>Takes the pages of one column chunk one by one.</summary>
internal ref struct PageReader(ReadOnlySpan<byte> chunk)
{
    private ReadOnlySpan<byte> _rest = chunk;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public Page Next()
    {
        ThriftCompactReader thrift = new(_rest);
        int kind = -1;
        int plainLength = -1;
        int storedLength = -1;
        int? checksum = null;
        (int Count, int Encoding) data = (-1, -1);
        thrift.BeginStruct();
        while (thrift.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    kind = thrift.I32(type);
                    break;
                case 2:
                    plainLength = thrift.I32(type);
                    break;
                case 3:
                    storedLength = thrift.I32(type);
                    break;
                case 4:
                    checksum = thrift.I32(type);
                    break;
                case 5 or 7 when type == ThriftType.Struct:
                    data = ReadDataHeader(ref thrift);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        if (kind is not ((int)PageType.Data or (int)PageType.Dictionary) || plainLength < 0 || checksum is null
            || storedLength < 0 || storedLength > _rest.Length - thrift.Position
            || data.Count < 0 || data.Count > MostValues(kind))
        {
            throw new InvalidDataException("the head of a page makes no sense.");
        }

        ReadOnlySpan<byte> stored = _rest.Slice(thrift.Position, storedLength);
        _rest = _rest[(thrift.Position + storedLength)..];
        if ((int)Crc32.Of(stored) != checksum)
        {
            throw new InvalidDataException("the checksum (CRC) of a page does not match.");
        }

        return new((PageType)kind, (PageEncoding)data.Encoding, data.Count, SnappyDecompressor.Decompress(stored, plainLength));
    }

    private static int MostValues(int kind) =>
        kind == (int)PageType.Dictionary ? PresentValues.MostDistinct : ParquetLayout.MostRowsPerPage;

    private static (int Count, int Encoding) ReadDataHeader(ref ThriftCompactReader thrift)
    {
        int count = -1;
        int encoding = -1;
        int outerId = thrift.BeginStruct();
        while (thrift.NextField(out int id, out ThriftType type))
        {
            switch (id)
            {
                case 1:
                    count = thrift.I32(type);
                    break;
                case 2:
                    encoding = thrift.I32(type);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        thrift.EndStruct(outerId);
        return (count, encoding);
    }
}
