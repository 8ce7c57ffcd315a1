using CareFlowSim.Experiments;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Sweeps;

public sealed class SweepConditionTests
{
    private static readonly string[] Names = ["posts", "weekend", "staffing"];

    [Theory]
    [InlineData("posts <= 1500", true)]
    [InlineData("posts > 1500", false)]
    [InlineData("posts > 1500 or weekend >= 0.5", true)]
    [InlineData("posts > 1500 or weekend >= 0.5 and posts > 2000", false)]
    [InlineData("staffing = 'extra'", true)]
    [InlineData("staffing != 'extra'", false)]
    [InlineData("posts * weekend + 100 <= 850", true)]
    [InlineData("-posts < -1e3 and (posts - 500) * 2 = 2000", true)]
    public void Holds_SaysWhatIsWritten(string text, bool expected) =>
        Assert.Equal(expected, SweepCondition.Read(text, Names).Holds(Names, [new SweepValue(1500), new SweepValue(0.5), new SweepValue(0, "extra")]));

    [Theory]
    [InlineData("posts", "ends where a comparison")]
    [InlineData("posts <=", "ends where an input or a number belongs")]
    [InlineData("beds <= 1", "names 'beds', which is no input of the sweep")]
    [InlineData("posts <= 1 weekend", "is not understood from 'weekend' on")]
    [InlineData("posts & 1", "holds a character that means nothing here")]
    [InlineData("(posts <= 1", "has a bracket that is not closed")]
    public void Read_WrongText_SaysWhatIsWrong(string text, string wrong) =>
        Assert.Contains(wrong, Assert.Throws<FormatException>(() => SweepCondition.Read(text, Names)).Message, StringComparison.Ordinal);
}
