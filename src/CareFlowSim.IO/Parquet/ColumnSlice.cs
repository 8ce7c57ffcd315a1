namespace CareFlowSim.IO;

/// <summary>
/// The rows of one column that go into one row group: which of them are present, and the values of those.
/// </summary>
internal sealed class ColumnSlice
{
    private ColumnSlice(int rowCount, byte[]? levels, PresentValues values)
    {
        RowCount = rowCount;
        Levels = levels;
        Values = values;
    }

    public int RowCount { get; }

    /// <summary>Definition levels: 1 where a row has a value, 0 where it has none. Null for a column that always has one.</summary>
    public byte[]? Levels { get; }

    public PresentValues Values { get; }

    public int MissingCount => RowCount - Values.Count;

    public static ColumnSlice Of(Column column, ColumnSchema schema, int from, int count) => column.Values switch
    {
        int[] all => new(count, null, new IntegerValues<int>(all.AsMemory(from, count))),
        long[] all => new(count, null, new IntegerValues<long>(all.AsMemory(from, count))),
        double[] all => new(count, null, new DoubleValues(all.AsMemory(from, count))),
        bool[] all => new(count, null, new BooleanValues(all.AsMemory(from, count))),
        DateOnly[] all => new(count, null, new IntegerValues<int>(Days(all.AsSpan(from, count)))),
        int?[] all => OfNullable(all.AsSpan(from, count), present => new IntegerValues<int>(present)),
        long?[] all => OfNullable(all.AsSpan(from, count), present => new IntegerValues<long>(present)),
        double?[] all => OfNullable(all.AsSpan(from, count), present => new DoubleValues(present)),
        string?[] all when schema.Optional => OfTexts(all.AsSpan(from, count)),
        string[] all => new(count, null, new TextValues(all.AsMemory(from, count)!)),
        _ => throw new ArgumentException($"Column '{column.Name}' cannot be written."),
    };

    /// <summary>How many rows from <paramref name="from"/> onwards hold so many values, missing ones between them included.</summary>
    public int RowsHolding(int from, int valueCount)
    {
        if (Levels is null)
        {
            return valueCount;
        }

        int row = from;
        for (int left = valueCount; left > 0; row++)
        {
            left -= Levels[row];
        }

        return row - from;
    }

    private static int[] Days(ReadOnlySpan<DateOnly> dates)
    {
        int[] days = new int[dates.Length];
        for (int i = 0; i < days.Length; i++)
        {
            days[i] = dates[i].DayNumber - ParquetFormat.EpochDayNumber;
        }

        return days;
    }

    private static ColumnSlice OfNullable<T>(ReadOnlySpan<T?> all, Func<ReadOnlyMemory<T>, PresentValues> make)
        where T : struct
    {
        byte[] levels = new byte[all.Length];
        T[] present = new T[all.Length];
        int count = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] is { } value)
            {
                levels[i] = 1;
                present[count++] = value;
            }
        }

        return new(all.Length, levels, make(present.AsMemory(0, count)));
    }

    private static ColumnSlice OfTexts(ReadOnlySpan<string?> all)
    {
        byte[] levels = new byte[all.Length];
        string[] present = new string[all.Length];
        int count = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] is { } value)
            {
                levels[i] = 1;
                present[count++] = value;
            }
        }

        return new(all.Length, levels, new TextValues(present.AsMemory(0, count)));
    }
}
