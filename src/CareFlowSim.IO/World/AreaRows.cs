using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads the areas, their people and the acute systems, and sees that they fit together.</summary>
internal sealed class AreaRows(InputTable areas, InputTable population, InputTable systems)
{
    private const int MostAreas = 1024;
    private readonly KeyCheck _codes = new(areas, "area_code", inOrder: true);
    private readonly KeyCheck _names = new(areas, "area");
    private readonly KeyCheck _systems = new(systems, "acute_system", inOrder: true);
    private readonly KeyCheck _people = new(population, "area_code");
    private readonly Dictionary<string, int[]> _counts = new(StringComparer.Ordinal);

    /// <summary>Reads the acute systems and the areas.</summary>
    public (IReadOnlyList<AcuteSystemInputs> Systems, IReadOnlyList<AreaInputs> Areas) Read()
    {
        List<AcuteSystemInputs> found = [];
        foreach (InputRow row in systems.Rows)
        {
            string? name = row.Text("acute_system");
            int? sites = row.Whole("sites", 1);
            if (_systems.Add(row, name))
            {
                found.Add(new AcuteSystemInputs(name!, sites ?? 1));
            }
        }

        foreach (InputRow row in areas.Rows)
        {
            _codes.Add(row, row.Text("area_code"));
        }

        ReadPeople();
        List<AreaInputs> read = [.. areas.Rows.Select(One)];
        FindIdleSystems(read);
        if (read.Count > MostAreas)
        {
            areas.Fault(null, "rows", $"are {read.Count}", $"at most {MostAreas}");
        }

        return (found, read);
    }

    private static string KeyOf(string code, string sex) => code + " " + sex;

    private void ReadPeople()
    {
        HashSet<string> known = new(_codes.Seen, StringComparer.Ordinal);
        foreach (InputRow row in population.Rows)
        {
            string? code = row.Text("area_code");
            string? sex = row.OneOf("sex", WorldTables.Sexes, "letters");
            int[] counts = Counts(row);
            if (code is not null && _codes.Complete && !known.Contains(code))
            {
                row.Fault("area_code", $"'{code}' is not an area of {areas.Shape.File}", Choices.Allowed(code, _codes.Seen, "areas"));
            }
            else if (_people.Add(row, code is null || sex is null ? null : KeyOf(code, sex)))
            {
                _counts.Add(KeyOf(code!, sex!), counts);
            }
        }
    }

    private static int[] Counts(InputRow row)
    {
        int[] counts = new int[WorldTables.OldestCountedAge - WorldTables.YoungestAge + 1];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = row.Whole(WorldTables.AgeColumn(WorldTables.YoungestAge + i), 0) ?? 0;
        }

        return counts;
    }

    private AreaInputs One(InputRow row, int ordinal)
    {
        string code = row.OptionalText("area_code") ?? "";
        string? name = row.Text("area");
        _names.Add(row, name);
        int[] women = PeopleOf(row, code, "F", "women");
        int[] men = PeopleOf(row, code, "M", "men");
        if (women.Length > 0 && men.Length > 0 && women.All(n => n == 0) && men.All(n => n == 0))
        {
            row.Fault("area_code", $"'{code}' has nobody in {population.Shape.File}", "at least one person");
        }

        return new AreaInputs
        {
            Code = code,
            Name = name ?? "",
            Region = row.Text("region") ?? "",
            AcuteSystem = SystemOf(row) ?? "",
            Ordinal = ordinal,
            Women = women,
            Men = men,
            Deaths = row.OptionalWhole("deaths_65plus_2014", 0),
            HomeCareHours = row.OptionalNumber("home_care_hours_2013_14", 0),
            ResidentialWeeks = row.OptionalNumber("residential_weeks_65plus_2014_15", 0),
            NursingWeeks = row.OptionalNumber("nursing_weeks_65plus_2014_15", 0),
            ResidentialBedsPer1000 = row.OptionalNumber("residential_beds_per_1000", 0),
            NursingBedsPer1000 = row.OptionalNumber("nursing_beds_per_1000", 0),
        };
    }

    private string? SystemOf(InputRow row) =>
        _systems.Complete ? row.OneOf("acute_system", _systems.Seen, $"systems of {systems.Shape.File}") : row.Text("acute_system");

    private int[] PeopleOf(InputRow row, string code, string sex, string who)
    {
        if (_counts.TryGetValue(KeyOf(code, sex), out int[]? counts))
        {
            return counts;
        }

        if (code.Length > 0 && _people.Complete)
        {
            row.Fault("area_code", $"'{code}' has no {who} in {population.Shape.File}", "a row for women (F) and one for men (M)");
        }

        return [];
    }

    private void FindIdleSystems(List<AreaInputs> read)
    {
        HashSet<string> used = new(read.Select(a => a.AcuteSystem), StringComparer.Ordinal);
        foreach (InputRow row in areas.Complete ? systems.Rows : [])
        {
            if (row.OptionalText("acute_system") is { Length: > 0 } name && !used.Contains(name))
            {
                row.Fault("acute_system", $"'{name}' has no area", $"a system named in {areas.Shape.File}");
            }
        }
    }
}
