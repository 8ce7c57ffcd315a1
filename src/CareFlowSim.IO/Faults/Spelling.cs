namespace CareFlowSim.IO;

/// <summary>Finds what somebody probably meant to write.</summary>
public static class Spelling
{
    private const int MostEdits = 4;

    /// <summary>
    /// The known word nearest to <paramref name="word"/> by edit distance (insert, delete, replace, swap of neighbours; upper and
    /// lower case are alike), or null when none is near: at most one edit in three letters, four in all. The first of equals wins.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        string sought = word.ToUpperInvariant();
        string? nearest = null;
        int fewest = int.MaxValue;
        foreach (string candidate in known)
        {
            int cutOff = Math.Min(MostEdits, Math.Max(word.Length, candidate.Length) / 3);
            if (Math.Abs(word.Length - candidate.Length) > cutOff)
            {
                continue;
            }

            int edits = Distance(sought, candidate.ToUpperInvariant());
            if (edits <= cutOff && edits < fewest)
            {
                (nearest, fewest) = (candidate, edits);
            }
        }

        return nearest;
    }

    /// <summary>Optimal string alignment distance (Damerau 1964, without a second edit of a swapped pair).</summary>
    internal static int Distance(string a, string b)
    {
        int[] twoBack = new int[b.Length + 1];
        int[] before = new int[b.Length + 1];
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            before[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replace, 1 + Math.Min(before[j], row[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoBack[j - 2] + 1);
                }
            }

            (twoBack, before, row) = (before, row, twoBack);
        }

        return before[b.Length];
    }
}
