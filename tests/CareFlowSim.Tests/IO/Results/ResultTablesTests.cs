using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;
using Xunit;

namespace CareFlowSim.Tests.IO.Results;

/// <summary>What stands in the tables, read back from the files.</summary>
public sealed class ResultTablesTests : IDisposable
{
    private static readonly ExperimentResult Result = ResultRuns.Result;
    private readonly WrittenFolder _folder = new(Result);

    public static TheoryData<string> Files => [.. ResultTable.All.Select(t => t.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryColumn_HasANameAUnitOrNoneAndAMeaning(string file)
    {
        Table table = _folder.Table(file);

        Assert.Equal(Path.GetFileNameWithoutExtension(file), table.Name);
        Assert.NotEmpty(table.Meaning);
        Assert.True(table.RowCount > 0);
        Assert.All(table.Columns, c => Assert.EndsWith(".", c.Meaning.TrimEnd(')'), StringComparison.Ordinal));
        Assert.All(table.Columns, c => Assert.Matches("^[a-z0-9]+(_[a-zA-Z0-9]+)*$", c.Name));
        Assert.All(table.Columns.Where(c => c.Values is long[] or double[] or double?[]), c => Assert.NotEmpty(c.Unit));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryColumn_IsReadBackAsItWasMade(string file)
    {
        Table made = ResultTable.All.Single(t => t.File == file).Make(Result);

        Assert.All(made.Columns.Zip(_folder.Table(file).Columns), c => Assert.Equal(c.First.Values, c.Second.Values));
    }

    [Fact]
    public void MeasureTable_HoldsEveryMeasureInOrder()
    {
        Assert.Equal(Enum.GetValues<Measure>(), MeasureTable.All);
        Assert.Equal(MeasureTable.All.Count, MeasureTable.All.Select(m => MeasureTable.Of(m).Name).Distinct().Count());
    }

    [Fact]
    public void Annual_SumsToTheResultAndToTheSummary()
    {
        Table annual = _folder.Table("annual.parquet");
        int[] baseline = annual.Where("arm", "baseline");
        int[] policy = annual.Where("arm", "something");
        double admissions = baseline.Sum(r => (double)annual.Of<long>("emergency_admissions")[r]) / 2;
        double avoided = policy.Sum(r => (double)annual.Of<long>("emergency_admissions_avoided")[r]) / 2;
        IReadOnlyList<IReadOnlyList<string>> rows = Summary.Of(Result)[0].Rows;

        Assert.Equal(Result.Mean(0, Measure.EmergencyAdmissions), admissions);
        Assert.StartsWith(Figures.Number(admissions) + " ", rows[0][1], StringComparison.Ordinal);
        Assert.Equal(Figures.Number(avoided), rows[2][2]);
        Assert.Equal(admissions - avoided, policy.Sum(r => (double)annual.Of<long>("emergency_admissions")[r]) / 2);
        Assert.NotEqual(0, avoided);
    }

    [Fact]
    public void Mechanisms_SumToTheAdmissionsAvoided()
    {
        Table annual = _folder.Table("annual.parquet");
        string[] mechanisms = ["avoided_met_at_home", "avoided_never_happened", "avoided_readmissions", "avoided_sent_home"];

        Assert.All(Enumerable.Range(0, annual.RowCount), r => Assert.Equal(
            annual.Of<long>("emergency_admissions_avoided")[r],
            mechanisms.Sum(m => annual.Of<long>(m)[r]) - annual.Of<long>("admissions_added")[r]));
    }

    [Fact]
    public void Daily_SumsToAnnual()
    {
        Table annual = _folder.Table("annual.parquet");
        Table daily = _folder.Table("daily.parquet");
        double ofYear = annual.Where("arm", "baseline").Sum(r => (double)annual.Of<long>("bed_days")[r]) / 2;
        double ofDays = daily.Where("arm", "baseline").Where(r => !daily.Of<bool>("warm_up")[r]).Sum(r => daily.Of<double>("occupied_beds")[r]);

        Assert.Equal(ofYear, ofDays, 6);
        Assert.Equal(3 * 3 * 120, daily.RowCount);
        Assert.Equal(new DateOnly(2015, 9, 2), daily.Of<DateOnly>("date")[0]);
    }

    [Fact]
    public void Delays_SumToTheResult()
    {
        Table delays = _folder.Table("delays.parquet");
        int[] rows = [.. delays.Where("arm", "something").Where(r => delays.Of<string>("reason")[r] == "E")];

        Assert.Equal(
            PairedComparison.Delays(Result, 2, (int)DelayReason.PackageAtHome, true).Point,
            rows.Sum(r => (double)delays.Of<long>("recorded_days")[r]) / 2);
    }

    [Fact]
    public void Differences_AgreeWithTheComparison()
    {
        Table table = _folder.Table("differences.parquet");
        int row = Row(table, "all", "something", "emergency_admissions_avoided");
        int freed = Row(table, "all", "something", "beds_freed_winter");
        Estimate avoided = PairedComparison.Admissions(Result, 2).Total;

        Assert.Equal((avoided.Point, avoided.Low, avoided.High), (table.Of<double?>("point")[row], table.Of<double?>("low")[row], table.Of<double?>("high")[row]));
        Assert.Equal("replications", table.Of<string>("interval_method")[row]);
        Assert.Equal(PairedComparison.Beds(Result, 2).Winter.Point, table.Of<double?>("point")[freed]);
        Assert.Equal(PairedComparison.Difference(Result, 2, Measure.BedDays).Low, table.Of<double?>("low")[Row(table, "all", "something", "bed_days")]);
    }

    [Fact]
    public void OneReplication_HasIntervalsByDiscordantPairsOnly()
    {
        using WrittenFolder folder = new(ResultRuns.Run(ResultRuns.Small with { Replications = 1 }));
        Table table = folder.Table("differences.parquet");
        int avoided = Row(table, "all", "something", "emergency_admissions_avoided");
        int days = Row(table, "all", "something", "bed_days");

        Assert.Equal("discordant_pairs", table.Of<string>("interval_method")[avoided]);
        Assert.NotNull(table.Of<double?>("low")[avoided]);
        Assert.Equal("none", table.Of<string>("interval_method")[days]);
        Assert.Null(table.Of<double?>("low")[days]);
    }

    [Fact]
    public void PolicyOfNothing_DiffersInNothing()
    {
        Table differences = _folder.Table("differences.parquet");
        int[] rows = differences.Where("arm", "nothing");
        Assert.All(rows, r => Assert.Equal((0.0, 0.0, 0.0), (differences.Of<double?>("point")[r], differences.Of<double?>("low")[r], differences.Of<double?>("high")[r])));

        foreach (string file in (string[])["annual.parquet", "daily.parquet", "sites.parquet", "delays.parquet", "waits.parquet", "costs.parquet", "spells.parquet"])
        {
            Table table = _folder.Table(file);
            int[] baseline = table.Where("arm", "baseline");
            int[] nothing = table.Where("arm", "nothing");
            Assert.Equal(baseline.Length, nothing.Length);
            Assert.All(table.Columns.Where(c => c.Name != "arm"), c => Assert.Equal(
                baseline.Select(r => c.Values.GetValue(r)),
                nothing.Select(r => c.Values.GetValue(r))));
        }
    }

    [Fact]
    public void Waits_OfAllAreas_AreThoseOfEachTogether()
    {
        Table waits = _folder.Table("waits.parquet");
        int[] rows = [.. waits.Where("arm", "baseline").Where(r => waits.Of<string>("wait")[r] == "assessment")];
        double[] count = waits.Of<double>("count");
        double?[] mean = waits.Of<double?>("mean_hours");

        Assert.Equal("all", waits.Of<string>("area_code")[rows[0]]);
        Assert.Equal(count[rows[0]], rows.Skip(1).Sum(r => count[r]));
        Assert.Equal(count[rows[0]] * mean[rows[0]]!.Value, rows.Skip(1).Where(r => count[r] > 0).Sum(r => count[r] * mean[r]!.Value), 6);
    }

    [Fact]
    public void Spells_HaveDatesThatFollowFromTheirSeconds()
    {
        Table spells = _folder.Table("spells.parquet");
        DateOnly first = new(2015, 9, 2);

        Assert.All(Enumerable.Range(0, spells.RowCount), r =>
        {
            Assert.Equal(first.AddDays((int)Math.Floor(spells.Of<int>("admitted")[r] / 86400.0)), spells.Of<DateOnly>("admitted_date")[r]);
            Assert.InRange(spells.Of<int>("left")[r], 60 * 86400, 120 * 86400);
        });
    }

    public void Dispose() => _folder.Dispose();

    private static int Row(Table table, string area, string arm, string measure) =>
        table.Where("arm", arm).Single(r => table.Of<string>("area_code")[r] == area && table.Of<string>("measure")[r] == measure);
}
