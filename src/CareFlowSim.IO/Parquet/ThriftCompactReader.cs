namespace CareFlowSim.IO;

/// <summary>Reads Thrift's compact protocol. Every fault in the bytes is an <see cref="InvalidDataException"/>.</summary>
internal ref struct ThriftCompactReader(ReadOnlySpan<byte> from)
{
    private const int DeepestNesting = 32;
    private readonly ReadOnlySpan<byte> _from = from;
    private int _lastId;
    private int _depth;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>Enters a struct: call <see cref="NextField"/> until it says false, then <see cref="EndStruct"/> with what this returned.</summary>
    public int BeginStruct()
    {
        if (++_depth > DeepestNesting)
        {
            throw new InvalidDataException("Structs nest too deep.");
        }

        int outerId = _lastId;
        _lastId = 0;
        return outerId;
    }

    public void EndStruct(int outerId)
    {
        _lastId = outerId;
        _depth--;
    }

    /// <summary>Head of the next field; false at the end of the struct.</summary>
    public bool NextField(out int id, out ThriftType type)
    {
        byte head = NextByte();
        type = (ThriftType)(head & 15);
        id = 0;
        if (type == ThriftType.Stop)
        {
            return false;
        }

        int step = head >> 4;
        id = step != 0 ? _lastId + step : (short)Number();
        _lastId = id;
        return true;
    }

    public long I64(ThriftType type) =>
        type is ThriftType.I16 or ThriftType.I32 or ThriftType.I64 ? Number() : throw Unexpected(type);

    public int I32(ThriftType type)
    {
        long value = I64(type);
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new InvalidDataException($"{value} is too large for its field.");
    }

    public ReadOnlySpan<byte> Binary(ThriftType type)
    {
        if (type != ThriftType.Binary)
        {
            throw Unexpected(type);
        }

        return Take(Varint());
    }

    public string Text(ThriftType type) => StrictUtf8.Text(Binary(type));

    /// <summary>Head of a list: how many elements follow.</summary>
    public int BeginList(ThriftType type, out ThriftType elements)
    {
        if (type is not (ThriftType.List or ThriftType.Set))
        {
            throw Unexpected(type);
        }

        byte head = NextByte();
        elements = (ThriftType)(head & 15);
        ulong count = head >> 4 == 15 ? Varint() : (ulong)(head >> 4);
        return count <= (ulong)(_from.Length - Position)
            ? (int)count
            : throw new InvalidDataException("A list is longer than its file.");
    }

    /// <summary>Passes over a field that is of no interest.</summary>
    public void Skip(ThriftType type)
    {
        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte:
                NextByte();
                break;
            case ThriftType.I16 or ThriftType.I32 or ThriftType.I64:
                Varint();
                break;
            case ThriftType.Double:
                Take(8);
                break;
            case ThriftType.Binary:
                Take(Varint());
                break;
            case ThriftType.List or ThriftType.Set:
                SkipList(type);
                break;
            case ThriftType.Struct:
                SkipStruct();
                break;
            default:
                throw Unexpected(type);
        }
    }

    private void SkipList(ThriftType type)
    {
        int count = BeginList(type, out ThriftType elements);
        for (int i = 0; i < count; i++)
        {
            // In a list a boolean is a byte of its own.
            Skip(elements is ThriftType.True or ThriftType.False ? ThriftType.Byte : elements);
        }
    }

    private void SkipStruct()
    {
        int outerId = BeginStruct();
        while (NextField(out _, out ThriftType type))
        {
            Skip(type);
        }

        EndStruct(outerId);
    }

    private long Number()
    {
        ulong value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte b = NextByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A number is too long.");
    }

    private byte NextByte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)(_from.Length - Position))
        {
            throw new InvalidDataException("The bytes end early.");
        }

        ReadOnlySpan<byte> taken = _from.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    private static InvalidDataException Unexpected(ThriftType type) => new($"A field of type {type} where another was due.");
}
