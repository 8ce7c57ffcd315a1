using System.Text.Json.Nodes;

namespace CareFlowSim.IO;

/// <summary>A key of a scenario file: its name, its form and what it means.</summary>
internal abstract class Key
{
    /// <summary>Name in the file.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in a sentence or two.</summary>
    public required string Meaning { get; init; }

    /// <summary>Whether it must be there.</summary>
    public bool Required { get; init; }

    /// <summary>What holds when it is left out, in words; empty when it must be there.</summary>
    public abstract string LeftOut { get; }

    /// <summary>What its value may be.</summary>
    public abstract Form Form { get; }

    /// <summary>The key as JSON Schema.</summary>
    public JsonObject Schema()
    {
        JsonObject schema = Form.Schema();
        List<string> sentences = [Meaning];
        if (Form.Unit.Length > 0)
        {
            sentences.Add($"Unit: {Form.Unit}.");
        }

        if (LeftOut.Length > 0)
        {
            sentences.Add($"Left out: {LeftOut}.");
        }

        schema["description"] = string.Join(' ', sentences);
        return schema;
    }
}

/// <summary>A key that fills a part of a record.</summary>
/// <typeparam name="TOwner">The record.</typeparam>
internal abstract class Key<TOwner> : Key
{
    /// <summary>Reads the value and keeps it.</summary>
    public abstract void Read(string path, SourceNode node, Values values, FaultList faults);

    /// <summary>Its value in a record as it would stand in a JSON file; null when it may be left out.</summary>
    public abstract JsonNode? Write(TOwner owner);
}

/// <summary>A key whose value has a type.</summary>
/// <typeparam name="TOwner">The record that it fills a part of.</typeparam>
/// <typeparam name="TValue">Type of the value.</typeparam>
/// <param name="form">What the value may be.</param>
/// <param name="part">The part of the record; null when there is nothing to write.</param>
internal sealed class Key<TOwner, TValue>(Form<TValue> form, Func<TOwner, object?> part) : Key<TOwner>
{
    private readonly string? _leftOut;
    private readonly TValue? _default;
    private bool _hasDefault;

    /// <inheritdoc/>
    public override Form Form => form;

    /// <summary>The value when the key is left out.</summary>
    public TValue Default
    {
        get => _hasDefault ? _default! : form.Fallback;
        init => (_default, _hasDefault) = (value, true);
    }

    /// <inheritdoc/>
    public override string LeftOut => _leftOut ?? (_hasDefault ? form.Write(Default)!.ToJsonString().Trim('"') : "");

    /// <summary>Sets the words for what holds when the key is left out, where no value says it.</summary>
    public string Otherwise
    {
        init => _leftOut = value;
    }

    /// <summary>The part of a record that the key fills.</summary>
    public object? Part(TOwner owner) => part(owner);

    /// <inheritdoc/>
    public override void Read(string path, SourceNode node, Values values, FaultList faults) =>
        values.Set(Name, form.Read(path, node, faults));

    /// <inheritdoc/>
    public override JsonNode? Write(TOwner owner) => part(owner) is TValue value ? form.Write(value) : null;
}

/// <summary>A key of an inner record that stands among the keys of the record around it.</summary>
/// <typeparam name="TOuter">The record around.</typeparam>
/// <typeparam name="TInner">The inner record.</typeparam>
internal sealed class LiftedKey<TOuter, TInner> : Key<TOuter>
{
    private readonly Key<TInner> _key;
    private readonly Func<TOuter, TInner> _inner;

    private LiftedKey(Key<TInner> key, Func<TOuter, TInner> inner) => (_key, _inner) = (key, inner);

    /// <inheritdoc/>
    public override Form Form => _key.Form;

    /// <inheritdoc/>
    public override string LeftOut => _key.LeftOut;

    /// <summary>Lifts a key out of an inner record.</summary>
    public static LiftedKey<TOuter, TInner> Of(Key<TInner> key, Func<TOuter, TInner> inner) =>
        new(key, inner) { Name = key.Name, Meaning = key.Meaning, Required = key.Required };

    /// <inheritdoc/>
    public override void Read(string path, SourceNode node, Values values, FaultList faults) =>
        _key.Read(path, node, values, faults);

    /// <inheritdoc/>
    public override JsonNode? Write(TOuter owner) => _key.Write(_inner(owner));
}

/// <summary>The values read for one group of keys.</summary>
internal sealed class Values
{
    private readonly Dictionary<string, object?> _byName = new(StringComparer.Ordinal);

    /// <summary>Keeps a value.</summary>
    public void Set(string name, object? value) => _byName[name] = value;

    /// <summary>The value of a key, or its default.</summary>
    public TValue Get<TOwner, TValue>(Key<TOwner, TValue> key) =>
        _byName.TryGetValue(key.Name, out object? value) ? (TValue)value! : key.Default;

    /// <summary>The value of a key, or null when it was left out.</summary>
    public TValue? Find<TOwner, TValue>(Key<TOwner, TValue> key)
        where TValue : struct => _byName.TryGetValue(key.Name, out object? value) ? (TValue)value! : null;

    /// <summary>The record of a key, or null when it was left out.</summary>
    public TValue? FindGroup<TOwner, TValue>(Key<TOwner, TValue> key)
        where TValue : class => _byName.TryGetValue(key.Name, out object? value) ? (TValue)value! : null;
}
