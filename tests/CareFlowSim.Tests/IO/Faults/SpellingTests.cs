using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Faults;

public sealed class SpellingTests
{
    private static readonly string[] Words = ["stay.level", "stay.sigma", "route.level", "crisis.level", "nhs", "A", "B"];

    [Theory]
    [InlineData("stay.level", "stay.level")]
    [InlineData("stay.levl", "stay.level")]
    [InlineData("STAY.Sigma", "stay.sigma")]
    [InlineData("styay.level", "stay.level")]
    [InlineData("crisis_levle", "crisis.level")]
    [InlineData("nsh", "nhs")]
    public void Nearest_SlipOfThePen_FindsTheWord(string word, string expected) =>
        Assert.Equal(expected, Spelling.Nearest(word, Words));

    [Theory]
    [InlineData("")]
    [InlineData("X")]
    [InlineData("beds.occupied")]
    [InlineData("n")]
    public void Nearest_NothingNear_IsNull(string word) => Assert.Null(Spelling.Nearest(word, Words));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    public void Distance_IsOptimalStringAlignment(string a, string b, int expected)
    {
        Assert.Equal(expected, Spelling.Distance(a, b));
        Assert.Equal(expected, Spelling.Distance(b, a));
    }
}
