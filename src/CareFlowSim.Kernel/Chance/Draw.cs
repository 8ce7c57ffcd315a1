using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>Four independent random words belonging to one decision of one person. Reading them changes nothing, so one draw may serve up to four variates.</summary>
public readonly struct Draw
{
    /// <summary>First word.</summary>
    public readonly uint W0;

    /// <summary>Second word.</summary>
    public readonly uint W1;

    /// <summary>Third word.</summary>
    public readonly uint W2;

    /// <summary>Fourth word.</summary>
    public readonly uint W3;

    /// <summary>Makes a draw of four given words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Draw(uint w0, uint w1, uint w2, uint w3)
    {
        W0 = w0;
        W1 = w1;
        W2 = w2;
        W3 = w3;
    }

    /// <summary>First word as a number strictly between 0 and 1.</summary>
    public double U0 => Uniform(W0);

    /// <summary>Second word as a number strictly between 0 and 1.</summary>
    public double U1 => Uniform(W1);

    /// <summary>Third word as a number strictly between 0 and 1.</summary>
    public double U2 => Uniform(W2);

    /// <summary>Fourth word as a number strictly between 0 and 1.</summary>
    public double U3 => Uniform(W3);

    /// <summary>The middle of the word's cell when (0,1) is cut into 2^32 cells; never 0 and never 1, symmetric about one half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Uniform(uint w) => (w + 0.5) * (1.0 / 4294967296.0);
}
