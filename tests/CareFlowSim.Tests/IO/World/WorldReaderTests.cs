using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;
using ModelWorld = CareFlowSim.Model.World;

namespace CareFlowSim.Tests.IO.World;

public sealed class WorldReaderTests
{
    private static readonly ModelWorld Shipped = WorldReader.Read(WorldFolders.Shipped);

    [Fact]
    public void Read_ShippedWorld_HasThePublishedTotals()
    {
        Assert.Equal("england-2014", Shipped.Name);
        Assert.Equal(151, Shipped.Areas.Count);
        Assert.Equal(9_537_708, Shipped.Areas.Sum(a => a.Women.Skip(5).Sum() + a.Men.Skip(5).Sum()));
        Assert.Equal(394_958, Shipped.Areas.Sum(a => a.Deaths));
        Assert.Equal(394_958, Shipped.Mortality.Bands.Sum(b => b.Deaths));
        Assert.Equal(1_074_711, Shipped.OfficialDelays.Sum(d => d.Total));
        Assert.Equal(93, Shipped.AcuteSystems.Count);
        Assert.Equal(150, Shipped.AcuteSystems.Sum(s => s.Sites));
        Assert.Equal(185_952_550, Shipped.Areas.Sum(a => a.HomeCareHours)!.Value, 0.01);
    }

    [Fact]
    public void Read_ShippedWorld_AreasAreWholeAndInOrder()
    {
        Assert.Equal(Shipped.Areas.Select(a => a.Code).Order(StringComparer.Ordinal), Shipped.Areas.Select(a => a.Code));
        Assert.Equal(Enumerable.Range(0, 151), Shipped.Areas.Select(a => a.Ordinal));
        Assert.All(Shipped.Areas, a => Assert.Equal((31, 31), (a.Women.Count, a.Men.Count)));
        Assert.Equal(9, Shipped.Areas.Select(a => a.Region).Distinct().Count());

        AreaInputs hartlepool = Shipped.Areas[0];
        Assert.Equal(("E06000001", "Hartlepool", 500), (hartlepool.Code, hartlepool.Name, hartlepool.Women[0]));
        Assert.Equal(48.577, hartlepool.ResidentialBedsPer1000!.Value + hartlepool.NursingBedsPer1000!.Value, 0.002);
    }

    [Fact]
    public void Read_ShippedWorld_OnlyTwoAreasLackFiguresOfTheirOwn()
    {
        Assert.Equal(["Blackburn with Darwen", "City of London"], Shipped.Areas.Where(a => a.HomeCareHours is null).Select(a => a.Name));
        Assert.Equal("City of London", Assert.Single(Shipped.Areas, a => a.ResidentialBedsPer1000 is null).Name);
        Assert.All(Shipped.Areas, a => Assert.True(a.ResidentialWeeks > 0 && a.NursingWeeks > 0 && a.Deaths > 0));
    }

    [Fact]
    public void Read_ShippedWorld_MortalityRisesWithAgeAndIsHigherForMen()
    {
        MortalityInputs m = Shipped.Mortality;

        Assert.Equal((46, 46, 12), (m.WomenByAge.Count, m.MenByAge.Count, m.Bands.Count));
        Assert.Equal(m.WomenByAge.Order(), m.WomenByAge);
        Assert.Equal(m.MenByAge.Order(), m.MenByAge);
        Assert.All(m.WomenByAge.Zip(m.MenByAge).Take(40), q => Assert.True(q.First < q.Second));
        Assert.Equal(0.0115776, m.MenByAge[5]);
    }

    [Fact]
    public void Read_ShippedWorld_BedsAndHoursAreInRange()
    {
        Assert.Equal([4, 7, 10, 1], Shipped.AcuteBeds.Select(q => q.FirstMonth));
        Assert.Equal(new BedQuarter(1, 106_250, 96_343), Shipped.AcuteBeds[3]);
        Assert.Equal(1, Shipped.CrisisHours.Sum(), 1e-9);
        Assert.All(Shipped.CrisisHours.Skip(1).Take(5), s => Assert.InRange(s, 0.015, 0.02));
        Assert.All(Shipped.CrisisHours.Skip(10).Take(5), s => Assert.InRange(s, 0.063, 0.068));
    }

    [Fact]
    public void Read_ShippedWorld_ParametersAreWithinTheirOwnRange()
    {
        Assert.Equal(ParameterCatalogue.All.Select(d => d.Key), Shipped.Parameters.All.Select(p => p.Key));
        Assert.All(Shipped.Parameters.All, p =>
        {
            ParameterDefinition d = ParameterCatalogue.Find(p.Key)!;
            Assert.InRange(p.Value, d.Min, d.Max);
            Assert.InRange(p.Value, p.Low ?? d.Min, p.High ?? d.Max);
            Assert.NotEmpty(p.Source);
        });
    }

    [Fact]
    public void Read_ShippedWorld_TargetsFollowFromTheTables()
    {
        Dictionary<string, Target> targets = Shipped.Targets.ToDictionary(t => t.Key);

        Assert.Equal(40, targets.Count);
        Assert.Equal(394_958, targets["deaths"].Value);
        Assert.All(Shipped.Mortality.Bands, b => Assert.Equal(b.Deaths, targets[$"deaths.{(b.Female ? "female" : "male")}.{b.AgeFrom}"].Value));
        Assert.Equal(0.86 * 185_952_550, targets["home_care_hours"].Value, 0.5);
        Assert.Equal(0.85 * 1_074_711, targets["delayed_days_recorded"].Value, 0.5);
        string[] reasons = ["A", "B", "C", "Di", "Dii", "E", "F", "G", "H", "I"];
        Assert.All(Shipped.OfficialDelays.Zip(reasons), d => Assert.Equal(0.85 * d.First.Total, targets["delayed_days." + d.Second].Value, 0.5));
        Assert.All(Shipped.OfficialDelays.Zip(reasons), d => Assert.Equal(d.First.Total > 50_000 ? 0.25 : 1, targets["delayed_days." + d.Second].Tolerance));
        Assert.All(Shipped.Targets, t => Assert.NotEmpty(t.Source));
    }

    [Fact]
    public void Sources_ShippedWorld_NameEveryColumnOfEveryFile()
    {
        WorldSources sources = WorldReader.Sources(WorldFolders.Shipped);

        Assert.Equal(
            Directory.EnumerateFiles(WorldFolders.Shipped, "*.csv").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            sources.Files.Order(StringComparer.Ordinal));
        IEnumerable<(string, string)> columns = sources.Files.Where(f => f != "sources.csv").SelectMany(f =>
            File.ReadLines(Path.Combine(WorldFolders.Shipped, f)).First().Split(',').Select(c => (f, c)));
        Assert.Equal(columns.Order(), sources.Rows.Select(r => (r.Table, r.Column)).Order());
        Assert.All(sources.Rows, r => Assert.NotEqual("", r.Licence));
        Assert.Equal("estimate", Assert.Single(sources.Rows, r => r.Column == "crisis_share").Provenance);
    }
}
