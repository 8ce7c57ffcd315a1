using System.Xml.Linq;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class SvgCanvasTests
{
    [Theory]
    [InlineData("a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;")]
    [InlineData("two\nlines\tand tab", "two lines and tab")]
    [InlineData("bell \u0007", "bell \uFFFD")]
    [InlineData("£, ≥ 50%, Ynys Môn", "£, ≥ 50%, Ynys Môn")]
    public void Escape_KeepsWordsAndMakesThemSafe(string text, string expected) =>
        Assert.Equal(expected, SvgCanvas.Escape(text));

    [Fact]
    public void Escape_EveryCharacter_GivesXmlThatParses()
    {
        string all = new([.. Enumerable.Range(0, 0x10000).Select(i => (char)i)]);

        string back = XDocument.Parse("<t>" + SvgCanvas.Escape(all) + "</t>").Root!.Value;

        Assert.DoesNotContain('\0', back);
    }

    [Theory]
    [InlineData(1.25, "1.3")]
    [InlineData(-0.04, "0")]
    [InlineData(100, "100")]
    [InlineData(1234.5, "1234.5")]
    public void Number_HasAtMostOneDecimal(double value, string expected) =>
        Assert.Equal(expected, SvgCanvas.Number(value));

    [Fact]
    public void ToSvg_Hatched_DefinesEachPatternOnce()
    {
        var canvas = new SvgCanvas(500);
        canvas.Rect(0, 0, 10, 10, new Fill("#0072B2", Hatched: true));
        canvas.Rect(10, 0, 10, 10, new Fill("#0072B2", Hatched: true));

        var defs = XDocument.Parse(canvas.ToSvg("t", "d", 50)).Root!.Elements().Where(e => e.Name.LocalName == "defs");

        Assert.Single(defs);
    }
}
