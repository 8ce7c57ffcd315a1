using CareFlowSim.Experiments;
using Spectre.Console;

namespace CareFlowSim.Cli;

/// <summary>A progress bar with share, elapsed time and time left, for a screen. It goes away when the work is done.</summary>
internal static class LiveProgress
{
    /// <summary>Does some work behind the bar.</summary>
    public static T While<T>(IAnsiConsole screen, string what, Func<Action<RunProgress>, T> work) =>
        screen.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(what), maxValue: 1);
                return work(progress => task.Value = progress.Done);
            });
}
