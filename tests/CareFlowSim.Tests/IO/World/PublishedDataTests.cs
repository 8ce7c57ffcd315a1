using System.Globalization;
using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;
using ModelWorld = CareFlowSim.Model.World;

namespace CareFlowSim.Tests.IO.World;

/// <summary>Compares the tables with the published data where these lie beside the repository; the England totals hold in any case.</summary>
public sealed class PublishedDataTests
{
    private static readonly ModelWorld Shipped = WorldReader.Read(WorldFolders.Shipped);
    private static readonly Dictionary<string, AreaInputs> Areas = Shipped.Areas.ToDictionary(a => a.Code);

    [Fact]
    public void Population_IsThePublishedCountAtEveryAge()
    {
        Assert.Equal(12_451_639, Shipped.Areas.Sum(a => a.Women.Sum() + a.Men.Sum()));
        foreach (Dictionary<string, string> row in Published("population_60plus_mid2014.csv"))
        {
            AreaInputs area = Areas[row["area_code"]];
            Assert.Equal((row["area_name"], row["region"]), (area.Name, area.Region));
            Assert.Equal(Number(row, "persons"), (row["sex"] == "F" ? area.Women : area.Men)[(int)Number(row, "age") - 60]);
        }
    }

    [Fact]
    public void Deaths_AreThePublishedOnes()
    {
        Assert.Equal(394_958, Shipped.Areas.Sum(a => a.Deaths));
        IEnumerable<IGrouping<string, Dictionary<string, string>>> byArea =
            Published("deaths_60plus_2014.csv").Where(r => r["age_band"] != "60-64").GroupBy(r => r["area_code"]);
        Assert.All(byArea, g => Assert.Equal((int)g.Sum(r => Number(r, "deaths")), Areas[g.Key].Deaths));
    }

    [Fact]
    public void CouncilFigures_AreThePublishedOnes()
    {
        Assert.Equal(185_952_550, Shipped.Areas.Sum(a => a.HomeCareHours)!.Value, 0.01);
        Assert.Equal(5_969_666.43, Shipped.Areas.Sum(a => a.ResidentialWeeks)!.Value, 0.01);
        Assert.Equal(2_713_584.28, Shipped.Areas.Sum(a => a.NursingWeeks)!.Value, 0.01);
        foreach (Dictionary<string, string> row in Published("council_summary_2013_15.csv").Where(r => r["ons_code"] is not ("E06000052" or "E06000053")))
        {
            AreaInputs area = Areas[row["ons_code"]];
            Assert.Equal(Number(row, "homecare_hours_2013_14"), area.HomeCareHours ?? 0, 0.01);
            Assert.Equal(Number(row, "weeks_residential_65plus_2014_15"), area.ResidentialWeeks!.Value, 0.01);
            Assert.Equal(Number(row, "weeks_nursing_65plus_2014_15"), area.NursingWeeks!.Value, 0.01);
        }
    }

    [Fact]
    public void CareHomeBeds_LieBetweenThoseOfTheDistricts()
    {
        Assert.All(Shipped.Areas.Where(a => a.NursingBedsPer1000 is not null), a => Assert.InRange(a.ResidentialBedsPer1000!.Value + a.NursingBedsPer1000!.Value, 10, 100));
        Assert.Equal(Areas["E06000028"].NursingBedsPer1000, Areas["E06000029"].NursingBedsPer1000);
        foreach (Dictionary<string, string> row in Published("cqc_care_home_beds_per1000_65plus_district_2021.csv").Where(r => Areas.ContainsKey(r["lad_code"]) && r["lad_code"] != "E06000052"))
        {
            AreaInputs area = Areas[row["lad_code"]];
            Assert.Equal(Number(row, "nursing_beds_per_1000_over_65"), area.NursingBedsPer1000!.Value, 0.00051);
            Assert.Equal(Number(row, "beds_per_1000_over_65"), area.ResidentialBedsPer1000!.Value + area.NursingBedsPer1000!.Value, 0.0011);
        }
    }

    [Fact]
    public void DelaysByAreaAndMonth_AreThePublishedOnes()
    {
        static bool InBaseYear(Dictionary<string, string> row) => string.CompareOrdinal(row["month"], "2014-04") >= 0;
        Dictionary<string, string> columns = new()
        {
            ["A"] = "A_assessment", ["B"] = "B_public_funding", ["C"] = "C_nhs_non_acute", ["Di"] = "Di_residential_home", ["Dii"] = "Dii_nursing_home",
            ["E"] = "E_care_package_home", ["F"] = "F_equipment_adaptations", ["G"] = "G_patient_family_choice", ["H"] = "H_disputes", ["I"] = "I_housing",
        };
        foreach (IGrouping<string, Dictionary<string, string>> g in Published("dtoc_days_by_area_reason_monthly_2011_04_to_2015_03.csv").Where(InBaseYear).GroupBy(r => r["ons_code"]).Where(g => Areas.ContainsKey(g.Key)))
        {
            IReadOnlyList<double> days = Shipped.AreaDelays[Areas[g.Key].Ordinal].Days!;
            Assert.Equal(columns.Values.Select(c => g.Sum(r => Number(r, c))), days);
        }

        Assert.All(
            Published("dtoc_days_monthly_england_to_2015_03.csv").Where(InBaseYear).Zip(ValidationReader.Official(WorldFolders.Shipped).Months),
            p => Assert.Equal((p.First["month"], Number(p.First, "acute_days"), Number(p.First, "non_acute_days")), (p.Second.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), p.Second.AcuteDelayedDays, p.Second.NonAcuteDelayedDays)));
    }

    [Fact]
    public void AcuteSystems_AreTheGivenOnes()
    {
        Dictionary<string, int> sites = Shipped.AcuteSystems.ToDictionary(s => s.Name, s => s.Sites);
        Assert.Equal((93, 150), (sites.Count, sites.Values.Sum()));
        foreach (Dictionary<string, string> row in Published("acute_systems.csv"))
        {
            Assert.Equal(row["acute_system"], Areas[row["area_code"]].AcuteSystem);
            Assert.Equal(Number(row, "acute_sites_in_system"), sites[row["acute_system"]]);
        }
    }

    [Fact]
    public void MortalityGradient_IsThePublishedOne()
    {
        Assert.Equal(0.0115776, Shipped.Mortality.MenByAge[5]);
        foreach (Dictionary<string, string> row in Published("ons_npp2018_mortality_qx_england.csv"))
        {
            if (int.TryParse(row["age"], CultureInfo.InvariantCulture, out int age) && age is >= 60 and <= 105)
            {
                IReadOnlyList<double> q = row["sex"] == "F" ? Shipped.Mortality.WomenByAge : Shipped.Mortality.MenByAge;
                Assert.Equal(Number(row, "qx_2018-2019"), q[age - 60], 0.51e-7);
            }
        }
    }

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Published(string file)
    {
        if (WorldFolders.Published is not string folder)
        {
            return [];
        }

        List<Fault> faults = [];
        List<CsvCell[]> records = CsvText.Split(File.ReadAllText(Path.Combine(folder, file)), file, faults);
        Assert.Empty(faults);
        return records.Skip(1).Select(r => records[0].Zip(r).ToDictionary(c => c.First.Text, c => c.Second.Text));
    }
}
