using System.Globalization;
using System.Text.RegularExpressions;

namespace CareFlowSim.Experiments;

/// <summary>What a cell must meet, such as <c>posts &lt;= 1500 or weekend &gt;= 0.5</c>: comparisons of sums and products of inputs and numbers, joined by <c>and</c> and <c>or</c>.</summary>
public sealed partial class SweepCondition
{
    private readonly string[] _tokens;
    private readonly Func<Func<string, SweepValue>, bool> _holds;
    private readonly HashSet<string> _names = [];
    private int _at;

    private SweepCondition(string text, IReadOnlyCollection<string> names)
    {
        Text = text;
        _tokens = [.. TokenRegex().Matches(text).Select(m => m.Value)];
        if (string.Concat(_tokens) != string.Concat(text.Where(c => !char.IsWhiteSpace(c))) && !text.Contains('\'', StringComparison.Ordinal))
        {
            throw new FormatException("holds a character that means nothing here");
        }

        _holds = Or();
        if (_at < _tokens.Length)
        {
            throw new FormatException($"is not understood from '{_tokens[_at]}' on");
        }

        if (_names.FirstOrDefault(n => !names.Contains(n)) is { } unknown)
        {
            throw new FormatException($"names '{unknown}', which is no input of the sweep");
        }
    }

    /// <summary>The condition as written.</summary>
    public string Text { get; }

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Names of the inputs.</param>
    /// <exception cref="FormatException">It cannot be read; the message is the middle of a sentence.</exception>
    public static SweepCondition Read(string text, IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        return new SweepCondition(text, names);
    }

    /// <summary>Whether a cell meets it.</summary>
    /// <param name="names">Names of the inputs.</param>
    /// <param name="values">Their values.</param>
    public bool Holds(IReadOnlyList<string> names, IReadOnlyList<SweepValue> values) => _holds(name => values[names.ToList().IndexOf(name)]);

    private Func<Func<string, SweepValue>, bool> Or()
    {
        Func<Func<string, SweepValue>, bool> left = And();
        while (Take("or"))
        {
            (Func<Func<string, SweepValue>, bool> a, Func<Func<string, SweepValue>, bool> b) = (left, And());
            left = of => a(of) || b(of);
        }

        return left;
    }

    private Func<Func<string, SweepValue>, bool> And()
    {
        Func<Func<string, SweepValue>, bool> left = Comparison();
        while (Take("and"))
        {
            (Func<Func<string, SweepValue>, bool> a, Func<Func<string, SweepValue>, bool> b) = (left, Comparison());
            left = of => a(of) && b(of);
        }

        return left;
    }

    private Func<Func<string, SweepValue>, bool> Comparison()
    {
        Func<Func<string, SweepValue>, SweepValue> left = Sum();
        string sign = Next("a comparison: <=, <, =, !=, > or >=");
        Func<Func<string, SweepValue>, SweepValue> right = Sum();
        return sign switch
        {
            "<=" => of => left(of).Number <= right(of).Number,
            "<" => of => left(of).Number < right(of).Number,
            ">=" => of => left(of).Number >= right(of).Number,
            ">" => of => left(of).Number > right(of).Number,
            "=" or "==" => of => left(of) == right(of),
            "!=" => of => left(of) != right(of),
            _ => throw new FormatException($"has '{sign}' where a comparison belongs"),
        };
    }

    private Func<Func<string, SweepValue>, SweepValue> Sum()
    {
        Func<Func<string, SweepValue>, SweepValue> left = Product();
        while (_at < _tokens.Length && _tokens[_at] is "+" or "-")
        {
            int sign = _tokens[_at++] == "+" ? 1 : -1;
            (Func<Func<string, SweepValue>, SweepValue> a, Func<Func<string, SweepValue>, SweepValue> b) = (left, Product());
            left = of => new SweepValue(a(of).Number + (sign * b(of).Number));
        }

        return left;
    }

    private Func<Func<string, SweepValue>, SweepValue> Product()
    {
        Func<Func<string, SweepValue>, SweepValue> left = Atom();
        while (Take("*"))
        {
            (Func<Func<string, SweepValue>, SweepValue> a, Func<Func<string, SweepValue>, SweepValue> b) = (left, Atom());
            left = of => new SweepValue(a(of).Number * b(of).Number);
        }

        return left;
    }

    private Func<Func<string, SweepValue>, SweepValue> Atom()
    {
        string token = Next("an input or a number");
        if (token == "(")
        {
            Func<Func<string, SweepValue>, SweepValue> inner = Sum();
            return Take(")") ? inner : throw new FormatException("has a bracket that is not closed");
        }

        if (token == "-")
        {
            Func<Func<string, SweepValue>, SweepValue> inner = Atom();
            return of => new SweepValue(-inner(of).Number);
        }

        if (token[0] == '\'')
        {
            SweepValue word = new(0, token.Trim('\''));
            return _ => word;
        }

        if (double.TryParse(token, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number))
        {
            return _ => new SweepValue(number);
        }

        if (!char.IsAsciiLetter(token[0]) || token is "and" or "or")
        {
            throw new FormatException($"has '{token}' where an input or a number belongs");
        }

        _names.Add(token);
        return of => of(token);
    }

    private bool Take(string token)
    {
        bool there = _at < _tokens.Length && _tokens[_at] == token;
        _at += there ? 1 : 0;
        return there;
    }

    private string Next(string wanted) => _at < _tokens.Length ? _tokens[_at++] : throw new FormatException($"ends where {wanted} belongs");

    [GeneratedRegex(@"'[^']*'|[0-9.]+([eE][-+]?[0-9]+)?|[A-Za-z_][A-Za-z0-9_]*|<=|>=|!=|==|[-+*()<>=]")]
    private static partial Regex TokenRegex();
}
