using CareFlowSim.Model;

namespace CareFlowSim.Experiments;

/// <summary>One input that is drawn from a prior, and how a value of it gets into a scenario.</summary>
/// <param name="Prior">What is believed of it; its name is the input's.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Provenance"><c>read</c>, <c>recalled</c>, <c>judgement</c>, <c>estimate</c> or <c>calibrated</c>.</param>
/// <param name="Source">Publication or reasoning behind the range.</param>
/// <param name="Set">A scenario with this value of the input.</param>
public sealed record UncertainInput(Prior Prior, string Unit, string Provenance, string Source, Func<Scenario, double, Scenario> Set)
{
    /// <summary>Key of the parameter or path of the lever.</summary>
    public string Name => Prior.Name;

    /// <summary>Whether the range says what studies found; false for estimates and calibrated figures, which stand in for what nobody measured.</summary>
    public bool IsEvidence => Provenance is not ("estimate" or "calibrated");

    /// <summary>The word for the two kinds.</summary>
    public string Role => IsEvidence ? "evidence" : "calibration";
}
