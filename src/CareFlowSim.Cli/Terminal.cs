using CareFlowSim.Experiments;
using CareFlowSim.IO;
using Spectre.Console;

namespace CareFlowSim.Cli;

/// <summary>Writes the files of a result into a folder and returns their names.</summary>
internal delegate IReadOnlyList<string> ResultWriter(string folder, ExperimentResult result, RunInfo info);

/// <summary>Where a command speaks to, and what it takes from its surroundings. Answers go to <see cref="Out"/>, everything said on the way to <see cref="Error"/>.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    /// <summary>The sequence that makes the cursor visible again.</summary>
    public const string ShowCursor = "\u001b[?25h";

    /// <summary>A screen behind <see cref="Out"/>, or null when it is a file or a pipe.</summary>
    public IAnsiConsole? OutScreen { get; init; }

    /// <summary>A screen behind <see cref="Error"/>, or null when it is a file or a pipe.</summary>
    public IAnsiConsole? ErrorScreen { get; init; }

    /// <summary>Whether the user wants the command to stop.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The wall clock, for timings and the manifest only.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether to show where an unexpected fault arose.</summary>
    public bool Trace { get; init; }

    /// <summary>Variables of the surroundings, such as those of a cluster's job array.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Writes results.</summary>
    public ResultWriter WriteResult { get; init; } = ResultFolder.Write;

    /// <summary>The terminal, or the files and pipes, that the process was started with.</summary>
    public static Terminal OfProcess(CancellationToken stop) => new(Console.Out, Console.Error)
    {
        OutScreen = Console.IsOutputRedirected ? null : Screen(Console.Out),
        ErrorScreen = Console.IsErrorRedirected ? null : Screen(Console.Error),
        Stop = stop,
        Trace = Environment.GetEnvironmentVariable("CAREFLOW_TRACE") == "1",
    };

    /// <summary>Writes faults, one a line.</summary>
    public void Complain(IEnumerable<string> faults)
    {
        foreach (string fault in faults)
        {
            Error.WriteLine(fault);
        }
    }

    private static IAnsiConsole Screen(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
