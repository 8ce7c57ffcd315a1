using System.Text.Json.Nodes;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>A policy's effect shared out among its levers, as tables, pictures and words.</summary>
public static class AttributionStudy
{
    /// <summary>Makes the study.</summary>
    /// <param name="found">The shares.</param>
    /// <param name="policy">Name of the policy.</param>
    /// <param name="facts">Seed, replications and the like.</param>
    public static Study Of(PolicyAttribution found, string policy, JsonObject facts)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new Study
        {
            Title = $"Which levers of {policy} do it?",
            WhatWasRun = $"All {1 << found.Levers.Count} subsets of its {found.Levers.Count} levers on the same people and the same luck: {StudyFigures.WhatWasRun(found.First)}.",
            Sections = [.. found.Measures.Select((m, i) => Shares(found, m, i)), .. found.Levers.Count > 1 ? found.Measures.Select((m, i) => Pairs(found, m, i)) : []],
            Tables = [SharesTable(found), .. found.Levers.Count > 1 ? new[] { PairsTable(found) } : [], SubsetsTable(found)],
            Charts = [("shares.svg", Picture(found, policy))],
            Notes =
            [
                "A share is the mean gain from a lever over all orders in which the levers can be pulled (Shapley 1953). The shares add up to the whole.",
                "Alone: the lever by itself. Last: what it adds to all the others. Where the two differ, levers help each other or do the same work.",
                "Pairs: above zero two levers do more together than apart; below zero they do the same work (Shapley interaction index, Grabisch and Roubens 1999).",
                $"Intervals are 95% over {Title.Count(found.Replications, "replication")}, of the share within each; chance only, parameters are taken as given."
                    + (found.Replications < 2 ? " One replication gives none." : ""),
                .. StudyFigures.SampleNote(found.First),
            ],
            Facts = facts,
            Figures = [.. found.Measures.SelectMany((m, i) => found.Shares[i].Shares.Select(s => ScriptFigure.From(m.Name, [("policy", policy), ("lever", found.Levers[s.Lever])], m.Unit, s.Share)))],
        };
    }

    private static SummarySection Shares(PolicyAttribution found, PolicyMeasure measure, int place)
    {
        ShapleyAttribution shares = found.Shares[place];
        return new SummarySection(
            $"Shares of {measure.Name} ({measure.Unit})",
            ["lever", "share", "95% interval", "of the whole", "alone", "last"],
            [
                .. shares.Shares.Select(s => (IReadOnlyList<string>)
                [
                    found.Levers[s.Lever], StudyFigures.Short(s.Share.Point), Range(s.Share), Figures.Percent(s.Share.Point, shares.Whole.Point), StudyFigures.Short(s.Alone.Point), StudyFigures.Short(s.Last.Point),
                ]),
                ["all levers", StudyFigures.Short(shares.Whole.Point), Range(shares.Whole), Figures.Percent(shares.Shares.Sum(s => s.Share.Point), shares.Whole.Point), "", ""],
            ],
            measure.Meaning);
    }

    private static SummarySection Pairs(PolicyAttribution found, PolicyMeasure measure, int place) => new(
        $"Pairs: {measure.Name}",
        ["levers", "together beyond apart", "95% interval"],
        [.. found.Shares[place].Interactions.Select(i => (IReadOnlyList<string>)[$"{found.Levers[i.First]} with {found.Levers[i.Second]}", StudyFigures.Short(i.Index.Point), Range(i.Index)])]);

    private static string Range(Estimate e) => StudyFigures.Range(new Interval(e.Low, e.High));

    private static StackedBarChart Picture(PolicyAttribution found, string policy) => new()
    {
        Title = $"Which levers of {policy} do it?",
        Subtitle = $"{StudyFigures.Place(found.First)}, {Title.Count(found.Replications, "replication")}, sample 1:{found.First.Scenario.PeoplePerAgent}; Shapley shares, which add up to the whole",
        ValueLabel = "Share of the whole effect in per cent",
        Decimals = 0,
        Categories = [.. found.Measures.Select((m, i) => $"{m.Name.Replace('_', ' ')}: {StudyFigures.Short(found.Shares[i].Whole.Point)} {m.Unit}")],
        Series = [.. found.Levers.Select((lever, l) => new StackedSeries(
            lever.Replace('_', ' '),
            [.. found.Shares.Select(s => Drowned(s.Whole) ? double.NaN : 100 * s.Shares[l].Share.Point / s.Whole.Point)]))],
        Note = "A lever left of zero works against the whole. No data: the whole is not told apart from nothing, so per cent of it would mean nothing; its shares are in the report.",
    };

    /// <summary>Whether chance alone could make the whole nothing.</summary>
    private static bool Drowned(Estimate whole) => whole.Point == 0 || (whole.Low <= 0 && whole.High >= 0);

    private static Table SharesTable(PolicyAttribution found)
    {
        (PolicyMeasure Measure, ShapleyAttribution All, LeverShare One)[] rows = [.. found.Measures.SelectMany((m, i) => found.Shares[i].Shares.Select(s => (m, found.Shares[i], s)))];
        return new Table(
            "shares",
            "The share of each lever in the effect of all. One row per measure and lever; the shares of a measure add up to its whole.",
            [
                new Column("measure", "", "Name of the measure.", rows.Select(r => r.Measure.Name).ToArray()),
                new Column("unit", "", "Unit of all figures.", rows.Select(r => r.Measure.Unit).ToArray()),
                new Column("lever", "", "Key of the lever.", rows.Select(r => found.Levers[r.One.Lever]).ToArray()),
                One("share", "Shapley share, mean over replications.", r => r.One.Share.Point),
                One("share_low", "Lower end of its 95% interval over replications.", r => r.One.Share.Low),
                One("share_high", "Upper end.", r => r.One.Share.High),
                One("alone", "Gain of the lever by itself.", r => r.One.Alone.Point),
                One("alone_low", "Lower end.", r => r.One.Alone.Low),
                One("alone_high", "Upper end.", r => r.One.Alone.High),
                One("last", "Gain of the lever added to all the others.", r => r.One.Last.Point),
                One("last_low", "Lower end.", r => r.One.Last.Low),
                One("last_high", "Upper end.", r => r.One.Last.High),
                One("whole", "Effect of all levers together.", r => r.All.Whole.Point),
                One("whole_low", "Lower end.", r => r.All.Whole.Low),
                One("whole_high", "Upper end.", r => r.All.Whole.High),
            ]);

        Column One(string name, string meaning, Func<(PolicyMeasure Measure, ShapleyAttribution All, LeverShare One), double> of) =>
            new(name, "", meaning, rows.Select(r => StudyFigures.Known(of(r))).ToArray());
    }

    private static Table PairsTable(PolicyAttribution found)
    {
        (PolicyMeasure Measure, LeverInteraction One)[] rows = [.. found.Measures.SelectMany((m, i) => found.Shares[i].Interactions.Select(p => (m, p)))];
        return new Table(
            "pairs",
            "What two levers do together beyond what they do apart. One row per measure and pair.",
            [
                new Column("measure", "", "Name of the measure.", rows.Select(r => r.Measure.Name).ToArray()),
                new Column("unit", "", "Unit of the index.", rows.Select(r => r.Measure.Unit).ToArray()),
                new Column("lever", "", "Key of one lever.", rows.Select(r => found.Levers[r.One.First]).ToArray()),
                new Column("other_lever", "", "Key of the other.", rows.Select(r => found.Levers[r.One.Second]).ToArray()),
                new Column("index", "", "Shapley interaction index, mean over replications.", rows.Select(r => StudyFigures.Known(r.One.Index.Point)).ToArray()),
                new Column("index_low", "", "Lower end of its 95% interval over replications.", rows.Select(r => StudyFigures.Known(r.One.Index.Low)).ToArray()),
                new Column("index_high", "", "Upper end.", rows.Select(r => StudyFigures.Known(r.One.Index.High)).ToArray()),
            ]);
    }

    private static Table SubsetsTable(PolicyAttribution found)
    {
        (int Measure, int Replication, int Subset)[] rows =
        [
            .. found.Measures.SelectMany((_, m) => Enumerable.Range(0, found.Replications).SelectMany(r => Enumerable.Range(0, 1 << found.Levers.Count).Select(s => (m, r, s)))),
        ];
        return new Table(
            "subsets",
            "The figure of every subset of the levers, on the same people and the same luck. One row per measure, replication and subset.",
            [
                new Column("measure", "", "Name of the measure.", rows.Select(r => found.Measures[r.Measure].Name).ToArray()),
                new Column("replication", "", "Replication, from 1.", rows.Select(r => r.Replication + 1).ToArray()),
                new Column("levers", "", "Levers that are on, joined by +; empty for none.", rows.Select(r => string.Join('+', found.Levers.Where((_, i) => (r.Subset >> i & 1) == 1))).ToArray()),
                new Column("figure", "", "Figure of the measure in its unit.", rows.Select(r => StudyFigures.Known(found.Values[r.Measure][r.Replication][r.Subset])).ToArray()),
            ]);
    }
}
