using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads a world from its folder of tables. Strict: a table that is not exactly as it should be is refused, with every fault at once.</summary>
public static class WorldReader
{
    /// <summary>Reads all tables of a world.</summary>
    /// <exception cref="WorldException">Something in the tables is wrong; carries all faults.</exception>
    public static World Read(string folder)
    {
        WorldFolder files = new(folder);
        List<Parameter> parameters = ParameterRows.Read(files.Table(WorldTables.Parameters));
        InputTable areaTable = files.Table(WorldTables.Areas);
        (IReadOnlyList<AcuteSystemInputs> systems, IReadOnlyList<AreaInputs> areas) = new AreaRows(
            areaTable,
            files.Table(WorldTables.Population),
            files.Table(WorldTables.AcuteSystems)).Read();
        MortalityInputs mortality = MortalityRows.Read(files.Table(WorldTables.Deaths), files.Table(WorldTables.MortalityGradient));
        List<BedQuarter> beds = HospitalRows.Beds(files.Table(WorldTables.AcuteBeds));
        double[] hours = HospitalRows.Hours(files.Table(WorldTables.Hours));
        List<DateOnly> holidays = HospitalRows.BankHolidays(files.Table(WorldTables.BankHolidays));
        List<OfficialDelay> delays = HospitalRows.Delays(files.Table(WorldTables.OfficialDelays));
        PracticeRows practice = new(areas, areaTable.Complete);
        AreaDelays[] areaDelays = practice.Delays(files.Optional(WorldTables.AreaDelays));
        AreaDelays[] earlier = practice.Delays(files.Optional(WorldTables.EarlierAreaDelays));
        AreaMultipliers[] calibration = practice.Calibration(files.Optional(WorldTables.AreaCalibration));
        List<Target> targets = TargetRows.Read(files.Table(WorldTables.Targets));
        SourceRows.Read(files.Table(WorldTables.Sources), files.Has);
        files.ThrowIfFaulty();

        return new World
        {
            Name = files.Name,
            Parameters = new ParameterTable(parameters),
            Areas = areas,
            AcuteSystems = systems,
            Mortality = mortality,
            AcuteBeds = beds,
            CrisisHours = hours,
            BankHolidays = holidays,
            OfficialDelays = delays,
            AreaDelays = areaDelays,
            EarlierAreaDelays = earlier,
            AreaCalibration = calibration,
            Targets = targets,
        };
    }

    /// <summary>The files of a world and the source of every column, for a manifest.</summary>
    /// <exception cref="WorldException">The table of sources is wrong; carries all faults.</exception>
    public static WorldSources Sources(string folder)
    {
        WorldFolder files = new(folder);
        List<TableSource> rows = SourceRows.Read(files.Table(WorldTables.Sources), files.Has);
        files.ThrowIfFaulty();
        return new WorldSources(
            rows,
            [.. WorldTables.Files.Where(f => !WorldTables.Optional.Any(o => o.File == f && !files.Has(o))), .. WorldTables.PresentIn(folder).Select(t => t.File)]);
    }
}
