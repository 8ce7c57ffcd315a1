using System.Globalization;

namespace CareFlowSim.IO;

/// <summary>Job files that share a sweep out among the tasks of a cluster. The text depends on nothing but what is asked for.</summary>
/// <param name="Name">Name of the job.</param>
/// <param name="File">Path of the sweep's file, as the tasks see it.</param>
/// <param name="Folder">Folder of the results, as the tasks see it; on a disk that all tasks share.</param>
/// <param name="Tasks">Number of tasks.</param>
/// <param name="Processors">Processors of a task.</param>
public sealed record SweepScript(string Name, string File, string Folder, int Tasks, int Processors)
{
    /// <summary>A Slurm array. A task that was killed is submitted again alone, with <c>sbatch --array=3</c>.</summary>
    public string Slurm() => string.Create(CultureInfo.InvariantCulture, $$"""
        #!/bin/bash
        #SBATCH --job-name={{Name}}
        #SBATCH --array=1-{{Tasks}}
        #SBATCH --cpus-per-task={{Processors}}
        #SBATCH --output={{Name}}-%a.log
        # Submit:            sbatch FILE          (again for whatever is missing: finished parts are skipped; one task alone: sbatch --array=3 FILE)
        # How far it is:     careflow sweep status {{Quoted(Folder)}}
        # When all are done: careflow sweep merge {{Quoted(Folder)}}
        # CAREFLOW is the program, where it is not on the path.
        set -eu
        export DOTNET_PROCESSOR_COUNT="${SLURM_CPUS_PER_TASK:-1}"
        exec "${CAREFLOW:-careflow}" sweep run {{Quoted(File)}} --out {{Quoted(Folder)}} --shard "$SLURM_ARRAY_TASK_ID/{{Tasks}}" --threads "$DOTNET_PROCESSOR_COUNT"

        """).ReplaceLineEndings("\n");

    /// <summary>A Kubernetes indexed job. An index that fails is tried again by the cluster.</summary>
    /// <param name="image">Container image with careflow on its path.</param>
    /// <param name="claim">Persistent volume claim, writable by many, that holds the sweep's file and its results.</param>
    public string Kubernetes(string image, string claim) => string.Create(CultureInfo.InvariantCulture, $"""
        # Submit: kubectl apply -f FILE. How far it is: careflow sweep status {Folder}. When all are done: careflow sweep merge {Folder}.
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: {Label}
        spec:
          completionMode: Indexed
          completions: {Tasks}
          parallelism: {Tasks}
          backoffLimitPerIndex: 3
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: careflow
                  image: {Yaml(image)}
                  command: [careflow, sweep, run, {Yaml(File)}, --out, {Yaml(Folder)}, --shard, auto, --threads, "{Processors}"]
                  workingDir: /data
                  env:
                    - name: CAREFLOW_SHARDS
                      value: "{Tasks}"
                    - name: DOTNET_PROCESSOR_COUNT
                      value: "{Processors}"
                  resources:
                    requests:
                      cpu: "{Processors}"
                      memory: 512Mi
                  volumeMounts:
                    - name: data
                      mountPath: /data
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: {Yaml(claim)}

        """).ReplaceLineEndings("\n");

    /// <summary>The name as a cluster takes it: small letters, digits and dashes, at most 63.</summary>
    private string Label
    {
        get
        {
#pragma warning disable CA1308 // Names of Kubernetes are in small letters.
            string label = new([.. Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').Take(63)]);
#pragma warning restore CA1308
            return label.Trim('-');
        }
    }

    private static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':') ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string Yaml(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
