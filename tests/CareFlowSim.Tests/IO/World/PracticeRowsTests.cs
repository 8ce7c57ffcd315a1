using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;
using ModelWorld = CareFlowSim.Model.World;

namespace CareFlowSim.Tests.IO.World;

/// <summary>The tables of delays by area and of fitted factors: read, refused when wrong, done without when missing.</summary>
public sealed class PracticeRowsTests
{
    [Fact]
    public void Read_ShippedDelays_AreThePublishedTotals()
    {
        ModelWorld world = WorldReader.Read(WorldFolders.Shipped);

        Assert.Equal(1_618_323, world.AreaDelays.Sum(d => d.Days?.Sum() ?? 0));
        Assert.Equal(2563, world.AreaDelays[0].Days!.Sum());
        Assert.Equal(151, world.AreaCalibration.Count);
        Assert.Equal(1_408_321, world.EarlierAreaDelays.Sum(d => d.Days?.Sum() ?? 0));
    }

    [Fact]
    public void Read_WithoutTheTables_IsAWorldWhoseAreasWorkAlike()
    {
        using WorldFolders folder = new();
        folder.Delete("area_delays.csv").Delete("area_delays_2013_14.csv").Delete("area_calibration.csv");

        ModelWorld world = WorldReader.Read(folder.Copy);

        Assert.Empty(world.AreaDelays);
        Assert.Empty(world.EarlierAreaDelays);
        Assert.Empty(world.AreaCalibration);
        Assert.DoesNotContain("area_calibration.csv", WorldReader.Sources(folder.Copy).Files);
    }

    [Fact]
    public void Read_SpoiledDelays_GivesAllFaults()
    {
        using WorldFolders folder = new();
        string line = folder.LineOf("area_delays.csv", "E06000001,");
        string text = File.ReadLines(folder.PathOf("area_delays.csv")).First(l => l.StartsWith("E06000001,", StringComparison.Ordinal));
        folder.Replace("area_delays.csv", text, "E06000001,-1,x,1,2,3,4,5,6,7,")
            .Replace("area_delays.csv", "\nE10000034,", "\nE10000099,");

        AssertFaults(
            [
                $"area_delays.csv:{line}:11 A – -1 is negative",
                $"area_delays.csv:{line}:14 B – 'x' is not a number",
                $"area_delays.csv:{line}:30 I – is empty – days for every reason, or for none",
                "area_delays.csv:152:1 area_code – 'E10000099' is not an area of areas.csv",
            ],
            folder.Faults());
    }

    [Fact]
    public void Read_SpoiledFactors_GivesAllFaults()
    {
        using WorldFolders folder = new();
        AreaMultipliers[] ones = [.. WorldReader.Read(WorldFolders.Shipped).Areas.Select(_ => AreaMultipliers.One)];
        File.WriteAllText(folder.PathOf("area_calibration.csv"), AreaCalibrationWriter.Csv(WorldReader.Read(WorldFolders.Shipped).Areas, ones, "test"));
        folder.Replace("area_calibration.csv", "E06000002,1,1,1,1,1,1,1,1,1,", "E06000002,0,1,101,1,one,1,1,1,,")
            .Replace("area_calibration.csv", "E06000003,1,1,1,1,1,1,1,1,1,\"test\"\n", "E06000004,1,1,1,1,1,1,1,1,1,\"\"\n");

        AssertFaults(
            [
                "area_calibration.csv:1:1 area_code – 'E06000003' is missing – a row for every area",
                "area_calibration.csv:3:11 assessment_time – 0 is out of range – 0.01 to 100",
                "area_calibration.csv:3:15 intermediate_time – 101 is out of range",
                "area_calibration.csv:3:21 nursing_time – 'one' is not a number",
                "area_calibration.csv:3:31 support_share – is empty",
                "area_calibration.csv:4:29 source – is empty",
                "area_calibration.csv:5:1 area_code – 'E06000004' is given twice (first in line 4)",
            ],
            folder.Faults());
    }

    private static void AssertFaults(string[] expected, string[] actual)
    {
        Assert.True(expected.Length == actual.Length, string.Join('\n', actual));
        Assert.All(expected.Zip(actual), p => Assert.StartsWith(p.First, p.Second, StringComparison.Ordinal));
    }
}
