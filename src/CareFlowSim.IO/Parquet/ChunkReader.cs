using System.Buffers.Binary;

namespace CareFlowSim.IO;

/// <summary>Reads one column chunk: the present values, and which rows have one.</summary>
/// <param name="decode">How plain values of this type are decoded.</param>
/// <param name="optional">True when the column may have missing values.</param>
internal sealed class ChunkReader<T>(PlainDecoder.Decode<T> decode, bool optional)
{
    /// <summary>Rows of one page are handed over as they come: the present values, and a level per row, empty when all are present.</summary>
    public delegate void Receive(int row, ReadOnlySpan<T> present, ReadOnlySpan<int> levels);

    public void Read(ReadOnlySpan<byte> chunk, int rowCount, Receive receive)
    {
        PageReader pages = new(chunk);
        T[]? dictionary = null;
        int row = 0;
        while (!pages.IsAtEnd)
        {
            Page page = pages.Next();
            if (page.Type == PageType.Dictionary)
            {
                dictionary = new T[page.Count];
                decode(page.Body, dictionary);
                continue;
            }

            if (page.Count > rowCount - row)
            {
                throw new InvalidDataException("there are more rows than the footer says.");
            }

            ReadOnlySpan<byte> body = page.Body;
            int[] levels = optional ? ReadLevels(ref body, page.Count) : [];
            T[] present = new T[optional ? levels.AsSpan().Count(1) : page.Count];
            ReadValues(body, page.Encoding, dictionary, present);
            receive(row, present, levels);
            row += page.Count;
        }

        if (row != rowCount)
        {
            throw new InvalidDataException("there are fewer rows than the footer says.");
        }
    }

    private static int[] ReadLevels(ref ReadOnlySpan<byte> body, int count)
    {
        int length = body.Length < 4 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(body);
        if (length < 0 || length > body.Length - 4)
        {
            throw new InvalidDataException("a page ends early.");
        }

        int[] levels = new int[count];
        RunLengthDecoder.Decode(body.Slice(4, length), bitWidth: 1, levels);
        body = body[(4 + length)..];
        return levels;
    }

    private void ReadValues(ReadOnlySpan<byte> body, PageEncoding encoding, T[]? dictionary, T[] present)
    {
        if (encoding == PageEncoding.Plain)
        {
            decode(body, present);
            return;
        }

        if (encoding != PageEncoding.RunLengthDictionary || dictionary is null || body.IsEmpty)
        {
            throw new InvalidDataException("a page is encoded as CareFlowSim does not write it.");
        }

        int[] indexes = new int[present.Length];
        RunLengthDecoder.Decode(body[1..], body[0], indexes);
        for (int i = 0; i < indexes.Length; i++)
        {
            present[i] = (uint)indexes[i] < (uint)dictionary.Length
                ? dictionary[indexes[i]]
                : throw new InvalidDataException("a value is not in its dictionary.");
        }
    }
}
