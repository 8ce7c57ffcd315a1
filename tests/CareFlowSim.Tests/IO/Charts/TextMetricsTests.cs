using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class TextMetricsTests
{
    private static readonly TextStyle Style = TextStyle.Label;

    [Fact]
    public void Wrap_LongText_KeepsEveryWordAndEveryLineFits()
    {
        const string Text = "Awaiting reablement or intermediate care in the person's own home or in a community hospital";

        var lines = TextMetrics.Wrap(Text, 150, Style);

        Assert.Equal(Text, string.Join(' ', lines));
        Assert.True(lines.Count > 3);
        Assert.All(lines, l => Assert.True(TextMetrics.Width(l, Style) <= 150));
    }

    [Fact]
    public void Wrap_OneEndlessWord_IsCut()
    {
        string word = new('w', 200);

        var lines = TextMetrics.Wrap(word, 150, Style);

        Assert.Equal(word, string.Concat(lines));
        Assert.All(lines, l => Assert.True(TextMetrics.Width(l, Style) <= 150));
    }

    [Fact]
    public void Wrap_Nothing_IsNoLine() => Assert.Empty(TextMetrics.Wrap("  ", 150, Style));

    [Fact]
    public void Wrap_NarrowerThanACharacter_StillEnds() =>
        Assert.Equal(["😀", "😀", "a"], TextMetrics.Wrap("😀😀a", 1, Style));

    [Fact]
    public void Fit_TooLong_EndsInAnEllipsis()
    {
        string fitted = TextMetrics.Fit("Bournemouth, Christchurch and Poole", 120, Style);

        Assert.StartsWith("Bournemouth", fitted, StringComparison.Ordinal);
        Assert.EndsWith("…", fitted, StringComparison.Ordinal);
        Assert.True(TextMetrics.Width(fitted, Style) <= 120);
    }

    [Fact]
    public void Fit_ShortEnough_StaysAsItIs() => Assert.Equal("York", TextMetrics.Fit("York", 120, Style));
}
