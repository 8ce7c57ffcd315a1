namespace CareFlowSim.IO;

/// <summary>Refuses values that cannot be drawn, naming the series, before anything is drawn.</summary>
internal static class ChartCheck
{
    // Beyond this neighbouring whole numbers are no longer told apart in a double.
    private const double Largest = 1e15;

    internal static void Value(double value, string owner, string where = "")
    {
        if (double.IsInfinity(value) || Math.Abs(value) > Largest)
        {
            string fault = double.IsInfinity(value) ? "an infinite value" : "a value beyond ±1e15";
            throw new ArgumentException($"\"{owner}\" has {fault}{where}; a chart needs finite values.");
        }
    }

    internal static void Values(double[] values, string owner, int length, string what = "values")
    {
        if (values.Length != length)
        {
            throw new ArgumentException($"\"{owner}\" has {values.Length} {what} where {length} are needed.");
        }

        for (int i = 0; i < values.Length; i++)
        {
            Value(values[i], owner, $" at position {i} of its {what}");
        }
    }

    internal static void Interval(bool hasLow, bool hasHigh, string owner)
    {
        if (hasLow != hasHigh)
        {
            throw new ArgumentException($"\"{owner}\" has one end of an interval but not the other.");
        }
    }

    internal static void Interval(double? low, double? high, string owner)
    {
        Interval(low.HasValue, high.HasValue, owner);
        Value(low ?? 0, owner, " as an end of its interval");
        Value(high ?? 0, owner, " as an end of its interval");
    }
}
