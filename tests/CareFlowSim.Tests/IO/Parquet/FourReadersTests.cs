using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

/// <summary>Proves with readers that others wrote that the files are Parquet: DuckDB, hyparquet, parquet-wasm (arrow-rs) and polars.</summary>
public sealed class FourReadersTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflowsim-parquet-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("Category", "ParquetReaders")]
    public void FourReaders_ReadEveryFileAlike()
    {
        ParquetLayout small = new() { RowsPerGroup = 300, RowsPerPage = 70 };
        Save("odd-values", SampleTables.OddValues(), ParquetLayout.Default);
        Save("empty", SampleTables.Empty(), ParquetLayout.Default);
        Save("one-row", SampleTables.OneRow(), ParquetLayout.Default);
        Save("constant", SampleTables.Constant(1000), small);
        Save("all-missing", SampleTables.AllMissing(1000), small);
        Save("large", SampleTables.Random(99, 70_000), ParquetLayout.Default);
        for (int seed = 1; seed <= 12; seed++)
        {
            Save($"random-{seed}", SampleTables.Random(seed, seed * seed * 11), seed % 2 == 0 ? small : ParquetLayout.Default);
        }

        (int exitCode, string output) = RunCheck(_folder.FullName);

        Assert.True(exitCode == 0, output);
        Assert.EndsWith("ALL READ ALIKE", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "ParquetReaders")]
    public void FourReaders_WrongExpectation_IsReported()
    {
        Save("one-row", SampleTables.OneRow(), ParquetLayout.Default);
        string expected = Path.Combine(_folder.FullName, "one-row.expected.json");
        File.WriteAllText(expected, File.ReadAllText(expected).Replace("\"-5\"", "\"-6\"", StringComparison.Ordinal));

        (int exitCode, string output) = RunCheck(_folder.FullName);

        Assert.True(exitCode == 1, output);
        Assert.DoesNotContain("ALL READ ALIKE", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "ParquetReaders")]
    public void FourReaders_NoExpectation_AreComparedWithEachOther()
    {
        string folder = _folder.CreateSubdirectory("inner").FullName;
        ParquetWriter.WriteFile(Path.Combine(folder, "plain.parquet"), SampleTables.Random(5, 500));

        (int exitCode, string output) = RunCheck(_folder.FullName);

        Assert.True(exitCode == 0, output);
    }

    private void Save(string name, Table table, ParquetLayout layout)
    {
        using FileStream file = File.Create(Path.Combine(_folder.FullName, name + ".parquet"));
        ParquetWriter.Write(file, table, layout);
        ExpectedJson.WriteFile(Path.Combine(_folder.FullName, name + ".expected.json"), table);
    }

    private static (int ExitCode, string Output) RunCheck(string folder) => NodeReaders.Run("check.mjs", folder);
}
