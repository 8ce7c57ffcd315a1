namespace CareFlowSim.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Good = 0;

    /// <summary>Something failed that is not the user's doing, or a target was missed.</summary>
    public const int Failed = 1;

    /// <summary>A file or an option is wrong.</summary>
    public const int Wrong = 2;

    /// <summary>The run had not settled when measurement began.</summary>
    public const int Unsettled = 3;

    /// <summary>Stopped by the user: 128 and the number of the signal, as shells count.</summary>
    public const int Stopped = 130;
}
