using System.Globalization;
using System.Text.RegularExpressions;
using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Pathways;

/// <summary>Files that somebody has spoilt, by a fixed seed: read whole or refused with faults in their places, and what is read runs. Nothing else ever comes out.</summary>
public sealed class PathwayFuzzTests
{
    private const int Mutants = 120;

    // Values that fit hardly anywhere, and some that fit almost everywhere.
    private static readonly string[] s_values =
    [
        "-1", "0", "1", "0.5", "3", "1e9", "1e400", "-0", ".nan", ".inf", "010", "0x1F", "9007199254740993", "\"3\"", "''", "~", "null", "true", "yes", "home", "died", "left", "turned away", "everyone",
        "unlimited", "weekdays", "every-day", "2024-02-30", "2024-03-31", "1900-01-01", "9999-12-31T23:59:59", "[]", "{}", "[1]", "{ home: 1 }", "[[1]]", "*nobody", "&a 1", "!!int x", "stays.csv", "../x.csv", "fixed",
        "exponential", "previous-place", "visits", "é", "a.b", "x=y",
    ];

    public static TheoryData<string> Templates
    {
        get
        {
            TheoryData<string> files = PathwayFiles.Templates;
            files.Add("everything.yaml");
            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void SpoiltFile_IsReadOrRefusedInItsPlaces(string file)
    {
        string folder = file == "everything.yaml" ? PathwayFiles.Tests : PathwayFiles.Shipped;
        string[] lines = File.ReadAllLines(Path.Combine(folder, file));
        int refused = 0;
        int ran = 0;
        for (int mutant = 0; mutant < Mutants; mutant++)
        {
            string text = Spoil(lines, new Random(7_000 + mutant));
            try
            {
                PathwayScenario scenario = PathwayReader.Read(new StringReader(text), file, folder).Scenario;
                Run(scenario);
                ran++;
            }
            catch (ScenarioException e)
            {
                Assert.NotEmpty(e.Faults);
                Assert.All(e.Faults, f => Assert.True(f.Line >= 1 && f.Column >= 1 && f.ToString().Split(" – ").Length >= 3, f.ToString()));
                refused++;
            }
            catch (Exception e) when (e is not ScenarioException)
            {
                Assert.Fail($"Mutant {mutant} of {file}: {e}\n{text}");
            }
        }

        Assert.True(refused > Mutants / 4 && ran > 0, $"{refused} refused, {ran} ran of {Mutants}: the mutants say nothing.");
    }

    /// <summary>A short run of what a mutant has become, if it is of a size that a test can bear.</summary>
    private static void Run(PathwayScenario scenario)
    {
        scenario = scenario with { Period = scenario.Period with { Days = 3, WarmUpDays = 2 }, Policies = [], Search = null, Replications = new PathwayReplications { Number = 1 } };
        bool small = scenario.Start.Census.All(c => c.InPlace + c.Waiting < 10_000) && scenario.Arrivals.All(a => a.Batch.All(b => b.People < 100) && a.Process switch
        {
            PoissonArrivals p => p.Rate.Levels.All(l => l.PerDay < 1_000) && p.Rate.WeekdayFactors.Concat(p.Rate.HourFactors).All(f => f < 100),
            PopulationArrivals p => p.People < 10_000 && p.Hazard.Levels.All(l => l.PerDay < 100),
            RegularArrivals r => r.EveryHours > 0.1,
            _ => true,
        });
        if (small && PathwayRules.Check(scenario).Count == 0)
        {
            _ = new PathwaySystem(new PathwayLayout(scenario)).Run(0, check: true);
        }
    }

    /// <summary>One to three changes: a line lost, doubled or moved, a value, a name or a sign changed, or the end cut off.</summary>
    private static string Spoil(string[] original, Random chance)
    {
        List<string> lines = [.. original.Where(l => l.Length > 0 && l[0] != '#')];
        for (int i = chance.Next(1, 4); i > 0; i--)
        {
            int at = chance.Next(lines.Count);
            switch (chance.Next(8))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(chance.Next(lines.Count), lines[at]);
                    break;
                case 2:
                    lines[at] = Replaced(lines[at], chance, s_values[chance.Next(s_values.Length)]);
                    break;
                case 3:
                    lines[at] = Replaced(lines[at], chance, Words(lines[chance.Next(lines.Count)]) is { Count: > 0 } words ? words[chance.Next(words.Count)].Value : "x");
                    break;
                case 4:
                    int letter = chance.Next(lines[at].Length);
                    lines[at] = lines[at].Remove(letter, 1).Insert(letter, "{}[],:-#&*!|>'\"%@` \tz9"[chance.Next(23)].ToString(CultureInfo.InvariantCulture));
                    break;
                case 5:
                    lines[at] = (chance.Next(2) == 0 ? "  " : "") + lines[at].TrimStart();
                    break;
                case 6:
                    lines[at] = Replaced(lines[at], chance, s_values[chance.Next(6)]);
                    break;
                default:
                    if (chance.Next(6) == 0)
                    {
                        lines = lines[..Math.Max(1, at)];
                        lines[^1] = lines[^1][..chance.Next(lines[^1].Length + 1)];
                    }

                    break;
            }

            if (lines.Count == 0 || lines.Any(l => l.Length == 0))
            {
                lines = [.. lines.Where(l => l.Length > 0).DefaultIfEmpty("careflow: 1")];
            }
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Replaced(string line, Random chance, string value)
    {
        MatchCollection words = Words(line);
        if (words.Count == 0)
        {
            return line + value;
        }

        Match word = words[chance.Next(words.Count)];
        return line.Remove(word.Index, word.Length).Insert(word.Index, value);
    }

    private static MatchCollection Words(string line) => Regex.Matches(line, "[A-Za-z0-9_.-]+");
}
