using BenchmarkDotNet.Running;
using PhysicalAiTracker.Benchmarks;

if (args is ["as-of", .. var size])
{
    await AsOfMeasurement.RunAsync(size is [var records] ? int.Parse(records, System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ListBenchmarks).Assembly).Run(args);
