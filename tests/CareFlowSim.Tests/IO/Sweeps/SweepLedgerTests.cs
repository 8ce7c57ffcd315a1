using CareFlowSim.Experiments;
using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO.Sweeps;

public sealed class SweepLedgerTests : IDisposable
{
    private readonly SweepFiles _files = new();

    private string Out => _files.PathOf("out");

    private string Ledger => Directory.GetFiles(Path.Combine(Out, "ledger")).Single();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void TornLastLine_CountsAsNotWritten_AndThePartIsRunAgain()
    {
        SweepDocument sweep = _files.Read(SweepFiles.Grid);
        SweepFiles.Run(sweep, Out, SweepShard.Whole);
        IReadOnlyDictionary<string, string> before = SweepFiles.Merged(Out);
        string text = File.ReadAllText(Ledger);
        File.WriteAllText(Ledger, text[..^30]);

        Assert.Equal([6], SweepLedger.StateOf(SweepFolder.Open(Out)).Missing);
        Assert.Equal(1, SweepFiles.Run(sweep, Out, SweepShard.Whole));
        Assert.Equal(before, SweepFiles.Merged(Out));
    }

    [Fact]
    public void FinishedParts_AreSkipped()
    {
        SweepDocument sweep = _files.Read(SweepFiles.Grid);

        Assert.Equal(2, SweepFiles.Run(sweep, Out, SweepShard.Whole, limit: 2));
        Assert.Equal(2, SweepFiles.Run(sweep, Out, new SweepShard(2, 2)));
        Assert.Equal(2, SweepFiles.Run(sweep, Out, SweepShard.Whole));
        Assert.Equal(0, SweepFiles.Run(sweep, Out, SweepShard.Whole));
    }

    [Fact]
    public void DamagedPart_IsRefused_AndRunAgainWhenDeleted()
    {
        SweepDocument sweep = _files.Read(SweepFiles.Grid);
        SweepFiles.Run(sweep, Out, SweepShard.Whole);
        string part = Path.Combine(Out, "parts", "part-000003.parquet");
        File.WriteAllBytes(part, File.ReadAllBytes(part)[..^20]);

        InputException refused = Assert.ThrowsAny<InputException>(() => SweepFiles.Run(sweep, Out, SweepShard.Whole));
        Assert.Equal($"{part}:1:1 the part – is damaged – the file as the ledger says: delete it, and careflow sweep run makes it again", refused.Faults.Single().ToString());
        Assert.ThrowsAny<InputException>(() => SweepFiles.Merged(Out));

        File.Delete(part);
        Assert.Equal(1, SweepFiles.Run(sweep, Out, SweepShard.Whole));
        Assert.True(SweepLedger.StateOf(SweepFolder.Open(Out)).Complete);
    }

    [Fact]
    public void ForeignPart_IsRefused()
    {
        SweepFiles.Run(_files.Read(SweepFiles.Grid), Out, SweepShard.Whole);
        SweepFiles.Run(_files.Read("seed: 7\n" + SweepFiles.Grid), _files.PathOf("other"), SweepShard.Whole);
        File.Copy(Path.Combine(_files.PathOf("other"), "parts", "part-000002.parquet"), Path.Combine(Out, "parts", "part-000002.parquet"), overwrite: true);

        Assert.Equal([(2, "is of another sweep")], SweepLedger.StateOf(SweepFolder.Open(Out)).Damaged);
    }

    [Fact]
    public void ForeignLedger_IsRefused()
    {
        SweepFiles.Run(_files.Read(SweepFiles.Grid), Out, SweepShard.Whole);
        SweepFiles.Run(_files.Read("seed: 7\n" + SweepFiles.Grid), _files.PathOf("other"), SweepShard.Whole);
        string foreign = Directory.GetFiles(Path.Combine(_files.PathOf("other"), "ledger")).Single();
        File.Copy(foreign, Path.Combine(Out, "ledger", "x.jsonl"));

        Assert.Contains("is of another sweep", Assert.ThrowsAny<InputException>(() => SweepLedger.StateOf(SweepFolder.Open(Out))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seed: 7\n", "1", "is another sweep (design, seed differ)")]
    [InlineData("replications: 9\n", "1", "is another sweep (replications differ)")]
    [InlineData("set: { arrivals.arrivals.per_day: 2.5 }\n", "1", "is another sweep (the scenario or its world differs)")]
    [InlineData("", "2", "is a sweep of version 1")]
    public void Begin_OtherSweepOrVersion_IsRefused(string lines, string version, string wrong)
    {
        SweepFiles.Run(_files.Read(SweepFiles.Grid), Out, SweepShard.Whole, limit: 1);

        Assert.Contains(wrong, Assert.ThrowsAny<InputException>(() => SweepFiles.Run(_files.Read(lines + SweepFiles.Grid), Out, SweepShard.Whole, version)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Begin_FolderWithOtherFiles_IsLeftAlone()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "mine.txt"), "mine");

        Assert.Contains("holds files, and no sweep", Assert.ThrowsAny<InputException>(() => SweepFiles.Run(_files.Read(SweepFiles.Grid), Out, SweepShard.Whole)).Message, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(Out));
    }
}
