using System.Runtime.InteropServices;
using System.Text;
using CareFlowSim.Cli;

// The first Ctrl-C (or a polite request to end) stops before the next system; the second ends at once.
using CancellationTokenSource stop = new();
int presses = 0;
void Pressed(PosixSignalContext signal)
{
    signal.Cancel = true;
    if (Interlocked.Increment(ref presses) > 1)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write(Terminal.ShowCursor);
        }

        Environment.Exit(ExitCode.Stopped);
    }

    stop.Cancel();
    Console.Error.WriteLine("Stopping before the next system; press Ctrl-C again to end at once.");
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Pressed);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Pressed);
if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = Encoding.UTF8;
}

return CommandLine.Invoke(args, Terminal.OfProcess(stop.Token));
