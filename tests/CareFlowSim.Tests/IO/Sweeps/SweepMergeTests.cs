using CareFlowSim.Experiments;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Sweeps;

public sealed class SweepMergeTests : IDisposable
{
    private readonly SweepFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Merge_OneTwoFourAndSevenShards_SameBytes()
    {
        SweepDocument sweep = _files.Read(SweepFiles.Grid);
        IReadOnlyDictionary<string, string>[] merged =
        [
            .. new[] { 1, 2, 4, 7 }.Select(n =>
            {
                string folder = _files.PathOf("of" + n);
                foreach (int i in Enumerable.Range(1, n).Reverse())
                {
                    SweepFiles.Run(sweep, folder, new SweepShard(i, n));
                }

                return SweepFiles.Merged(folder);
            }),
        ];

        Assert.All(merged, m => Assert.Equal(merged[0], m));
    }

    [Fact]
    public void Merge_CellsPerPart_ChangesNoFigure()
    {
        SweepDocument[] sweeps = [.. new[] { 1, 4 }.Select(n => SweepReader.ReadFile(_files.Write(SweepFiles.Grid, cellsPerPart: n), SweepFiles.WorldOf))];
        string[] folders = [_files.PathOf("one"), _files.PathOf("four")];
        for (int i = 0; i < 2; i++)
        {
            SweepFiles.Run(sweeps[i], folders[i], SweepShard.Whole);
            SweepMerge.Merge(SweepFolder.Open(folders[i]));
        }

        Assert.Equal(File.ReadAllBytes(Path.Combine(folders[0], "outcomes.parquet")), File.ReadAllBytes(Path.Combine(folders[1], "outcomes.parquet")));
    }

    [Fact]
    public void Merge_Incomplete_SaysWhatIsMissing()
    {
        SweepDocument sweep = _files.Read(SweepFiles.Grid);
        SweepFiles.Run(sweep, _files.PathOf("out"), SweepShard.Whole, limit: 4);

        InputException refused = Assert.ThrowsAny<InputException>(() => SweepFiles.Merged(_files.PathOf("out")));

        Assert.Contains("2 parts of 6 missing (5, 6)", refused.Message, StringComparison.Ordinal);
        Assert.False(SweepResult.IsIn(_files.PathOf("out")));
    }

    [Fact]
    public void Merge_InputWithoutEffect_IsSaidLoudly()
    {
        SweepFiles.Run(_files.Read(SweepFiles.Grid), _files.PathOf("out"), SweepShard.Whole);

        MergedSweep merged = SweepMerge.Merge(SweepFolder.Open(_files.PathOf("out")));

        Assert.Equal(["spare"], merged.Idle.Select(i => i.Name));
        Assert.Contains("**NO EFFECT: spare (places[spare].capacity) changes no measure", File.ReadAllText(Path.Combine(_files.PathOf("out"), "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_InputWithoutEffectInADrawnDesign_IsFoundByProbes()
    {
        SweepFiles.Run(
            _files.Read("design: { kind: sobol, points: 4 }\ninputs:\n  - { name: beds, path: places.ward.capacity, from: 3, to: 6, whole: true }\n  - { name: spare, path: places.spare.capacity, values: [90, 91] }\n"),
            _files.PathOf("out"), SweepShard.Whole);

        MergedSweep merged = SweepMerge.Merge(SweepFolder.Open(_files.PathOf("out")));

        Assert.Equal(["spare"], merged.Idle.Select(i => i.Name));
        Assert.Empty(merged.Unknown);
    }

    [Fact]
    public void Read_MergedSweep_GivesDesignInputsAndFigures()
    {
        SweepDocument sweep = _files.Read("measures: [mean_wait, ward.admissions]\n" + SweepFiles.Grid);
        SweepFiles.Run(sweep, _files.PathOf("out"), SweepShard.Whole);
        SweepMerge.Merge(SweepFolder.Open(_files.PathOf("out")));

        SweepResult result = SweepResult.Read(_files.PathOf("out"));

        Assert.Equal(sweep.Plan.Design, result.Design);
        Assert.Equal(sweep.Plan.Cells.Select(c => (c.Number, c.Values[0], c.Values[1])), result.Cells.Select(c => (c.Number, c.Values[0], c.Values[1])));
        Assert.Equal(["mean_wait", "ward.admissions"], result.Measures.Select(m => m.Name));
        Assert.Equal(["baseline", "larger"], result.Policies);

        // The policy always has four beds: with three in the baseline it shortens waits, with four it is the baseline.
        Assert.All(result.Figures(0, 1, 0), d => Assert.True(d < 0));
        Assert.All(result.Figures(3, 1, 0), d => Assert.Equal(0, d));
        Assert.Equal(result.Value(0, 1, 1, 0) - result.Value(0, 1, 0, 0), result.Difference(0, 1, 1, 0));
        Assert.All(Enumerable.Range(0, 6), c => Assert.True(double.IsNaN(result.Difference(c, 0, 0, 0))));
    }

    [Fact]
    public void Read_ChangedFile_IsRefused()
    {
        SweepFiles.Run(_files.Read(SweepFiles.Grid), _files.PathOf("out"), SweepShard.Whole);
        SweepMerge.Merge(SweepFolder.Open(_files.PathOf("out")));
        string outcomes = Path.Combine(_files.PathOf("out"), "outcomes.parquet");
        byte[] bytes = File.ReadAllBytes(outcomes);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(outcomes, bytes);

        Assert.Contains("is not as it was written", Assert.ThrowsAny<InputException>(() => SweepResult.Read(_files.PathOf("out"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_NamesEveryColumn()
    {
        string readme = File.ReadAllText(Path.Combine(Scenarios.ScenarioFiles.Root, "results", "README.md"));

        Assert.All(SweepTables.OfCells.Concat(SweepTables.OfOutcomes), c => Assert.Contains($"| `{c.Name}` | ", readme, StringComparison.Ordinal));
    }
}
