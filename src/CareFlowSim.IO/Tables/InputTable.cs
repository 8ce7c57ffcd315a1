using System.Text;

namespace CareFlowSim.IO;

/// <summary>A table of a folder, read strictly: what is wrong goes to the list of faults and reading goes on.</summary>
internal sealed class InputTable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<Fault> _faults;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private InputTable(string folder, TableShape shape, List<Fault> faults)
    {
        File = Path.Combine(folder, shape.File);
        Shape = shape;
        _faults = faults;
        Complete = Read(folder, out List<InputRow> rows);
        Rows = rows;
    }

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>Its columns.</summary>
    public TableShape Shape { get; }

    /// <summary>Rows with the right number of cells.</summary>
    public IReadOnlyList<InputRow> Rows { get; }

    /// <summary>Whether the file, every column and every row could be read; only then does a gap in its keys say anything.</summary>
    public bool Complete { get; }

    /// <summary>Reads one table.</summary>
    public static InputTable Read(string folder, TableShape shape, List<Fault> faults) => new(folder, shape, faults);

    /// <summary>Adds a fault at a cell, or at the start of the file.</summary>
    public void Fault(CsvCell? cell, string where, string wrong, string allowed) =>
        _faults.Add(new Fault(File, cell?.Line ?? 1, cell?.Column ?? 1, where, wrong, allowed));

    /// <summary>Place of a column in the rows, or -1 where the column is missing.</summary>
    public int Place(string column) =>
        _places.TryGetValue(column, out int place) ? place
        : Array.IndexOf(Shape.Columns, column) >= 0 ? -1
        : throw new ArgumentException($"{Shape.File} has no column '{column}'", nameof(column));

    private bool Read(string folder, out List<InputRow> rows)
    {
        rows = [];
        int before = _faults.Count;
        if (Content(folder) is not string text)
        {
            return false;
        }

        List<CsvCell[]> records = CsvText.Split(text, File, _faults);
        if (records.Count == 0)
        {
            Fault(null, "header", "is missing", string.Join(',', Shape.Columns));
            return false;
        }

        Header(records[0]);
        foreach (CsvCell[] cells in records.Skip(1))
        {
            if (cells.Length == records[0].Length)
            {
                rows.Add(new InputRow(this, cells));
            }
            else
            {
                Fault(cells[0], "row", $"has {cells.Length} cells", $"{records[0].Length}, as the header");
            }
        }

        if (records.Count == 1)
        {
            Fault(records[0][0], "rows", "are missing", "at least one");
        }

        return _faults.Count == before;
    }

    private string? Content(string folder)
    {
        try
        {
            return System.IO.File.ReadAllText(File, Strict);
        }
        catch (FileNotFoundException)
        {
            IEnumerable<string> there = Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);
            string? near = Spelling.Nearest(Path.GetFileNameWithoutExtension(Shape.File), there);
            Fault(null, "file", "is missing" + (near is null ? "" : $" (there is '{near}.csv')"), "a table with the columns " + string.Join(',', Shape.Columns));
        }
        catch (DecoderFallbackException)
        {
            Fault(null, "file", "is not valid UTF-8", "text in UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fault(null, "file", "cannot be read: " + e.Message, "a readable file");
        }

        return null;
    }

    private void Header(CsvCell[] header)
    {
        for (int i = 0; i < header.Length; i++)
        {
            string name = header[i].Text;
            if (Array.IndexOf(Shape.Columns, name) < 0)
            {
                Fault(header[i], $"'{name}'", "is not a column of this table", Choices.Allowed(name, Shape.Columns, "columns"));
            }
            else if (!_places.TryAdd(name, i))
            {
                Fault(header[i], name, "is given twice", "each column once");
            }
        }

        foreach (string column in Shape.Columns.Where(c => !_places.ContainsKey(c)))
        {
            Fault(header[0], column, "is missing", "every column of " + string.Join(',', Shape.Columns));
        }
    }
}
