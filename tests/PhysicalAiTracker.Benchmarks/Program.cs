using System.CommandLine;
using System.CommandLine.Parsing;
using BenchmarkDotNet.Running;
using PhysicalAiTracker.Benchmarks;
using PhysicalAiTracker.Benchmarks.Data;
using PhysicalAiTracker.Benchmarks.Report;

var size = new Argument<int>("records") { Description = "How many records.", DefaultValueFactory = _ => 100_000 };
var asOf = new Command("as-of", "How long the file of an earlier day takes, and how much memory.") { size };
asOf.SetAction(async (parsed, _) => await AsOfMeasurement.RunAsync(parsed.GetValue(size)));

var micro = new Argument<string[]>("arguments") { Description = "As BenchmarkDotNet takes them.", Arity = ArgumentArity.ZeroOrMore };
var lists = new Command("lists", "Core's list queries, by BenchmarkDotNet.") { micro };
lists.TreatUnmatchedTokensAsErrors = false;
lists.SetAction(parsed => { BenchmarkSwitcher.FromAssembly(typeof(ListBenchmarks).Assembly).Run([.. parsed.GetValue(micro) ?? [], .. parsed.UnmatchedTokens]); });

var root = new RootCommand("Measures the tracker at scale: docs/performance.md says what and how.") { DataVerb.Create(), RowsVerb.Create(), ReportVerb.Create(), asOf, lists };
return await root.Parse(args).InvokeAsync();
