using CareFlowSim.Cli;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class GrowthLinearityTests
{
    [Fact]
    public void A_point_on_the_line_is_not_told_and_one_off_it_is()
    {
        SummarySection told = GrowthLinearity.Table(
        [
            Row(Growth.People, "few", people: 100, seconds: 2),
            Row(Growth.People, "more", people: 1000, seconds: 10.5),
            Row(Growth.People, "most", people: 2000, seconds: 20),
        ]);

        Assert.Equal(["people: few", "+100.0 %"], Assert.Single(told.Rows).Take(2));
    }

    [Fact]
    public void Warm_up_counts_among_the_days_of_a_year()
    {
        SummarySection told = GrowthLinearity.Table(
        [
            Row(Growth.Years, "1 year", people: 100, seconds: 4.55, years: 1),
            Row(Growth.Years, "5 years", people: 100, seconds: 19.15, years: 5),
        ]);

        Assert.Equal("nothing", Assert.Single(told.Rows)[0]);
    }

    private static GrowthRow Row(string grows, string size, long people, double seconds, int years = 1) =>
        new(grows, size, people, years, Threads: 1, seconds, Events: 1, PeakMegabytes: 1, WrittenMegabytes: 0);
}
