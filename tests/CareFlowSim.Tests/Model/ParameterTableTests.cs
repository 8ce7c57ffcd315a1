using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed class ParameterTableTests
{
    private static readonly ParameterTable Shipped = SmallWorld.England.Parameters;

    [Fact]
    public void AMissingKey_IsRefusedByName()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new ParameterTable(Shipped.All.Where(p => p.Key != "stay.sigma")));

        Assert.Contains("'stay.sigma' is missing", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownKey_IsRefusedByName()
    {
        Parameter odd = new("stay.simga", 1, null, null, "", "judgement", "");

        Assert.Contains("unknown parameter 'stay.simga'", Assert.Throws<ArgumentException>(() => new ParameterTable(Shipped.All.Append(odd))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AKeyGivenTwice_IsRefusedByName()
    {
        Parameter again = Shipped.All.First(p => p.Key == "stay.sigma");

        Assert.Contains("'stay.sigma' is given twice", Assert.Throws<ArgumentException>(() => new ParameterTable(Shipped.All.Append(again))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_ChangesOneValueAndSaysWhoSetIt()
    {
        ParameterTable changed = Shipped.With(new Dictionary<string, double> { ["stay.sigma"] = 0.5 });

        Assert.Equal(0.5, changed["stay.sigma"]);
        Assert.NotEqual(0.5, Shipped["stay.sigma"]);
        Assert.Equal("scenario", changed.All.First(p => p.Key == "stay.sigma").Provenance);
        Assert.Equal(Shipped.All.Where(p => p.Key != "stay.sigma"), changed.All.Where(p => p.Key != "stay.sigma"));
    }

    [Fact]
    public void With_NoChange_IsTheSameTable() => Assert.Same(Shipped, Shipped.With(new Dictionary<string, double>()));

    [Fact]
    public void AKeyOutsideTheCatalogue_IsNotThere() => Assert.Throws<KeyNotFoundException>(() => Shipped["no.such"]);

    [Fact]
    public void All_FollowsTheCatalogue() => Assert.Equal(ParameterCatalogue.All.Select(d => d.Key), Shipped.All.Select(p => p.Key));
}
