using System.Text;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class SnappyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public void Decompress_CompressedBytes_GivesThemBack(int length)
    {
        Random random = new(length);
        byte[] noise = new byte[length];
        random.NextBytes(noise);

        AssertRoundTrip(noise);
        AssertRoundTrip(new byte[length]);
        AssertRoundTrip([.. Enumerable.Range(0, length).Select(i => (byte)(i % 7))]);
        AssertRoundTrip([.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(3))]);
        AssertRoundTrip([.. Enumerable.Range(0, length).Select(i => (i / 1000) % 2 == 0 ? (byte)5 : noise[i])]);
    }

    [Fact]
    public void Compress_Repetition_IsShort() => Assert.InRange(Compress(new byte[100_000]).Length, 1, 5_000);

    [Fact]
    public void Compress_Noise_HardlyGrows()
    {
        byte[] noise = new byte[100_000];
        new Random(1).NextBytes(noise);

        Assert.InRange(Compress(noise).Length, 100_000, 100_100);
    }

    [Fact]
    public void Decompress_ExampleOfTheFormat_IsRead()
    {
        // A literal "abcd", then a copy of 10 bytes from 4 back (in each of the three ways the format has).
        byte[] literal = [3 << 2, .. "abcd"u8];

        Assert.Equal("abcdabcdabcdab", Text([14, .. literal, (6 << 2) | 1, 4], 14));
        Assert.Equal("abcdabcdabcdab", Text([14, .. literal, (9 << 2) | 2, 4, 0], 14));
        Assert.Equal("abcdabcdabcdab", Text([14, .. literal, (9 << 2) | 3, 4, 0, 0, 0], 14));
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 4 })]
    [InlineData(new byte[] { 4, 3 << 2, 1, 2 })]
    [InlineData(new byte[] { 4, 1, 1 })]
    [InlineData(new byte[] { 4, 0, 9, 1, 0 })]
    [InlineData(new byte[] { 4, 0, 9, 2, 0, 0 })]
    [InlineData(new byte[] { 4, 63 << 2, 255, 255, 255, 255 })]
    [InlineData(new byte[] { 5, 3 << 2, 1, 2, 3, 4 })]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255 })]
    public void Decompress_DamagedBytes_SaysSo(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => SnappyDecompressor.Decompress(bytes, 4));

    [Fact]
    public void Crc32_OfTheStandardExample_IsTheStandardAnswer()
    {
        Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));
        Assert.Equal(0u, Crc32.Of([]));
    }

    private static void AssertRoundTrip(byte[] bytes) =>
        Assert.True(bytes.AsSpan().SequenceEqual(SnappyDecompressor.Decompress(Compress(bytes), bytes.Length)));

    private static string Text(byte[] compressed, int length) => Encoding.ASCII.GetString(SnappyDecompressor.Decompress(compressed, length));

    private static byte[] Compress(byte[] bytes)
    {
        ByteBuffer to = new();
        new SnappyCompressor().Compress(bytes, to);
        return to.Written.ToArray();
    }
}
