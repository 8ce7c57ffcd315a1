using CareFlowSim.Experiments;

namespace CareFlowSim.IO;

/// <summary>A merged sweep as the start of a study of sensitivity.</summary>
public static class SweepSensitivitySource
{
    /// <summary>Takes over the design, the inputs, and every figure: what policies change, and the baseline's levels.</summary>
    public static SensitivitySource Of(SweepResult sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new SensitivitySource(
            sweep.Name,
            sweep.Title,
            DesignOf(sweep),
            [.. sweep.Inputs.Select(i => (i.Name, i.Unit))],
            sweep.Cells.Count,
            sweep.Replications,
            [
                .. Enumerable.Range(0, sweep.Policies.Count).SelectMany(policy => sweep.Measures.Select((m, i) => new SensitivityFigure(sweep.Policies[policy], m.Name, m.Unit, m.Meaning, sweep.Means(policy, i)))),
            ]);
    }

    private static SensitivityDesign DesignOf(SweepResult sweep)
    {
        int inputs = sweep.Inputs.Count;
        bool words = sweep.Inputs.Any(i => i.Kind == SweepValueKind.Word);
        return sweep.Design.Kind switch
        {
            SweepDesignKind.Morris => new SensitivityDesign(Morris: sweep.Design.Morris(inputs)),
            SweepDesignKind.Saltelli => new SensitivityDesign(Saltelli: sweep.Design.Saltelli(inputs)),
            SweepDesignKind.OneAtATime => new SensitivityDesign(OneAtATime: OneAtATimeDesign.Create(inputs)),
            SweepDesignKind.LatinHypercube or SweepDesignKind.Sobol when !words => new SensitivityDesign(Points: [.. sweep.Cells.Select(c => c.Values.Select(v => v.Number).ToArray())]),
            _ => new SensitivityDesign(Levels: [.. sweep.Cells.Select(c => c.Values.Select(v => v.Word ?? v.Number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).ToArray())]),
        };
    }
}
