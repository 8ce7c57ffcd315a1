using CareFlowSim.IO;
using System.Text;

namespace CareFlowSim.Tests.IO;

/// <summary>Tables that are hard to get right, and random ones that always come out the same.</summary>
internal static class SampleTables
{
    public static readonly double[] OddDoubles =
    [
        0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon,
        double.MaxValue, double.MinValue, 0.1, 1.0 / 3, 1e-300, 123456789.123456789, Math.PI,
    ];

    public static readonly string[] OddTexts =
    [
        "", " ", "a", "Ä", "Øre", "日本語", "🏥", "\uE000", "line\nbreak", "tab\t", "\"quoted\"", "nul\0inside", "e\u0301", "£1,000",
        new('x', 300), "zz",
    ];

    public static Table OddValues()
    {
        int n = OddTexts.Length;
        return Make("odd values",
        [
            new("int", "persons", "whole numbers at the edge", Repeat([int.MinValue, int.MaxValue, 0, -1, 1], n)),
            new("long", "", "long numbers at the edge", Repeat([long.MinValue, long.MaxValue, 0L, -1L, 9007199254740993L], n)),
            new("double", "days", "floating-point numbers at the edge", Repeat(OddDoubles, n)),
            new("zeros", "", "both zeros", Repeat([0.0, -0.0], n)),
            new("text", "", "texts at the edge", OddTexts),
            new("flag", "", "truth values", Repeat([true, false, false], n)),
            new("date", "", "dates at the edge", Repeat(
                [DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(1970, 1, 1), new DateOnly(1969, 12, 31), new DateOnly(2024, 2, 29)], n)),
            new("int?", "", "with missing values", Repeat<int?>([null, int.MinValue, 7, null], n)),
            new("long?", "", "with missing values", Repeat<long?>([long.MaxValue, null], n)),
            new("double?", "", "with missing values", Repeat<double?>([double.NaN, null, -0.0, 0.0, double.NegativeInfinity], n)),
            new("text?", "£ per day · day⁻¹", "with missing values – and ünusual signs", Repeat<string?>(["", null, "🏥", "b"], n)),
            new("a.b", "", "a dot in the name", Repeat([1], n)),
            new("say \"Länge\" 'x'", "", "quotes in the name", Repeat([2], n)),
        ]);
    }

    public static Table Empty() => Make("empty",
    [
        new("int", "", "none", Array.Empty<int>()), new("long", "", "none", Array.Empty<long>()),
        new("double", "", "none", Array.Empty<double>()), new("text", "", "none", Array.Empty<string>()),
        new("flag", "", "none", Array.Empty<bool>()), new("date", "", "none", Array.Empty<DateOnly>()),
        new("int?", "", "none", Array.Empty<int?>()), new("double?", "", "none", Array.Empty<double?>()),
    ]);

    public static Table OneRow() => Make("one row",
    [
        new("int", "", "one", new[] { -5 }), new("double", "", "one", new[] { double.NaN }), new("text", "", "one", new[] { "only" }),
        new("flag", "", "one", new[] { true }), new("int?", "", "one", new int?[] { null }), new("text?", "", "one", new string?[] { null }),
    ]);

    /// <summary>Columns of a single value: dictionaries with one entry.</summary>
    public static Table Constant(int rows) => Make("constant",
    [
        new("int", "", "always the same", Repeat([42], rows)), new("long", "", "always the same", Repeat([-42L], rows)),
        new("double", "", "always the same", Repeat([-0.0], rows)), new("nan", "", "always the same", Repeat([double.NaN], rows)),
        new("text", "", "always the same", Repeat(["same"], rows)), new("empty", "", "always the same", Repeat([""], rows)),
        new("date", "", "always the same", Repeat([new DateOnly(2025, 4, 1)], rows)),
        new("int?", "", "same or missing", Repeat<int?>([42, null, null], rows)),
    ]);

    public static Table AllMissing(int rows) => Make("all missing",
    [
        new("id", "", "row", Enumerable.Range(0, rows).ToArray()),
        new("int?", "", "never known", new int?[rows]), new("long?", "", "never known", new long?[rows]),
        new("double?", "", "never known", new double?[rows]), new("text?", "", "never known", new string?[rows]),
    ]);

    /// <summary>A random mixture; the same seed gives the same table.</summary>
    public static Table Random(int seed, int rows)
    {
        Random random = new(seed);
        string[] few = [.. Enumerable.Range(0, 1 + random.Next(20)).Select(_ => Text(random))];
        double share = random.NextDouble();
        return Make($"random {seed}",
        [
            new("id", "", "row", Enumerable.Range(0, rows).ToArray()),
            new("int", "", "any", Fill(rows, () => random.Next(int.MinValue, int.MaxValue))),
            new("small", "", "few values", Fill(rows, () => random.Next(1 + (seed % 9)))),
            new("long", "", "any", Fill(rows, () => random.NextInt64(long.MinValue, long.MaxValue))),
            new("double", "", "any bits", Fill(rows, () => BitConverter.Int64BitsToDouble(Canonical(random.NextInt64(long.MinValue, long.MaxValue))))),
            new("price", "pounds", "two digits", Fill(rows, () => Math.Round(random.NextDouble() * 100, 2))),
            new("few", "", "few texts", Fill(rows, () => few[random.Next(few.Length)])),
            new("text", "", "any text", Fill(rows, () => Text(random))),
            new("flag", "", "any", Fill(rows, () => random.Next(3) == 0)),
            new("date", "", "any", Fill(rows, () => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1)))),
            new("runs?", "", "long runs, some missing", Runs(rows, random)),
            new("int?", "", "some missing", Fill<int?>(rows, () => random.NextDouble() < share ? null : random.Next())),
            new("long?", "", "some missing", Fill<long?>(rows, () => random.NextDouble() < share ? null : random.Next(5))),
            new("double?", "", "some missing", Fill<double?>(rows, () => random.NextDouble() < share ? null : random.NextDouble())),
            new("text?", "", "some missing", Fill<string?>(rows, () => random.NextDouble() < share ? null : Text(random))),
        ]);
    }

    public static Table Make(string name, IReadOnlyList<Column> columns) =>
        new(name, $"test table: {name}", columns, new Dictionary<string, string> { ["seed"] = "17", ["Author's note"] = "Ω – ok" });

    public static T[] Repeat<T>(T[] pattern, int count) => [.. Enumerable.Range(0, count).Select(i => pattern[i % pattern.Length])];

    private static T[] Fill<T>(int rows, Func<T> next) => [.. Enumerable.Range(0, rows).Select(_ => next())];

    // Not-a-number has many bit patterns; no reader promises to keep more than that it is one.
    private static long Canonical(long bits) =>
        double.IsNaN(BitConverter.Int64BitsToDouble(bits)) ? BitConverter.DoubleToInt64Bits(double.NaN) : bits;

    private static int?[] Runs(int rows, Random random)
    {
        int?[] values = new int?[rows];
        for (int i = 0; i < rows;)
        {
            int end = Math.Min(rows, i + 1 + random.Next(40));
            Array.Fill(values, random.Next(4) == 0 ? null : random.Next(300), i, end - i);
            i = end;
        }

        return values;
    }

    private static string Text(Random random)
    {
        StringBuilder text = new();
        for (int i = random.Next(12); i > 0; i--)
        {
            text.Append(random.Next(4) == 0 ? new Rune(0x1F600 + random.Next(50)) : new Rune('a' + random.Next(26)));
        }

        return text.ToString();
    }
}
