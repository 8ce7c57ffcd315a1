using System.Text;

namespace CareFlowSim.IO;

/// <summary>The part of Thrift's compact protocol that Parquet's footer and page headers need: nothing more.</summary>
internal sealed class ThriftCompactWriter(ByteBuffer to)
{
    private readonly Stack<int> _outerIds = new();
    private int _lastId;

    public void BeginStruct()
    {
        _outerIds.Push(_lastId);
        _lastId = 0;
    }

    public void EndStruct()
    {
        to.Append(0);
        _lastId = _outerIds.Pop();
    }

    public void BeginStruct(int id)
    {
        FieldHeader(id, ThriftType.Struct);
        BeginStruct();
    }

    public void EmptyStruct(int id)
    {
        BeginStruct(id);
        EndStruct();
    }

    public void Bool(int id, bool value) => FieldHeader(id, value ? ThriftType.True : ThriftType.False);

    public void I16(int id, short value)
    {
        FieldHeader(id, ThriftType.I16);
        Element(value);
    }

    public void I32(int id, int value)
    {
        FieldHeader(id, ThriftType.I32);
        Element(value);
    }

    public void I64(int id, long value)
    {
        FieldHeader(id, ThriftType.I64);
        Element(value);
    }

    public void Binary(int id, ReadOnlySpan<byte> value)
    {
        FieldHeader(id, ThriftType.Binary);
        to.AppendVarint((uint)value.Length);
        to.Append(value);
    }

    public void Text(int id, string value) => Binary(id, StrictUtf8.Bytes(value));

    /// <summary>Head of a list; its elements follow.</summary>
    public void BeginList(int id, ThriftType elements, int count)
    {
        FieldHeader(id, ThriftType.List);
        if (count < 15)
        {
            to.Append((byte)((count << 4) | (int)elements));
        }
        else
        {
            to.Append((byte)(0xF0 | (int)elements));
            to.AppendVarint((uint)count);
        }
    }

    /// <summary>A whole number as an element of a list: zigzag, so that small negative numbers stay short.</summary>
    public void Element(long value) => to.AppendVarint((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>A text as an element of a list.</summary>
    public void Element(string value)
    {
        byte[] bytes = StrictUtf8.Bytes(value);
        to.AppendVarint((uint)bytes.Length);
        to.Append(bytes);
    }

    private void FieldHeader(int id, ThriftType type)
    {
        int step = id - _lastId;
        if (step is <= 0 or > 15)
        {
            throw new ArgumentOutOfRangeException(nameof(id), id, "Fields go upwards in steps of at most 15.");
        }

        to.Append((byte)((step << 4) | (int)type));
        _lastId = id;
    }
}
