using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Tables;

public sealed class CsvTextTests
{
    [Fact]
    public void Split_QuotesCommasAndLineBreaks_AreKept()
    {
        List<CsvCell[]> records = Split("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\n\nlast,\n", out List<Fault> faults);

        Assert.Empty(faults);
        Assert.Equal(3, records.Count);
        Assert.Equal([new CsvCell("x, \"y\"", 2, 1), new CsvCell("two\nlines", 2, 12)], records[1]);
        Assert.Equal([new CsvCell("last", 5, 1), new CsvCell("", 5, 6)], records[2]);
    }

    [Fact]
    public void Split_NoLineBreakAtTheEnd_KeepsTheLastRecord() => Assert.Equal("b", Split("a\nb", out _)[1][0].Text);

    [Theory]
    [InlineData("a\n\"b", "f.csv:2:1 quoted cell – never ends – a closing quote")]
    [InlineData("a\n\"b\"c,d", "f.csv:2:4 quoted cell – goes on after its closing quote – a comma or the end of the line")]
    [InlineData("a,b\"c", "f.csv:1:3 'b\"c' – has a quote inside a cell that does not start with one – the whole cell in quotes, inner quotes doubled")]
    public void Split_BrokenQuotes_AreFaults(string text, string expected)
    {
        Split(text, out List<Fault> faults);

        Assert.Equal(expected, Assert.Single(faults).ToString());
    }

    [Fact]
    public void Split_Nothing_HasNoRecords() => Assert.Empty(Split("\n\n", out _));

    private static List<CsvCell[]> Split(string text, out List<Fault> faults)
    {
        faults = [];
        return CsvText.Split(text, "f.csv", faults);
    }
}
