namespace CareFlowSim.IO;

/// <summary>A straight-line map from values to pixels.</summary>
internal readonly record struct Scale(double Low, double High, double AtLow, double AtHigh)
{
    internal double At(double value) => AtLow + ((value - Low) / (High - Low) * (AtHigh - AtLow));
}
