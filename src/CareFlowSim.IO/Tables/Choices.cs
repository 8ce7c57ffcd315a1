namespace CareFlowSim.IO;

/// <summary>Says what is allowed where one of several words is.</summary>
internal static class Choices
{
    private const int MostListed = 12;

    /// <summary>The nearest spelling if there is one, else the choices themselves when they are few.</summary>
    public static string Allowed(string word, IReadOnlyCollection<string> known, string what)
    {
        string? nearest = Spelling.Nearest(word, known);
        return nearest is not null ? $"did you mean '{nearest}'?"
            : known.Count <= MostListed ? "one of " + string.Join(", ", known)
            : $"one of the {known.Count} {what}";
    }

    /// <summary>A range of numbers in words.</summary>
    public static string Range(double min, double max) =>
        double.IsNegativeInfinity(min) ? "a number"
        : max is double.PositiveInfinity or int.MaxValue ? $"{min} or more"
        : $"{min} to {max}";
}
