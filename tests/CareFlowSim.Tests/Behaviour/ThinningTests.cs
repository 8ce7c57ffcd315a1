using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;
using Xunit.Abstractions;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>
/// Averting a small share of admissions person by person. The mechanism is crises met at home: the draw that decides it belongs to the person's crisis, so the
/// policy takes single admissions out and leaves every other crisis where it was, as long as nobody queues behind anybody. Hence nothing is scarce here: beds,
/// places, hours and assessors are plenty, and what people share in other ways (adaptation lists, caseloads, unmet need) is set to matter to nobody.
/// With a share p averted, independent arms have a difference of variance about 2N and paired arms about pN, so pairing saves about 2 / p (some 90 times for one in fifty).
/// </summary>
public sealed class ThinningTests(ITestOutputHelper output)
{
    private const int Replications = 40;

    [Fact]
    public void PairedDifference_VariesFiftyTimesLessThanThatOfIndependentRuns()
    {
        ExperimentResult result = SmallWorld.Experiment(Uncongested() with { Replications = Replications }, new RunOptions { Threads = 2 });
        PolicyMeasure admissions = PolicyMeasure.All[0];
        double[][] Levels(int arm) => [[.. Enumerable.Range(0, Replications).Select(r => admissions.Level(result, r, arm))]];

        NestedEffect effect = admissions.Effect([.. Levels(0), .. Levels(0)], [.. Levels(1), .. Levels(1)]);
        double share = effect.Effect / Levels(0)[0].Average();

        output.WriteLine($"averted {share:P2}, pairing factor {effect.PairingFactor:F0}");
        Assert.InRange(share, 0.01, 0.05);
        Assert.True(effect.PairingFactor > 50, $"pairing saves only {effect.PairingFactor:F1} times");
    }

    [Fact]
    public void NobodyGainsAnAdmission_AndOnlyWhoWasMetAtHomeDiffers()
    {
        SystemOutcome[] arms = SmallWorld.Run(Uncongested());
        Dictionary<int, CrisisEntry[]> before = arms[0].Crises.GroupBy(c => c.Person).ToDictionary(g => g.Key, g => g.ToArray());
        Dictionary<int, CrisisEntry[]> after = arms[1].Crises.GroupBy(c => c.Person).ToDictionary(g => g.Key, g => g.ToArray());
        int[] differ = [.. before.Keys.Union(after.Keys).Where(p => !Of(before, p).SequenceEqual(Of(after, p)))];

        Assert.NotEmpty(differ);
        Assert.All(differ, p => Assert.Contains(Of(after, p), c => c.End == CrisisEnd.MetAtHome));
        Assert.All(differ, p => Assert.True(Admissions(after, p) <= Admissions(before, p), $"person {p} gains an admission"));
        Assert.True(differ.Sum(p => Admissions(before, p) - Admissions(after, p)) >= differ.Length / 2);

        static CrisisEntry[] Of(Dictionary<int, CrisisEntry[]> log, int person) => log.GetValueOrDefault(person) ?? [];
        static int Admissions(Dictionary<int, CrisisEntry[]> log, int person) => Of(log, person).Count(c => c.End == CrisisEnd.Admitted);
    }

    private static Scenario Uncongested() => SmallWorld.Scenario(
        [SmallWorld.OneArea],
        120,
        30,
        SmallWorld.Policy(new Levers { Workforce = new CommunityWorkforce { CrisisResponse = 500_000, AdditionalShare = 1, VacancyRate = 0 } }))
        .With(
            ("response.baseline_fte", 0),
            ("response.averted_share", 0.05),
            ("assessment.hospital_fte", 1_000_000),
            ("package.start_ratio", 10),
            ("care_home.admission_ratio", 10),
            ("equipment.per_weekday_ratio", 10),
            ("adaptation.fall_ratio", 1),
            ("adaptation.care_home_ratio.frail", 1),
            ("adaptation.care_home_ratio.other", 1),
            ("caseload.crisis_ratio", 1),
            ("crisis.unmet_need_ratio", 1)) with
        {
            Baseline = new Levers
            {
                AcuteBeds = SmallWorld.Always(500_000),
                IntermediateCareBeds = SmallWorld.Always(500_000),
                ReablementPlaces = SmallWorld.Always(500_000),
                HomeCareHoursPerWeek = SmallWorld.Always(50_000_000),
                ResidentialPlaces = SmallWorld.Always(500_000),
                NursingPlaces = SmallWorld.Always(500_000),
            },
        };
}
