namespace CareFlowSim.Model;

/// <summary>Puts crises in order of person and occurrence. They come in order of time, so those of a person are in order already: it is enough to deal them out by digits of the person's number.</summary>
internal static class CrisisLog
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    /// <summary>The crises by person, those of a person in the order in which they came.</summary>
    /// <param name="crises">Crises in order of time.</param>
    /// <param name="areas">Number of areas of the system; the area is the upper part of a person's number.</param>
    public static CrisisEntry[] ByPerson(ReadOnlySpan<CrisisEntry> crises, int areas)
    {
        CrisisEntry[] sorted = new CrisisEntry[crises.Length];
        if (crises.Length == 0)
        {
            return sorted;
        }

        CrisisEntry[] other = new CrisisEntry[crises.Length];
        Deal(crises, other, 0);
        Deal(other, sorted, DigitBits);
        if (areas == 1)
        {
            return sorted;
        }

        Deal(sorted, other, Person.NumberBits);
        return other;
    }

    private static void Deal(ReadOnlySpan<CrisisEntry> from, Span<CrisisEntry> to, int shift)
    {
        Span<int> next = stackalloc int[Digits];
        next.Clear();
        foreach (ref readonly CrisisEntry crisis in from)
        {
            next[(crisis.Person >> shift) & (Digits - 1)]++;
        }

        int sum = 0;
        for (int digit = 0; digit < Digits; digit++)
        {
            (next[digit], sum) = (sum, sum + next[digit]);
        }

        foreach (ref readonly CrisisEntry crisis in from)
        {
            to[next[(crisis.Person >> shift) & (Digits - 1)]++] = crisis;
        }
    }
}
