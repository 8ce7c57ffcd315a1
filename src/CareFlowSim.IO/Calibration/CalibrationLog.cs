using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareFlowSim.Experiments;
using CareFlowSim.Model;

namespace CareFlowSim.IO;

/// <summary>The runs of a calibration as a file: a first line that says what was calibrated, then a line a run. Replaced as a whole after every run, so that it is never half written.</summary>
public sealed class CalibrationLog
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private readonly string _file;
    private readonly List<string> _lines;

    private CalibrationLog(string file, string problem)
    {
        _file = file;
        _lines = [problem];
    }

    /// <summary>Starts a log.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="problem">What is calibrated, in one line.</param>
    public static CalibrationLog Start(string file, string problem) => new(file, problem);

    /// <summary>Reads a log to go on with.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="problem">What is calibrated now.</param>
    /// <param name="known">The answers in the log, by key of their point.</param>
    /// <exception cref="InputException">There is no such log, it is broken, or it is of another problem.</exception>
    public static CalibrationLog Resume(string file, string problem, out IReadOnlyDictionary<string, CalibrationAnswer> known)
    {
        if (!File.Exists(file))
        {
            throw Wrong(file, 1, "file", "is missing", "the log of a calibration, to go on with it");
        }

        string[] lines = File.ReadAllLines(file);
        if (lines.Length == 0 || lines[0] != problem)
        {
            throw Wrong(file, 1, "log", "is of another calibration: " + (lines.Length == 0 ? "it is empty" : lines[0]), problem);
        }

        CalibrationLog log = new(file, problem);
        Dictionary<string, CalibrationAnswer> answers = [];
        for (int i = 1; i < lines.Length; i++)
        {
            try
            {
                Run run = JsonSerializer.Deserialize<Run>(lines[i], Options)!;
                answers[run.Point] = new CalibrationAnswer(run.Targets, run.Areas, run.Months);
                log._lines.Add(lines[i]);
            }
            catch (Exception e) when (e is JsonException or ArgumentNullException or NullReferenceException)
            {
                throw Wrong(file, i + 1, "run", "cannot be read: " + e.Message, "a line as written by careflow calibrate");
            }
        }

        known = answers;
        return log;
    }

    /// <summary>What is calibrated, in one line: version, seed, areas, sample, replications and all tables of the world but the fitted one.</summary>
    public static string Problem(string version, string worldFolder, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        StringBuilder tables = new();
        foreach (string name in WorldReader.Sources(worldFolder).Files.Where(f => f != AreaCalibrationWriter.File && f != WorldTables.Sources.File))
        {
            tables.Append(name).Append(' ').Append(HashedFiles.Sha256OfFile(Path.Combine(worldFolder, name))).Append('\n');
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"careflow calibrate {version}; seed {scenario.Seed}; sample 1:{scenario.PeoplePerAgent}; replications {scenario.Replications}; areas {(scenario.Areas.Count == 0 ? "all" : string.Join(", ", scenario.Areas))}; tables {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tables.ToString())))}");
    }

    /// <summary>Adds a run and writes the file.</summary>
    public void Add(string point, CalibrationAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _lines.Add(JsonSerializer.Serialize(new Run(point, answer.Targets, answer.Areas, answer.Months), Options));
        WholeText.Write(_file, string.Join('\n', _lines) + "\n");
    }

    private static InputException Wrong(string file, int line, string where, string wrong, string allowed) => new([new Fault(file, line, 1, where, wrong, allowed)]);

    private sealed record Run(string Point, IReadOnlyList<double> Targets, IReadOnlyList<double[]> Areas, IReadOnlyList<double> Months);
}
