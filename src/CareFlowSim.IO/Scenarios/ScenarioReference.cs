using System.Globalization;
using System.Text;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The tables of scenarios/README.md: every key of a scenario file and every parameter of a world.</summary>
public static class ScenarioReference
{
    /// <summary>Every key as a Markdown table: kind, unit, range, what holds when it is left out, meaning.</summary>
    public static string KeysMarkdown() => KeysMarkdown(ScenarioKeys.Root);

    /// <summary>Every key of a scenario of kind pathway, likewise.</summary>
    public static string PathwayKeysMarkdown() => KeysMarkdown(PathwayKeys.Root);

    /// <summary>Every key of a file of kind sweep, likewise.</summary>
    public static string SweepKeysMarkdown() => KeysMarkdown(SweepKeys.Root);

    private static string KeysMarkdown(Form root)
    {
        StringBuilder text = new();
        Line(text, "| key | kind | unit | range | left out | meaning |");
        Line(text, "|---|---|---|---|---|---|");
        AddKeys(text, "", root.Keys);
        return text.ToString();
    }

    /// <summary>Every parameter as a Markdown table: value, unit, possible range, provenance, meaning, source.</summary>
    public static string Markdown(ParameterTable parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        StringBuilder text = new();
        Line(text, "| parameter | value | evidence | unit | possible range | provenance | meaning | source |");
        Line(text, "|---|---|---|---|---|---|---|---|");
        foreach (Parameter p in parameters.All)
        {
            ParameterDefinition d = ParameterCatalogue.Find(p.Key)!;
            string evidence = p.Low is null && p.High is null ? "" : $"{Show(p.Low)} to {Show(p.High)}";
            Line(
                text,
                $"| `{p.Key}` | {Show(p.Value)} | {evidence} | {Cell(d.Unit)} | {Show(d.Min)} to {Show(d.Max)} | {Cell(p.Provenance)} | {Cell(d.Meaning)} | {Cell(p.Source)} |");
        }

        return text.ToString();
    }

    private static void AddKeys(StringBuilder text, string path, IReadOnlyList<Key> keys)
    {
        foreach (Key key in keys)
        {
            string name = SourcePositions.Join(path, key.Name);
            string leftOut = key.Required ? "*required*" : key.LeftOut;
            Line(text, $"| `{name}` | {key.Form.Kind} | {key.Form.Unit} | {key.Form.Range} | {leftOut} | {Cell(key.Meaning)} |");

            // A lever has the same keys in a policy as in the baseline; the baseline's rows say so once.
            if (key.Name != PolicyKeys.Reserved)
            {
                AddKeys(text, key.Form.Kind.Contains("list", StringComparison.Ordinal) ? name + "[]" : name, key.Form.Keys);
            }
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Show(double? value) => value?.ToString("0.################", CultureInfo.InvariantCulture) ?? "";
}
