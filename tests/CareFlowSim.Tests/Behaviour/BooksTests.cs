using CareFlowSim.Model;
using CareFlowSim.Tests.Model;
using Xunit;

namespace CareFlowSim.Tests.Behaviour;

/// <summary>Every book kept twice says the same: the census, the spell log, the delays by reason, the deaths.</summary>
public sealed class BooksTests
{
    private const int Day = 86_400;
    private const int Warm = 60;
    private static readonly Setup Laid = SmallWorld.Setup(SmallWorld.Scenario(SmallWorld.TwoSites, 365, Warm).With(("stay.sigma", 0.6)));
    private static readonly SystemOutcome Run = new CareSystem(Laid).Run(Laid.Systems[0], 0, 0, logSpells: true);

    [Fact]
    public void MidnightCensus_AgreesWithTheSpellLogOnEveryDay()
    {
        // Without the longest treatments nobody who is in bed in the first forty measured days is still there a year later: the log of finished spells is whole.
        for (int day = Warm; day < Warm + 40; day++)
        {
            int midnight = (day + 1) * Day;
            Assert.Equal(Sum(DailySeries.OccupiedBeds, day), Run.Spells.Count(s => InBedAt(s, midnight)));
            Assert.Equal(Sum(DailySeries.Boarding, day), Run.Spells.Count(s => s.Admitted <= midnight && !InBedAt(s, midnight) && midnight <= s.InBed && s.InBed > s.Admitted));
        }
    }

    [Fact]
    public void SitesAndAreas_CountTheSamePeople()
    {
        for (int day = 0; day < Laid.Days; day++)
        {
            Assert.Equal(Sum(DailySeries.OccupiedBeds, day), Run.Sites.Sum(s => s.Occupied[day]));
            Assert.Equal(Sum(DailySeries.Boarding, day), Run.Sites.Sum(s => s.Boarding[day]));
        }

        Assert.Equal(Measured(DailySeries.OccupiedBeds), Run.Sum(Measure.BedDays));
        Assert.Equal(Measured(DailySeries.Boarding), Run.Sum(Measure.BoardingDays));
    }

    [Fact]
    public void LittlesLaw_HoldsBetweenTheCensusAndTheStays()
    {
        SpellEntry[] stays = [.. Run.Spells.Where(s => s.Left / Day > s.Admitted / Day)];
        double nights = stays.Average(s => (s.Left / Day) - (s.InBed / Day));
        double aDay = stays.Length / 365.0;

        Assert.Equal(1, aDay * nights / (Run.Sum(Measure.BedDays) / 365.0), 0.02);
    }

    [Fact]
    public void DelaysByReason_SumToTheMedicallyFitAtMidnight()
    {
        Assert.Equal(Measured(DailySeries.MedicallyFit), Run.Areas.Sum(a => a.Delays.Cast<DelayDays>().Sum(d => d.All)));
        Assert.Equal(Measured(DailySeries.RecordedDelays), Run.Areas.Sum(a => a.Delays.Cast<DelayDays>().Sum(d => d.Recorded)));
        Assert.InRange(Sum(DailySeries.RecordedDelays, Laid.Days - 1), 1, Sum(DailySeries.MedicallyFit, Laid.Days - 1));
        foreach (AreaOutcome area in Run.Areas)
        {
            for (int reason = 0; reason < AreaOutcome.Reasons; reason++)
            {
                Assert.Equal(
                    area.RecordedByReason[reason].Skip(Warm).Take(365).Sum(),
                    Enumerable.Range(0, 3).Sum(o => area.Delays[reason, o].Recorded));
            }
        }
    }

    [Fact]
    public void EachDelayCell_IsWithinItsWhole() =>
        Assert.All(Run.Areas.SelectMany(a => a.Delays.Cast<DelayDays>()), d =>
        {
            Assert.InRange(d.AllCapacity, 0, d.All);
            Assert.InRange(d.Recorded, 0, d.All);
            Assert.InRange(d.RecordedCapacity, 0, Math.Min(d.Recorded, d.AllCapacity));
        });

    [Fact]
    public void Organisations_AnswerForTheirOfficialShares()
    {
        foreach (DelayReason reason in new[] { DelayReason.Assessment, DelayReason.NonAcuteNhs, DelayReason.PackageAtHome })
        {
            OfficialDelay official = Laid.World.OfficialDelays[(int)reason];
            double[] days = [.. Enumerable.Range(0, 3).Select(o => (double)Run.Areas.Sum(a => a.Delays[(int)reason, o].All))];
            Assert.Equal(official.Nhs / official.Total, days[0] / days.Sum(), 0.1);
            Assert.Equal(official.SocialCare / official.Total, days[1] / days.Sum(), 0.1);
        }
    }

    [Fact]
    public void Deaths_AreTheSameByPlaceByAgeAndByDay()
    {
        long byPlace = Sum(Measure.DeathsInHospital, Measure.DeathsInIntermediateCare);
        long byAge = Sum(Measure.DeathsWomen65, Measure.DeathsMen90);

        Assert.Equal(byAge, byPlace);
        Assert.Equal(Measured(DailySeries.Deaths), byAge);
        Assert.Equal(Run.Spells.Count(s => s.Died), Run.Sum(Measure.DeathsInHospital));
    }

    [Fact]
    public void Admissions_AreTheSameByAgeByFrailtyByDayAndByCrisis()
    {
        long admissions = Run.Sum(Measure.EmergencyAdmissions);

        Assert.Equal(admissions, Sum(Measure.AdmissionsAge65To74, Measure.AdmissionsAge85Plus));
        Assert.Equal(admissions, Sum(Measure.AdmissionsFit, Measure.AdmissionsSevere));
        Assert.Equal(admissions, Measured(DailySeries.Admissions));
        Assert.Equal(admissions, Run.Crises.Count(c => c.End == CrisisEnd.Admitted));
        Assert.Equal(Run.Sum(Measure.CrisesMetAtHome), Run.Crises.Count(c => c.End == CrisisEnd.MetAtHome));
        Assert.Equal(Run.Sum(Measure.Crises), Run.Crises.Length);
    }

    [Fact]
    public void Discharges_AreTheSameByWeekdayByRouteAndByDay()
    {
        long discharges = Sum(Measure.DischargesMonday, Measure.DischargesSunday);

        Assert.Equal(discharges, Sum(Measure.DischargesRoute0, Measure.DischargesRoute3));
        Assert.Equal(discharges, Measured(DailySeries.Discharges));
        Assert.Equal(discharges, Run.Spells.Count(s => !s.Died));
    }

    [Fact]
    public void People_AreBornOnceAndDieOnce()
    {
        // Alive at the end is alive at the start, plus those who turned 65, less the dead; day by day nobody appears from nowhere.
        int start = 0;
        int joiners = 0;
        foreach (Cohort c in Laid.Systems[0].Areas.SelectMany(a => PopulationBuilder.Cohorts(Laid, a)))
        {
            start += c.Age >= 65 ? c.Count : 0;
            joiners += c.Age < 65 ? c.Count : 0;
        }

        int turned = 0;
        for (int day = 0; day < Laid.Days; day++)
        {
            int before = day == 0 ? start : Sum(DailySeries.Alive, day - 1);
            int today = Sum(DailySeries.Alive, day) - before + Sum(DailySeries.Deaths, day);
            Assert.InRange(today, 0, 60);
            turned += today;
        }

        Assert.InRange(turned, joiners * 0.99, joiners);
    }

    [Fact]
    public void Alive_SumsToThePersonDays() => Assert.Equal(Measured(DailySeries.Alive), Run.Sum(Measure.PersonDays));

    // A bed that becomes free at midnight is filled after the census.
    private static bool InBedAt(in SpellEntry s, int midnight) =>
        (s.InBed < midnight || (s.InBed == midnight && s.InBed == s.Admitted)) && midnight < s.Left && s.Left / Day > s.Admitted / Day;

    private static int Sum(DailySeries series, int day) => Run.Areas.Sum(a => a.Daily[(int)series][day]);

    private static long Measured(DailySeries series) => Enumerable.Range(Warm, 365).Sum(d => (long)Sum(series, d));

    private static long Sum(Measure first, Measure last) => Enumerable.Range((int)first, last - first + 1).Sum(m => Run.Sum((Measure)m));
}
