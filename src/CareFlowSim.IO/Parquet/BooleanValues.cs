namespace CareFlowSim.IO;

/// <summary>Truth values: a bit each, so there is nothing for a dictionary to save.</summary>
internal sealed class BooleanValues(ReadOnlyMemory<bool> values) : PresentValues(values.Length)
{
    public override int DistinctCount => 0;

    public override bool TryBuildDictionary(Span<int> indexes) => false;

    public override void AppendDictionary(ByteBuffer to) => throw new NotSupportedException();

    public override void AppendPlain(int from, int count, ByteBuffer to)
    {
        Span<byte> bits = to.Reserve((count + 7) / 8);
        bits.Clear();
        ReadOnlySpan<bool> page = values.Span.Slice(from, count);
        for (int i = 0; i < page.Length; i++)
        {
            if (page[i])
            {
                bits[i >> 3] |= (byte)(1 << (i & 7));
            }
        }

        to.Advance(bits.Length);
    }

    public override ValueBounds? Bounds()
    {
        if (values.IsEmpty)
        {
            return null;
        }

        ReadOnlySpan<bool> all = values.Span;
        return new([(byte)(all.Contains(false) ? 0 : 1)], [(byte)(all.Contains(true) ? 1 : 0)]);
    }
}
