using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>spells.parquet: every finished hospital spell, when the run kept them; simulated people, not scaled.</summary>
internal static class SpellsTable
{
    private const double SecondsPerDay = 24 * 60 * 60;

    /// <summary>Whether the run kept its spells.</summary>
    public static bool Any(ExperimentResult result) => Lists(result).Any(l => l.Spells.Count > 0);

    public static Table Of(ExperimentResult result)
    {
        RowLabels labels = new(result);
        int rows = Lists(result).Sum(l => l.Spells.Count);
        SpellEntry[] spells = new SpellEntry[rows];
        string[] codes = new string[rows];
        string[] arms = new string[rows];
        int[] replications = new int[rows];
        DateOnly[] dates = new DateOnly[rows];
        int row = 0;
        foreach ((int replication, int arm, SystemLayout system, IReadOnlyList<SpellEntry> list) in Lists(result))
        {
            for (int i = 0; i < list.Count; i++, row++)
            {
                SpellEntry spell = list[i];
                spells[row] = spell;
                codes[row] = result.Setup.World.Areas[system.Areas[spell.Area]].Code;
                arms[row] = labels.Arms[arm];
                replications[row] = replication + 1;
                dates[row] = result.Setup.Epoch.DateOf((int)Math.Floor(spell.Admitted / SecondsPerDay));
            }
        }

        return new Table(
            "spells",
            "Hospital spells of simulated people that ended in the measured period, not scaled: one row per spell, in order of arm, replication, acute system and leaving.",
            [
                new Column("person", "", "Number of the person within the area; the same person in every arm of a replication.", Array.ConvertAll(spells, s => s.Person)),
                RowLabels.AreaCode.With(codes),
                RowLabels.Arm.With(arms),
                RowLabels.Replication.With(replications),
                new Column("crisis", "", "Which crisis of the person began the spell.", Array.ConvertAll(spells, s => (int)s.Crisis)),
                new Column("admitted_date", "", "Day of the decision to admit.", dates),
                new Column("admitted", "s", "Second of the decision to admit, from the midnight before the first day of the warm-up.", Array.ConvertAll(spells, s => s.Admitted)),
                new Column("in_bed", "s", "Second at which the bed was there, from the same midnight.", Array.ConvertAll(spells, s => s.InBed)),
                new Column("medically_fit", "s", "Second of medical fitness, from the same midnight; missing when it was never reached.", Array.ConvertAll(spells, s => s.MedicallyFit < 0 ? (int?)null : s.MedicallyFit)),
                new Column("left", "s", "Second of leaving or death, from the same midnight.", Array.ConvertAll(spells, s => s.Left)),
                new Column("route", "", "Discharge pathway 0 to 3.", Array.ConvertAll(spells, s => (int)s.Route)),
                new Column("age", "years", "Age.", Array.ConvertAll(spells, s => (int)s.Age)),
                new Column("frailty", "", "Frailty at leaving: fit, mild, moderate or severe.", Array.ConvertAll(spells, s => Frail(s.Frailty))),
                new Column("died", "", "Whether the stay ended in death.", Array.ConvertAll(spells, s => s.Died)),
                new Column("recorded_days", "bed days", "Recorded delayed midnights.", Array.ConvertAll(spells, s => s.RecordedDays)),
            ]);
    }

    private static string Frail(Frailty frailty) => frailty switch
    {
        Frailty.Fit => "fit",
        Frailty.Mild => "mild",
        Frailty.Moderate => "moderate",
        _ => "severe",
    };

    private static IEnumerable<(int Replication, int Arm, SystemLayout System, IReadOnlyList<SpellEntry> Spells)> Lists(ExperimentResult result) =>
        from arm in Enumerable.Range(0, result.Arms)
        from replication in RowLabels.WholeReplications(result)
        from system in result.Setup.Systems
        select (replication, arm, system, result.Spells[replication, arm, system.Index]);
}
