using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>What a length of time must obey.</summary>
internal static class DistributionRules
{
    /// <summary>Notes everything that is wrong with a distribution.</summary>
    public static void Check(string path, DayDistribution distribution, PathwayFaults faults)
    {
        if (CheckFigures(path, distribution, faults))
        {
            CheckCut(path, distribution, faults);
        }
    }

    /// <summary>Whether every length comes to no second at all.</summary>
    public static bool IsAlwaysNothing(DayDistribution distribution)
    {
        double longest = distribution switch
        {
            FixedDays f => f.Days,
            UniformDays u => u.HighDays,
            EmpiricalDays e => e.Values.Where(v => v.Weight > 0).Select(v => v.Days).DefaultIfEmpty(0).Max(),
            _ => double.PositiveInfinity,
        };
        return Math.Min(longest, distribution.AtMostDays ?? double.PositiveInfinity) * Clock.SecondsPerDay < 0.5;
    }

    private static bool CheckFigures(string path, DayDistribution distribution, PathwayFaults faults)
    {
        switch (distribution)
        {
            case ExponentialDays e:
                return faults.Positive(path + ".mean_days", e.MeanDays);
            case LogNormalDays l:
                return faults.Positive(path + ".mean_days", l.MeanDays) & faults.NotNegative(path + ".standard_deviation_days", l.StandardDeviationDays);
            case LogNormalOfLogDays l:
                return faults.Holds(path + ".mu", l.Mu, double.IsFinite(l.Mu), "a number") & faults.NotNegative(path + ".sigma", l.Sigma);
            case GammaDays g:
                return faults.Positive(path + ".mean_days", g.MeanDays) & faults.Positive(path + ".standard_deviation_days", g.StandardDeviationDays);
            case FixedDays f:
                return faults.NotNegative(path + ".days", f.Days);
            case UniformDays u:
                return faults.NotNegative(path + ".low_days", u.LowDays)
                    && faults.Holds(path + ".high_days", u.HighDays, u.HighDays >= u.LowDays && double.IsFinite(u.HighDays), $"at least the lower end, {PathwayFaults.Show(u.LowDays)}");
            case EmpiricalDays e:
                return CheckValues(path, e, faults);
            default:
                return true;
        }
    }

    private static bool CheckValues(string path, EmpiricalDays empirical, PathwayFaults faults)
    {
        bool holds = true;
        foreach ((WeightedDays value, int i) in empirical.Values.Select((v, i) => (v, i)))
        {
            holds &= faults.NotNegative($"{path}.values[{i}].days", value.Days);
            holds &= faults.NotNegative($"{path}.values[{i}].weight", value.Weight);
        }

        if (holds && !empirical.Values.Any(v => v.Weight > 0))
        {
            faults.Add(path + ".values", empirical.Values.Count == 0 ? "has no value" : "has no value with a weight", "at least one value with a weight above 0");
            return false;
        }

        return holds;
    }

    private static void CheckCut(string path, DayDistribution distribution, PathwayFaults faults)
    {
        double low = distribution.AtLeastDays ?? 0;
        double high = distribution.AtMostDays ?? double.PositiveInfinity;
        bool holds = distribution.AtLeastDays is not { } least || faults.NotNegative(path + ".at_least_days", least);
        holds &= distribution.AtMostDays is not { } most || faults.NotNegative(path + ".at_most_days", most);
        if (!holds)
        {
            return;
        }

        string cut = distribution.AtMostDays is null ? "at_least_days" : "at_most_days";
        if (low > high)
        {
            faults.Add($"{path}.{cut}", $"is {PathwayFaults.Show(high)}, below the least, {PathwayFaults.Show(low)}", "at least as much as at_least_days");
        }
        else if (!Possible(distribution, low, high))
        {
            string between = double.IsInfinity(high) ? $"{PathwayFaults.Show(low)} days or more" : $"{PathwayFaults.Show(low)} to {PathwayFaults.Show(high)} days";
            faults.Add($"{path}.{cut}", $"leaves {between}, and no length of the distribution lies there", "limits that leave a part of the distribution");
        }
    }

    private static bool Possible(DayDistribution distribution, double low, double high) => distribution switch
    {
        FixedDays f => f.Days >= low && f.Days <= high,
        UniformDays u => u.LowDays == u.HighDays ? u.LowDays >= low && u.LowDays <= high : Math.Max(u.LowDays, low) < Math.Min(u.HighDays, high),
        EmpiricalDays e => e.Values.Any(v => v.Weight > 0 && v.Days >= low && v.Days <= high),
        LogNormalDays { StandardDeviationDays: 0 } l => l.MeanDays >= low && l.MeanDays <= high,
        LogNormalOfLogDays { Sigma: 0 } l => Math.Exp(l.Mu) >= low && Math.Exp(l.Mu) <= high,
        _ => high > low,
    };
}
