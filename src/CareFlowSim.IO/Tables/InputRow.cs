using System.Globalization;

namespace CareFlowSim.IO;

/// <summary>One row of an input table. A cell that is not what was asked for adds a fault and comes back as null; so does a cell of a missing column, without a fault.</summary>
internal sealed class InputRow(InputTable table, CsvCell[] cells)
{
    /// <summary>Key of the row, put before the column in messages, or null.</summary>
    public string? Label { get; set; }

    /// <summary>The line on which the row starts.</summary>
    public int Line => cells[0].Line;

    /// <summary>Whether the table has a column.</summary>
    public bool Has(string column) => Array.IndexOf(table.Shape.Columns, column) >= 0;

    /// <summary>A text that is not empty.</summary>
    public string? Text(string column) => Cell(column) is CsvCell cell && Given(column, cell) ? cell.Text : null;

    /// <summary>A text that may be empty.</summary>
    public string? OptionalText(string column) => Cell(column)?.Text;

    /// <summary>One of some words.</summary>
    public string? OneOf(string column, IReadOnlyCollection<string> known, string what)
    {
        string? word = Text(column);
        if (word is null || known.Contains(word))
        {
            return word;
        }

        Fault(column, $"'{word}' is unknown", Choices.Allowed(word, known, what));
        return null;
    }

    /// <summary>A whole number.</summary>
    public int? Whole(string column, int min, int max = int.MaxValue) =>
        Cell(column) is CsvCell cell && Given(column, cell) ? ToWhole(column, cell.Text, min, max) : null;

    /// <summary>A whole number, or null where the cell is empty.</summary>
    public int? OptionalWhole(string column, int min, int max = int.MaxValue) =>
        Cell(column) is { Text.Length: > 0 } cell ? ToWhole(column, cell.Text, min, max) : null;

    /// <summary>A finite number.</summary>
    public double? Number(string column, double min, double max = double.PositiveInfinity) =>
        Cell(column) is CsvCell cell && Given(column, cell) ? ToNumber(column, cell.Text, min, max) : null;

    /// <summary>A finite number, or null where the cell is empty.</summary>
    public double? OptionalNumber(string column, double min, double max = double.PositiveInfinity) =>
        Cell(column) is { Text.Length: > 0 } cell ? ToNumber(column, cell.Text, min, max) : null;

    /// <summary>A calendar date as 2014-12-25.</summary>
    public DateOnly? Date(string column)
    {
        if (Text(column) is not string text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        Fault(column, $"'{text}' is not a date", "year-month-day, as 2014-12-25");
        return null;
    }

    /// <summary>Adds a fault at a cell of this row.</summary>
    public void Fault(string column, string wrong, string allowed) =>
        table.Fault(Cell(column) ?? cells[0], Label is null ? column : $"{Label} {column}", wrong, allowed);

    private CsvCell? Cell(string column) => table.Place(column) is >= 0 and int place ? cells[place] : null;

    private bool Given(string column, CsvCell cell)
    {
        if (cell.Text.Length == 0)
        {
            Fault(column, "is empty", "a value");
            return false;
        }

        if (char.IsWhiteSpace(cell.Text[0]) || char.IsWhiteSpace(cell.Text[^1]))
        {
            Fault(column, $"'{cell.Text}' starts or ends with a space", "no space around a value");
            return false;
        }

        return true;
    }

    private int? ToWhole(string column, string text, int min, int max)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
        {
            Fault(column, $"'{text}' is not a whole number", "a whole number, " + Choices.Range(min, max));
            return null;
        }

        return InRange(column, text, value, min, max) ? (int)value : null;
    }

    private double? ToNumber(string column, string text, double min, double max)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Plain, CultureInfo.InvariantCulture, out double value))
        {
            Fault(column, $"'{text}' is not a number", "a number, " + Choices.Range(min, max));
            return null;
        }

        if (!double.IsFinite(value))
        {
            Fault(column, $"'{text}' is not finite", "a finite number, " + Choices.Range(min, max));
            return null;
        }

        return InRange(column, text, value, min, max) ? value : null;
    }

    private bool InRange(string column, string text, double value, double min, double max)
    {
        if (value >= min && value <= max)
        {
            return true;
        }

        Fault(column, min == 0 && value < 0 ? $"{text} is negative" : $"{text} is out of range", Choices.Range(min, max));
        return false;
    }
}
