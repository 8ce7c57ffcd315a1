using System.ComponentModel;
using System.Diagnostics;
using CareFlowSim.Tests.IO.Scenarios;
using Xunit;

namespace CareFlowSim.Tests.IO;

/// <summary>The scripts of tests/parquet-readers, run by node.</summary>
internal static class NodeReaders
{
    private const string Advice = "run: npm install --prefix tests/parquet-readers";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a script.</summary>
    /// <returns>Its exit code, and what it said on either side.</returns>
    public static (int ExitCode, string Output) Run(string script, params string[] args)
    {
        string readers = Path.Combine(ScenarioFiles.Root, "tests", "parquet-readers");
        Assert.True(Directory.Exists(Path.Combine(readers, "node_modules")), $"The readers are not installed; {Advice}");
        ProcessStartInfo start = new("node", [Path.Combine(readers, script), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process node = Process.Start(start)!;
            Task<string> output = node.StandardOutput.ReadToEndAsync();
            Task<string> errors = node.StandardError.ReadToEndAsync();
            if (!node.WaitForExit(Patience))
            {
                node.Kill(entireProcessTree: true);
                Assert.Fail($"node {script} took longer than {Patience}.");
            }

            return (node.ExitCode, errors.Result + output.Result);
        }
        catch (Win32Exception)
        {
            Assert.Fail($"node 20 or later is not on the path; install it, then {Advice}");
            throw;
        }
    }
}
