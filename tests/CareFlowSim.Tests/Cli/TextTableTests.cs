using CareFlowSim.Cli;
using CareFlowSim.IO;
using Spectre.Console;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class TextTableTests
{
    private static readonly SummarySection Beds = new(
        "Beds", ["arm", "beds", "95% interval"], [["baseline", "1,234", ""], ["a [policy]", "5", "1 to 9"]], "Chance only.");

    [Fact]
    public void Plain_AlignsTextLeftAndNumbersRight() => Assert.Equal(
        """
        Beds
        arm          beds  95% interval
        ----------  -----  ------------
        baseline    1,234
        a [policy]      5        1 to 9
        Chance only.


        """.ReplaceLineEndings("\n"),
        TextTable.Plain(Beds));

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void Show_OnAScreen_IsNoWiderThanIt(int width)
    {
        StringWriter screen = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(screen) });
        console.Profile.Width = width;

        TextTable.Show(new Terminal(TextWriter.Null, TextWriter.Null) { OutScreen = console }, [Beds]);

        Assert.All(screen.ToString().Split('\n'), l => Assert.True(l.TrimEnd().Length <= width, l));
        Assert.Contains("[policy]", screen.ToString(), StringComparison.Ordinal);
    }
}
