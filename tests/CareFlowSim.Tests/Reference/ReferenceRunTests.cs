using System.Globalization;
using CareFlowSim.Experiments;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.World;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Reference;

/// <summary>
/// A small run with a fixed seed against a committed file of totals. It says that something changed, not that it is wrong:
/// after a wanted change of the model or of the world, renew the file: <c>CAREFLOW_RENEW=1 dotnet test --filter ReferenceRunTests</c>.
/// </summary>
public sealed class ReferenceRunTests
{
    private static readonly string File = Path.Combine(WorldFolders.Shipped, "..", "..", "tests", "CareFlowSim.Tests", "Reference", "three-areas.csv");

    [Fact]
    public void ThreeAreas_CountWhatTheyCountedBefore()
    {
        string now = Text(SmallWorld.Experiment(Three, new RunOptions { Check = true }));
        if (Environment.GetEnvironmentVariable("CAREFLOW_RENEW") == "1")
        {
            System.IO.File.WriteAllText(File, now);
            Assert.Fail($"{File} was renewed; look at it, then run again without CAREFLOW_RENEW.");
        }

        Assert.Equal(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), now);
    }

    private static readonly Scenario Three = new()
    {
        Name = "three-areas",
        Title = "A one-area and a two-area system",
        World = "england-2014",
        Period = new Period(new DateOnly(2014, 12, 15), 60, 60),
        Areas = ["Hartlepool", "Stockton-on-Tees", "Rutland"],
        Seed = 160_000,
        Policies =
        [
            new Policy
            {
                Name = "everything",
                Levers = new Levers
                {
                    SevenDayCare = new SevenDayCare { CrisisResponse = 0.8, Assessment = 0.8, PackageStart = 0.5, CareHomeAdmission = 0.5, Staffing = WeekendStaffing.Same },
                    Workforce = new CommunityWorkforce { CrisisResponse = 3000, SocialWork = 500, HomeCare = 5000, LeadProfessionals = 1000, RampUpDays = 30 },
                    Adaptations = new Adaptations { PoundsPerYear = 500e6, WaitingDays = 30 },
                    JointAssessment = 0.3,
                    LeadProfessional = 0.3,
                    DataSharing = 0.5,
                    AcuteBeds = [new CapacityChange(new DateOnly(2015, 1, 5), -2000)],
                },
            },
        ],
    };

    /// <summary>A line a measure and a delay reason, a column an arm and area.</summary>
    private static string Text(ExperimentResult result)
    {
        List<string> lines = ["count," + string.Join(',', Columns((arm, area) => $"{result.Setup.Arms[arm].Name}: {result.Setup.World.Areas[result.Areas[area]].Name}"))];
        foreach (Measure m in Enum.GetValues<Measure>().Where(m => m != Measure.Events))
        {
            lines.Add($"{m},{string.Join(',', Columns((arm, area) => result.Records[0, arm, area].Totals[(int)m]))}");
        }

        for (int reason = 0; reason < AreaOutcome.Reasons; reason++)
        {
            string name = reason == AreaOutcome.Round ? "Round" : ((DelayReason)reason).ToString();
            lines.Add($"delay {name},{string.Join(',', Columns((arm, area) => Cells(result.Records[0, arm, area], reason)))}");
        }

        lines.Add($"avoided,{string.Join(',', Columns((arm, area) => result.Records[0, arm, area].Paired.Avoided))}");
        lines.Add($"discordant,{string.Join(',', Columns((arm, area) => result.Records[0, arm, area].Paired.Discordant))}");
        return string.Join('\n', lines) + "\n";

        IEnumerable<string> Columns(Func<int, int, object> value) =>
            from arm in Enumerable.Range(0, result.Arms)
            from area in Enumerable.Range(0, result.Areas.Count)
            select Convert.ToString(value(arm, area), CultureInfo.InvariantCulture);

        static string Cells(AreaRecord record, int reason) =>
            string.Join(' ', Enumerable.Range(0, 3).Select(o => record.Delays[reason, o]).Select(d => $"{d.All}/{d.AllCapacity}/{d.Recorded}/{d.RecordedCapacity}"));
    }
}
