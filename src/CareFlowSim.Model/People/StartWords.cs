using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The random words that decide how a stretch of consecutive people starts, drawn for many at a time.</summary>
internal sealed class StartWords
{
    /// <summary>People of a stretch at most: their words stay in the nearest cache.</summary>
    public const int Most = 256;

    private readonly uint[][] _start = [new uint[Most], new uint[Most], new uint[Most], new uint[Most]];
    private readonly uint[][] _clocks = [new uint[Most], new uint[Most], new uint[Most], new uint[Most]];

    /// <summary>Words 0 to 3 of <see cref="Decision.Start"/>, by person.</summary>
    public uint[] Start(int word) => _start[word];

    /// <summary>Words 0 to 3 of <see cref="Decision.FirstClocks"/>, by person.</summary>
    public uint[] Clocks(int word) => _clocks[word];

    /// <summary>Draws the words of some people from a key on.</summary>
    public void Draw(RandomStream stream, uint key, int count)
    {
        stream.ForRange(key, Decision.Start, 0, _start[0].AsSpan(0, count), _start[1].AsSpan(0, count), _start[2].AsSpan(0, count), _start[3].AsSpan(0, count));
        stream.ForRange(key, Decision.FirstClocks, 0, _clocks[0].AsSpan(0, count), _clocks[1].AsSpan(0, count), _clocks[2].AsSpan(0, count), _clocks[3].AsSpan(0, count));
    }

    /// <summary>One person's words of <see cref="Decision.Start"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Draw StartOf(int i) => new(_start[0][i], _start[1][i], _start[2][i], _start[3][i]);

    /// <summary>One person's words of <see cref="Decision.FirstClocks"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Draw ClocksOf(int i) => new(_clocks[0][i], _clocks[1][i], _clocks[2][i], _clocks[3][i]);
}
