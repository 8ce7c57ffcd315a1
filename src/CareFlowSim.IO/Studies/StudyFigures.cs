using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Figures and places as studies write them.</summary>
internal static class StudyFigures
{
    /// <summary>A figure with about three digits.</summary>
    public static string Short(double value)
    {
        if (!double.IsFinite(value))
        {
            return "–";
        }

        double size = Math.Abs(value);
        int decimals = size is 0 or >= 100 ? 0 : (int)Math.Clamp(2 - Math.Floor(Math.Log10(size)), 0, 6);
        return Figures.Number(value, decimals);
    }

    /// <summary>An interval.</summary>
    public static string Range(Interval interval) => double.IsFinite(interval.Low) ? $"{Short(interval.Low)} to {Short(interval.High)}" : "–";

    /// <summary>A share in per cent.</summary>
    public static string Percent(double share) => double.IsFinite(share) ? Short(100 * share) + "%" : "–";

    /// <summary>A probability from finitely many draws.</summary>
    public static string Probability(double p) => p > 0.995 ? "> 0.99" : p < 0.005 ? "< 0.01" : Figures.Number(p, 2);

    /// <summary>The areas of a setup, in words.</summary>
    public static string Place(Setup setup)
    {
        int[] areas = [.. setup.Systems.SelectMany(s => s.Areas)];
        return areas.Length == setup.World.Areas.Count ? "all of England" : areas.Length == 1 ? setup.World.Areas[areas[0]].Name
            : $"{areas.Length} areas with {Percent(setup.ShareOfEngland)} of England's need";
    }

    /// <summary>What was simulated, in words.</summary>
    public static string WhatWasRun(Setup setup)
    {
        Scenario s = setup.Scenario;
        return $"{Place(setup)}, {Title.Count(s.Period.Days, "day")} from {s.Period.Start:yyyy-MM-dd} after a warm-up of {Title.Count(s.Period.WarmUpDays, "day")}, sample 1:{s.PeoplePerAgent}, {Title.Count(s.Replications, "replication")}, seed {s.Seed}";
    }

    /// <summary>Says that a sample has longer lines than there are; empty at 1:1.</summary>
    public static IEnumerable<string> SampleNote(Setup setup) => setup.Scenario.PeoplePerAgent == 1 ? [] :
        ["A sample makes pools smaller and lines longer than they are at 1:1: delays and beds are overstated, more so than admissions."];

    /// <summary>A missing figure where there is none.</summary>
    public static double? Known(double value) => double.IsFinite(value) ? value : null;
}
