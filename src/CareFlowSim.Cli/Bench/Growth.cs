using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.Cli;

/// <summary>Measures how time and memory grow with people, threads, years and output, one of them at a time.</summary>
internal sealed class Growth(BenchSetting setting)
{
    public const string People = "people";
    public const string Threads = "threads";
    public const string Years = "years";
    public const string Output = "output";

    public const int DaysPerYear = 365;

    private const double PeopleOfManyReplications = 50e6;

    // The world's bank holidays cover 2012 to 2028, so no run is longer than this.
    private const int MostYears = 15;
    private const int SampleOfMostYears = 10;

    private static readonly DateOnly Start = new(2013, 4, 1);
    private static readonly long[] PeopleSteps = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000];
    private static readonly int[] YearSteps = [1, 2, 5];

    private readonly int _all = Environment.ProcessorCount;
    private readonly AreaInputs[] _areas = [.. setting.World.Areas.OrderByDescending(BenchSetting.PeopleOf).ThenBy(a => a.Ordinal)];

    /// <summary>All points, each as soon as it is known. People on one thread: one area alone cannot keep two busy.</summary>
    public IEnumerable<GrowthRow> Run()
    {
        foreach (long people in PeopleSteps)
        {
            string[] areas = AreasOf(people);
            yield return Point(People, Show.Count(areas.Length, "area", "areas"), setting.England with { Areas = areas }, 1, warmUp: true);
        }

        yield return Point(People, "England", setting.England, 1);
        int replications = (int)Math.Round(PeopleOfManyReplications / _areas.Sum(BenchSetting.PeopleOf));
        yield return Point(People, $"England, {replications} replications", setting.England with { Replications = replications }, 1);
        for (int threads = 1; threads <= _all; threads++)
        {
            yield return Point(Threads, Show.Count(threads, "thread", "threads"), setting.England, threads);
        }

        foreach (int years in YearSteps)
        {
            yield return Point(Years, Show.Count(years, "year", "years"), Long(years), _all);
        }

        Scenario longest = Long(MostYears) with { PeoplePerAgent = SampleOfMostYears * setting.Sample };
        yield return Point(Years, $"{MostYears} years, 1:{longest.PeoplePerAgent}", longest, _all);
        yield return Point(Output, "nothing written", setting.England, _all);
        yield return Point(Output, "all files", setting.England, _all, writes: true);
        yield return Point(Output, "all files and every stay", setting.England, _all, writes: true, spells: true);
    }

    /// <summary>Areas that hold about as many people: the largest first, as long as they fit; the smallest if none does.</summary>
    internal string[] AreasOf(long people)
    {
        List<string> chosen = [];
        long left = people;
        foreach (AreaInputs area in _areas)
        {
            long size = BenchSetting.PeopleOf(area);
            if (size > 0 && size <= left)
            {
                chosen.Add(area.Code);
                left -= size;
            }
        }

        return chosen.Count > 0 ? [.. chosen] : [_areas.Last(a => BenchSetting.PeopleOf(a) > 0).Code];
    }

    private Scenario Long(int years) => setting.England with { Period = new Period(Start, years * DaysPerYear, setting.England.Period.WarmUpDays) };

    private GrowthRow Point(string grows, string size, Scenario scenario, int threads, bool warmUp = false, bool writes = false, bool spells = false)
    {
        long events = 0;
        long written = 0;
        ProcessMemory.Restart();
        Once();
        double peak = ProcessMemory.PeakMegabytes();
        BenchRow seconds = new(size, "s", setting.Interleaved(warmUp, Once)[0]);
        HashSet<string> areas = [.. scenario.Areas];
        long people = _areas.Where(a => areas.Count == 0 || areas.Contains(a.Code)).Sum(BenchSetting.PeopleOf) * scenario.Replications / scenario.PeoplePerAgent;
        return new GrowthRow(grows, size, people, scenario.Period.Days / DaysPerYear, threads, seconds.Median, events, peak, written / 1e6);

        void Once()
        {
            ExperimentResult result = setting.Simulate(scenario, threads, spells);
            events = result.Events;
            written = writes ? setting.Write(result) : 0;
        }
    }
}
