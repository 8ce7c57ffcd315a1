using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class ParquetRoundTripTests
{
    public static TheoryData<string> Names => [.. Samples.Keys];

    private static readonly Dictionary<string, Func<Table>> Samples = new()
    {
        ["odd values"] = SampleTables.OddValues,
        ["empty"] = SampleTables.Empty,
        ["one row"] = SampleTables.OneRow,
        ["constant"] = () => SampleTables.Constant(1000),
        ["all missing"] = () => SampleTables.AllMissing(1000),
        ["random 1"] = () => SampleTables.Random(1, 1),
        ["random 2"] = () => SampleTables.Random(2, 7),
        ["random 3"] = () => SampleTables.Random(3, 1000),
        ["random 4"] = () => SampleTables.Random(4, 70_000),
    };

    private static readonly ParquetLayout Small = new() { RowsPerGroup = 300, RowsPerPage = 70 };

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WhatWasWritten_IsTheSameTable(string sample)
    {
        Table table = Samples[sample]();

        SameTable.Assert(table, Read(Write(table, ParquetLayout.Default)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WrittenInManyGroupsAndPages_IsTheSameTable(string sample)
    {
        Table table = Samples[sample]();

        SameTable.Assert(table, Read(Write(table, Small)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_SameTableTwice_SameBytes(string sample) =>
        Assert.Equal(Write(Samples[sample](), Small), Write(Samples[sample](), Small));

    [Fact]
    public void Write_MetadataInAnyOrder_SameBytes()
    {
        Column[] columns = [new("x", "", "a number", new[] { 1 })];
        Dictionary<string, string> oneWay = new() { ["b"] = "2", ["a"] = "1", ["B"] = "3" };
        Dictionary<string, string> other = new() { ["B"] = "3", ["a"] = "1", ["b"] = "2" };

        Assert.Equal(
            Write(new("t", "m", columns, oneWay), ParquetLayout.Default),
            Write(new("t", "m", columns, other), ParquetLayout.Default));
    }

    [Fact]
    public void Read_DictionaryAtItsLimit_IsTheSameTable()
    {
        // Given as many different values as a dictionary may hold, one more, and one text less than pays
        int most = PresentValues.MostDistinct;
        int rows = most * 5;
        Table table = SampleTables.Make("limit",
        [
            new("most", "", "as many as fit", Enumerable.Range(0, rows).Select(i => (long)(i % most)).ToArray()),
            new("more", "", "one more", Enumerable.Range(0, rows).Select(i => (long)(i % (most + 1))).ToArray()),
            new("hopeless", "", "all different", Enumerable.Range(0, rows).Select(i => $"patient {i}").ToArray()),
            new("late", "", "repeats first", Enumerable.Range(0, rows).Select(i => i < 4 * most ? i / 4 : i - (3 * most)).ToArray()),
        ]);

        SameTable.Assert(table, Read(Write(table, ParquetLayout.Default)));
    }

    [Fact]
    public void Read_LongTexts_AreSpreadOverPages()
    {
        Random random = new(5);
        string[] texts = [.. Enumerable.Range(0, 60).Select(i => new string((char)('a' + (i % 26)), random.Next(400_000)) + i)];
        Table table = SampleTables.Make("long texts",
            [new("text", "", "long", texts), new("text?", "", "long or missing", texts.Select((t, i) => i % 3 == 0 ? null : t).ToArray())]);

        SameTable.Assert(table, Read(Write(table, ParquetLayout.Default)));
    }

    [Fact]
    public void Read_FromAStreamThatCannotSeek_Works()
    {
        using MemoryStream file = new(Write(SampleTables.OddValues(), ParquetLayout.Default));
        using ForwardStream forward = new(file);

        SameTable.Assert(SampleTables.OddValues(), ParquetReader.Read(forward));
    }

    [Fact]
    public void Write_RepeatedValues_TakeLittleSpace()
    {
        Table table = SampleTables.Constant(100_000);

        Assert.InRange(Write(table, ParquetLayout.Default).Length, 1, 40_000);
    }

    private static byte[] Write(Table table, ParquetLayout layout)
    {
        using MemoryStream file = new();
        using ForwardStream forward = new(file);
        ParquetWriter.Write(forward, table, layout);
        return file.ToArray();
    }

    private static Table Read(byte[] file)
    {
        using MemoryStream stream = new(file);
        return ParquetReader.Read(stream);
    }
}
