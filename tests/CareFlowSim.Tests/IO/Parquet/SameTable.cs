using CareFlowSim.IO;
using Xunit;

namespace CareFlowSim.Tests.IO;

/// <summary>Compares tables value for value; numbers by their bits, so that -0.0 is not 0.0 and NaN is NaN.</summary>
internal static class SameTable
{
    public static void Assert(Table expected, Table actual)
    {
        Xunit.Assert.Equal(expected.Name, actual.Name);
        Xunit.Assert.Equal(expected.Meaning, actual.Meaning);
        Xunit.Assert.Equal(expected.Metadata!.OrderBy(e => e.Key, StringComparer.Ordinal), actual.Metadata!.OrderBy(e => e.Key, StringComparer.Ordinal));
        Xunit.Assert.Equal(expected.Columns.Select(c => (c.Name, c.Unit, c.Meaning)), actual.Columns.Select(c => (c.Name, c.Unit, c.Meaning)));
        foreach ((Column e, Column a) in expected.Columns.Zip(actual.Columns))
        {
            Xunit.Assert.Equal(e.Values.GetType(), a.Values.GetType());
            if (e.Values is double[] or double?[])
            {
                Xunit.Assert.Equal(Bits(e.Values), Bits(a.Values));
            }
            else
            {
                Xunit.Assert.Equal(e.Values, a.Values);
            }
        }
    }

    private static long?[] Bits(Array values) => values is double[] all
        ? [.. all.Select(v => (long?)BitConverter.DoubleToInt64Bits(v))]
        : [.. ((double?[])values).Select(v => v is { } x ? (long?)BitConverter.DoubleToInt64Bits(x) : null)];
}
