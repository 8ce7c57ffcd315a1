using CareFlowSim.Experiments;
using CareFlowSim.Kernel;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments.Studies;

public sealed class StudiesTests
{
    private static readonly UncertainInput Averted = Input("response.averted_share", 0.02, 0.6);
    private static readonly UncertainInput Idle = Input("cost.ae_attendance", 100, 130);

    private static readonly Levers Teams = new() { Workforce = new CommunityWorkforce { CrisisResponse = 20_000, AdditionalShare = 1, VacancyRate = 0 } };

    private static readonly PolicyMeasure[] Admissions = [PolicyMeasure.All[0]];

    [Fact]
    public void Uncertainty_FindsTheInputThatMatters_AndTellsChanceFromParameters()
    {
        DrawnRuns runs = Draw(12);

        PolicyUncertainty found = Assert.Single(UncertaintyStudy.Of(runs));

        Assert.Equal(12, found.Effect.Draws);
        Assert.True(found.Effect.ParameterInterval.Width > 2 * found.Effect.MonteCarloInterval.Width);
        Assert.True(found.Effect.ProbabilityAboveZero > 0.99);
        Assert.True(found.Effect.PairingFactor > 1);
        Assert.Equal([0, 1], found.Widest(2).Select(i => i.Input));
        Assert.True(found.Inputs[0].Correlation is { Coefficient: > 0.8, PValue: < 0.01 });
        Assert.True(found.Inputs[0].AtHigh > found.Inputs[0].AtLow);
        Assert.True(found.Inputs[1].Swing < found.Inputs[0].Swing / 3);
    }

    [Fact]
    public void Draws_OneAndTwoThreads_GiveTheSame() =>
        Assert.Equal(Draw(2, 1).Figures(0, 1), Draw(2, 2).Figures(0, 1));

    [Fact]
    public void Draws_Stopped_KeepsTheFinishedOnes()
    {
        using CancellationTokenSource stop = new();
        DrawnRuns runs = DrawnRuns.Run(
            SmallWorld.England, Scenario(), [Averted, Idle], DrawnRuns.Design(5, 2, true, 1), Admissions, new RunOptions { Threads = 1 }, p => StopAt(p.Done), stop.Token);

        Assert.InRange(runs.Draws, 2, 3);
        Assert.Equal(5, runs.Asked);
        Assert.Equal(runs.Draws, runs.Levels(0, 1).Count);
        Assert.Single(UncertaintyStudy.Of(runs));

        void StopAt(double done)
        {
            if (done > 0.45)
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public void SobolIndices_NameTheInputThatMatters()
    {
        SaltelliDesign design = SaltelliDesign.Create(4, 2, new RandomStream(1, 0));
        DrawnRuns runs = DrawnRuns.Run(SmallWorld.England, Scenario() with { Period = new Period(SmallWorld.Start, 30, 5) }, [Averted, Idle], design.Points(), Admissions, new RunOptions { Threads = 2 });

        PolicyUncertainty found = Assert.Single(UncertaintyStudy.Of(runs, design));

        Assert.Equal(8, found.Effect.Draws);
        Assert.True(found.Inputs[0].Sobol!.Total > 0.5);
        Assert.True(found.Inputs[1].Sobol!.Total < 0.2);
    }

    [Fact]
    public void Claims_AreAnsweredInTheirUnit_RaisedToEngland_WithTheLeverThatReachesThem()
    {
        ClaimScenario given = new("small", SmallWorld.England, Scenario(), [Averted], (s, path, value) => Averted.Set(s, value));
        double share = SmallWorld.Setup(given.Scenario).ShareOfEngland;
        double central = PolicyMeasure.All[0].Figures(SmallWorld.Experiment(given.Scenario), 1).Average();
        Claim Of(string id, double value) => new()
        {
            Id = id, Kind = ClaimKind.Number, Text = "claim", RepresentedBy = "lever", Source = "test",
            Test = new ClaimTest(value, "thousand", "small", "policy", PolicyMeasure.All[0], 0.001, "thousands", "parameters.response.averted_share", 0.02, 0.6, "share"),
        };
        double reachable = central / share / 1000 * 1.3;

        IReadOnlyList<ClaimAnswer> answers = ClaimStudy.Run(
            [Of("A1", reachable), Of("A2", 1e6)], [given], new ClaimOptions(3, false, 8, new RunOptions { Threads = 2 }), (_, _) => { });

        Assert.Equal(["A1", "A2"], answers.Select(a => a.Claim.Id));
        Assert.Equal(central / share / 1000, answers[0].Central.Point, 9);
        Assert.Equal(answers[0].Effect.Effect / reachable, answers[0].Share, 12);
        Assert.Equal(RequirementOutcome.Reached, answers[0].Required!.Outcome);
        Assert.InRange(answers[0].Required!.Lever, 0.25, 0.6);
        Assert.Equal(RequirementOutcome.OutOfRange, answers[1].Required!.Outcome);
        Assert.Equal(0.6, answers[1].Required!.Lever);
    }

    [Fact]
    public void Attribution_SharesAddToTheWhole_WhichIsThatOfThePolicy()
    {
        Levers[] levers = [new() { JointAssessment = 1 }, new() { Workforce = Teams.Workforce }, new() { LeadProfessional = 1 }];
        Policy Subset(int s) => SmallWorld.Policy(
            new Levers
            {
                JointAssessment = (s & 1) != 0 ? levers[0].JointAssessment : null,
                Workforce = (s & 2) != 0 ? levers[1].Workforce : null,
                LeadProfessional = (s & 4) != 0 ? levers[2].LeadProfessional : null,
            },
            name: $"subset-{s}");

        PolicyAttribution found = PolicyAttribution.Run(SmallWorld.England, Scenario(), ["joint", "teams", "lead"], Subset, PolicyMeasure.Usual, new RunOptions { Threads = 2 })!;
        double[] whole = PolicyMeasure.All[0].Figures(SmallWorld.Experiment(Scenario() with { Policies = [Subset(7)] }), 1);

        Assert.Equal(whole, found.Values[0].Select(v => v[7]));
        Assert.All(Enumerable.Range(0, found.Measures.Count), m => Assert.True(found.Gap(m) < 1e-12, $"{found.Measures[m].Name} {found.Gap(m)}"));
        Assert.Equal(3, found.Shares[0].Interactions.Count);
        Assert.True(found.Shares[0].Shares[1].Share.Point > found.Shares[0].Whole.Point / 2);
    }

    private static UncertainInput Input(string key, double low, double high) => new(
        new Prior(key, PriorShape.Uniform, (low + high) / 2, low, high), "share", "judgement", "test",
        (s, v) => s with { ParameterChanges = new Dictionary<string, double>(s.ParameterChanges) { [key] = v } });

    private static Scenario Scenario() => SmallWorld.Scenario([SmallWorld.OneArea], 60, 20, SmallWorld.Policy(Teams)) with { Replications = 2 };

    private static DrawnRuns Draw(int draws, int threads = 2) =>
        DrawnRuns.Run(SmallWorld.England, Scenario(), [Averted, Idle], DrawnRuns.Design(draws, 2, false, 1), Admissions, new RunOptions { Threads = threads });
}
