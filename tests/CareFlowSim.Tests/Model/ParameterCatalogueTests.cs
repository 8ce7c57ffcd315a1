using System.Text.RegularExpressions;
using CareFlowSim.Model;
using CareFlowSim.Tests.IO.World;
using Xunit;

namespace CareFlowSim.Tests.Model;

public sealed partial class ParameterCatalogueTests
{
    [Fact]
    public void Keys_AreUnique() =>
        Assert.Equal(ParameterCatalogue.All.Count, ParameterCatalogue.All.Select(d => d.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void EveryDefinition_HasARangeAUnitAndAMeaning() =>
        Assert.All(ParameterCatalogue.All, d =>
        {
            Assert.True(d.Min < d.Max, d.Key);
            Assert.NotEqual("", d.Unit);
            Assert.EndsWith(".", d.Meaning, StringComparison.Ordinal);
        });

    [Fact]
    public void Find_KnowsEveryKeyAndNoOther()
    {
        Assert.All(ParameterCatalogue.All, d => Assert.Same(d, ParameterCatalogue.Find(d.Key)));
        Assert.Null(ParameterCatalogue.Find("no.such"));
        Assert.False(ParameterCatalogue.Contains("no.such"));
    }

    [Fact]
    public void EveryKey_IsReadSomewhere()
    {
        string source = Path.Combine(WorldFolders.Shipped, "..", "..", "src");
        string code = string.Join('\n', new[] { "CareFlowSim.Model", "CareFlowSim.Experiments" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(source, p), "*.cs", SearchOption.AllDirectories))
            .Where(f => !Path.GetFileName(f).StartsWith("ParameterCatalogue", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText));

        // A key is read by its whole name, by a name that a part is added to ("stay.ratio." + name), or by a text with parts in braces.
        List<Regex> patterns = [];
        foreach (Match m in Literal().Matches(code))
        {
            string text = m.Groups["text"].Value;
            string pattern = m.Groups["dollar"].Success ? Hole().Replace(Regex.Escape(text).Replace("\\{", "{", StringComparison.Ordinal), "[^ ]+") : Regex.Escape(text);
            patterns.Add(new Regex("^" + pattern + (m.Groups["plus"].Success ? "[a-z0-9_]+$" : "$")));
        }

        Assert.DoesNotContain(ParameterCatalogue.All.Select(d => d.Key), k => !patterns.Any(p => p.IsMatch(k)));
    }

    [GeneratedRegex("""(?<dollar>\$)?"(?<text>[a-z][a-z0-9_.{}\[\]+ ()A-Z]*)"(?<plus> \+)?""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"{[^}]*}")]
    private static partial Regex Hole();
}
