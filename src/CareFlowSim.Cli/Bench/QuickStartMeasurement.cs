using System.Diagnostics;
using System.Reflection;

namespace CareFlowSim.Cli;

/// <summary>The quick start as a user meets it: a process of its own from start to end, with everything read and written.</summary>
internal sealed class QuickStartMeasurement : Measurement
{
    private const string ScenarioFile = "one-area-quick-start.yaml";
    private static readonly BenchTarget Target = new(1);

    public override string Name => "quick-start";

    public override string What => "The quick start as a whole process: one area, a policy, ten replications, all files.";

    public override IEnumerable<BenchRow> Run(BenchSetting setting)
    {
        string[]? program = Program();
        double[] seconds = setting.Interleaved(warmUp: true, () => Start(program, setting))[0];
        yield return new BenchRow(program is null ? "Quick start, in this process" : "Quick start, whole process", "s", seconds, Target);
    }

    /// <summary>How to start careflow again; null when this process is something else, such as a test run.</summary>
    private static string[]? Program()
    {
        if (Assembly.GetEntryAssembly() != typeof(CommandLine).Assembly || Environment.ProcessPath is not { } path)
        {
            return null;
        }

        return Path.GetFileNameWithoutExtension(path) == CommandLine.Name ? [path] : [path, Path.Combine(AppContext.BaseDirectory, CommandLine.Name + ".dll")];
    }

    private static void Start(string[]? program, BenchSetting setting)
    {
        using TemporaryFolder folder = new();
        string[] words = ["run", setting.Beside(ScenarioFile), "--out", Path.Combine(folder.Path, "quick-start")];
        int exitCode = program is null ? CommandLine.Invoke(words, new StringWriter(), new StringWriter(), setting.Stop) : Start([.. program, .. words]);
        setting.Stop.ThrowIfCancellationRequested();
        if (exitCode != ExitCode.Good)
        {
            throw new InvalidOperationException($"The quick start ended with exit code {exitCode}.");
        }
    }

    private static int Start(string[] words)
    {
        ProcessStartInfo start = new(words[0], words.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;
    }
}
