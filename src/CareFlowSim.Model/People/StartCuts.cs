using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CareFlowSim.Model;

/// <summary>For people of one age and sex in one area: the random words below which a person starts frail, alone, somewhere else than at home, or with a clock that cannot fire.</summary>
internal struct StartCuts
{
    /// <summary>Below it: severely, at least moderately, at least mildly frail.</summary>
    public uint Severe, Moderate, Mild;

    /// <summary>Below it: lives alone.</summary>
    public uint Alone;

    /// <summary>Below it: not at home, by mild frailty and living alone.</summary>
    public uint AwayFit, AwayFitAlone, AwayMild, AwayMildAlone;

    /// <summary>Below it: the clock cannot fire within the run; crisis, death, frailty step, care-home need of fit and of mildly frail people at home.</summary>
    public uint Fit0, Fit1, Fit2, Fit3, Mild0, Mild1, Mild2, Mild3;

    /// <summary>People at a time.</summary>
    public const int Lanes = 8;

    /// <summary>Frailty of a person.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Frailty FrailtyOf(uint word) =>
        word < Severe ? Frailty.Severe : word < Moderate ? Frailty.Moderate : word < Mild ? Frailty.Mild : Frailty.Fit;

    /// <summary>
    /// Which of eight people something can happen to within the run, as bits: those who are frail, not at home, or have a clock that can fire.
    /// The others, most of all people, need no record.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Loud(StartWords words, int from)
    {
        Vector256<uint> w0 = Load(words.Start(0), from);
        Vector256<uint> mild = Vector256.LessThan(w0, Vector256.Create(Mild));
        Vector256<uint> alone = Vector256.LessThan(Load(words.Start(1), from), Vector256.Create(Alone));
        Vector256<uint> away = Either(mild, Either(alone, AwayMildAlone, AwayMild), Either(alone, AwayFitAlone, AwayFit));
        Vector256<uint> loud = Vector256.LessThan(w0, Vector256.Create(Moderate))
            | Vector256.LessThan(Load(words.Start(3), from), away)
            | Vector256.GreaterThanOrEqual(Load(words.Clocks(0), from), Either(mild, Mild0, Fit0))
            | Vector256.GreaterThanOrEqual(Load(words.Clocks(1), from), Either(mild, Mild1, Fit1))
            | Vector256.GreaterThanOrEqual(Load(words.Clocks(2), from), Either(mild, Mild2, Fit2))
            | Vector256.GreaterThanOrEqual(Load(words.Clocks(3), from), Either(mild, Mild3, Fit3));
        return loud.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Load(uint[] words, int from) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(words), (nuint)from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Either(Vector256<uint> which, uint yes, uint no) =>
        Vector256.ConditionalSelect(which, Vector256.Create(yes), Vector256.Create(no));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Either(Vector256<uint> which, Vector256<uint> yes, Vector256<uint> no) =>
        Vector256.ConditionalSelect(which, yes, no);
}
