using System.Globalization;
using System.Text;

namespace CareFlowSim.IO;

/// <summary>A table of somebody else: columns are found by name, those that nobody asks for are passed over, and what is wrong is noted with its place.</summary>
internal sealed class ObservedFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults = [];
    private readonly string _path;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It cannot be read, or its rows are not of one length.</exception>
    public ObservedFile(string path)
    {
        _path = path;
        List<CsvCell[]> records = Records(path);
        ThrowIfFaulty();
        if (records.Count < 2)
        {
            Add(null, "rows", "are missing", "a header and at least one row");
            ThrowIfFaulty();
        }

        foreach ((int at, CsvCell cell) in records[0].Index())
        {
            string name = cell.Text.Trim().TrimStart('\uFEFF');
            if (name.Length > 0 && !_places.TryAdd(name, at))
            {
                Add(cell, name, "is given twice", "each column once");
            }
        }

        Header = records[0][0];
        foreach (CsvCell[] row in records.Skip(1).Where(r => r.Length != records[0].Length))
        {
            Add(row[0], "row", $"has {row.Length} cells", $"{records[0].Length}, as the header");
        }

        ThrowIfFaulty();
        Rows = [.. records.Skip(1)];
    }

    /// <summary>The first cell of the header.</summary>
    public CsvCell Header { get; }

    /// <summary>The rows below the header.</summary>
    public IReadOnlyList<CsvCell[]> Rows { get; }

    /// <summary>Names of the columns.</summary>
    public IEnumerable<string> Columns => _places.Keys;

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string column) => _places.ContainsKey(column);

    /// <summary>Text of a cell.</summary>
    public string Text(CsvCell[] row, string column) => row[_places[column]].Text.Trim();

    /// <summary>A month; null, and a fault, where the cell is none.</summary>
    public DateOnly? Month(CsvCell[] row)
    {
        string text = Text(row, "month");
        DateOnly? month = MonthText.Parse(text);
        if (month is null)
        {
            Add(row[_places["month"]], "month", text.Length == 0 ? "is empty" : $"'{text}' is not a month", MonthText.Allowed);
        }

        return month;
    }

    /// <summary>A figure; null where the cell is empty, and null with a fault where it is not a figure.</summary>
    public double? Number(CsvCell[] row, string column)
    {
        string text = Text(row, column);
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value) && value >= 0)
        {
            return value;
        }

        Add(row[_places[column]], column, $"'{text}' is not a figure", "a number, 0 or more, without thousands separators, or an empty cell");
        return null;
    }

    /// <summary>Adds a fault at a cell of a row.</summary>
    public void Fault(CsvCell[] row, string column, string wrong, string allowed) => Add(row[_places[column]], column, wrong, allowed);

    /// <summary>Adds a fault at the header.</summary>
    public void FaultOfHeader(string wrong, string allowed) => Add(Header, "header", wrong, allowed);

    /// <summary>Throws all faults at once.</summary>
    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
        {
            throw new InputException([.. _faults.OrderBy(f => f.Line).ThenBy(f => f.Column)]);
        }
    }

    private void Add(CsvCell? cell, string where, string wrong, string allowed) =>
        _faults.Add(new Fault(_path, cell?.Line ?? 1, cell?.Column ?? 1, where, wrong, allowed));

    private List<CsvCell[]> Records(string path)
    {
        try
        {
            return CsvText.Split(File.ReadAllText(path, Strict), path, _faults);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            Add(null, "file", "is missing", "a table of observed figures");
        }
        catch (DecoderFallbackException)
        {
            Add(null, "file", "is not valid UTF-8", "text in UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Add(null, "file", "cannot be read: " + e.Message, "a readable file");
        }

        return [];
    }
}
