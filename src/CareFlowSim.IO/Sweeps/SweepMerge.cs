using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>What a merge found.</summary>
/// <param name="Files">Names of the files written, in order.</param>
/// <param name="Report">The answer for people.</param>
/// <param name="Idle">Inputs that change no figure.</param>
/// <param name="Unknown">Inputs of which the cells cannot tell.</param>
/// <param name="Unsettled">Cells whose baseline still drifted when measurement began.</param>
public sealed record MergedSweep(IReadOnlyList<string> Files, IReadOnlyList<SummarySection> Report, IReadOnlyList<SweepInput> Idle, IReadOnlyList<SweepInput> Unknown, int Unsettled)
{
    /// <summary>What must not be overlooked, in sentences.</summary>
    public IReadOnlyList<string> Warnings => [.. SweepReport.Warnings(this)];
}

/// <summary>Puts the parts of a complete sweep together, in order of cells: the same bytes however many processes made them and however often they were killed.</summary>
public static class SweepMerge
{
    private const int RowsPerGroup = 1 << 16;
    private const int PartsHeld = 32;

    /// <summary>Merges into the folder itself.</summary>
    /// <param name="folder">The folder of the sweep.</param>
    /// <param name="progress">Told of cells merged.</param>
    /// <param name="stop">Stops; what stood there before is gone, and nothing half-written stands there.</param>
    /// <exception cref="InputException">A part is damaged or foreign, or something is missing.</exception>
    public static MergedSweep Merge(SweepFolder folder, Action<RunProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        SweepState state = SweepLedger.StateOf(folder);
        SweepLedger.Require(folder, state);
        if (state.Missing.Count > 0)
        {
            throw new InputException([new Fault(folder.Path, 1, 1, "the sweep",
                $"is not complete: {Title.Count(state.Missing.Count, "part")} of {folder.PartCount} missing ({string.Join(", ", state.Missing.Take(10))}{(state.Missing.Count > 10 ? ", …" : "")})",
                "run what is missing with careflow sweep run, then merge")]);
        }

        JsonNode facts = folder.Facts;
        IReadOnlyList<SweepInput> inputs = SweepResult.InputsOf(facts);
        IReadOnlyList<SweepCell> cells = SweepResult.CellsOf(SweepResult.ReadTable(folder.Path, SweepFolder.Design), inputs);
        SweepFigures figures = new(facts, cells.Count);
        SweepEffects effects = new(inputs);
        HashSet<int> unsettled = [];
        RemoveEarlier(folder.Path);
        HashedFiles files = new(folder.Path);
        bool probed = File.Exists(Path.Combine(folder.Path, SweepFolder.Probes));
        List<WrittenFile> written = [files.Write(SweepTables.Outcomes, to => Outcomes(to, folder, cells, figures, probed ? null : effects, unsettled, progress, stop))];
        if (probed)
        {
            Probe(folder, inputs, effects);
        }

        written.Insert(0, files.Write(SweepTables.Cells, to => ParquetWriter.Write(to, SweepTables.CellTable(inputs, cells, unsettled))));
        MergedSweep merged = new([], SweepReport.Sections(facts, inputs, cells, figures), effects.Idle, effects.Unknown, unsettled.Count);
        (string File, Chart Chart)[] charts = [.. SweepReport.Charts(facts, inputs, cells, figures)];
        written.AddRange(charts.Select(c => files.Write(c.File, c.Chart.ToSvg())));
        written.Add(files.Write(Report.File, SweepReport.Markdown(facts, merged, [.. charts.Select(c => (c.File, c.Chart.Title))], folder.Version)));
        JsonObject manifest = new()
        {
            ["program"] = "careflow",
            ["version"] = folder.Version,
            ["identity"] = folder.Identity,
            ["sweep"] = facts.DeepClone(),
            ["idle_inputs"] = new JsonArray([.. merged.Idle.Select(i => JsonValue.Create(i.Name))]),
            ["unsettled_cells"] = merged.Unsettled,
            ["files"] = new JsonArray([.. written.Select(f => new JsonObject { ["name"] = f.Name, ["bytes"] = f.Bytes, ["sha256"] = f.Sha256 })]),
        };
        written.Add(files.Write(Manifest.File, manifest.ToJsonString(ScenarioWriter.Readable) + "\n"));
        Tidy(folder);
        return merged with { Files = [.. written.Select(f => f.Name)] };
    }

    /// <summary>Writes all outcomes in order of cells, holding a few parts and one row group.</summary>
    private static void Outcomes(
        Stream to, SweepFolder folder, IReadOnlyList<SweepCell> cells, SweepFigures figures, SweepEffects? effects, HashSet<int> unsettled, Action<RunProgress>? progress, CancellationToken stop)
    {
        int[] partOf = new int[cells.Count + 1];
        foreach ((int index, IReadOnlyList<int> numbers) in folder.CellsOfParts.Index())
        {
            foreach (int number in numbers)
            {
                partOf[number] = index + 1;
            }
        }

        SweepParts parts = new(folder, PartsHeld);
        ParquetAppender appender = new(to, ParquetLayout.Default);
        SweepRows rows = new();
        foreach (SweepCell cell in cells)
        {
            stop.ThrowIfCancellationRequested();
            SweepPartRows part = parts.Of(partOf[cell.Number]);
            (int from, int until) = part.RowsOf(cell.Number);
            rows.Add(part, from, until);
            figures.Add(cell.Number, part, from, until);
            effects?.Add(cell, part.FingerprintOf(from, until));
            if (part.IsUnsettled(cell.Number))
            {
                unsettled.Add(cell.Number);
            }

            if (rows.Count >= RowsPerGroup)
            {
                appender.Append(rows.Take());
            }

            progress?.Invoke(new RunProgress((double)cell.Number / cells.Count, cell.Number, cells.Count));
        }

        appender.Append(rows.Take());
        appender.Finish();
    }

    private static void Probe(SweepFolder folder, IReadOnlyList<SweepInput> inputs, SweepEffects effects)
    {
        SweepPartRows part = SweepPartRows.Read(folder.PathOf(folder.PartCount));
        foreach (SweepCell probe in SweepResult.CellsOf(SweepResult.ReadTable(folder.Path, SweepFolder.Probes), inputs))
        {
            (int from, int until) = part.RowsOf(probe.Number);
            effects.Add(probe, part.FingerprintOf(from, until));
        }
    }

    /// <summary>The manifest goes first, so that it never stands beside files that it does not describe.</summary>
    private static void RemoveEarlier(string folder)
    {
        foreach (string file in (IEnumerable<string>)[Manifest.File, Report.File, SweepTables.Cells, SweepTables.Outcomes])
        {
            File.Delete(Path.Combine(folder, file));
        }

        foreach (string picture in Directory.EnumerateFiles(folder, SweepReport.ChartPrefix + "*.svg"))
        {
            File.Delete(picture);
        }
    }

    /// <summary>Takes away what killed processes left half-written; nobody writes to a complete sweep any more.</summary>
    private static void Tidy(SweepFolder folder)
    {
        foreach (string left in Directory.EnumerateFiles(Path.Combine(folder.Path, SweepFolder.Parts), "*.tmp"))
        {
            File.Delete(left);
        }
    }
}
