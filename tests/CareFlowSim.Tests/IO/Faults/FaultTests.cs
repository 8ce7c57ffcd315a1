using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Faults;

public sealed class FaultTests
{
    private static readonly Fault One = new("areas.csv", 3, 7, "area", "is empty", "a value");

    [Fact]
    public void ToString_SaysWhereWhatAndWhatIsAllowed() =>
        Assert.Equal("areas.csv:3:7 area – is empty – a value", One.ToString());

    [Fact]
    public void InputException_CarriesEveryFault_OneALine()
    {
        InputException e = new WorldException([One, One with { Line = 4 }]);

        Assert.Equal(2, e.Faults.Count);
        Assert.Equal(One + "\n" + (One with { Line = 4 }), e.Message);
    }
}
