using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO.Pathways;

/// <summary>Each malformed file gives exactly the message committed beside it: every fault, with its place and what is allowed.</summary>
public sealed class MalformedPathwayTests
{
    private static string Folder { get; } = Path.Combine(PathwayFiles.Tests, "Malformed");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_MalformedFile_GivesTheCommittedMessage(string file)
    {
        string expected = Path.Combine(Folder, Path.ChangeExtension(file, ".txt"));
        string message = string.Concat(PathwayFiles.FaultsOf(File.ReadAllText(Path.Combine(Folder, file)), file, Folder).Select(f => f.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) + "\n"));
        if (ScenarioFiles.Renew)
        {
            File.WriteAllText(expected, message);
        }

        Assert.Equal(File.ReadAllText(expected), message);
    }
}
