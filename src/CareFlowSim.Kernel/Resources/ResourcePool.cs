namespace CareFlowSim.Kernel;

/// <summary>Capacity in whole units (beds, places) that is seized and released. It does not know who holds a unit nor who waits for one (see <see cref="WaitingLines"/>).</summary>
public sealed class ResourcePool
{
    /// <summary>Makes a pool with nothing in use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public ResourcePool(int capacity) => SetCapacity(capacity);

    /// <summary>Makes a copy of a pool with what is in use.</summary>
    public ResourcePool(ResourcePool other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Capacity = other.Capacity;
        InUse = other.InUse;
    }

    /// <summary>Units there are.</summary>
    public int Capacity { get; private set; }

    /// <summary>Units seized and not yet released.</summary>
    public int InUse { get; private set; }

    /// <summary>Units that may be seized; negative after a cut below what is in use.</summary>
    public int Free => Capacity - InUse;

    /// <summary>Seizes units if that many are free; otherwise changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of units is negative.</exception>
    public bool TrySeize(int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        if (units > Free)
        {
            return false;
        }

        InUse += units;
        return true;
    }

    /// <summary>Gives units back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of units is negative.</exception>
    /// <exception cref="InvalidOperationException">More units than are in use.</exception>
    public void Release(int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        if (units > InUse)
        {
            throw new InvalidOperationException($"Cannot release {units} units: only {InUse} are in use.");
        }

        InUse -= units;
    }

    /// <summary>Changes the capacity from now on; units in use stay in use even if they no longer fit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public void SetCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        Capacity = capacity;
    }

    /// <summary>Starts again with nothing in use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public void Reset(int capacity)
    {
        SetCapacity(capacity);
        InUse = 0;
    }
}
