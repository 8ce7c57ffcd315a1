using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

/// <summary>An SVG read back: where its texts and shapes lie, to check that nothing leaves the picture or covers a text.</summary>
internal sealed partial class SvgPicture
{
    private readonly XElement _root;

    internal SvgPicture(string svg)
    {
        _root = XDocument.Parse(svg).Root!;
        Width = Attribute(_root, "width");
        Height = Attribute(_root, "height");
        Assert.Equal($"0 0 {_root.Attribute("width")!.Value} {_root.Attribute("height")!.Value}", _root.Attribute("viewBox")!.Value);
    }

    internal double Width { get; }

    internal double Height { get; }

    internal string Title => _root.Elements().First().Value;

    internal string Description => _root.Elements().ElementAt(1).Value;

    internal IEnumerable<string> Texts => Named("text").Select(WordsOf);

    internal IEnumerable<XElement> Named(string name) => _root.Elements().Where(e => e.Name.LocalName == name);

    internal List<(string Words, double Left, double Top, double Right, double Bottom)> TextBoxes() =>
        [.. Named("text").Select(e =>
        {
            double size = Attribute(e, "font-size");
            double width = TextMetrics.Width(WordsOf(e), new TextStyle(size, "", e.Attribute("font-weight") is not null));
            double left = Attribute(e, "x") - (e.Attribute("text-anchor")?.Value switch { "middle" => width / 2, "end" => width, _ => 0 });
            return (WordsOf(e), left, Attribute(e, "y") - (size * 0.75), left + width, Attribute(e, "y") + (size * 0.2));
        })];

    internal void AssertNothingLeavesThePicture()
    {
        foreach (var element in _root.Elements())
        {
            foreach (var (x, y) in Corners(element))
            {
                Assert.True(x >= 0 && x <= Width && y >= 0 && y <= Height, $"({x}, {y}) is outside {Width} × {Height}: {element}");
            }
        }

        foreach (var box in TextBoxes())
        {
            Assert.True(box.Left >= 0 && box.Right <= Width && box.Top >= 0 && box.Bottom <= Height, $"\"{box.Words}\" runs out of the picture: {box}");
        }
    }

    internal void AssertNoTextCoversAnother()
    {
        var boxes = TextBoxes();
        for (int i = 0; i < boxes.Count; i++)
        {
            for (int k = i + 1; k < boxes.Count; k++)
            {
                var (a, b) = (boxes[i], boxes[k]);
                bool apart = a.Right <= b.Left || b.Right <= a.Left || a.Bottom <= b.Top || b.Bottom <= a.Top;
                Assert.True(apart, $"\"{a.Words}\" and \"{b.Words}\" overlap.");
            }
        }
    }

    private static IEnumerable<(double X, double Y)> Corners(XElement e)
    {
        switch (e.Name.LocalName)
        {
            case "line":
                return [(Attribute(e, "x1"), Attribute(e, "y1")), (Attribute(e, "x2"), Attribute(e, "y2"))];
            case "rect":
                return [(Attribute(e, "x"), Attribute(e, "y")), (Attribute(e, "x") + Attribute(e, "width") - 0.06, Attribute(e, "y") + Attribute(e, "height") - 0.06)];
            case "circle":
                double r = Attribute(e, "r");
                return [(Attribute(e, "cx") - r, Attribute(e, "cy") - r), (Attribute(e, "cx") + r, Attribute(e, "cy") + r)];
            case "polyline" or "polygon":
                return Pairs().Matches(e.Attribute("points")!.Value).Select(m => (Parse(m.Groups[1].Value), Parse(m.Groups[2].Value)));
            case "text":
                return [(Attribute(e, "x"), Attribute(e, "y"))];
            default:
                Assert.Contains(e.Name.LocalName, new[] { "title", "desc", "defs" });
                return [];
        }
    }

    private static string WordsOf(XElement text) => string.Concat(text.Nodes().OfType<XText>().Select(t => t.Value));

    private static double Attribute(XElement e, string name) => e.Attribute(name) is { } a ? Parse(a.Value) : 0;

    private static double Parse(string number) => double.Parse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\S+),(\S+)")]
    private static partial Regex Pairs();
}
