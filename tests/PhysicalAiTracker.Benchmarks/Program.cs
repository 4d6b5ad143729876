using BenchmarkDotNet.Running;
using PhysicalAiTracker.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ListBenchmarks).Assembly).Run(args);
