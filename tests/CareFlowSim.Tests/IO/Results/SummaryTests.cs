using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Results;

/// <summary>The summary fits a terminal and says what it shows, whatever the number of arms and replications.</summary>
public sealed class SummaryTests
{
    private const int WidestTerminal = 120;

    public static TheoryData<int, int> Shapes => new() { { 0, 1 }, { 0, 2 }, { 1, 1 }, { 2, 2 }, { 7, 1 }, { 7, 2 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EverySection_IsARectangleThatFitsATerminal(int policies, int replications)
    {
        Policy[] arms = [.. Enumerable.Range(1, policies).Select(i => ResultRuns.Small.Policies[1] with { Name = $"a-policy-with-name-no-{i}" })];
        ExperimentResult result = ResultRuns.Run(ResultRuns.Small with { Policies = arms, Replications = replications, PeoplePerAgent = 50 });
        IReadOnlyList<SummarySection> sections = Summary.Of(result);

        Assert.Equal(policies > 0 ? 8 : 7, sections.Count);
        Assert.All(sections, s =>
        {
            Assert.NotEmpty(s.Rows);
            Assert.All(s.Rows, r => Assert.Equal(s.Headers.Count, r.Count));
            int width = Enumerable.Range(0, s.Headers.Count).Sum(c => 2 + s.Rows.Append(s.Headers).Max(r => r[c].Length)) - 2;
            Assert.True(width <= WidestTerminal, $"{s.Title}: {width}");
            Assert.DoesNotContain(s.Rows, r => r.Any(c => c.Contains("NaN", StringComparison.Ordinal) || c.Contains("no data", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void Notes_SayWhichErrorIsInTheIntervals()
    {
        string many = Summary.Of(ResultRuns.Result)[0].Note;
        string one = Summary.Of(ResultRuns.Run(ResultRuns.Small with { Replications = 1, PeoplePerAgent = 50 }))[0].Note;

        Assert.Contains("parameters are taken as given", many, StringComparison.Ordinal);
        Assert.Contains("2 replications", many, StringComparison.Ordinal);
        Assert.Contains("discordant pairs", one, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_SayWhatIsNotInThem() =>
        Assert.Contains("What a policy itself costs to run is not in it", Summary.Of(ResultRuns.Result).Single(s => s.Title == CostSummary.Of(ResultRuns.Result).Title).Note, StringComparison.Ordinal);
}
