using CareFlowSim.Experiments;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Sweeps;

public sealed class SweepReaderTests : IDisposable
{
    private readonly SweepFiles _files = new();

    public static TheoryData<string> Shipped => [.. Directory.GetFiles(SweepFiles.Shipped, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public void Dispose() => _files.Dispose();

    [Theory]
    [MemberData(nameof(Shipped))]
    public void ShippedSweep_HasNoFault_AndOpensWithItsQuestion(string file)
    {
        string path = Path.Combine(SweepFiles.Shipped, file);

        SweepDocument sweep = SweepReader.ReadFile(path, SweepFiles.WorldOf);

        Assert.NotEmpty(sweep.Plan.Cells);
        Assert.StartsWith("# Question: ", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.All(sweep.Plan.Inputs, i => Assert.NotEmpty(i.Unit));
    }

    [Fact]
    public void Read_Grid_HasTypedInputsWithUnits()
    {
        SweepDocument sweep = _files.Read(SweepFiles.Grid);

        Assert.Equal(6, sweep.Plan.Cells.Count);
        Assert.Equal(6, sweep.Parts.Count);
        Assert.All(sweep.Plan.Inputs, i => Assert.Equal((SweepValueKind.Whole, "units"), (i.Kind, i.Unit)));
        Assert.Equal(["baseline", "larger"], sweep.Model.Arms);
        Assert.Equal(3, sweep.Replications);
    }

    [Fact]
    public void Read_ManyFaults_AreToldAtOnceWithTheirPlaces()
    {
        IReadOnlyList<string> faults = _files.FaultsOf("""
            design: { kind: grid, points: 3 }
            replication: 4
            inputs:
              - { path: places.wart.capacity, values: [1] }
              - { name: ward, path: places.ward.capacity, values: [3, -1] }
              - { path: period.days, from: 10, to: 20 }
              - { path: title, values: [a] }
            only_if: ["beds <= 3"]
            measures: [mean_wat]
            """);

        Assert.Equal(
            [
                "sweep.yaml:7:31 design.points – means nothing for this design – only for latin-hypercube and sobol",
                "sweep.yaml:8:1 replication – is not a key here – did you mean 'replications'? (the keys here are careflow, kind, name, title, scenario, set, replications, seed, design, inputs, cells, only_if, measures, cells_per_part)",
            ],
            faults.Take(2));
        Assert.Contains(faults, f => f.StartsWith("sweep.yaml:10:13 inputs[0].path – 'places.wart.capacity' is no path of the scenario – the nearest are places[ward].capacity, ", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("sweep.yaml:11:59 inputs[1].values[1] – is -1, with which places[0].capacity is -1 – ", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("inputs[2].steps – is missing", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("inputs[3].path – 'title' is neither a number nor a choice", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("only_if[0] – names 'beds', which is no input of the sweep", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("measures[0] – 'mean_wat' is not a measure – did you mean 'mean_wait'?", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_CellsThatAreWrongTogether_AreNamed()
    {
        IReadOnlyList<string> faults = _files.FaultsOf("""
            design: { kind: list }
            inputs:
              - { path: period.days }
              - { path: period.warm_up_days }
            cells:
              - { days: 10, warm_up_days: 5 }
              - { days: 36500, warm_up_days: 36500 }
              - { days: 10, warm_up_day: 5 }
            """);

        Assert.Contains("sweep.yaml:14:17 cells[2].warm_up_day – is no input of the sweep – did you mean 'warm_up_days'? (the inputs are days, warm_up_days)", faults);
        Assert.Contains("sweep.yaml:14:5 cells[2] – has no value for warm_up_days – a value for every input", faults);
    }

    [Fact]
    public void Read_ConditionOnMorris_IsRefused() => Assert.Contains(
        _files.FaultsOf("design: { kind: morris, trajectories: 2 }\ninputs:\n  - { path: period.days, from: 10, to: 20 }\nonly_if: [\"days > 12\"]\n"),
        f => f.Contains("only_if[0] – would leave gaps that this design does not bear", StringComparison.Ordinal));

    [Fact]
    public void Read_Set_HoldsInEveryCell_AndIsJudged()
    {
        Assert.Contains("40 days", _files.Read("set: { period.days: 40 }\n" + SweepFiles.Grid).Model.Describe, StringComparison.Ordinal);
        Assert.Equal(
            ["sweep.yaml:7:8 set.period.days – cannot be so: period.days is -1 – a whole number from 1 to 36500 (days)"],
            _files.FaultsOf("set: { period.days: -1 }\n" + SweepFiles.Grid));
    }

    [Fact]
    public void Read_MissingScenario_IsTold() => Assert.Equal(
        ["sweep.yaml:5:11 scenario – is 'none.yaml', which is not there – the path of a scenario file, from the folder of this file"],
        _files.FaultsOf(SweepFiles.Grid, scenario: "none.yaml"));

    [Fact]
    public void Read_PeopleByEveryKindOfPath_FindsItsPlaces()
    {
        string quick = Path.Combine(Path.GetDirectoryName(SweepFiles.Shipped)!, "one-area-quick-start.yaml");
        SweepDocument sweep = _files.Read(
            """
            design: { kind: latin-hypercube, points: 4 }
            inputs:
              - { path: parameters.response.averted_share, prior: world }
              - { path: "policies[].joint_assessment", prior: { shape: beta, central: 0.5, low: 0.2, high: 0.8 } }
              - { path: policies.community-package.workforce.crisis_response, from: 100, to: 10000, scale: log, whole: true }
            """,
            scenario: quick);

        Assert.Equal(["averted_share", "joint_assessment", "crisis_response"], sweep.Plan.Inputs.Select(i => i.Name));
        Assert.Equal([SweepValueKind.Number, SweepValueKind.Number, SweepValueKind.Whole], sweep.Plan.Inputs.Select(i => i.Kind));
        Assert.Equal(7, sweep.Probes.Count);
    }
}
