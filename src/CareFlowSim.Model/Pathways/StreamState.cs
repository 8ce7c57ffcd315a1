using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>How far a stream is in a replication. The draws of the batches to come are made many at a time.</summary>
internal sealed class StreamState(StreamLayout layout)
{
    private const int Ahead = 64;

    private readonly uint[] _gap = new uint[Ahead];
    private readonly uint[] _class = new uint[Ahead];
    private readonly uint[] _batch = new uint[Ahead];
    private readonly uint[] _way = new uint[Ahead];

    public StreamLayout Layout { get; } = layout;

    /// <summary>Number of the next batch.</summary>
    public int Batch { get; set; }

    /// <summary>Number of the next person.</summary>
    public uint Number { get; set; }

    /// <summary>Cumulated rate so far, in expected batches.</summary>
    public double Mass { get; set; }

    public void Reset()
    {
        Batch = 0;
        Number = 0;
        Mass = 0;
    }

    /// <summary>The luck of a batch: of the time before it, the size, and the class and way of its first person.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Draw Of(int batch, RandomStream luck, uint decision)
    {
        int position = batch & (Ahead - 1);
        if (position == 0)
        {
            luck.ForRange((uint)batch, decision, 0, _gap, _class, _batch, _way);
        }

        return new Draw(_gap[position], _class[position], _batch[position], _way[position]);
    }
}
