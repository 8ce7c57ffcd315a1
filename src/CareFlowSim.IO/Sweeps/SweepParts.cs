using System.Globalization;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The rows of one part, read back.</summary>
internal sealed class SweepPartRows
{
    private readonly Dictionary<int, (int From, int Until)> _rows = [];
    private readonly HashSet<int> _unsettled;

    private SweepPartRows(Table table)
    {
        Cells = (int[])Of(SweepTables.Cell);
        Replications = (int[])Of(SweepTables.Replication);
        Policies = (string[])Of(SweepTables.Policy);
        Measures = (string[])Of(SweepTables.Measure);
        Units = (string[])Of(SweepTables.Unit);
        Values = (double?[])Of(SweepTables.Value);
        Differences = (double?[])Of(SweepTables.Difference);
        _unsettled = [.. table.Metadata["sweep.unsettled"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        for (int row = 0; row < Cells.Length;)
        {
            int from = row;
            while (row < Cells.Length && Cells[row] == Cells[from])
            {
                row++;
            }

            _rows[Cells[from]] = (from, row);
        }

        Array Of(ColumnText column) => table.Columns.First(c => c.Name == column.Name).Values;
    }

    public int[] Cells { get; }

    public int[] Replications { get; }

    public string[] Policies { get; }

    public string[] Measures { get; }

    public string[] Units { get; }

    public double?[] Values { get; }

    public double?[] Differences { get; }

    public static SweepPartRows Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return new SweepPartRows(ParquetReader.Read(file));
    }

    public (int From, int Until) RowsOf(int cell) => _rows[cell];

    public bool IsUnsettled(int cell) => _unsettled.Contains(cell);

    /// <summary>A fingerprint of the values of some rows.</summary>
    public ulong FingerprintOf(int from, int until)
    {
        Fingerprint values = default;
        for (int row = from; row < until; row++)
        {
            values.Add(Values[row] ?? double.NaN);
        }

        return values.Value;
    }
}

/// <summary>The parts of a folder, of which a few are held at a time.</summary>
internal sealed class SweepParts(SweepFolder folder, int held)
{
    private readonly Dictionary<int, SweepPartRows> _open = [];
    private readonly Queue<int> _order = [];

    public SweepPartRows Of(int part)
    {
        if (_open.TryGetValue(part, out SweepPartRows? rows))
        {
            return rows;
        }

        if (_order.Count == held)
        {
            _open.Remove(_order.Dequeue());
        }

        _order.Enqueue(part);
        return _open[part] = SweepPartRows.Read(folder.PathOf(part));
    }
}

/// <summary>Rows gathered for one row group of the merged outcomes.</summary>
internal sealed class SweepRows
{
    private readonly List<int> _cells = [];
    private readonly List<int> _replications = [];
    private readonly List<string> _policies = [];
    private readonly List<string> _measures = [];
    private readonly List<string> _units = [];
    private readonly List<double?> _values = [];
    private readonly List<double?> _differences = [];

    public int Count => _cells.Count;

    public void Add(SweepPartRows part, int from, int until)
    {
        _cells.AddRange(part.Cells.AsSpan(from, until - from));
        _replications.AddRange(part.Replications.AsSpan(from, until - from));
        _policies.AddRange(part.Policies.AsSpan(from, until - from));
        _measures.AddRange(part.Measures.AsSpan(from, until - from));
        _units.AddRange(part.Units.AsSpan(from, until - from));
        _values.AddRange(part.Values.AsSpan(from, until - from));
        _differences.AddRange(part.Differences.AsSpan(from, until - from));
    }

    /// <summary>The rows as a table, and begins anew.</summary>
    public Table Take()
    {
        Table table = SweepTables.Outcome([_cells.ToArray(), _replications.ToArray(), _policies.ToArray(), _measures.ToArray(), _units.ToArray(), _values.ToArray(), _differences.ToArray()]);
        _cells.Clear();
        _replications.Clear();
        _policies.Clear();
        _measures.Clear();
        _units.Clear();
        _values.Clear();
        _differences.Clear();
        return table;
    }
}
