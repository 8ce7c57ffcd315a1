using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class RunLengthTests
{
    [Fact]
    public void Decode_EncodedValues_GivesThemBack()
    {
        Random random = new(8);
        for (int round = 0; round < 400; round++)
        {
            int width = 1 + random.Next(20);
            int[] values = Runs(random, random.Next(300), 1 << width);
            int[] back = new int[values.Length];

            RunLengthDecoder.Decode(Encode(values, width), width, back);

            Assert.Equal(values, back);
        }
    }

    [Fact]
    public void Encode_ExampleOfTheFormat_IsTheSame()
    {
        // Encodings.md of the format: 0 to 7 in three bits are the bytes 88 C6 FA, behind the head of one packed group.
        Assert.Equal([0x03, 0x88, 0xC6, 0xFA], Encode([0, 1, 2, 3, 4, 5, 6, 7], 3));
        Assert.Equal([100 << 1 & 0x7F | 0x80, 100 << 1 >> 7, 5], Encode([.. Enumerable.Repeat(5, 100)], 3));
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 3, 1 })]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255 })]
    public void Decode_DamagedBytes_SaysSo(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => RunLengthDecoder.Decode(bytes, 3, new int[8]));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(256, 8)]
    [InlineData(257, 9)]
    [InlineData(65_536, 16)]
    public void BitWidth_OfADictionary_IsAtLeastOne(int distinct, int expected) => Assert.Equal(expected, ByteBuffer.BitWidth(distinct));

    private static byte[] Encode(int[] values, int width)
    {
        ByteBuffer to = new();
        RunLengthEncoder.Encode<int>(values, width, to);
        return to.Written.ToArray();
    }

    private static int[] Runs(Random random, int length, int below)
    {
        int[] values = new int[length];
        for (int i = 0; i < length;)
        {
            int end = Math.Min(length, i + 1 + (random.Next(2) * random.Next(30)));
            Array.Fill(values, random.Next(below), i, end - i);
            i = end;
        }

        return values;
    }
}
