using System.Globalization;
using System.Text;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>report.md: the question, the answer in tables and pictures, how to read it, and what it cannot tell.</summary>
internal static class Report
{
    public const string File = "report.md";

    /// <summary>The report as Markdown.</summary>
    /// <param name="result">The experiment.</param>
    /// <param name="info">How it was run.</param>
    /// <param name="charts">Names and titles of the pictures in the folder.</param>
    public static string Markdown(ExperimentResult result, RunInfo info, IReadOnlyList<(string File, string Title)> charts)
    {
        StringBuilder text = new();
        Paragraph(text, "# " + Escape(result.Setup.Scenario.Title));
        WhatWasRun(text, result, info);
        foreach (SummarySection section in (IEnumerable<SummarySection>)[.. Summary.Of(result), .. result.Complete ? VarianceSummary.Of(result) : []])
        {
            Section(text, section);
        }

        if (charts.Count > 0)
        {
            Paragraph(text, "## Pictures");
            foreach ((string file, string title) in charts)
            {
                Paragraph(text, $"![{Escape(title)}]({file})");
            }
        }

        HowToRead(text, result);
        SettlingCheck(text, result);
        Limits(text, result);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void WhatWasRun(StringBuilder text, ExperimentResult result, RunInfo info)
    {
        Paragraph(text, $"Scenario `{Path.GetFileName(info.ScenarioFile)}` on the world `{result.Setup.World.Name}`: {Title.Place(result)}, {Title.Period(result)}, "
            + $"after a warm-up of {Title.Count(result.Setup.FirstDay, "day")}. {Title.Sample(result)} "
            + $"Program version {info.Version}; everything else that is needed to run it again is in [{Manifest.File}]({Manifest.File}).");
        Paragraph(text, Completeness.Of(result).Sentence);
        if (result.Arms > 1)
        {
            Row(text, ["policy", "what it does"]);
            text.Append("|---|---|\n");
            for (int arm = 1; arm < result.Arms; arm++)
            {
                Row(text, [result.Setup.Arms[arm].Name, result.Setup.Arms[arm].Title]);
            }

            text.Append('\n');
        }
    }

    private static void Section(StringBuilder text, SummarySection section)
    {
        Paragraph(text, "## " + Escape(section.Title));
        Row(text, section.Headers);
        text.Append('|').Append("---|");
        for (int i = 1; i < section.Headers.Count; i++)
        {
            text.Append("---:|");
        }

        text.Append('\n');
        foreach (IReadOnlyList<string> row in section.Rows)
        {
            Row(text, row);
        }

        text.Append('\n');
        if (section.Note.Length > 0)
        {
            Paragraph(text, Escape(section.Note));
        }
    }

    private static void HowToRead(StringBuilder text, ExperimentResult result)
    {
        Paragraph(text, "## How to read it");
        if (result.Arms == 1)
        {
            Paragraph(text, "Only the baseline was run: the figures are levels, scaled to people, and there is nothing to compare them with. "
                + (result.Replications > 1 ? Summary.IntervalNote(result) : "One replication: no intervals."));
            return;
        }

        Paragraph(text, "Every arm has the same people and the same luck: a person's crises are the same until a policy changes something for that person, so a difference is due to the policy and not to chance meeting different people. "
            + "*Avoided* and *freed* mean baseline less policy, and can be negative. "
            + "*Beds freed* is a difference of demand (people in beds and people waiting for one), because a full hospital hides a change of occupancy. "
            + $"{Summary.IntervalNote(result)} "
            + "An interval says how well the run pins the figure down; it is neither the range of single years nor what other values of the parameters would change.");
    }

    private static void SettlingCheck(StringBuilder text, ExperimentResult result)
    {
        Paragraph(text, "## Had the run settled when measurement began?");
        IReadOnlyList<SettlingCheck> checks = result.Complete ? Settling.Check(result) : [];
        if (checks.Count == 0)
        {
            Paragraph(text, result.Complete ? "Not checked: the warm-up is shorter than eight weeks." : "Not checked: the experiment is not complete.");
            return;
        }

        Paragraph(text, checks.All(c => c.Settled)
            ? "Yes: in the baseline, no level drifted by more than allowed over the last eight weeks of the warm-up."
            : "**No**: in the baseline, some levels still drifted over the last eight weeks of the warm-up. Take a longer warm-up before using the figures.");
        Row(text, ["level in the baseline", "change", "allowed", "settled"]);
        text.Append("|---|---:|---:|---|\n");
        foreach (SettlingCheck c in checks)
        {
            Row(text, [SeriesTable.Of(c.Series).Name, Figures.Signed(100 * c.Change, 1) + "%", Figures.Number(100 * c.Allowed, 1) + "%", c.Settled ? "yes" : "no"]);
        }

        text.Append('\n');
    }

    private static void Limits(StringBuilder text, ExperimentResult result)
    {
        Paragraph(text, "## Limits");
        List<string> limits =
        [
            "Intervals hold chance only. What the evidence leaves open about the parameters is not in them; each parameter's range and source is in the manifest.",
            "Costs are those of what was counted, at fixed unit costs. What a policy costs to run is not in them, nor is what a freed bed is used for.",
            "People aged 65 and over only; beds are those open to their emergencies, beside everybody else's.",
            "The baseline is fitted to England in 2014-15. Another year or place is a what-if, not a forecast.",
        ];
        if (result.Scale > 1)
        {
            limits.Add($"A sample of 1:{result.Scale.ToString(CultureInfo.InvariantCulture)}: one simulated person stands for {result.Scale.ToString(CultureInfo.InvariantCulture)}, capacities are scaled too, and small hospitals and teams are coarser than they are.");
        }

        foreach (string limit in limits)
        {
            text.Append("- ").Append(limit).Append('\n');
        }
    }

    private static void Paragraph(StringBuilder text, string words) => text.Append(words).Append("\n\n");

    private static void Row(StringBuilder text, IEnumerable<string> cells)
    {
        text.Append('|');
        foreach (string cell in cells)
        {
            text.Append(' ').Append(Escape(cell)).Append(" |");
        }

        text.Append('\n');
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
