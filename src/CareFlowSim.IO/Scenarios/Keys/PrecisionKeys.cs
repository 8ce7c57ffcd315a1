using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of a goal of precision, the same in both kinds of scenario but for the measures.</summary>
/// <typeparam name="TMeasure">How a measure is named.</typeparam>
internal static class PrecisionKeys<TMeasure>
{
    private const int Most = 100_000;

    private static readonly Key<PrecisionGoal<TMeasure>, PrecisionOf> Of = new(
        new ChoiceForm<PrecisionOf>(("change", PrecisionOf.Change), ("baseline", PrecisionOf.Baseline)), g => g.Of)
    {
        Name = "of",
        Meaning = "change: what each policy changes, on the same people and the same luck; baseline: the level of the baseline.",
        Otherwise = "change where there are policies, else baseline",
    };

    private static readonly Key<PrecisionGoal<TMeasure>, double> HalfWidth = new(new NumberForm("ratio, or the measure's unit", 0, 1e12, zeroAllowed: false), g => g.HalfWidth)
    {
        Name = "half_width",
        Meaning = "Half the width of the 95% interval that is narrow enough: 0.05 is 5% of the mean.",
        Required = true,
    };

    private static readonly Key<PrecisionGoal<TMeasure>, bool> Relative = new(TruthForm.TrueOrFalse, g => g.Relative)
    {
        Name = "relative",
        Meaning = "Whether the half width is relative to the mean, or in the unit of the measure. A change near nothing is better asked for in its unit.",
        Default = true,
    };

    private static readonly Key<PrecisionGoal<TMeasure>, long> AtLeast = Whole("at_least", 3, "Fewest replications.", g => g.AtLeast, 3);
    private static readonly Key<PrecisionGoal<TMeasure>, long> AtMost = Whole("at_most", 3, "Most replications; of several goals the largest number holds.", g => g.AtMost, 1_000);
    private static readonly Key<PrecisionGoal<TMeasure>, long> LookAhead = Whole("look_ahead", 0, "Replications for which the interval must stay narrow enough.", g => g.LookAhead, 5);

    private static readonly Key<PrecisionGoal<TMeasure>, double> Alpha = new(new NumberForm("share", 0, 0.5, zeroAllowed: false), g => g.Alpha)
    {
        Name = "alpha",
        Meaning = "One less the coverage of the interval.",
        Default = 0.05,
    };

    /// <summary>One goal, or several.</summary>
    /// <param name="measures">What a measure may be.</param>
    /// <param name="place">The key of the place; null where measures have none.</param>
    public static OneOrMoreForm<PrecisionGoal<TMeasure>> Goals(Form<TMeasure> measures, Key<PrecisionGoal<TMeasure>, string>? place)
    {
        Key<PrecisionGoal<TMeasure>, TMeasure> measure = new(measures, g => g.Measure) { Name = "measure", Meaning = "The measure, by its name in the results.", Required = true };
        return new OneOrMoreForm<PrecisionGoal<TMeasure>>(new GroupForm<PrecisionGoal<TMeasure>>(
            "a group with measure and half_width",
            [measure, .. place is null ? Array.Empty<Key<PrecisionGoal<TMeasure>>>() : [place], Of, HalfWidth, Relative, AtLeast, AtMost, Alpha, LookAhead],
            v => new PrecisionGoal<TMeasure>
            {
                Measure = v.Get(measure),
                Place = place is null ? null : v.FindGroup(place),
                Of = v.Find(Of),
                HalfWidth = v.Get(HalfWidth),
                Relative = v.Get(Relative),
                AtLeast = (int)v.Get(AtLeast),
                AtMost = (int)v.Get(AtMost),
                Alpha = v.Get(Alpha),
                LookAhead = (int)v.Get(LookAhead),
            }));
    }

    private static Key<PrecisionGoal<TMeasure>, long> Whole(string name, long least, string meaning, Func<PrecisionGoal<TMeasure>, int> part, long otherwise) =>
        new(new WholeNumberForm("replications", least, Most), g => (long)part(g)) { Name = name, Meaning = meaning, Default = otherwise };
}
