using Xunit;

namespace CareFlowSim.Tests.IO.Scenarios;

/// <summary>Each malformed file gives exactly the message committed beside it: every fault, with its place and what is allowed.</summary>
public sealed class MalformedScenarioTests
{
    private static readonly (string Code, string Name)[] Areas =
        [("E08000001", "Bolton"), ("E08000015", "Wirral"), ("E10000018", "Leicestershire"), ("E06000017", "Rutland")];

    private static string Folder { get; } = Path.Combine(ScenarioFiles.Tests, "Malformed");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder).Where(f => !f.EndsWith(".txt", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_MalformedFile_GivesTheCommittedMessage(string file)
    {
        string expected = Path.Combine(Folder, Path.ChangeExtension(file, ".txt"));
        string message = string.Concat(ScenarioFiles.FaultsOf(File.ReadAllText(Path.Combine(Folder, file)), file, Areas).Select(f => f + "\n"));
        if (ScenarioFiles.Renew)
        {
            File.WriteAllText(expected, message);
        }

        Assert.Equal(File.ReadAllText(expected), message);
    }
}
