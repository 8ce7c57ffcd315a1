using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>Which policy was chosen as the best, and how sure that is.</summary>
internal static class SelectionSummary
{
    /// <summary>The table; empty where no choice was asked for.</summary>
    public static IReadOnlyList<SummarySection> Of(BestPolicy? choice) => choice is null || choice.Procedure.Replications < 2 ? [] :
    [
        new SummarySection(
            $"The best of {choice.Policies.Count}",
            ["policy", Measure(choice.Question), "95% interval", "behind the best", "95% interval", "out after", "Rinott"],
            [
                .. Enumerable.Range(0, choice.Policies.Count).OrderByDescending(o => choice.Score(o).Point).Select(o => (IReadOnlyList<string>)
                [
                    choice.Policies[o],
                    StudyFigures.Short(choice.Score(o).Point),
                    Range(choice.Score(o)),
                    o == choice.Procedure.Best ? "" : StudyFigures.Short(choice.Lead(o).Point),
                    o == choice.Procedure.Best ? "" : Range(choice.Lead(o)),
                    choice.Procedure.OutAfter(o) > 0 ? Figures.Number(choice.Procedure.OutAfter(o)) : choice.Procedure.IsDone ? "chosen" : "still in",
                    Figures.Number(choice.RinottReplications(o)),
                ]),
            ],
            Note(choice)),
    ];

    private static string Note(BestPolicy choice)
    {
        SelectionQuestion q = choice.Question;
        string sure = StudyFigures.Percent(q.Probability);
        string told = $"{StudyFigures.Short(q.Indifference)} {q.Unit}";
        return (choice.Procedure.IsDone
            ? $"Chosen: {choice.Policies[choice.Procedure.Best]}, after {Title.Count(choice.Procedure.Replications, "replication")}. With probability {sure} or more it is the best, if the best is ahead by {told}; else it is within {told} of it."
            : $"NOT decided within {Title.Count(choice.Procedure.Replications, "replication")}: {string.Join(", ", choice.Procedure.In.Select(o => choice.Policies[o]))} are still in. Allow more replications or a wider indifference.")
            + $" {q.Measure.Meaning}"
            + (q.PoundsPerUnit is { } worth ? $" What decides is its worth at {StudyFigures.Short(worth)} GBP per unit less the pounds added less the price of the policy; the model does not cost the policy itself." : "")
            + " Kim and Nelson (2001) on common random numbers; it assumes nearly normal means. Rinott: replications of each policy in Rinott's two stages, which assume that policies have luck of their own.";
    }

    private static string Measure(SelectionQuestion question) => question.PoundsPerUnit is null ? $"{question.Measure.Name} ({question.Measure.Unit})" : "net benefit (GBP)";

    private static string Range(Estimate e) => StudyFigures.Range(new Interval(e.Low, e.High));
}
