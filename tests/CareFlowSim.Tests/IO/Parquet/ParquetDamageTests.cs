using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class ParquetDamageTests
{
    [Fact]
    public void Read_CutShortAnywhere_SaysSo()
    {
        byte[] file = Write(SampleTables.OddValues());

        for (int length = 0; length < file.Length; length += 7)
        {
            Assert.Throws<InvalidDataException>(() => Read(file[..length]));
        }

        Assert.Contains("cut short", Assert.Throws<InvalidDataException>(() => Read(file[..^1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SomethingElse_SaysItIsNotParquet() =>
        Assert.Contains("Not a Parquet file", Assert.Throws<InvalidDataException>(() => Read(new byte[100])).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_FlippedByteInAPage_NamesColumnAndChecksum()
    {
        // Given a file whose first page is one long text; its middle is inside the page
        byte[] file = Write(SampleTables.Make("t", [new("notes", "", "one text", new[] { new string('x', 50) + "0123456789abcdefghij" })]));
        file[40] ^= 1;

        InvalidDataException fault = Assert.Throws<InvalidDataException>(() => Read(file));

        Assert.Contains("'notes'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("CRC", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyByteChanged_NeverFailsInAnotherWay()
    {
        byte[] file = Write(SampleTables.Random(3, 60));
        Random random = new(11);
        int noticed = 0;
        for (int i = 0; i < file.Length; i++)
        {
            byte[] damaged = [.. file];
            damaged[i] ^= (byte)(1 << random.Next(8));
            noticed += FailsCleanly(damaged) ? 1 : 0;
        }

        // Names and meanings in the footer have no checksum; that is what the SHA-256 in the manifest is for.
        Assert.InRange(noticed, file.Length / 3, file.Length);
    }

    [Fact]
    public void Read_ManyBytesChanged_NeverFailsInAnotherWay()
    {
        byte[] file = Write(SampleTables.OddValues());
        Random random = new(12);
        for (int i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. file];
            for (int k = random.Next(1, 10); k > 0; k--)
            {
                damaged[random.Next(4, file.Length - 4)] = (byte)random.Next(256);
            }

            FailsCleanly(damaged);
        }
    }

    [Fact]
    public void Write_StreamThatBreaks_PassesTheFaultOn()
    {
        using MemoryStream file = new();
        using ForwardStream full = new(file, breaksAfter: 500);

        Assert.Throws<IOException>(() => ParquetWriter.Write(full, SampleTables.OddValues()));
    }

    private static bool FailsCleanly(byte[] file)
    {
        try
        {
            Read(file);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static byte[] Write(Table table)
    {
        using MemoryStream file = new();
        ParquetWriter.Write(file, table);
        return file.ToArray();
    }

    private static Table Read(byte[] file)
    {
        using MemoryStream stream = new(file);
        return ParquetReader.Read(stream);
    }
}
