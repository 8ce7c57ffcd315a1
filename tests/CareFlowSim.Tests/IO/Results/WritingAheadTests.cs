using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Results;

public sealed class WritingAheadTests
{
    // Begin is not waited for and nobody sees its faults: there must be none.
    [Fact]
    public void Write_HasNoFault() => Assert.Null(Record.Exception(WritingAhead.Write));
}
