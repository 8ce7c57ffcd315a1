using System.Globalization;
using System.Text.RegularExpressions;
using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>The inputs of a sweep with their places in the scenario, each value judged by the scenario's own reader.</summary>
internal sealed partial class SweepInputs
{
    private const double AlmostNever = 1e-3;

    private readonly List<SweepInput> _inputs = [];
    private readonly List<IReadOnlyList<InputPlace>> _places = [];

    private SweepInputs()
    {
    }

    public IReadOnlyList<SweepInput> Inputs => _inputs;

    public IReadOnlyList<IReadOnlyList<InputPlace>> Places => _places;

    public static SweepInputs Read(SweepModel model, SweepText text, SourcePositions positions, FaultList faults)
    {
        SweepInputs read = new();
        InputPaths paths = new(model.Form, model.Root);
        if (text.Inputs.Count == 0)
        {
            faults.Add("inputs", positions, "is empty", "one input or more");
        }

        for (int i = 0; i < text.Inputs.Count; i++)
        {
            string where = FormattableString.Invariant($"inputs[{i}]");
            InputText one = text.Inputs[i];
            IReadOnlyList<InputPlace> places = paths.Find(one.Path);
            if (places.Count == 0)
            {
                faults.Add(where + ".path", positions, $"'{one.Path}' is no path of the scenario", paths.Nearest(one.Path));
            }
            else if (!places.All(InputPaths.IsLeaf))
            {
                faults.Add(where + ".path", positions, $"'{one.Path}' is neither a number nor a choice", paths.Nearest(one.Path));
            }

            SweepInput input = read.Named(one, where, positions, faults) with { Unit = (places.Count > 0 ? places[0].Form?.Unit : null) ?? "" };
            bool good = places.Count > 0 && places.All(InputPaths.IsLeaf);
            SweepInput filled = Filled(input, one, good ? places : [], model, text.Design.Kind, where, positions, faults);
            read._inputs.Add(filled);
            read._places.Add(places);
            if (good && !faults.Spoils(where))
            {
                Judge(filled, one, places, model, where, positions, faults);
            }
        }

        return read;
    }

    /// <summary>The cells of a list.</summary>
    public IReadOnlyList<IReadOnlyList<SweepValue>> Listed(SweepText text, SourcePositions positions, FaultList faults)
    {
        bool list = text.Design.Kind == SweepDesignKind.List;
        if (list != text.Cells.Count > 0)
        {
            faults.Add("cells", positions, list ? "is missing" : "means nothing for this design", list ? "a group for every cell" : "only for a list");
        }

        List<IReadOnlyList<SweepValue>> cells = [];
        for (int c = 0; c < text.Cells.Count; c++)
        {
            string where = FormattableString.Invariant($"cells[{c}]");
            foreach (MapEntry entry in text.Cells[c].Where(e => !_inputs.Any(i => i.Name == e.Name)))
            {
                faults.Add(SourcePositions.Join(where, entry.Name), entry.Line, entry.Column, "is no input of the sweep", Form.Choice(entry.Name, [.. _inputs.Select(i => i.Name)], "the inputs are " + string.Join(", ", _inputs.Select(i => i.Name))));
            }

            foreach (SweepInput input in _inputs.Where(i => !text.Cells[c].Any(e => e.Name == i.Name)))
            {
                faults.Add(where, positions, $"has no value for {input.Name}", "a value for every input");
            }

            cells.Add([.. _inputs.Select(i => text.Cells[c].FirstOrDefault(e => e.Name == i.Name)?.Value is ScalarNode node ? ValueOf(node) : default)]);
        }

        // The cells of a list hold the values, and so say of what kind an input is.
        for (int i = 0; i < _inputs.Count && list && !faults.Any; i++)
        {
            SweepValueKind kind = KindOf([.. cells.Select(c => c[i])], _places[i], _inputs[i].Kind == SweepValueKind.Whole);
            _inputs[i] = _inputs[i] with { Kind = kind, Levels = [.. cells.Select(c => c[i]).Distinct()] };
        }

        return cells;
    }

    private static SweepValue ValueOf(SourceNode node) => node is ScalarNode scalar && scalar.Kind is ScalarKind.Whole or ScalarKind.Number
        ? new SweepValue(double.Parse(((ScalarNode)node).Text, NumberStyles.Float, CultureInfo.InvariantCulture))
        : new SweepValue(0, (node as ScalarNode)?.Text ?? "");

    private static SweepValueKind KindOf(SweepValue[] values, IReadOnlyList<InputPlace> places, bool whole) =>
        values.Any(v => v.Word is not null) || places.Any(p => p.Form?.Kind == "choice") ? SweepValueKind.Word
        : whole || places.Any(p => p.Form?.Kind == "whole number") || (values.Length > 0 && places.All(p => p.Form is not NumberForm) && values.All(v => v.Number == Math.Floor(v.Number))) ? SweepValueKind.Whole
        : SweepValueKind.Number;

    private static SweepInput Filled(
        SweepInput input, InputText text, IReadOnlyList<InputPlace> places, SweepModel model, SweepDesignKind design, string where, SourcePositions positions, FaultList faults)
    {
        bool range = text.From is not null || text.To is not null;
        int ways = (text.Values is null ? 0 : 1) + (range ? 1 : 0) + (text.Prior is null ? 0 : 1);
        bool list = design == SweepDesignKind.List;
        if (ways != (list ? 0 : 1))
        {
            faults.Add(where, positions, ways == 0 ? "has no values" : list ? "has values, which a list has under cells" : "has its values twice", list ? "a path, and a name" : "values, or from and to, or prior");
            return input;
        }

        SweepValue[] levels = [.. (text.Values ?? []).Select(ValueOf)];
        SweepValueKind kind = KindOf(levels, places, text.Whole);
        input = input with { Kind = kind, Scale = text.Scale };
        if (text.Values is not null)
        {
            if (levels.Length == 0 || levels.Distinct().Count() < levels.Length || (levels.Any(l => l.Word is null) && kind == SweepValueKind.Word))
            {
                faults.Add(where + ".values", positions, levels.Length == 0 ? "is empty" : levels.Distinct().Count() < levels.Length ? "has a value twice" : "has numbers among words", "different values of one kind");
            }

            return input with { Levels = levels };
        }

        if (kind == SweepValueKind.Word && !list)
        {
            faults.Add(where, positions, "is a choice without values", "values: " + string.Join(" or ", places.Select(p => p.Form?.Range).Distinct()));
            return input;
        }

        return range ? Range(input, text, design, where, positions, faults)
            : text.Prior is not null ? WithPrior(input, text.Prior, model, design, where, positions, faults)
            : input;
    }

    private static SweepInput Range(SweepInput input, InputText text, SweepDesignKind design, string where, SourcePositions positions, FaultList faults)
    {
        if (text.From is not { } low || text.To is not { } high)
        {
            faults.Add(where, positions, "has one end of a range only", "from and to");
            return input;
        }

        if (low >= high || (text.Scale == SweepScale.Log && low <= 0) || (input.Kind == SweepValueKind.Whole && (low != Math.Floor(low) || high != Math.Floor(high))))
        {
            faults.Add(where + ".from", positions, FormattableString.Invariant($"is {low} and to is {high}"),
                low >= high ? "from below to" : text.Scale == SweepScale.Log && low <= 0 ? "both above 0 on a log scale" : "whole numbers");
            return input;
        }

        input = input with { Low = low, High = high };
        if (design == SweepDesignKind.Grid)
        {
            if (text.Steps is null)
            {
                faults.Add(where + ".steps", positions, "is missing", "the number of levels: a grid needs it for a range");
                return input;
            }

            return input with { Levels = input.Steps((int)text.Steps) };
        }

        return input;
    }

    private static SweepInput WithPrior(SweepInput input, PriorText text, SweepModel model, SweepDesignKind design, string where, SourcePositions positions, FaultList faults)
    {
        Prior? prior = text.OfWorld ? model.PriorOf(input.Path)
            : new Prior(input.Name, text.Shape, text.Central ?? (((text.Low ?? 0) + (text.High ?? 0)) / 2), text.Low ?? 0, text.High ?? 0, text.Coverage);
        if (design == SweepDesignKind.Grid || prior is null || prior.Faults().Count > 0)
        {
            faults.Add(where + ".prior", positions,
                design == SweepDesignKind.Grid ? "gives no levels" : prior is null ? "is that of the world, which has none for this path" : prior.Faults()[0],
                design == SweepDesignKind.Grid ? "values, or from, to and steps, in a grid" : "a group with shape, central, low and high");
            return input;
        }

        return input with { Prior = prior };
    }

    /// <summary>Tries each value alone: what the reader of scenarios says of it is told at its place here.</summary>
    private static void Judge(SweepInput input, InputText text, IReadOnlyList<InputPlace> places, SweepModel model, string where, SourcePositions positions, FaultList faults)
    {
        (string Where, SweepValue Value)[] tried = text.Values is not null ? [.. input.Levels.Select((v, i) => (FormattableString.Invariant($"{where}.values[{i}]"), v))]
            : input.Prior is { } prior ? [(where + ".prior", new SweepValue(prior.Quantile(AlmostNever))), (where + ".prior", new SweepValue(prior.Quantile(1 - AlmostNever)))]
            : text.From is null ? []
            : [(where + ".from", new SweepValue(input.Low)), (where + ".to", new SweepValue(input.High))];
        foreach ((string at, SweepValue value) in tried)
        {
            try
            {
                model.Check(SweepModel.Put(model.Root, places, value));
            }
            catch (InputException e)
            {
                Fault fault = e.Faults[0];
                faults.Add(at, positions, $"is {value.Word ?? value.Number.ToString("G6", CultureInfo.InvariantCulture)}, with which {fault.Where} {fault.Wrong}", fault.Allowed);
            }
        }
    }

    private SweepInput Named(InputText text, string where, SourcePositions positions, FaultList faults)
    {
        string last = text.Path[(text.Path.LastIndexOfAny(['.', ']']) + 1)..];
        string name = text.Name ?? NotInNameRegex().Replace(last, "_");
        if (!NameRegex().IsMatch(name))
        {
            faults.Add(where + (text.Name is null ? ".path" : ".name"), positions, $"gives the name '{name}'", "a name of letters, digits and underscores that starts with a letter");
        }
        else if (SweepTables.Taken.Contains(name, StringComparer.OrdinalIgnoreCase) || name is "and" or "or" || _inputs.Any(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            faults.Add(where + (text.Name is null ? ".path" : ".name"), positions, $"gives the name '{name}', which is taken", "a name of its own, by the key name");
        }

        return new SweepInput { Name = name, Path = text.Path };
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex NameRegex();

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex NotInNameRegex();
}
