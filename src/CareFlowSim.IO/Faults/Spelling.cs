namespace CareFlowSim.IO;

/// <summary>Finds the known word that a person most likely meant.</summary>
public static class Spelling
{
    /// <summary>The nearest known word, or null when none is near.</summary>
    /// <remarks>Nearness is the number of letters added, dropped, changed or swapped; capitals, spaces and dashes do not count.</remarks>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        string wanted = Plain(word);
        string? best = null;
        int fewest = Math.Max(1, wanted.Length / 3) + 1;
        foreach (string candidate in known)
        {
            string plain = Plain(candidate);
            int distance = IsBeginning(wanted, plain) ? 1 : Distance(wanted, plain);
            if (distance < fewest)
            {
                (best, fewest) = (candidate, distance);
            }
        }

        return best;
    }

    private static bool IsBeginning(string wanted, string known) =>
        wanted.Length >= 4 && known.Length > wanted.Length && known.StartsWith(wanted, StringComparison.Ordinal);

    private static string Plain(string word) => word.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    private static int Distance(string a, string b)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            cost[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int least = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                cost[i, j] = swapped ? Math.Min(least, cost[i - 2, j - 2] + 1) : least;
            }
        }

        return cost[a.Length, b.Length];
    }
}
