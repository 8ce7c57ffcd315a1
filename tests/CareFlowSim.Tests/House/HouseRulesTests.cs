using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace CareFlowSim.Tests.House;

/// <summary>The few rules about the shape of the code that a compiler does not check.</summary>
public sealed class HouseRulesTests
{
    private const int MaxLines = 400;

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["CareFlowSim.Kernel"] = [],
        ["CareFlowSim.Model"] = ["CareFlowSim.Kernel"],
        ["CareFlowSim.Experiments"] = ["CareFlowSim.Kernel", "CareFlowSim.Model"],
        ["CareFlowSim.IO"] = ["CareFlowSim.Kernel", "CareFlowSim.Model", "CareFlowSim.Experiments"],
        ["CareFlowSim.Cli"] = ["CareFlowSim.Kernel", "CareFlowSim.Model", "CareFlowSim.Experiments", "CareFlowSim.IO"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OnlyTheLayersBelow(string project)
    {
        XDocument file = XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"));
        IEnumerable<string> references = file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));

        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void SourceFiles_StayShort() =>
        Assert.DoesNotContain(SourceFiles(), f => File.ReadLines(f).Count() > MaxLines);

    [Fact]
    public void LowerLayers_TouchNeitherFilesNorScreenNorWallClockNorAmbientRandomness()
    {
        Regex forbidden = new(@"\b(Console|File|Directory|Stopwatch)\.|\bDateTime(Offset)?\.(Utc)?Now\b|\bnew Random\(|\bRandom\.Shared\b|\bGuid\.NewGuid\b");
        string[] pure = ["CareFlowSim.Kernel", "CareFlowSim.Model", "CareFlowSim.Experiments"];

        Assert.DoesNotContain(
            SourceFiles().Where(f => pure.Any(p => f.Contains(Path.DirectorySeparatorChar + p + Path.DirectorySeparatorChar, StringComparison.Ordinal))),
            f => forbidden.IsMatch(File.ReadAllText(f)));
    }

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        DirectoryInfo? d = new(AppContext.BaseDirectory);
        while (d is not null && !File.Exists(Path.Combine(d.FullName, "CareFlowSim.sln")))
        {
            d = d.Parent;
        }

        return d?.FullName ?? throw new InvalidOperationException("CareFlowSim.sln not found above the test folder.");
    }
}
