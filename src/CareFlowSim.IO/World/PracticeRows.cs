using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>Reads what is published and what was fitted of each area's delays.</summary>
/// <param name="areas">The areas of the world.</param>
/// <param name="known">Whether all of them could be read, so that one that is not there is truly unknown.</param>
internal sealed class PracticeRows(IReadOnlyList<AreaInputs> areas, bool known)
{
    /// <summary>A factor further from 1 than this says that something else is wrong.</summary>
    private const double LargestFactor = 100;

    private readonly string[] _codes = [.. areas.Select(a => a.Code)];

    /// <summary>Published delayed days by area: a row is whole or empty.</summary>
    public AreaDelays[] Delays(InputTable? table)
    {
        AreaDelays[] delays = [.. areas.Select(a => new AreaDelays(a.Ordinal, null))];
        foreach ((InputRow row, int area) in Rows(table))
        {
            double?[] days = [.. Validation.ReasonCodes.Select(c => row.OptionalNumber(c, 0))];
            bool[] empty = [.. Validation.ReasonCodes.Select(c => row.OptionalText(c) is null or { Length: 0 })];
            if (empty.Contains(true) && empty.Contains(false))
            {
                row.Fault(Validation.ReasonCodes[Array.IndexOf(empty, true)], "is empty", "days for every reason, or for none");
            }
            else if (area >= 0 && days.All(d => d is not null))
            {
                delays[area] = new AreaDelays(area, [.. days.Select(d => d!.Value)]);
            }
        }

        return table is null ? [] : delays;
    }

    /// <summary>Fitted factors by area.</summary>
    public AreaMultipliers[] Calibration(InputTable? table)
    {
        AreaMultipliers[] factors = [.. areas.Select(_ => AreaMultipliers.One)];
        foreach ((InputRow row, int area) in Rows(table))
        {
            AreaMultipliers read = AreaMultipliers.One;
            foreach (AreaMultiplier m in AreaMultiplier.All)
            {
                read = m.With(read, row.Number(m.Column, 1 / LargestFactor, LargestFactor) ?? 1);
            }

            row.Text("source");
            if (area >= 0)
            {
                factors[area] = read;
            }
        }

        return table is null ? [] : factors;
    }

    private List<(InputRow Row, int Area)> Rows(InputTable? table)
    {
        List<(InputRow, int)> rows = [];
        if (table is null)
        {
            return rows;
        }

        KeyCheck check = new(table, "area_code", inOrder: true);
        foreach (InputRow row in table.Rows)
        {
            string? code = row.Text("area_code");
            int area = Array.IndexOf(_codes, code);
            if (code is not null && area < 0 && known)
            {
                row.Fault("area_code", $"'{code}' is not an area of areas.csv", Choices.Allowed(code, _codes, "areas"));
                check.Add(row, null);
            }
            else if (!check.Add(row, code))
            {
                area = -1;
            }

            rows.Add((row, area));
        }

        if (known)
        {
            check.Want(_codes, "a row for every area");
        }

        return rows;
    }
}
