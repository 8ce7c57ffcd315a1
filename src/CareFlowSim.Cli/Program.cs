using CareFlowSim.Experiments;
using CareFlowSim.IO;
using CareFlowSim.Model;

World w = WorldReader.Read("scenarios/england-2014");
int n = int.Parse(args[0]);
Dictionary<string, double> ch = [];
foreach (string a in args.Skip(2)) { string[] kv = a.Split('='); ch[kv[0]] = double.Parse(kv[1]); }
Scenario s = new() { Name = "v", Title = "v", World = "england-2014", Period = new Period(new DateOnly(2014, 4, 1), 365, int.Parse(args[1])), PeoplePerAgent = n, Seed = 1, ParameterChanges = ch, Replications = 1 };
var t0 = System.Diagnostics.Stopwatch.GetTimestamp();
Setup setup = new(w, s);
Console.WriteLine($"setup {System.Diagnostics.Stopwatch.GetElapsedTime(t0).TotalSeconds:0.00}");
ExperimentResult r = ExperimentRunner.Run(setup, new RunOptions { Check = Environment.GetEnvironmentVariable("CHECK") == "1" });
Console.WriteLine($"run {System.Diagnostics.Stopwatch.GetElapsedTime(t0).TotalSeconds:0.00} s, events {r.Events:N0}");
foreach (var c in Validation.Compare(r)) Console.WriteLine($"{c.Target.Key,-32}{c.Target.Value,14:N2}{c.Value,14:N2}{c.Difference,9:P1} {(c.Pass ? "" : "X")}");
foreach (Measure m in Enum.GetValues<Measure>()) Console.WriteLine($"  {m,-32}{r.Mean(0, m),14:N0}");
foreach (WaitKind k in Enum.GetValues<WaitKind>()) { var h = r.Waits[0, 0][(int)k]; for (int a = 1; a < r.Areas.Count; a++) h.Merge(r.Waits[0, a][(int)k]); Console.WriteLine($"  wait {k,-24}{h.Count,10:N0} mean {h.Mean / 24:0.00} d"); }
for (int i = 0; i < 11; i++) { var d = r.Delays(0, 0, i); Console.WriteLine($"  reason {i} all {d.All * n,10:N0} cap {d.AllCapacity * n,10:N0} rec {d.Recorded * n,10:N0} reccap {d.RecordedCapacity * n,10:N0}"); }
foreach (DailySeries q in Enum.GetValues<DailySeries>()) { var d = r.England[0, 0][(int)q]; Console.WriteLine($"  {q,-20}" + string.Join(" ", Enumerable.Range(0, d.Length / 30).Select(i => d.Skip(i * 30).Take(30).Average() * n).Select(x => x.ToString("0")))); }
