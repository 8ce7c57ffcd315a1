using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The books: delayed days by reason, the midnight census, finished spells.</summary>
public sealed unsafe partial class CareSystem
{
    /// <summary>Midnights m with from &lt;= m &lt; until.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Nights(int from, int until) => until <= from ? 0 : NightIndex(until) - NightIndex(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NightIndex(int time) => (int)((time + (long)Clock.SecondsPerDay - 1) / Clock.SecondsPerDay);

    /// <summary>Midnights within the measured period, the one that ends its last day included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Measured(int from, int until) => Nights(Math.Max(from, _measureFrom + 1), Math.Min(until, _horizon + 1));

    /// <summary>Books the step a medically fit person is in, up to now, to its reason and organisation, and starts the next stretch.</summary>
    private void BookStep(int id, in Person p, ref Spell s, int now)
    {
        if (s.Step == Step.None || (p.Setting != Setting.MedicallyFit && s.Step != Step.Round))
        {
            return;
        }

        AreaServices area = _areas[p.Area];
        int reason = ReasonOf(s);
        int from = s.StepFrom;
        int all = Measured(from, now);
        int capacity = Measured(Math.Max(from, s.CapacityFrom), Math.Min(now, s.CapacityTo));
        int recorded = 0;
        int recordedCapacity = 0;
        if (reason != AreaOutcome.Round)
        {
            int recordedFrom = Math.Max(from, s.RecordedFrom);
            recorded = Measured(recordedFrom, now);
            recordedCapacity = Measured(Math.Max(recordedFrom, s.CapacityFrom), Math.Min(now, s.CapacityTo));
            s.RecordedNights += Nights(recordedFrom, now);
            if (recordedFrom < now)
            {
                int[] daily = area.Outcome.RecordedByReason[reason];
                daily[DayBefore(recordedFrom)]++;
                daily[DayBefore(now)]--;
            }
        }

        if (all > 0)
        {
            area.Outcome.Delays[reason, OrganisationOf(id, reason, s)].Add(new DelayDays(all, capacity, recorded, recordedCapacity));
        }

        s.StepFrom = now;
    }

    /// <summary>People who wait for the round of a simple discharge have no event of their own when they become fit: the census of those midnights is made up for here.</summary>
    private static void CountRoundNights(AreaServices area, in Person p, in Spell s, int until)
    {
        if (s.Step != Step.Round || p.Setting == Setting.MedicallyFit)
        {
            return;
        }

        int[] fit = area.Outcome.Daily[(int)DailySeries.MedicallyFit];
        for (int night = NightIndex(s.FitAt); night < NightIndex(until) && night <= fit.Length; night++)
        {
            fit[night - 1]++;
        }
    }

    /// <summary>The midnight that ends day d is booked on day d.</summary>
    private int DayBefore(int time) => Math.Clamp(NightIndex(time) - 1, 0, _setup.Days);

    private static int ReasonOf(in Spell s) => s.Step switch
    {
        Step.Round => AreaOutcome.Round,
        Step.Assessment => (int)DelayReason.Assessment,
        Step.Funding => (int)DelayReason.PublicFunding,
        Step.Dispute => (int)DelayReason.Dispute,
        Step.Housing => (int)DelayReason.Housing,
        Step.Equipment => (int)DelayReason.Equipment,
        Step.Viewing => (int)DelayReason.Choice,
        Step.InLine when s.ChoosesAgain => (int)DelayReason.Choice,
        _ => s.Route switch
        {
            1 => (int)DelayReason.PackageAtHome,
            2 => (int)DelayReason.NonAcuteNhs,
            _ => s.Nursing ? (int)DelayReason.NursingHome : (int)DelayReason.ResidentialHome,
        },
    };

    /// <summary>Who answers for a delay: by the official shares of the base year, drawn once per stay.</summary>
    private int OrganisationOf(int id, int reason, in Spell s)
    {
        if (reason == AreaOutcome.Round)
        {
            return 0;
        }

        OfficialDelay official = _setup.World.OfficialDelays[reason];
        double u = DrawFor(id, Decision.Organisation, s.Crisis).U0;
        return u * official.Total < official.Nhs ? 0 : u * official.Total < official.Nhs + official.SocialCare ? 1 : 2;
    }

    /// <summary>The midnight that ends a day.</summary>
    private void Census(int day)
    {
        bool measured = day >= _setup.FirstDay;
        foreach (AreaServices area in _areas)
        {
            int[][] daily = area.Outcome.Daily;
            daily[(int)DailySeries.OccupiedBeds][day] = area.InBed;
            daily[(int)DailySeries.Boarding][day] = area.Boarding;
            daily[(int)DailySeries.MedicallyFit][day] += area.Fit;
            daily[(int)DailySeries.IntermediateBeds][day] = area.InIntermediate;
            daily[(int)DailySeries.Reablement][day] = area.InReablement;
            daily[(int)DailySeries.HomeCareTenths][day] = area.PoolOf(Stock.HomeCareTenths).InUse;
            daily[(int)DailySeries.WaitingForPackage][day] = area.NeedPackage;
            daily[(int)DailySeries.WaitingForCareHome][day] = area.NeedCareHome
                + _lines.Length(area.LineOf(Line.ResidentialHospital)) + _lines.Length(area.LineOf(Line.NursingHospital));
            daily[(int)DailySeries.CareHomePlaces][day] = area.PoolOf(Stock.Residential).InUse + area.PoolOf(Stock.Nursing).InUse;
            daily[(int)DailySeries.Alive][day] = area.Alive;
            if (!measured)
            {
                continue;
            }

            long[] totals = area.Outcome.Totals;
            totals[(int)Measure.BedDays] += area.InBed;
            totals[(int)Measure.BoardingDays] += area.Boarding;
            totals[(int)Measure.IntermediateDays] += area.InIntermediate;
            totals[(int)Measure.IntermediateDelayedDays] += area.Blocked;
            totals[(int)Measure.HomeCareTenths] += area.PoolOf(Stock.HomeCareTenths).InUse;
            totals[(int)Measure.PackageDays] += area.Packages;
            totals[(int)Measure.ResidentialDays] += area.PoolOf(Stock.Residential).InUse;
            totals[(int)Measure.NursingDays] += area.PoolOf(Stock.Nursing).InUse;
            totals[(int)Measure.PersonDays] += area.Alive;
            totals[(int)Measure.ResidentDays] += area.Residents;
        }

        foreach (SiteState site in _sites)
        {
            site.Outcome.Occupied[day] = site.InBed;
            site.Outcome.Boarding[day] = _lines.Length(BedLine(site));
        }
    }

    /// <summary>Stretches still open at the end of the run are booked up to it, its last midnight included; the series of recorded delays is summed up.</summary>
    private void BookOpenSpells()
    {
        for (int i = 0; i < _spellsUsed; i++)
        {
            ref Spell s = ref _spells[i];
            if (s.Person < 0)
            {
                continue;
            }

            ref Person p = ref _people[s.Person];
            if (p.Setting == Setting.MedicallyFit || s.Step == Step.Round)
            {
                CountRoundNights(_areas[p.Area], p, s, _horizon + 1);
                BookStep(s.Person, p, ref s, _horizon + 1);
            }
        }

        foreach (AreaServices area in _areas)
        {
            int[] sum = area.Outcome.Daily[(int)DailySeries.RecordedDelays];
            foreach (int[] daily in area.Outcome.RecordedByReason)
            {
                int level = 0;
                for (int day = 0; day < _setup.Days; day++)
                {
                    level += daily[day];
                    daily[day] = level;
                    sum[day] += level;
                }
            }
        }
    }

    private void LogSpell(in Person p, in Spell s, bool died)
    {
        if (!_logSpells || _now < _measureFrom)
        {
            return;
        }

        int age = AgeNow(p);
        _spellLog.Add(new SpellEntry(
            (int)p.Number, p.Area, s.Crisis, s.Admitted, s.InBed, s.FitAt, _now, s.Route, (byte)Math.Min(age, 120), p.Frailty, died, s.RecordedNights));
    }
}
