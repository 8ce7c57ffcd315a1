namespace CareFlowSim.Kernel;

/// <summary>Dated capacity: a level that changes at given times and holds in between. A plan, not a pool.</summary>
public sealed class CapacitySteps
{
    private readonly int[] _at;
    private readonly int[] _capacity;

    /// <summary>Makes a plan.</summary>
    /// <param name="steps">Times in seconds, strictly rising, each with the capacity in units from then on; at least one step.</param>
    /// <exception cref="ArgumentException">No steps, or times that do not rise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative capacity.</exception>
    public CapacitySteps(IReadOnlyList<(int At, int Capacity)> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Count == 0)
        {
            throw new ArgumentException("There must be at least one step.", nameof(steps));
        }

        _at = new int[steps.Count];
        _capacity = new int[steps.Count];
        for (int i = 0; i < steps.Count; i++)
        {
            (_at[i], _capacity[i]) = steps[i];
            ArgumentOutOfRangeException.ThrowIfNegative(_capacity[i], nameof(steps));
            if (i > 0 && _at[i] <= _at[i - 1])
            {
                throw new ArgumentException("The times of the steps must rise.", nameof(steps));
            }
        }
    }

    /// <summary>Number of steps.</summary>
    public int Count => _at.Length;

    /// <summary>The capacity in units at a time in seconds; before the first step, that of the first step.</summary>
    public int At(int time) => _capacity[Math.Max(0, LastStep(time))];

    /// <summary>The time in seconds of the first step after a time; <see cref="int.MaxValue"/> when none is left.</summary>
    public int NextChange(int time)
    {
        int next = LastStep(time) + 1;
        return next < _at.Length ? _at[next] : int.MaxValue;
    }

    private int LastStep(int time)
    {
        int found = Array.BinarySearch(_at, time);
        return found >= 0 ? found : ~found - 1;
    }
}
