using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using CareFlowSim.Experiments;

namespace CareFlowSim.Cli;

/// <summary>Which of several processes this one is: said as <c>i/n</c>, or taken from the variables of a cluster's job array.</summary>
internal sealed partial class ShardOption
{
    private const string CountVariable = "CAREFLOW_SHARDS";
    private const int MostShards = 100_000;

    private readonly Option<string> _shard = new("--shard")
    {
        Description = "Which share of the sweep to run: i/n, i from 1; or auto, from the variables of a Slurm array, a Kubernetes indexed job or an AWS Batch array. Left out: all of it.",
        HelpName = "i/n",
    };

    private readonly Option<string> _shards = new("--shards")
    {
        Description = $"With --shard auto where only the index is known (Kubernetes): how many tasks there are. {CountVariable} says the same.",
        HelpName = "N",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_shard);
        command.Add(_shards);
    }

    /// <summary>The share to run.</summary>
    /// <exception cref="UsageException">It is not said rightly, or the surroundings do not tell it.</exception>
    public SweepShard Of(ParseResult parsed, Func<string, string?> variable)
    {
        string? text = parsed.GetValue(_shard);
        if (text is null)
        {
            return SweepShard.Whole;
        }

        if (text == "auto")
        {
            return Auto(parsed.GetValue(_shards) ?? variable(CountVariable), variable);
        }

        return ShardRegex().Match(text) is { Success: true } match
            && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && index >= 1 && index <= count && count <= MostShards
            ? new SweepShard(index, count)
            : throw new UsageException($"--shard – is '{text}' – i/n with i from 1 to n, or auto");
    }

    private static SweepShard Auto(string? given, Func<string, string?> variable)
    {
        int? count = given is null ? null
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MostShards ? number
            : throw new UsageException($"--shards – is '{given}' – the number of tasks, from 1 to {MostShards}");
        if (Number("SLURM_ARRAY_TASK_ID") is { } task)
        {
            int first = Number("SLURM_ARRAY_TASK_MIN") ?? 1;
            int step = Math.Max(1, Number("SLURM_ARRAY_TASK_STEP") ?? 1);
            return Checked(((task - first) / step) + 1, count ?? Number("SLURM_ARRAY_TASK_COUNT"), "SLURM_ARRAY_TASK_COUNT");
        }

        if (Number("AWS_BATCH_JOB_ARRAY_INDEX") is { } batch)
        {
            return Checked(batch + 1, count ?? Number("AWS_BATCH_JOB_ARRAY_SIZE"), "AWS_BATCH_JOB_ARRAY_SIZE");
        }

        if (Number("JOB_COMPLETION_INDEX") is { } completion)
        {
            return Checked(completion + 1, count, CountVariable);
        }

        throw new UsageException("--shard – is auto, and no variable of a job array is set – SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX or AWS_BATCH_JOB_ARRAY_INDEX; or say it as i/n");

        int? Number(string name) => variable(name) is not { Length: > 0 } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value
            : throw new UsageException($"--shard – is auto, and {name} is '{text}' – a whole number");

        SweepShard Checked(int index, int? of, string name) =>
            of is not { } total ? throw new UsageException($"--shard – is auto, and the number of tasks is not known – --shards N, or {name}")
            : index >= 1 && index <= total ? new SweepShard(index, total)
            : throw new UsageException($"--shard – is auto, and this is task {index} of {total} – an array of consecutive tasks, or --shard i/n");
    }

    [GeneratedRegex("^([0-9]+)/([0-9]+)$")]
    private static partial Regex ShardRegex();
}
