using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(CareFlowSim.Benchmarks.WholeRunBenchmarks).Assembly).Run(args);
