using CareFlowSim.Experiments;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.Experiments;

public sealed class PairedCountsTests
{
    [Fact]
    public void HandMadePairs_FallIntoTheirMechanism()
    {
        CrisisEntry[] baseline =
        [
            Entry(1, 1, CrisisEnd.Admitted), Entry(1, 2, CrisisEnd.Admitted), Entry(2, 1, CrisisEnd.Admitted),
            Entry(3, 1, CrisisEnd.Admitted, after: true), Entry(4, 1, CrisisEnd.Attended), Entry(5, 1, CrisisEnd.MetAtHome),
            Entry(6, 1, CrisisEnd.Attended), Entry(7, 1, CrisisEnd.Admitted), Entry(8, 3, CrisisEnd.Attended),
        ];
        CrisisEntry[] policy =
        [
            Entry(1, 1, CrisisEnd.MetAtHome), Entry(1, 2, CrisisEnd.Attended), // met at home, sent home
            // 2 never happened, 3 a readmission avoided
            Entry(4, 1, CrisisEnd.Admitted), Entry(5, 1, CrisisEnd.Admitted), // the reverse of sent home and met at home
            Entry(6, 1, CrisisEnd.Attended), Entry(7, 1, CrisisEnd.Admitted), // the same
            Entry(9, 1, CrisisEnd.Admitted), Entry(9, 2, CrisisEnd.Attended), // one added; an attendance more is none
        ];

        PairedCounts counts = Assert.Single(PairedCounts.Compare(baseline, policy, 1));

        Assert.Equal((0, 1, 1, 0, 1), (counts.MetAtHome, counts.NeverHappened, counts.ReadmissionsAvoided, counts.SentHome, counts.Added));
        Assert.Equal(7, counts.Discordant);
        Assert.Equal((2, 2), (counts.DiscordantMetAtHome, counts.DiscordantSentHome));
        Assert.Equal(Admitted(baseline) - Admitted(policy), counts.Avoided);
    }

    [Fact]
    public void EqualLists_DifferByNothing()
    {
        CrisisEntry[] list = Random(new Random(3), 200);

        Assert.All(PairedCounts.Compare(list, list, 3), c => Assert.Equal(default, c));
        Assert.All(PairedCounts.Compare([], [], 2), c => Assert.Equal(default, c));
    }

    [Fact]
    public void RandomLists_SumByMechanismToTheDifference()
    {
        Random random = new(20141);
        for (int round = 0; round < 300; round++)
        {
            CrisisEntry[] baseline = Random(random, random.Next(60));
            CrisisEntry[] policy = Random(random, random.Next(60));
            PairedCounts[] there = PairedCounts.Compare(baseline, policy, 3);
            PairedCounts[] back = PairedCounts.Compare(policy, baseline, 3);
            for (int area = 0; area < 3; area++)
            {
                PairedCounts c = there[area];
                Assert.Equal(Admitted(baseline.Where(e => e.Area == area)) - Admitted(policy.Where(e => e.Area == area)), c.Avoided);
                Assert.Equal(-c.Avoided, back[area].Avoided);
                Assert.Equal(c.Discordant, back[area].Discordant);
                Assert.Equal(c.Discordant, c.NeverHappened + c.ReadmissionsAvoided + c.Added + c.DiscordantMetAtHome + c.DiscordantSentHome);
                Assert.InRange(Math.Abs(c.MetAtHome), 0, c.DiscordantMetAtHome);
                Assert.InRange(Math.Abs(c.Avoided), 0, c.Discordant);
            }
        }
    }

    [Fact]
    public void Add_SumsEveryCount()
    {
        PairedCounts one = new() { MetAtHome = 1, NeverHappened = 2, ReadmissionsAvoided = 3, SentHome = 4, Added = 5, Discordant = 6, DiscordantMetAtHome = 7, DiscordantSentHome = 8 };
        PairedCounts sum = one;
        sum.Add(one);

        Assert.Equal(
            new PairedCounts { MetAtHome = 2, NeverHappened = 4, ReadmissionsAvoided = 6, SentHome = 8, Added = 10, Discordant = 12, DiscordantMetAtHome = 14, DiscordantSentHome = 16 },
            sum);
    }

    private static CrisisEntry Entry(int person, ushort occurrence, CrisisEnd end, bool after = false) => new(person, occurrence, 0, end, after);

    /// <summary>Crises of 40 people in three areas, in order, each at most once.</summary>
    private static CrisisEntry[] Random(Random random, int tries) =>
        [.. Enumerable.Range(0, tries)
            .Select(_ => (Person: random.Next(40), Occurrence: (ushort)random.Next(1, 5)))
            .Distinct()
            .OrderBy(k => k.Person).ThenBy(k => k.Occurrence)
            .Select(k => new CrisisEntry(k.Person, k.Occurrence, (byte)(k.Person % 3), (CrisisEnd)random.Next(3), random.Next(2) == 0))];

    private static long Admitted(IEnumerable<CrisisEntry> crises) => crises.Count(c => c.End == CrisisEnd.Admitted);
}
