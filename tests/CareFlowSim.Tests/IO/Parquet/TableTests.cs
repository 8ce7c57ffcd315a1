using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class TableTests
{
    [Fact]
    public void Table_ColumnsOfDifferentLength_NamesTheColumn() =>
        AssertNames("'long'", () => Make(Numbers("short", 1), Numbers("long", 2)));

    [Theory]
    [InlineData("beds", "beds")]
    [InlineData("beds", "Beds")]
    public void Table_SameNameTwice_NamesTheColumn(string one, string other) =>
        AssertNames($"'{other}'", () => Make(Numbers(one, 1), Numbers(other, 1)));

    [Fact]
    public void Table_NoColumns_IsRefused() => AssertNames("no columns", () => Make());

    [Fact]
    public void Table_MetadataThatTheTableWritesItself_IsRefused() =>
        AssertNames("column.beds.unit", () => new Table("t", "m", [Numbers("beds", 1)], new Dictionary<string, string> { ["column.beds.unit"] = "x" }));

    [Fact]
    public void Table_WithoutMetadata_HasNone() => Assert.Empty(Make(Numbers("beds", 1)).Metadata!);

    [Fact]
    public void Column_WithoutAName_IsRefused() => AssertNames("no name", () => Numbers(" ", 1));

    [Fact]
    public void Column_OfATypeThatCannotBeWritten_NamesTheColumn()
    {
        AssertNames("'beds'", () => new Column("beds", "", "m", new decimal[1]));
        AssertNames("'beds'", () => new Column("beds", "", "m", new DayOfWeek[1]));
        AssertNames("'beds'", () => new Column("beds", "", "m", new uint[1]));
        AssertNames("'beds'", () => new Column("beds", "", "m", new int[1, 1]));
        AssertNames("'beds'", () => new Column("beds", "", "m", null!));
    }

    [Fact]
    public void Column_WithoutUnitOrMeaning_NamesTheColumn()
    {
        AssertNames("'beds'", () => new Column("beds", null!, "m", new int[1]));
        AssertNames("'beds'", () => new Column("beds", "", null!, new int[1]));
    }

    private static Column Numbers(string name, int rows) => new(name, "", "some numbers", new int[rows]);

    private static Table Make(params Column[] columns) => new("t", "m", columns);

    private static void AssertNames(string what, Func<object> make) =>
        Assert.Contains(what, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
}
