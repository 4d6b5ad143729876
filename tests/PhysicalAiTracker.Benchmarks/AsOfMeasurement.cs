using System.Diagnostics;
using System.Globalization;
using PhysicalAiTracker.Benchmarks.Data;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History.AsOf;

namespace PhysicalAiTracker.Benchmarks;

/// <summary>
/// How long the file of an earlier day takes, and how much memory. Once, since it takes long: run it with
/// <c>dotnet run -c Release --project tests/PhysicalAiTracker.Benchmarks -- as-of</c>, and another number of records behind it.
/// </summary>
internal static class AsOfMeasurement
{
    private const int MegaByte = 1024 * 1024;

    public static async Task RunAsync(int records)
    {
        var directory = Directory.CreateTempSubdirectory("tracker-as-of-").FullName;
        try
        {
            await using (var db = GeneratedDatabase.Open(directory, null))
            {
                await GeneratedDatabase.FillAsync(db, directory, GeneratedSize.OfRecords(records));
            }

            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true);
            GC.WaitForPendingFinalizers();
            await MeasureAsync(GeneratedDatabase.Open(directory, null), Path.Combine(directory, AsOfFiles.FolderName), records);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task MeasureAsync(TrackerDbContext db, string folder, int records)
    {
        await using var live = db;
        using var files = new AsOfFiles(folder, 2, TimeProvider.System);
        var before = Environment.WorkingSet;
        var most = before;
        using var sampler = new Timer(_ => most = Math.Max(most, Environment.WorkingSet), null, 0, 50);
        var watch = Stopwatch.StartNew();
        var file = await files.OfAsync(new AsOfDay(GeneratedLedger.Day), live, CancellationToken.None);
        watch.Stop();
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{records:N0} records: {watch.Elapsed.TotalSeconds:0} s, {most / MegaByte:N0} MB at most ({before / MegaByte:N0} MB before), a file of {new FileInfo(file).Length / MegaByte:N0} MB, {Environment.ProcessorCount} cores"));
    }
}
