using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Scenarios;

public sealed class ScenarioReaderTests
{
    private static string Everything { get; } = File.ReadAllText(Path.Combine(ScenarioFiles.Tests, "everything.yaml"));

    [Fact]
    public void Read_SmallestScenario_HasTheDocumentedDefaults()
    {
        Scenario scenario = ScenarioFiles.Read(ScenarioFiles.Small());

        Assert.Equal(new Period(new DateOnly(2015, 4, 1), 365, 120), scenario.Period);
        Assert.Empty(scenario.Areas);
        Assert.Equal((1, 1, 1L), (scenario.PeoplePerAgent, scenario.Replications, scenario.Seed));
        Assert.Empty(scenario.ParameterChanges);
        Assert.Equal(Levers.Off, scenario.Baseline);
        Assert.Empty(scenario.Policies);
    }

    [Fact]
    public void Read_EveryKey_FillsEveryPartOfTheScenario()
    {
        Scenario scenario = ScenarioFiles.Read(Everything);
        Policy policy = Assert.Single(scenario.Policies);
        Levers levers = policy.Levers;

        Assert.Equal(("everything", "Is every key read?", "england-2014"), (scenario.Name, scenario.Title, scenario.World));
        Assert.Equal(
            [new PrecisionGoal<string> { Measure = "winter_beds_freed", Of = PrecisionOf.Baseline, HalfWidth = 0.5, Relative = false, AtLeast = 4, AtMost = 30, Alpha = 0.1, LookAhead = 3 }],
            scenario.Precision);
        Assert.Equal(["Bolton", "E08000015"], scenario.Areas);
        Assert.Equal((10, 3, 42L), (scenario.PeoplePerAgent, scenario.Replications, scenario.Seed));
        Assert.Equal(0.01, scenario.ParameterChanges["demand.growth_per_year"]);
        Assert.Equal(new WhatIf { DemandGrowthPerYear = 0.02, LengthOfStay = 0.95, AdmissionThreshold = 0.98 }, scenario.Baseline.WhatIf);
        Assert.Equal(("all", "Every lever", new DateOnly(2015, 5, 1)), (policy.Name, policy.Title, policy.From));
        Assert.Equal(
            new SevenDayCare { CrisisResponse = 0.8, Assessment = 0.5, PackageStart = 0.4, CareHomeAdmission = 0.3, Staffing = WeekendStaffing.Extra },
            levers.SevenDayCare);
        Assert.Equal(
            new CommunityWorkforce
            {
                CrisisResponse = 3000, SocialWork = 2000, HomeCare = 9000, LeadProfessionals = 4000,
                AdditionalShare = 0.3, VacancyRate = 0.08, RampUpDays = 90,
            },
            levers.Workforce);
        Assert.Equal(
            new Adaptations { PoundsPerYear = 5e8, UnitCostPounds = 5882, Grant = GrantYear.Year2015, WaitingDays = 180, Targeting = AdaptationTargeting.Frail },
            levers.Adaptations);
        Assert.Equal((0.5, 0.6, 0.7), (levers.JointAssessment, levers.LeadProfessional, levers.DataSharing));
        Assert.Equal([new(new(2015, 12, 1), 500), new(new(2016, 3, 1), -500)], levers.AcuteBeds);
        Assert.Equal([new(new(2015, 6, 1), 10)], levers.IntermediateCareBeds);
        Assert.Equal([new(new(2015, 6, 2), 20)], levers.ReablementPlaces);
        Assert.Equal([new(new(2015, 6, 3), 30.5)], levers.HomeCareHoursPerWeek);
        Assert.Equal([new(new(2015, 6, 4), 40)], levers.ResidentialPlaces);
        Assert.Equal([new(new(2015, 6, 5), 50)], levers.NursingPlaces);
        AssertMoney(levers);
        Assert.Equal(new WhatIf { DemandGrowthPerYear = -0.01, LengthOfStay = 1.1, AdmissionThreshold = 1.2 }, levers.WhatIf);
    }

    private static void AssertMoney(Levers levers)
    {
        PooledBudget pool = levers.PooledBudget!;
        Assert.Equal([new(new(2015, 7, 1), 0.1), new(new(2015, 10, 1), 0.2)], pool.BedClosures);
        Assert.Equal(
            new PooledBudget
            {
                CcgPounds = 1.9e9, CouncilPounds = 1.5e9, DisabledFacilitiesGrantPounds = 220e6, AlreadySpentPounds = 1.6e9, ProtectionPounds = 1e9,
                Spend = new Spending
                {
                    HomeCare = 0.2, Residential = 0.05, Nursing = 0.06, Reablement = 0.1, IntermediateCare = 0.07,
                    CrisisResponse = 0.15, SocialWork = 0.08, LeadProfessionals = 0.09, Adaptations = 0.01,
                },
                SupplyShare = 0.9, RampUpDays = 60, BedClosures = pool.BedClosures, PoundsPerBedYear = 100_000,
            },
            pool);
        Assert.Equal(
            new PerformanceRule { Design = PaymentDesign.Design2013, PotPounds = 1e9, OnResultsShare = 0.75, TargetReduction = 0.03, BackgroundGrowthPerYear = 0.02, SpentInAdvanceShare = 0.5 },
            levers.PaymentForPerformance);
        Assert.Equal(
            new SocialCareMoney { PoundsPerYear = 382e6, OlderPeopleShare = 0.5, FeeShare = 0.3, SupplyShare = 0.8, Spend = new Spending { HomeCare = 1 }, From = new(2015, 6, 1), RampUpDays = 30 },
            levers.SocialCarePrecept);
        Assert.Equal(
            new SocialCareMoney { PoundsPerYear = 1e9, OlderPeopleShare = 0.6, FeeShare = 0.4, SupplyShare = 0.7, Spend = new Spending { Nursing = 0.5 }, From = new(2015, 6, 2), RampUpDays = 40 },
            levers.ImprovedBetterCareFund);
        Assert.Equal(
            new CouncilCuts
            {
                PoundsPerYear = 300e6, SharePerYear = 0.02, OlderPeopleShare = 0.4, FallsOn = new Spending { HomeCare = 0.5, SocialWork = 0.1 }, From = new(2015, 6, 3), RampUpDays = 50,
            },
            levers.CouncilCuts);
        Assert.Equal(new DelayedTransferTargets { ExpectedShare = 0.03, AssessmentTimeSaved = 0.1, FundingTimeSaved = 0.2, From = new(2015, 7, 1) }, levers.DelayedTransferTargets);
        Assert.Equal((new CareCap { NewlyEntitledShare = 0.3 }, 0.25, Governance.Devolved), (levers.CareCap, levers.Graduation, levers.Governance));
    }

    [Fact]
    public void Read_LeverLeftOut_IsOff()
    {
        Levers levers = Assert.Single(ScenarioFiles.Read(ScenarioFiles.Small("policies: [ { name: nothing } ]")).Policies).Levers;

        Assert.Equal(Levers.Off, levers);
    }

    [Fact]
    public void Json_OfAScenario_ReadsBackAsTheSame()
    {
        string json = ScenarioWriter.Json(ScenarioFiles.Read(Everything));

        Assert.Equal(json, ScenarioWriter.Json(ScenarioFiles.Read(json)));
    }

    [Fact]
    public void Read_ReferencesToANamedValue_GivesTheSameValueInBothPlaces()
    {
        Scenario scenario = ScenarioFiles.Read(ScenarioFiles.Small(
            """
            policies:
              - { name: one, workforce: &workers { home_care: 9000 } }
              - { name: two, workforce: *workers }
            """));

        Assert.Equal(scenario.Policies[0].Levers.Workforce, scenario.Policies[1].Levers.Workforce);
    }

    [Fact]
    public void Read_JsonIndentedByTabs_IsAccepted()
    {
        string json = ScenarioWriter.Json(ScenarioFiles.Read(Everything)).Replace("  ", "\t", StringComparison.Ordinal);

        Assert.Equal("everything", ScenarioFiles.Read(json).Name);
    }

    [Fact]
    public void Faults_AreInTheOrderOfTheFileWithTheirPlaces()
    {
        ScenarioException e = Assert.Throws<ScenarioException>(() => ScenarioFiles.Read(ScenarioFiles.Small(
            """
            seed: -1
            policies:
              - name: one
                joint_assessment: 1.5
                acute_beds:
                  - { date: 2015-12-01, change: 0 }
            """)));

        Assert.Equal([(6, 7), (9, 23), (11, 37)], e.Faults.Select(f => (f.Line, f.Column)));
        Assert.Equal(["seed", "policies[0].joint_assessment", "policies[0].acute_beds[0].change"], e.Faults.Select(f => f.Where));
        Assert.All(e.Faults, f => Assert.Equal("test.yaml", f.File));
        Assert.Equal(string.Join('\n', e.Faults), e.Message);
    }

    [Fact]
    public void Positions_OfAPathThatTheFileDoesNotHave_AreThoseAroundIt()
    {
        ScenarioDocument document = ScenarioReader.ReadDocument(
            new StringReader(ScenarioFiles.Small("policies:\n  - name: one\n    title: A title\n")), "test.yaml");

        Assert.Equal((8, 12), document.Positions.Of("policies[0].title"));
        Assert.Equal((7, 5), document.Positions.Of("policies[0].acute_beds[3].date"));
        Assert.Equal((6, 1), document.Positions.Of("policies[7].name"));
    }

    [Fact]
    public void Read_AreaKnownByNameOrCode_IsAccepted()
    {
        Scenario scenario = ScenarioFiles.Read(
            ScenarioFiles.Small("areas: [Wirral, E08000001]"), areas: [("E08000001", "Bolton"), ("E08000015", "Wirral")]);

        Assert.Equal(["Wirral", "E08000001"], scenario.Areas);
    }

    [Fact]
    public void ReadFile_ThatIsNotThere_IsAFaultOfTheInput()
    {
        ScenarioException e = Assert.Throws<ScenarioException>(() => ScenarioReader.ReadFile("nowhere/none.yaml"));

        Assert.Equal("nowhere/none.yaml:1:1 the file – is not there – a scenario file, in YAML or JSON", Assert.Single(e.Faults).ToString());
    }

    [Theory]
    [InlineData("name: 'line\n\n  break'", "line break")]
    [InlineData("title: \"\"", "empty text")]
    [InlineData("name: .hidden", ".hidden")]
    [InlineData("name: nul.txt", "nul.txt")]
    [InlineData("title: 1e5", "number 1e5")]
    [InlineData("period: { start: 2009-12-31, days: 1, warm_up_days: 0 }", "2009-12-31")]
    [InlineData("period: { start: 2027-01-01, days: 1, warm_up_days: 0 }", "2027-01-01")]
    [InlineData("period: { start: 2026-12-31, days: 2, warm_up_days: 0 }", "2027-01-01")]
    [InlineData("period: { start: 2015-04-01T00:00, days: 2, warm_up_days: 0 }", "not a day")]
    public void Read_OneBadLine_NamesIt(string line, string expected)
    {
        string key = line[..line.IndexOf(':', StringComparison.Ordinal)];
        string rest = string.Join('\n', ScenarioFiles.Small().Split('\n').Where(l => !l.StartsWith(key + ":", StringComparison.Ordinal)));

        Assert.Contains(expected, Assert.Single(ScenarioFiles.FaultsOf(rest + line)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyDamagedText_IsReadOrRefusedButNeverBreaks()
    {
        const string Damage = "{}[]:,-#&*!|>'\"%@`~?\t\n 0x.";
        uint state = 1;
        for (int run = 0; run < 4000; run++)
        {
            char[] text = Everything.ToCharArray();
            for (int i = 0; i < 1 + (run % 4); i++)
            {
                text[Draw(text.Length)] = Damage[Draw(Damage.Length)];
            }

            try
            {
                _ = ScenarioFiles.Read(new string(text, 0, run % 3 == 0 ? Draw(text.Length) : text.Length));
            }
            catch (ScenarioException e)
            {
                Assert.All(e.Faults, f => Assert.True(f.Line >= 1 && f.Column >= 1 && f.Wrong.Length > 0 && f.Allowed.Length > 0, f.ToString()));
            }
        }

        int Draw(int below)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)below);
        }
    }
}
