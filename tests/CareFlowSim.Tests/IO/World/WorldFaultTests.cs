using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.World;

/// <summary>Each spoiled table gives exactly its faults: none is lost and none follows from another.</summary>
public sealed class WorldFaultTests
{
    [Theory]
    [InlineData("areas.csv", "E06000001,Hartlepool", "E06000001,", "areas.csv:2:11 area – is empty – a value")]
    [InlineData("areas.csv", "E06000002,Middlesbrough", "E06000002,Hartlepool", "areas.csv:3:11 area – 'Hartlepool' is given twice (first in line 2) – each once")]
    [InlineData("areas.csv", ",791,424740,", ",-791,424740,", "areas.csv:2:59 deaths_65plus_2014 – -791 is negative – 0 or more")]
    [InlineData("areas.csv", ",791,424740,", ",791,many,", "areas.csv:2:63 home_care_hours_2013_14 – 'many' is not a number – a number, 0 or more")]
    [InlineData("areas.csv", ",791,424740,", ",791,NaN,", "areas.csv:2:63 home_care_hours_2013_14 – 'NaN' is not finite – a finite number, 0 or more")]
    [InlineData("areas.csv", ",791,424740,", ",791,1e999,", "areas.csv:2:63 home_care_hours_2013_14 – '1e999' is not finite – a finite number, 0 or more")]
    [InlineData("areas.csv", ",791,424740,", ", 791,424740,", "areas.csv:2:59 deaths_65plus_2014 – ' 791' is not a whole number – a whole number, 0 or more")]
    [InlineData("areas.csv", ",791,424740,", ",424740,", "areas.csv:2:1 row – has 9 cells – 10, as the header")]
    [InlineData("areas.csv", "North East,North Tees and Hartlepool,791", "North East,North Tee and Hartlepool,791", "areas.csv:2:33 acute_system – 'North Tee and Hartlepool' is unknown – did you mean 'North Tees and Hartlepool'?")]
    [InlineData("areas.csv", "E09000033,Westminster", "E08000033,Westminster", "areas.csv:125:1 area_code – 'E08000033' is given twice (first in line 88) – each once", "population.csv:248:1 area_code – 'E09000033' is not an area of areas.csv – did you mean", "population.csv:249:1 area_code – 'E09000033' is not", "area_delays.csv:125:1 area_code – 'E09000033' is not", "area_delays_2013_14.csv:125:1 area_code – 'E09000033' is not", "area_calibration.csv:125:1 area_code – 'E09000033' is not")]
    [InlineData("population.csv", "E06000001,F,500,", "E06000001,F,-500,", "population.csv:2:13 age_60 – -500 is negative – 0 or more")]
    [InlineData("population.csv", "E06000001,F,500,", "E06000001,F,500.5,", "population.csv:2:13 age_60 – '500.5' is not a whole number – a whole number, 0 or more")]
    [InlineData("population.csv", "E06000001,F,500,", "E06000001,W,500,", "population.csv:2:11 sex – 'W' is unknown – one of F, M")]
    [InlineData("population.csv", "E06000001,F,500,", "E06000001,M,500,", "areas.csv:2:1 area_code – 'E06000001' has no women in population.csv – a row for women (F) and one for men (M)", "population.csv:3:1 area_code – 'E06000001 M' is given twice (first in line 2) – each once")]
    [InlineData("acute_systems.csv", "Barnet,1\n", "Barnet,0\n", "acute_systems.csv:3:8 sites – 0 is out of range – 1 or more")]
    [InlineData("acute_systems.csv", "Barnet,1\n", "Barnet,1\nBarnet,2\n", "acute_systems.csv:4:1 acute_system – 'Barnet' is given twice (first in line 3) – each once")]
    [InlineData("deaths.csv", "M,90,", "M,95,", "deaths.csv:13:3 age_from – '95' is unknown – one of 65, 70, 75, 80, 85, 90")]
    [InlineData("mortality_gradient.csv", "60,0.", "60,1.", "mortality_gradient.csv:2:4 q_women – 1.")]
    [InlineData("mortality_gradient.csv", "\n105,", "\n104,", "mortality_gradient.csv:1:1 age – '105' is missing – every age from 60 to 105", "mortality_gradient.csv:47:1 age – '104' is given twice (first in line 46) – each once")]
    [InlineData("acute_beds.csv", "10,103865,92905\n", "", "acute_beds.csv:1:1 first_month – '10' is missing – the quarters from 4, 7, 10 and 1")]
    [InlineData("acute_beds.csv", "103865,92905", "103865,103866", "acute_beds.csv:4:11 occupied – 103866 is more than the beds available – 0 to 103865")]
    [InlineData("acute_beds.csv", "\n1,", "\n2,", "acute_beds.csv:5:1 first_month – '2' is unknown – one of 4, 7, 10, 1")]
    [InlineData("hours.csv", "\n23,0.025", "\n23,0.026", "hours.csv:1:1 crisis_share – sums to 1.001 – a sum of 1")]
    [InlineData("hours.csv", "\n23,0.025", "", "hours.csv:1:1 hour – '23' is missing – every hour from 0 to 23")]
    [InlineData("hours.csv", "\n23,", "\n24,", "hours.csv:25:1 hour – 24 is out of range – 0 to 23")]
    [InlineData("bank_holidays.csv", "2014-12-26", "26/12/2014", "bank_holidays.csv:43:1 date – '26/12/2014' is not a date – year-month-day, as 2014-12-25")]
    [InlineData("bank_holidays.csv", "2010-04-05", "2010-01-01", "bank_holidays.csv:4:1 date – '2010-01-01' is given twice (first in line 2) – each once")]
    [InlineData("bank_holidays.csv", "2010-04-05", "2010-04-01", "bank_holidays.csv:4:1 date – '2010-04-01' comes after '2010-04-02' – rows in rising order")]
    [InlineData("official_delays.csv", "\nDii,", "\nDiii,", "official_delays.csv:6:1 reason – 'Diii' is unknown – did you mean 'Dii'?")]
    [InlineData("official_delays.csv", "\nH,7796,2575,0", "", "official_delays.csv:1:1 reason – 'H' is missing – every reason of the official return")]
    [InlineData("targets.csv", "\ndeaths,394958,0.10,", "\ndeaths,394958,0,", "targets.csv:4:15 deaths tolerance – 0 is out of range – 1E-06 or more")]
    [InlineData("targets.csv", "\ndeaths,394958,0.10,", "\nusers_65plus,394958,0.10,", "targets.csv:35:1 key – 'users_65plus' is given twice (first in line 4) – each once")]
    [InlineData("sources.csv", "hours.csv,hour,", "hours.csv,hours,", "sources.csv:56:11 column – 'hours' is unknown – did you mean 'hour'?")]
    [InlineData("sources.csv", "areas.csv,region,", "area.csv,region,", "sources.csv:4:1 table – 'area.csv' is unknown – did you mean 'areas.csv'?")]
    public void Read_OneSpoiledCell_GivesItsFaults(string file, string old, string spoiled, params string[] expected)
    {
        using WorldFolders folder = new();

        AssertFaults(expected, folder.Replace(file, old, spoiled).Faults());
    }

    [Theory]
    [InlineData("max_wait_hours,2,", "max_wait_hour,2,", "parameters.csv:1:1 key – 'response.max_wait_hours' is missing – every parameter of the catalogue", "parameters.csv:#:1 key – 'response.max_wait_hour' is not a parameter – did you mean 'response.max_wait_hours'?")]
    [InlineData("max_wait_hours,2,", "max_wait_hours,49,", "parameters.csv:#:25 response.max_wait_hours value – 49 is out of range – 0 to 48")]
    [InlineData("max_wait_hours,2,1,4,", "max_wait_hours,2,5,4,", "parameters.csv:#:27 response.max_wait_hours low – 5 is above the high end – 4 or less")]
    [InlineData("max_wait_hours,2,1,4,hours,", "max_wait_hours,2,1,4,days,", "parameters.csv:#:31 response.max_wait_hours unit – is 'days' – 'hours'")]
    [InlineData("max_wait_hours,2,1,4,hours,recalled,", "max_wait_hours,2,1,4,hours,recaled,", "parameters.csv:#:37 response.max_wait_hours provenance – 'recaled' is unknown – did you mean 'recalled'?")]
    public void Read_OneSpoiledParameter_GivesItsFaults(string old, string spoiled, params string[] expected)
    {
        using WorldFolders folder = new();
        folder.Replace("parameters.csv", "response." + old, "response." + spoiled);
        string line = folder.LineOf("parameters.csv", spoiled);

        AssertFaults([.. expected.Select(e => e.Replace("#", line, StringComparison.Ordinal))], folder.Faults());
    }

    [Fact]
    public void Read_ParameterGivenTwice_IsAFault()
    {
        using WorldFolders folder = new();
        string first = folder.LineOf("parameters.csv", "stay.sigma,");
        folder.Append("parameters.csv", "stay.sigma,1,,,log-days,estimate,ESTIMATE\n");
        string second = folder.LineOf("parameters.csv", "stay.sigma,1,,,");

        Assert.Equal($"parameters.csv:{second}:1 key – 'stay.sigma' is given twice (first in line {first}) – each once", Assert.Single(folder.Faults()));
    }

    [Fact]
    public void Read_SpoiledHeader_NamesMissingUnknownAndDoubleColumns()
    {
        using WorldFolders folder = new();
        folder.Replace("acute_beds.csv", "first_month,available,occupied", "first_month,available,availble")
            .Replace("hours.csv", "hour,crisis_share", "hour,hour");

        AssertFaults(
            [
                "acute_beds.csv:1:1 occupied – is missing – every column of first_month,available,occupied",
                "acute_beds.csv:1:23 'availble' – is not a column of this table – did you mean 'available'?",
                "hours.csv:1:1 crisis_share – is missing – every column of hour,crisis_share",
                "hours.csv:1:6 hour – is given twice – each column once",
            ],
            folder.Faults());
    }

    [Fact]
    public void Read_PopulationOfUnknownArea_AndSystemWithoutArea_AreFaults()
    {
        using WorldFolders folder = new();
        string nobody = string.Concat(Enumerable.Repeat(",0", 31));
        folder.Append("population.csv", $"E06000099,F{nobody}\n").Append("acute_systems.csv", "Zeal,1\n");

        AssertFaults(
            [
                "population.csv:304:1 area_code – 'E06000099' is not an area of areas.csv – did you mean 'E06000009'?",
                "acute_systems.csv:95:1 acute_system – 'Zeal' has no area – a system named in areas.csv",
            ],
            folder.Faults());
    }

    [Fact]
    public void Read_AreaWithoutPeople_IsAFault()
    {
        using WorldFolders folder = new();
        string nobody = string.Concat(Enumerable.Repeat(",0", 31));
        folder.Replace("areas.csv", "\nE10000034,Worcestershire,", "\nE10000034,Worcestershire,West Midlands,Worcestershire,,,,,,\nE10000035,Empty,")
            .Append("population.csv", $"E10000035,F{nobody}\nE10000035,M{nobody}\n")
            .Append("area_delays.csv", "E10000035,,,,,,,,,,\n")
            .Append("area_delays_2013_14.csv", "E10000035,,,,,,,,,,\n")
            .Append("area_calibration.csv", "E10000035,1,1,1,1,1,1,1,1,1,test\n");

        Assert.Equal("areas.csv:153:1 area_code – 'E10000035' has nobody in population.csv – at least one person", Assert.Single(folder.Faults()));
    }

    [Fact]
    public void Read_MissingFiles_AreFaultsWithoutFollowers()
    {
        using WorldFolders folder = new();
        File.Move(folder.PathOf("areas.csv"), folder.PathOf("area.csv"));
        folder.Delete("population.csv").Delete("acute_systems.csv").Delete("sources.csv");

        string[] faults = folder.Faults();

        Assert.Equal(4, faults.Length);
        Assert.StartsWith("areas.csv:1:1 file – is missing (there is 'area.csv') – a table with the columns area_code,area,", faults[0], StringComparison.Ordinal);
        Assert.StartsWith("population.csv:1:1 file – is missing – ", faults[1], StringComparison.Ordinal);
        Assert.StartsWith("acute_systems.csv:1:1 file – is missing – ", faults[2], StringComparison.Ordinal);
        Assert.StartsWith("sources.csv:1:1 file – is missing – ", faults[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EmptyFile_HeaderOnlyAndWrongEncoding_AreFaults()
    {
        using WorldFolders folder = new();
        File.WriteAllText(folder.PathOf("hours.csv"), "");
        File.WriteAllText(folder.PathOf("acute_systems.csv"), "acute_system,sites\n");
        File.WriteAllBytes(folder.PathOf("deaths.csv"), [0x73, 0xFF, 0xFE]);

        AssertFaults(
            [
                "acute_systems.csv:1:1 rows – are missing – at least one",
                "deaths.csv:1:1 file – is not valid UTF-8 – text in UTF-8",
                "hours.csv:1:1 header – is missing – hour,crisis_share",
            ],
            folder.Faults());
    }

    [Fact]
    public void Read_ManyFaultsInManyTables_GivesAllInOrder()
    {
        using WorldFolders folder = new();
        folder.Replace("parameters.csv", "max_wait_hours,2,", "max_wait_hours,two,")
            .Replace("areas.csv", ",791,424740,", ",x,-1,")
            .Replace("population.csv", "E06000001,F,500,", "E06000001,F,,")
            .Replace("acute_beds.csv", "4,104738,92315", "4,,NaN")
            .Replace("hours.csv", "\n23,0.025", "\n23,2")
            .Replace("official_delays.csv", "\nH,7796,2575,0", "\nH,7796,-1,none")
            .Replace("targets.csv", "\ndeaths,394958,0.10,", "\ndeaths,,,");

        AssertFaults(
            [
                $"parameters.csv:{folder.LineOf("parameters.csv", "max_wait_hours,")}:25 response.max_wait_hours value – 'two' is not a number – a number, 0 to 48",
                "areas.csv:2:59 deaths_65plus_2014 – 'x' is not a whole number – a whole number, 0 or more",
                "areas.csv:2:61 home_care_hours_2013_14 – -1 is negative – 0 or more",
                "population.csv:2:13 age_60 – is empty – a value",
                "acute_beds.csv:2:3 available – is empty – a value",
                "acute_beds.csv:2:4 occupied – 'NaN' is not finite – a finite number, 0 or more",
                "hours.csv:25:4 crisis_share – 2 is out of range – 0 to 1",
                "official_delays.csv:10:8 social_care – -1 is negative – 0 or more",
                "official_delays.csv:10:11 both – 'none' is not a number – a number, 0 or more",
                "targets.csv:4:8 deaths value – is empty – a value",
                "targets.csv:4:9 deaths tolerance – is empty – a value",
            ],
            folder.Faults());
    }

    [Fact]
    public void Read_MissingFolder_IsOneFault()
    {
        WorldException e = Assert.Throws<WorldException>(() => WorldReader.Read(Path.Combine(WorldFolders.Shipped, "nowhere")));

        Assert.Equal("folder", Assert.Single(e.Faults).Where);
    }

    [Fact]
    public void Read_UnspoiledCopy_HasNoFaults()
    {
        using WorldFolders folder = new();

        Assert.Empty(folder.Faults());
    }

    private static void AssertFaults(string[] expected, string[] actual)
    {
        Assert.True(expected.Length == actual.Length, string.Join('\n', actual));
        Assert.All(expected.Zip(actual), p => Assert.StartsWith(p.First, p.Second, StringComparison.Ordinal));
    }
}
