using CareFlowSim.Cli;
using Xunit;

namespace CareFlowSim.Tests.Cli;

public sealed class OutputFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careflow-out-");

    private string Target => Path.Combine(_folder.FullName, "deep", "result");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Replace_NewFolder_HasTheFilesAndNothingElseBeside()
    {
        IReadOnlyList<string> files = new OutputFolder(Target).Replace(f => RunCommandTests.Note(f, "one"), CancellationToken.None);

        Assert.Equal([Path.Combine(Target, "note.txt"), Path.Combine(Target, "manifest.json")], files);
        Assert.Equal("one", File.ReadAllText(files[0]));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void Replace_EarlierResult_LeavesNothingOfIt()
    {
        new OutputFolder(Target).Replace(
            f =>
            {
                Directory.CreateDirectory(Path.Combine(f, "plots"));
                File.WriteAllText(Path.Combine(f, "plots", "old.svg"), "");
                File.WriteAllText(Path.Combine(f, "manifest.json"), """{ "program": "careflow", "files": [{ "name": "plots/old.svg" }] }""");
                return [];
            },
            CancellationToken.None);

        new OutputFolder(Target).Replace(f => RunCommandTests.Note(f, "two"), CancellationToken.None);

        Assert.Equal(["manifest.json", "note.txt"], OutputFolder.FilesIn(Target));
    }

    [Fact]
    public void Replace_WriterFails_LeavesTheEarlierResult()
    {
        new OutputFolder(Target).Replace(f => RunCommandTests.Note(f, "one"), CancellationToken.None);

        Assert.Throws<IOException>(() => new OutputFolder(Target).Replace(
            f =>
            {
                RunCommandTests.Note(f, "two");
                throw new IOException("full");
            },
            CancellationToken.None));

        Assert.Equal("one", File.ReadAllText(Path.Combine(Target, "note.txt")));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void Replace_LinkToAFolder_KeepsTheLink()
    {
        string real = _folder.CreateSubdirectory("real").FullName;
        string link = Path.Combine(_folder.FullName, "link");
        Directory.CreateSymbolicLink(link, real);

        new OutputFolder(link).Replace(f => RunCommandTests.Note(f, "one"), CancellationToken.None);

        Assert.NotNull(new DirectoryInfo(link).LinkTarget);
        Assert.Equal("one", File.ReadAllText(Path.Combine(real, "note.txt")));
    }

    [Theory]
    [InlineData("notes.txt", "", "holds files but no manifest.json")]
    [InlineData("manifest.json", "{}", "holds a manifest.json that is not of careflow")]
    [InlineData("manifest.json", "not json", "holds a manifest.json that is not of careflow")]
    [InlineData("manifest.json", "[1]", "holds a manifest.json that is not of careflow")]
    [InlineData("manifest.json", """{ "program": 7 }""", "holds a manifest.json that is not of careflow")]
    [InlineData("manifest.json", """{ "name": "careflow" }""", "holds a manifest.json that is not of careflow")]
    public void New_FolderOfSomethingElse_IsRefused(string file, string text, string why)
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, file), text);

        UsageException refused = Assert.Throws<UsageException>(() => new OutputFolder(Target));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_ResultWithAFileOfTheUser_IsRefusedSoThatItIsNotLost()
    {
        RunCommandTests.Note(Target, "one");
        File.WriteAllText(Path.Combine(Target, "my-notes.txt"), "important");

        UsageException refused = Assert.Throws<UsageException>(() => new OutputFolder(Target));

        Assert.Contains("holds my-notes.txt, which is not of the result in it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_PathOfAFile_IsRefused()
    {
        string file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");

        Assert.Throws<UsageException>(() => new OutputFolder(file));
    }
}
