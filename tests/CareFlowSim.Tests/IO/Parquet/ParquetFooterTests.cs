using System.Text;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class ParquetFooterTests
{
    [Fact]
    public void Metadata_OfATable_HoldsNamesUnitsAndMeaningsThenTheRestInOrder()
    {
        Table table = new(
            "stays", "One row per hospital stay",
            [new("days", "days", "Length of stay", new[] { 1 }), new("ward", "", "Ward", new[] { "A" })],
            new Dictionary<string, string> { ["seed"] = "17", ["arm"] = "baseline", ["Zone"] = "x" });

        Assert.Equal(
            [
                new("table.name", "stays"), new("table.meaning", "One row per hospital stay"),
                new("column.days.unit", "days"), new("column.days.meaning", "Length of stay"),
                new("column.ward.unit", ""), new("column.ward.meaning", "Ward"),
                new("Zone", "x"), new("arm", "baseline"), new("seed", "17"),
            ],
            ParquetMetadata.Of(table));
    }

    [Fact]
    public void Write_AnyTable_SaysWhoWroteIt()
    {
        using MemoryStream file = new();
        ParquetWriter.Write(file, SampleTables.Empty());

        Assert.Matches(@"CareFlowSim version \d+\.\d+\.\d+ \(build none\)", Encoding.Latin1.GetString(file.ToArray()));
    }

    [Fact]
    public void Bounds_OfIntegers_AreTheLeastAndGreatest() =>
        AssertBounds(BitConverter.GetBytes(-3), BitConverter.GetBytes(9), new[] { 4, -3, 9 });

    [Fact]
    public void Bounds_OfDates_AreDays() =>
        AssertBounds(BitConverter.GetBytes(-1), BitConverter.GetBytes(1), new[] { new DateOnly(1970, 1, 2), new DateOnly(1969, 12, 31) });

    [Fact]
    public void Bounds_OfMissingAndPresent_LeaveTheMissingOut() =>
        AssertBounds(BitConverter.GetBytes(2L), BitConverter.GetBytes(5L), new long?[] { null, 5, null, 2 });

    [Fact]
    public void Bounds_WithNaN_AreNone() => Assert.Null(BoundsOf(new[] { 1.0, double.NaN }));

    [Fact]
    public void Bounds_OfZeros_TakeInBothSigns()
    {
        AssertBounds(BitConverter.GetBytes(-0.0), BitConverter.GetBytes(0.0), new[] { 0.0 });
        AssertBounds(BitConverter.GetBytes(-0.0), BitConverter.GetBytes(0.0), new[] { -0.0 });
    }

    [Fact]
    public void Bounds_OfInfinities_AreInfinite() =>
        AssertBounds(
            BitConverter.GetBytes(double.NegativeInfinity), BitConverter.GetBytes(double.PositiveInfinity),
            new[] { double.PositiveInfinity, double.NegativeInfinity });

    [Fact]
    public void Bounds_OfTexts_AreInTheOrderOfTheirBytes() =>
        AssertBounds(Encoding.UTF8.GetBytes("Z"), Encoding.UTF8.GetBytes("🏥"), new[] { "a", "\uE000", "🏥", "Z" });

    [Fact]
    public void Bounds_OfLongTexts_AreNone() => Assert.Null(BoundsOf(new[] { new string('x', 65) }));

    [Fact]
    public void Bounds_OfFlags_AreBytes()
    {
        AssertBounds([0], [1], new[] { true, false });
        AssertBounds([1], [1], new[] { true });
    }

    [Fact]
    public void Bounds_OfNothing_AreNone()
    {
        Assert.Null(BoundsOf(Array.Empty<int>()));
        Assert.Null(BoundsOf(new double?[] { null, null }));
        Assert.Null(BoundsOf(new string?[] { null }));
    }

    [Fact]
    public void CompareBytes_OfRandomTexts_AgreesWithTheirBytes()
    {
        Random random = new(4);
        string[] texts = [.. SampleTables.OddTexts, .. Enumerable.Range(0, 60).Select(_ => Odd(random))];
        foreach (string a in texts)
        {
            foreach (string b in texts)
            {
                int bytes = Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
                Assert.Equal(Math.Sign(bytes), Math.Sign(TextValues.CompareBytes(a, b)));
            }
        }
    }

    private static string Odd(Random random)
    {
        int[] points = ['a', 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x103FF, 0x10400, 0x10FFFF];
        return string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => char.ConvertFromUtf32(points[random.Next(points.Length)])));
    }

    private static void AssertBounds(byte[] least, byte[] greatest, Array values)
    {
        ValueBounds bounds = Assert.NotNull(BoundsOf(values));
        Assert.Equal(least, bounds.Least);
        Assert.Equal(greatest, bounds.Greatest);
    }

    private static ValueBounds? BoundsOf(Array values)
    {
        Column column = new("x", "", "any", values);
        return ColumnSlice.Of(column, ColumnSchema.Of(column), 0, values.Length).Values.Bounds();
    }
}
