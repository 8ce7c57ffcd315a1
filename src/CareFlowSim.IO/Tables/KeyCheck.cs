namespace CareFlowSim.IO;

/// <summary>Sees that the keys of a table come once each, in order where asked, and that none of those wanted is missing.</summary>
/// <param name="table">The table.</param>
/// <param name="column">The column that faults point at.</param>
/// <param name="inOrder">Whether keys must rise (ordinal order).</param>
internal sealed class KeyCheck(InputTable table, string column, bool inOrder = false)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private string? _last;
    private bool _unreadable;

    /// <summary>All keys seen, in the order of the file.</summary>
    public IReadOnlyCollection<string> Seen => _lines.Keys;

    /// <summary>Whether every key of the file could be read, so that a key that is not there is truly missing.</summary>
    public bool Complete => table.Complete && !_unreadable;

    /// <summary>Notes the key of a row; null stands for one that could not be read. False for a second one.</summary>
    public bool Add(InputRow row, string? key)
    {
        if (key is null)
        {
            _unreadable = true;
            return false;
        }

        if (!_lines.TryAdd(key, row.Line))
        {
            row.Fault(column, $"'{key}' is given twice (first in line {_lines[key]})", "each once");
            return false;
        }

        if (inOrder && string.CompareOrdinal(_last, key) > 0)
        {
            row.Fault(column, $"'{key}' comes after '{_last}'", "rows in rising order");
        }

        _last = key;
        return true;
    }

    /// <summary>Adds a fault for each wanted key that did not come.</summary>
    public void Want(IEnumerable<string> wanted, string allowed)
    {
        if (Complete)
        {
            foreach (string key in wanted.Where(k => !_lines.ContainsKey(k)))
            {
                table.Fault(null, column, $"'{key}' is missing", allowed);
            }
        }
    }
}
