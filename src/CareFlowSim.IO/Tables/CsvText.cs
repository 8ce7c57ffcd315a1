using System.Text;

namespace CareFlowSim.IO;

/// <summary>One cell of a CSV file and the place where it starts.</summary>
/// <param name="Text">Content without quotes.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Character in the line, from 1.</param>
internal readonly record struct CsvCell(string Text, int Line, int Column);

/// <summary>Reads comma-separated text (RFC 4180): quoted cells, doubled quotes, line breaks within quotes. Blank lines are passed over.</summary>
internal sealed class CsvText
{
    private readonly string _text;
    private readonly string _file;
    private readonly List<Fault> _faults;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private CsvText(string text, string file, List<Fault> faults) => (_text, _file, _faults) = (text, file, faults);

    private int Column => _at - _lineStart + 1;

    private bool AtEnd => _at >= _text.Length;

    /// <summary>Splits a text into records of cells; broken quotes are added to the faults.</summary>
    public static List<CsvCell[]> Split(string text, string file, List<Fault> faults) => new CsvText(text, file, faults).Records();

    private List<CsvCell[]> Records()
    {
        List<CsvCell[]> records = [];
        List<CsvCell> cells = [];
        while (!AtEnd)
        {
            cells.Clear();
            do
            {
                cells.Add(Cell());
            }
            while (Skip(','));

            LineBreak();
            if (cells.Count > 1 || cells[0].Text.Length > 0)
            {
                records.Add([.. cells]);
            }
        }

        return records;
    }

    private CsvCell Cell()
    {
        (int line, int column) = (_line, Column);
        if (!AtEnd && _text[_at] == '"')
        {
            return new CsvCell(Quoted(line, column), line, column);
        }

        int start = _at;
        bool quote = false;
        while (!AtEnd && _text[_at] is not (',' or '\n' or '\r'))
        {
            quote |= _text[_at++] == '"';
        }

        string text = _text[start.._at];
        if (quote)
        {
            _faults.Add(new Fault(_file, line, column, $"'{text}'", "has a quote inside a cell that does not start with one", "the whole cell in quotes, inner quotes doubled"));
        }

        return new CsvCell(text, line, column);
    }

    private string Quoted(int line, int column)
    {
        StringBuilder text = new();
        _at++;
        while (true)
        {
            if (AtEnd)
            {
                _faults.Add(new Fault(_file, line, column, "quoted cell", "never ends", "a closing quote"));
                return text.ToString();
            }

            char c = _text[_at++];
            if (c == '"' && !Skip('"'))
            {
                break;
            }

            text.Append(c);
            if (c == '\n')
            {
                (_line, _lineStart) = (_line + 1, _at);
            }
        }

        if (!AtEnd && _text[_at] is not (',' or '\n' or '\r'))
        {
            _faults.Add(new Fault(_file, _line, Column, "quoted cell", "goes on after its closing quote", "a comma or the end of the line"));
            while (!AtEnd && _text[_at] is not (',' or '\n' or '\r'))
            {
                _at++;
            }
        }

        return text.ToString();
    }

    private bool Skip(char c)
    {
        bool found = !AtEnd && _text[_at] == c;
        _at += found ? 1 : 0;
        return found;
    }

    private void LineBreak()
    {
        if (AtEnd)
        {
            return;
        }

        bool carriageReturn = Skip('\r');
        if (!Skip('\n') && !carriageReturn)
        {
            throw new InvalidOperationException("a cell ended neither at a comma nor at a line break");
        }

        (_line, _lineStart) = (_line + 1, _at);
    }
}
