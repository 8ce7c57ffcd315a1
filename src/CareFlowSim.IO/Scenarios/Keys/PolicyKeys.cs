using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The keys of one policy: its name and title, when it starts, and every lever.</summary>
internal static class PolicyKeys
{
    /// <summary>The name that no policy may have, because the arm without a policy has it.</summary>
    public const string Reserved = "baseline";

    private static readonly Key<Policy, string> Name = new(TextForm.FileName, p => p.Name)
    {
        Name = "name",
        Meaning = $"Name in tables and charts; no two policies share one, and `{Reserved}` is taken.",
        Required = true,
    };

    private static readonly Key<Policy, string> Title = new(TextForm.Line, p => p.Title.Length == 0 ? null : p.Title)
    {
        Name = "title",
        Meaning = "What the policy does, in one line.",
        Otherwise = "the name",
    };

    private static readonly Key<Policy, DateOnly> From = new(DateForm.Day, p => p.From)
    {
        Name = "from",
        Meaning = "The day from which the levers work, within the simulated days; dated changes of capacity carry their own dates.",
        Otherwise = "the first measured day",
    };

    /// <summary>The group of one policy.</summary>
    public static GroupForm<Policy> Group { get; } = new(
        "a group of keys with a name and levers",
        [Name, Title, From, .. LeverKeys.Group.Own.Select(k => LiftedKey<Policy, Levers>.Of(k, p => p.Levers))],
        v => new Policy
        {
            Name = v.Get(Name),
            Title = v.Get(Title),
            From = v.Find(From),
            Levers = LeverKeys.Group.Build(v),
        });
}
