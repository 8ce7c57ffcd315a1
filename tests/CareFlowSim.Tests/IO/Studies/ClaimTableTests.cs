using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO.Studies;

public sealed class ClaimTableTests
{
    private const string Header = "id,kind,claim,period,value,unit,scenario,policy,measure,factor,conversion,lever,lever_low,lever_high,represented_by,happened,source\n";

    private static readonly string Folder = Path.Combine(ScenarioFiles.Shipped, "claims");

    private static IReadOnlyList<string> Scenarios { get; } = [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Fact]
    public void Shipped_HoldsEveryClaim_AndEnoughOfThemWithANumber()
    {
        IReadOnlyList<Claim> claims = ClaimTable.Read(Folder, Scenarios, Read);

        Assert.Equal([.. Enumerable.Range(1, 59).Select(i => $"C{i:00}"), .. Enumerable.Range(1, 8).Select(i => $"K{i:00}")], claims.Select(c => c.Id));
        string[] numbers = [.. claims.Where(c => c.Test is not null).Select(c => c.Id)];
        Assert.True(numbers.Length >= 9);
        Assert.Superset(new HashSet<string> { "C09", "C42", "C43", "C53" }, numbers.ToHashSet());
        Assert.All(Scenarios, s => Assert.Contains(claims, c => c.Test?.Scenario == s));
    }

    [Fact]
    public void ShippedScenarios_OpenWithTheirQuestion_AndAreCalledAsTheirFiles() => Assert.All(Scenarios, name =>
    {
        Scenario scenario = Read(name);
        Assert.Equal(name, scenario.Name);
        Assert.All(scenario.Policies, p => Assert.NotEqual("", p.Title));
        Assert.StartsWith("# Question: ", File.ReadLines(Path.Combine(Folder, name + ".yaml")).First(), StringComparison.Ordinal);
        Assert.Equal(15, scenario.Areas.Count);
        Assert.Equal(1, scenario.PeoplePerAgent);
    });

    [Fact]
    public void Read_TellsEveryFaultWithItsLine()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("careflow-claims-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, ClaimTable.File), Header
                + "A1,number,c,p,-5,people,claims-fund-2016,announced,beds_freed,1,x,parameters.response.averted_share,0.1,0.5,r,h,s\n"
                + "A2,number,c,p,5,people,claims-fund-2015,announce,beds_fred,1,x,parameters.response.averted,0.1,0.5,r,h,s\n"
                + "A3,number,c,p,5,people,claims-fund-2015,announced,beds_freed,1,x,parameters.response.averted_share,0.1,1.5,r,h,s\n"
                + "A4,mechanism,c,p,5,,,,,,,,,,not modelled: x,h,s\n"
                + "A4,guess,c,p,,,,,,,,,,,r,h,\n");

            InputException e = Assert.Throws<InputException>(() => ClaimTable.Read(folder.FullName, Scenarios, Read));

            string[] faults = [.. e.Faults.Select(f => $"{f.Line} {f.Where}: {f.Wrong}")];
            Assert.Contains("2 A1 value: is -5", faults);
            Assert.Contains("2 A1 scenario: 'claims-fund-2016' is unknown", faults);
            Assert.Contains("3 A2 policy: 'announce' is unknown", faults);
            Assert.Contains("3 A2 measure: 'beds_fred' is unknown", faults);
            Assert.Contains("3 A2 lever: 'parameters.response.averted' is no number of a scenario", faults);
            Assert.Contains("4 A3 lever_high: is 1.5", faults);
            Assert.Contains("5 A4 value: is filled in", faults);
            Assert.Contains("5 A4 represented_by: does not go with the kind mechanism", faults);
            Assert.Contains(faults, f => f.StartsWith("6 id: 'A4' is given twice", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Scenario Read(string name) => ScenarioReader.ReadFile(Path.Combine(Folder, name + ".yaml"));
}
