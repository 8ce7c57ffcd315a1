using System.Runtime.CompilerServices;

namespace CareFlowSim.Kernel;

/// <summary>
/// All the luck of one replication. A draw depends only on seed, replication, person, decision and how often that person took that decision before:
/// never on the order of events or on another person, so two arms give the same person the same luck. Holds no state; safe to copy and to share.
/// It does not count: asking twice with the same four numbers gives the same draw, so the caller must raise <c>occurrence</c> each time.
/// </summary>
public readonly struct RandomStream : IEquatable<RandomStream>
{
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _replication;

    /// <summary>Opens the stream of one replication.</summary>
    /// <param name="seed">The experiment's seed.</param>
    /// <param name="replication">The number of the replication; any integer, each gives unrelated luck.</param>
    public RandomStream(ulong seed, int replication)
    {
        _key0 = (uint)seed;
        _key1 = (uint)(seed >> 32);
        _replication = unchecked((uint)replication);
    }

    /// <summary>The experiment's seed.</summary>
    public ulong Seed => ((ulong)_key1 << 32) | _key0;

    /// <summary>The number of the replication.</summary>
    public int Replication => unchecked((int)_replication);

    /// <summary>The draw of one person for one decision, the <paramref name="occurrence"/>th time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Draw For(uint person, uint decision, uint occurrence)
    {
        Philox4x32.Block(person, occurrence, decision, _replication, _key0, _key1, out uint w0, out uint w1, out uint w2, out uint w3);
        return new Draw(w0, w1, w2, w3);
    }

    /// <summary>
    /// The draws of consecutive persons for one decision, several at a time: position i of the four spans gets the words of
    /// <c>For(firstPerson + i, decision, occurrence)</c>. Person numbers go on at 0 after the largest.
    /// </summary>
    /// <param name="firstPerson">Person of position 0.</param>
    /// <param name="decision">The decision, as in <see cref="For"/>.</param>
    /// <param name="occurrence">How often each of them took it before, as in <see cref="For"/>.</param>
    /// <param name="w0">First words.</param>
    /// <param name="w1">Second words.</param>
    /// <param name="w2">Third words.</param>
    /// <param name="w3">Fourth words.</param>
    /// <exception cref="ArgumentException">The spans are not equally long.</exception>
    public void ForRange(uint firstPerson, uint decision, uint occurrence, Span<uint> w0, Span<uint> w1, Span<uint> w2, Span<uint> w3) =>
        Fill(new(firstPerson, occurrence, decision, _replication, _key0, _key1), w0, w1, w2, w3);

    /// <summary>
    /// The draws of one person for consecutive decisions, several at a time: position i of the four spans gets the words of
    /// <c>For(person, firstDecision + i, occurrence)</c>.
    /// </summary>
    /// <param name="person">The person, as in <see cref="For"/>.</param>
    /// <param name="firstDecision">Decision of position 0.</param>
    /// <param name="occurrence">How often each of them was taken before, as in <see cref="For"/>.</param>
    /// <param name="w0">First words.</param>
    /// <param name="w1">Second words.</param>
    /// <param name="w2">Third words.</param>
    /// <param name="w3">Fourth words.</param>
    /// <exception cref="ArgumentException">The spans are not equally long.</exception>
    public void ForDecisions(uint person, uint firstDecision, uint occurrence, Span<uint> w0, Span<uint> w1, Span<uint> w2, Span<uint> w3) =>
        Fill(new(person, occurrence, firstDecision, _replication, _key0, _key1, StepsThird: true), w0, w1, w2, w3);

    private static void Fill(in PhiloxRange.Start start, Span<uint> w0, Span<uint> w1, Span<uint> w2, Span<uint> w3)
    {
        if (w1.Length != w0.Length || w2.Length != w0.Length || w3.Length != w0.Length)
        {
            throw new ArgumentException("The four spans must be equally long.", nameof(w0));
        }

        PhiloxRange.Fill(start, new(w0, w1, w2, w3));
    }

    /// <inheritdoc/>
    public bool Equals(RandomStream other) => _key0 == other._key0 && _key1 == other._key1 && _replication == other._replication;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RandomStream other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_key0, _key1, _replication);

    /// <summary>Same seed and same replication.</summary>
    public static bool operator ==(RandomStream left, RandomStream right) => left.Equals(right);

    /// <summary>Different seed or different replication.</summary>
    public static bool operator !=(RandomStream left, RandomStream right) => !left.Equals(right);
}
