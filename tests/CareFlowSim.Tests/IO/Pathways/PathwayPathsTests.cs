using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Pathways;

/// <summary>Rules of flows speak of records; the reader of the file must find the value they mean.</summary>
public sealed class PathwayPathsTests
{
    private static PathwayScenario Scenario { get; } = PathwayReader.ReadFile(Path.Combine(PathwayFiles.Tests, "everything.yaml")).Scenario;

    [Theory]
    [InlineData("places[1].capacity.steps[0].units", "places[1].capacity")]
    [InlineData("places[0].stays[1].lengthOfStay.meanDays", "places[0].stay[1].mean_days")]
    [InlineData("places[1].stays[0].lengthofstay.standarddeviationdays", "places[1].stay.standard_deviation_days")]
    [InlineData("places[2].stays[0].visits.firstperday", "places[2].stay.first_visits_per_day")]
    [InlineData("places[0].queuelimit", "places[0].queue_limit")]
    [InlineData("places[0].admissionhours.closehour", "places[0].admission_hours.close_hour")]
    [InlineData("routes[0].to[1].probability", "routes[0].to.home")]
    [InlineData("routes[0].to", "routes[0].to")]
    [InlineData("arrivals[0].shares[1].share", "arrivals[0].classes.standard")]
    [InlineData("arrivals[0].shares", "arrivals[0].classes")]
    [InlineData("arrivals[0].process.rate.waves[0].amplitude", "arrivals[0].waves.amplitude")]
    [InlineData("start.census[0].inplace", "start.census[0].in_place")]
    [InlineData("search.servicelevels[0].atmost", "search.service_levels.at_most")]
    [InlineData("policies[0].routes[0].to[0].to", "policies[0].routes.to.home")]
    public void PathOfARecord_IsThatOfItsKey(string record, string file)
    {
        FaultList faults = new("test.yaml");
        using StreamReader text = File.OpenText(Path.Combine(PathwayFiles.Tests, "everything.yaml"));
        SourcePositions positions = new("test.yaml", SourceReader.Read(text, faults)!);

        string path = PathwayPaths.InFile(Scenario, record, positions);

        Assert.True(path == file || (file == "places[1].capacity" && path.StartsWith(file, StringComparison.Ordinal)), path);
    }
}
