using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CareFlowSim.IO;

/// <summary>Texts: UTF-8 behind a length of four bytes.</summary>
internal sealed class TextValues(ReadOnlyMemory<string> values) : PresentValues(values.Length)
{
    private const int LengthBytes = 4;
    private const long MostDictionaryBytes = 1 << 24;

    /// <summary>Bounds are there to skip row groups; a long text is not worth its place in the footer.</summary>
    private const int MostBoundBytes = 64;

    private List<string>? _dictionary;

    public override int DistinctCount => _dictionary?.Count ?? 0;

    public override bool TryBuildDictionary(Span<int> indexes)
    {
        ReadOnlySpan<string> texts = values.Span;
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        List<string> dictionary = [];
        long dictionaryBytes = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            // Columns of names hold the same few objects over and over.
            if (i > 0 && ReferenceEquals(texts[i], texts[i - 1]))
            {
                indexes[i] = indexes[i - 1];
                continue;
            }

            ref int index = ref CollectionsMarshal.GetValueRefOrAddDefault(known, texts[i], out bool exists);
            if (!exists)
            {
                index = dictionary.Count;
                dictionary.Add(texts[i]);
                dictionaryBytes += PlainBytes(texts[i]);
                if (IsHopeless(dictionary.Count, i) || dictionaryBytes > MostDictionaryBytes)
                {
                    return false;
                }
            }

            indexes[i] = index;
        }

        _dictionary = dictionary;
        return Pays(dictionary.Count, dictionaryBytes, Count, TotalBytes(indexes[..Count], dictionary));
    }

    public override void AppendDictionary(ByteBuffer to)
    {
        foreach (string text in _dictionary!)
        {
            Append(text, to);
        }
    }

    public override void AppendPlain(int from, int count, ByteBuffer to)
    {
        foreach (string text in values.Span.Slice(from, count))
        {
            Append(text, to);
        }
    }

    public override int FitOnePage(int from, int count)
    {
        ReadOnlySpan<string> texts = values.Span.Slice(from, count);
        long bytes = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            bytes += PlainBytes(texts[i]);
            if (bytes > PageBytes)
            {
                return Math.Max(1, i);
            }
        }

        return count;
    }

    public override ValueBounds? Bounds()
    {
        ReadOnlySpan<string> candidates = _dictionary is null ? values.Span : CollectionsMarshal.AsSpan(_dictionary);
        if (candidates.IsEmpty)
        {
            return null;
        }

        string least = candidates[0];
        string greatest = candidates[0];
        foreach (string text in candidates)
        {
            least = CompareBytes(text, least) < 0 ? text : least;
            greatest = CompareBytes(text, greatest) > 0 ? text : greatest;
        }

        ValueBounds bounds = new(StrictUtf8.Bytes(least), StrictUtf8.Bytes(greatest));
        return Math.Max(bounds.Least.Length, bounds.Greatest.Length) <= MostBoundBytes ? bounds : null;
    }

    /// <summary>
    /// Orders two texts as their UTF-8 bytes are ordered. UTF-16 has the same order but for one thing: surrogates, which
    /// stand for characters above all others, have numbers below U+E000.
    /// </summary>
    internal static int CompareBytes(string a, string b)
    {
        int same = a.AsSpan().CommonPrefixLength(b);
        if (same == a.Length || same == b.Length)
        {
            return a.Length - b.Length;
        }

        bool aHigh = char.IsSurrogate(a[same]);
        bool bHigh = char.IsSurrogate(b[same]);
        return aHigh == bHigh ? a[same] - b[same] : aHigh ? 1 : -1;
    }

    private static long PlainBytes(string text) => LengthBytes + (long)StrictUtf8.Encoding.GetByteCount(text);

    private static long TotalBytes(ReadOnlySpan<int> indexes, List<string> dictionary)
    {
        long[] bytes = [.. dictionary.Select(PlainBytes)];
        long total = 0;
        foreach (int index in indexes)
        {
            total += bytes[index];
        }

        return total;
    }

    private static void Append(string text, ByteBuffer to)
    {
        int length = StrictUtf8.Encoding.GetByteCount(text);
        Span<byte> room = to.Reserve(checked(LengthBytes + length));
        BinaryPrimitives.WriteInt32LittleEndian(room, length);
        StrictUtf8.Encoding.GetBytes(text, room[LengthBytes..]);
        to.Advance(room.Length);
    }
}
