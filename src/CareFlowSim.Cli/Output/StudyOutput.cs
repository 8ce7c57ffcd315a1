using CareFlowSim.Experiments;
using CareFlowSim.IO;
using Spectre.Console;

namespace CareFlowSim.Cli;

/// <summary>Shows how far a study is, writes its folder and prints its answer.</summary>
internal static class StudyOutput
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Does some work and says how far it is: as a bar on a screen, elsewhere as lines, one every few seconds.</summary>
    public static T While<T>(Terminal terminal, Func<Action<string, RunProgress>, T> work)
    {
        object gate = new();
        if (terminal.ErrorScreen is { } screen)
        {
            return screen.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .Start(context =>
                {
                    ProgressTask task = context.AddTask("", maxValue: 1);
                    return work((what, p) =>
                    {
                        lock (gate)
                        {
                            task.Description = Markup.Escape(what);
                            task.Value = p.Done;
                        }
                    });
                });
        }

        long started = terminal.Time.GetTimestamp();
        long last = started;
        return work((what, p) =>
        {
            lock (gate)
            {
                if (terminal.Time.GetElapsedTime(last) >= Pause)
                {
                    last = terminal.Time.GetTimestamp();
                    terminal.Error.WriteLine($"{what}: {Show.Share(p.Done)} done, {Show.Time(terminal.Time.GetElapsedTime(started))} elapsed");
                }
            }
        });
    }

    /// <summary>Writes the folder, prints the answer and returns the exit code.</summary>
    public static int Finish(Terminal terminal, Study study, StudyInfo info, OutputFolder folder, bool json, bool stopped)
    {
        IReadOnlyList<string> files = folder.Replace(f => study.Write(f, info), stopped ? CancellationToken.None : terminal.Stop);
        if (json)
        {
            terminal.Out.WriteLine(study.Json(info, files));
        }
        else
        {
            TextTable.Show(terminal, study.Sections.Take(study.Printed));
        }

        foreach (string path in files)
        {
            (json ? terminal.Error : terminal.Out).WriteLine(path);
        }

        string simulated = info.Seconds > 0 ? $"Simulated for {Show.Time(TimeSpan.FromSeconds(info.Seconds))}, wrote" : "Wrote";
        terminal.Error.WriteLine($"{simulated} {Show.Count(files.Count, "file", "files")}.");
        if (stopped)
        {
            terminal.Error.WriteLine("Stopped; what was finished was written.");
        }

        return stopped ? ExitCode.Stopped : ExitCode.Good;
    }
}
