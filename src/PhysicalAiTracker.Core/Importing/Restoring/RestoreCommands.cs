using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Exporting;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Restoring;

/// <summary>What became of a restoration: everything written, or nothing and the problems.</summary>
/// <param name="Rows">By table, in order; empty where there are problems.</param>
/// <param name="Unread">Files beside those of the export, which nobody looked at.</param>
public sealed record RestoreReport(IReadOnlyList<ImportProblem> Problems, IReadOnlyList<(string Table, long Rows)> Rows, IReadOnlyList<string> Unread)
{
    public bool Succeeded => Problems.Count == 0;
}

/// <summary>
/// Takes an export into an empty database, as it was: ids, times, history and evidence. Unlike everything else that enters, it is no disclosure,
/// since its disclosures are in it; what protects the rules is that the files are those of the manifest, that every row is read by the
/// descriptions that forms and packs are read by, and that the database's own constraints hold.
/// </summary>
public sealed class RestoreCommands(TrackerDbContext db, Derivation derivation, ActivityLog activity, TimeProvider time)
{
    /// <summary>Problems told at once; the rest would say the same.</summary>
    private const int MostProblems = 100;

    /// <summary>A folder with as many files of an export is one.</summary>
    private const int FewestFiles = 3;

    /// <summary>Whether a path is that of an export: a ZIP file, or a folder with a manifest, or with so many of the other files that the manifest must have got lost.</summary>
    public static bool IsExport(string path) => File.Exists(path)
        ? path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
        : File.Exists(Path.Combine(path, ExportManifest.FileName)) || ExportQueries.FileNames.Count(name => File.Exists(Path.Combine(path, name))) >= FewestFiles;

    /// <param name="path">A folder or a ZIP file.</param>
    public async Task<RestoreReport> RestoreAsync(string path, CancellationToken cancellation)
    {
        var problems = new List<ImportProblem>();
        try
        {
            using var files = new ExportFiles(path);
            if (await ExportCheck.ReadAsync(files, problems, cancellation) is { } manifest)
            {
                return await RestoreAsync(path, files, manifest, problems, cancellation);
            }
        }
        catch (InvalidDataException)
        {
            problems.Add(new ImportProblem(path, "", "is no sound ZIP file: it is damaged, or was broken off on its way"));
        }

        return new RestoreReport(problems, [], []);
    }

    private async Task<RestoreReport> RestoreAsync(string path, ExportFiles files, ExportManifest manifest, List<ImportProblem> problems, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await WhatIsThereAsync(cancellation) is { } there)
        {
            return new RestoreReport([new ImportProblem(path, "", $"is an export, which only goes into an empty database: this one has {there}. Nothing can be merged into what it was not exported from.")], [], []);
        }

        var counts = new List<(string, long)>();
        using (var rows = new RowWriter(db, db.Database.GetDbConnection(), transaction.GetDbTransaction()))
        {
            using var scene = new RestoreScene(db, rows, Clock.Now(time));
            foreach (var table in ExportTables.All)
            {
                var listed = manifest.Files.First(file => file.Name == $"{table.Name}.ndjson");
                var count = await RestoreAsync(files, table, scene, problems, cancellation);
                if (problems.Count == 0 && count != listed.Rows)
                {
                    problems.Add(new ImportProblem(files.PathOf(listed.Name), "", FormattableString.Invariant($"has {count:N0} rows, and the manifest says {listed.Rows:N0}")));
                }

                if (problems.Count > 0)
                {
                    return new RestoreReport(problems, [], []);
                }

                counts.Add((table.Name, count));
            }

            if (scene.WithoutRevision is { } record)
            {
                return new RestoreReport([new ImportProblem(files.PathOf("revisions.ndjson"), "", $"lacks the newest revision of the record {record}")], [], []);
            }

            try
            {
                await scene.CompleteAsync(cancellation);
            }
            catch (DbException)
            {
                return new RestoreReport([new ImportProblem(path, "", $"refers, from a source to its origin, from a round to the one before it or from a question to what settles it, to what is not in the export")], [], []);
            }
        }

        if (await ExportQueries.AsOfAsync(db, cancellation) is var asOf && asOf != manifest.AsOf)
        {
            return new RestoreReport([new ImportProblem(files.PathOf(ExportManifest.FileName), "", $"/asOf is {Shown(manifest.AsOf)}, and what is in the export last changed {Shown(asOf)}")], [], []);
        }

        await derivation.RebuildAsync(cancellation);
        await activity.AddAsync(ActivityKind.Imported, new Actor(null, SeedImporter.By), null, $"an export of {counts.Sum(count => count.Item2)} rows", cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return new RestoreReport([], counts, files.Strangers);
    }

    private async Task<long> RestoreAsync(ExportFiles files, ExportTable table, RestoreScene scene, List<ImportProblem> problems, CancellationToken cancellation)
    {
        var file = $"{table.Name}.ndjson";
        await using var stream = files.Open(file)!;
        var lines = new ExportLineReader(stream);
        while (problems.Count < MostProblems)
        {
            try
            {
                if (await lines.NextAsync(cancellation) is not { } line)
                {
                    break;
                }

                table.Restore(line, scene);
            }
            catch (JsonException exception)
            {
                Report(JsonFault.Of(exception, isLine: true));
            }
            catch (InvalidOperationException)
            {
                // What a reader of JSON throws for such a text.
                Report(JsonFault.HalfPair);
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException)
            {
                Report(exception.Message);
            }
            catch (DbException exception)
            {
                // Nothing more can be tried in this transaction.
                Report(DatabaseRefusal.Of(db, exception, scene.Last));
                break;
            }
        }

        return lines.Number;

        void Report(string message) => problems.Add(new ImportProblem(files.PathOf(file), $"line {lines.Number}", message));
    }

    private static string Shown(DateTime? time) => time?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture) ?? "missing";

    private async Task<string?> WhatIsThereAsync(CancellationToken cancellation)
    {
        var (disclosures, sources, records) = (await db.Disclosures.CountAsync(cancellation), await db.Sources.CountAsync(cancellation), await db.Records.CountAsync(cancellation));
        return disclosures + sources + records == 0 ? null : FormattableString.Invariant($"{records:N0} records, {sources:N0} sources and {disclosures:N0} disclosures, drafts included");
    }
}
