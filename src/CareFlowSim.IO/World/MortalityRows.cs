using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads deaths by sex and age band, and the age gradient of mortality.</summary>
internal static class MortalityRows
{
    private static readonly string[] Bands = ["65", "70", "75", "80", "85", "90"];

    public static MortalityInputs Read(InputTable deaths, InputTable gradient)
    {
        List<DeathBand> bands = ReadBands(deaths);
        (double[] women, double[] men) = ReadGradient(gradient);
        return new MortalityInputs(bands, women, men);
    }

    private static List<DeathBand> ReadBands(InputTable table)
    {
        KeyCheck check = new(table, "age_from");
        List<DeathBand> bands = [];
        foreach (InputRow row in table.Rows)
        {
            string? sex = row.OneOf("sex", WorldTables.Sexes, "letters");
            string? age = row.OneOf("age_from", Bands, "ages");
            int? deaths = row.Whole("deaths", 0);
            if (check.Add(row, sex is null || age is null ? null : $"{sex} {age}"))
            {
                bands.Add(new DeathBand(sex == "F", Array.IndexOf(Bands, age) * 5 + 65, deaths ?? 0));
            }
        }

        check.Want(WorldTables.Sexes.SelectMany(s => Bands.Select(b => $"{s} {b}")), "both sexes in every band from 65 to 90");
        return bands;
    }

    private static (double[] Women, double[] Men) ReadGradient(InputTable table)
    {
        int[] ages = [.. Enumerable.Range(WorldTables.YoungestAge, WorldTables.OldestAge - WorldTables.YoungestAge + 1)];
        double[] women = new double[ages.Length];
        double[] men = new double[ages.Length];
        KeyCheck check = new(table, "age");
        foreach (InputRow row in table.Rows)
        {
            int? age = row.Whole("age", ages[0], ages[^1]);
            double? q = row.Number("q_women", 0, 1);
            double? r = row.Number("q_men", 0, 1);
            if (check.Add(row, age?.ToString()))
            {
                women[age!.Value - ages[0]] = q ?? 0;
                men[age.Value - ages[0]] = r ?? 0;
            }
        }

        check.Want(ages.Select(a => a.ToString()), $"every age from {ages[0]} to {ages[^1]}");
        return (women, men);
    }
}
