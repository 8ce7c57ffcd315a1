using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

public sealed class ParquetFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflowsim-parquet-");

    private string Target => Path.Combine(_folder.FullName, "table.parquet");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void WriteFile_ThenRead_IsTheSameTableAndNothingElseIsLeft()
    {
        ParquetWriter.WriteFile(Target, SampleTables.OddValues());

        using FileStream file = File.OpenRead(Target);
        SameTable.Assert(SampleTables.OddValues(), ParquetReader.Read(file));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void WriteFile_OverAnOldFile_ReplacesIt()
    {
        ParquetWriter.WriteFile(Target, SampleTables.OneRow());
        ParquetWriter.WriteFile(Target, SampleTables.Empty());

        using FileStream file = File.OpenRead(Target);
        SameTable.Assert(SampleTables.Empty(), ParquetReader.Read(file));
    }

    [Fact]
    public void WriteFile_FaultHalfway_LeavesNothing()
    {
        Assert.Throws<ArgumentException>(() => ParquetWriter.WriteFile(Target, Unwritable()));

        Assert.Empty(Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void WriteFile_FaultHalfway_KeepsTheOldFile()
    {
        ParquetWriter.WriteFile(Target, SampleTables.OneRow());
        byte[] before = File.ReadAllBytes(Target);

        ArgumentException fault = Assert.Throws<ArgumentException>(() => ParquetWriter.WriteFile(Target, Unwritable()));

        Assert.Contains("'broken'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void WriteWholeFile_DiskFull_LeavesNothing()
    {
        Assert.Throws<IOException>(() => WholeFile.Write(Target, stream =>
        {
            using ForwardStream full = new(stream, breaksAfter: 500);
            ParquetWriter.Write(full, SampleTables.OddValues());
        }));

        Assert.Empty(Directory.GetFiles(_folder.FullName));
    }

    // The first column is written well before the second turns out to hold half a character.
    private static Table Unwritable() => SampleTables.Make("unwritable",
        [new("good", "", "fine", new[] { 1, 2 }), new("broken", "", "half a surrogate pair", new[] { "ok", "\ud83c" })]);
}
