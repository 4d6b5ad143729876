using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>
/// Takes in files of rows. Some rows at a time become a disclosure like any other, whose source is the file and whose passages are the rows; a
/// row that was taken in before is known by its data set and left alone, so that an import which was broken off goes on where it stopped.
/// </summary>
public sealed class TableImporter(TrackerDbContext db, DisclosureCommands disclosures, ActivityLog activity, TimeProvider time)
{
    /// <summary>Rows that make one disclosure.</summary>
    private const int MostRows = 100;

    /// <summary>Fewer than a document may have, since a row may add parties.</summary>
    private const int MostChanges = DisclosureDocument.MaxChanges;

    private const int MostText = 500_000;

    /// <summary>Whether a file is one of rows, by its ending.</summary>
    public static bool IsTable(string file) => Path.GetExtension(file).ToLowerInvariant() is ".csv" or ".tsv" or ".ndjson" or ".jsonl";

    /// <param name="progress">Is told after every disclosure.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="ImportStoppedException">It was cancelled while it read rows.</exception>
    public async Task<TableReport> ImportAsync(TableImport import, IProgress<TableProgress>? progress, CancellationToken cancellation)
    {
        using var run = new TableRun(import);
        var isJson = Path.GetExtension(import.File).ToLowerInvariant() is ".ndjson" or ".jsonl";
        var mapping = import.Mapping is { } file ? await ImportMapping.ReadAsync(file, ofTable: !isJson, run.Problems, cancellation) : isJson ? ImportMapping.None : null;
        if (mapping is null)
        {
            if (import.Mapping is null)
            {
                run.Fail(new RowProblem(0, "", "", "a table needs a mapping that says what its columns mean: record and fields (docs/importing/README.md)"));
            }

            return run.Report(kept: false);
        }

        var rowFile = await RowFile.OfAsync(import.File, mapping, cancellation);
        using var reader = await RowReader.OpenAsync(import.File, mapping, isJson, cancellation);
        try
        {
            if (!await reader.BeginAsync(run.Problems, cancellation))
            {
                return run.Report(kept: false);
            }
        }
        catch (DecoderFallbackException)
        {
            run.Fail(await reader.FindUndecodedAsync(cancellation));
            return run.Report(kept: false);
        }

        if (reader.DataSet is { } dataSet)
        {
            if (mapping.File.Name is { } named && named != dataSet)
            {
                run.Fail(new RowProblem(1, "", dataSet, $"is the data set that these rows were refused from, and the mapping names another, {named}"));
                return run.Report(kept: false);
            }

            rowFile = rowFile with { Name = dataSet, KeepsNumbers = true };
        }

        await using var refused = import.Refused is { } target ? reader.CreateRefused(target) : null;
        if (refused is not null && reader.Header(rowFile.Name) is { } header)
        {
            await refused.WriteLineAsync(header.AsMemory(), cancellation);
        }

        try
        {
            await RunAsync(run, reader, rowFile, refused, progress, cancellation);
        }
        catch (Exception exception) when (ImportStoppedException.IsStop(exception, cancellation))
        {
            throw new ImportStoppedException(run.KeptRows, "rows", refused is not null, exception);
        }

        return run.Report(run.IsKept);
    }

    private async Task RunAsync(TableRun run, RowReader reader, RowFile file, StreamWriter? refused, IProgress<TableProgress>? progress, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var inBatch = 0;
        var whole = (bool?)null;
        await db.Database.OpenConnectionAsync(cancellation);
        if (db.Database.IsSqlite())
        {
            // 12 MiB: pages of indexes that are written again and again stay at hand.
            await db.Database.ExecuteSqlAsync($"PRAGMA cache_size = -12288", cancellation);
        }

        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var indexes = await ListIndexes.TakeAsync(db, cancellation);
        try
        {
            while (await NextAsync(run, reader, cancellation) is { Count: > 0 } rows)
            {
                // Only a file that is read to its end in one go is a text of its own.
                whole = whole is null && run.IsAtEnd;
                foreach (var row in await TakeAsync(run, file, rows, whole.Value, cancellation))
                {
                    run.Refuse(row);
                    if (refused is not null)
                    {
                        await refused.WriteLineAsync(reader.Refused(row, file.Name).AsMemory(), cancellation);
                    }
                }

                inBatch += rows.Count;
                progress?.Report(new TableProgress(run.Rows, reader.Share, time.GetElapsedTime(started)));
                if (run.MustStop)
                {
                    break;
                }

                if (inBatch >= run.Import.Batch)
                {
                    await KeepAsync(run, file, transaction, indexes, cancellation);
                    indexes = [];
                    inBatch = 0;
                    if (run.MustStop)
                    {
                        break;
                    }

                    if (!run.Import.DryRun)
                    {
                        await transaction.DisposeAsync();
                        transaction = await db.Database.BeginTransactionAsync(cancellation);
                    }
                }
            }

            if (run.MayKeep)
            {
                await KeepAsync(run, file, transaction, indexes, cancellation);
            }
        }
        finally
        {
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Keeps what was taken since the last time; a dry run only counts it.</summary>
    private async Task KeepAsync(TableRun run, RowFile file, IDbContextTransaction transaction, IReadOnlyList<string> indexes, CancellationToken cancellation)
    {
        if (run.Import.DryRun)
        {
            run.TakeNew();
            run.Keep();
            return;
        }

        if (await disclosures.DeriveLaterAsync(run.Later, cancellation) is { Accepted: false, Problems: [var problem, ..] })
        {
            run.Fail(new RowProblem(0, problem.Pointer, "", problem.Message));
            return;
        }

        if (run.TakeNew() is > 0 and var made)
        {
            db.ChangeTracker.Clear();
            await activity.AddAsync(ActivityKind.Imported, new Actor(null, SeedImporter.By), null, FormattableString.Invariant($"{made} records from {file.FileName}"), cancellation);
        }

        await ListIndexes.MakeAsync(db, indexes, cancellation);
        // Whether it was kept has to be known where the import is stopped.
        await transaction.CommitAsync(CancellationToken.None);
        run.IsKept = true;
        run.Keep();
    }

    /// <summary>The next rows that make a disclosure; empty at the end.</summary>
    private static async Task<List<ImportRow>> NextAsync(TableRun run, RowReader reader, CancellationToken cancellation)
    {
        var rows = new List<ImportRow>();
        var (changes, length) = (0, 0);
        var most = Math.Min(MostRows, run.Import.Batch ?? MostRows);
        while (rows.Count < most)
        {
            ImportRow? row;
            try
            {
                row = run.Held ?? await reader.ReadAsync(cancellation);
                run.Held = null;
            }
            catch (DecoderFallbackException)
            {
                run.Fail(await reader.FindUndecodedAsync(cancellation));
                break;
            }

            if (row is null)
            {
                run.IsAtEnd = true;
                break;
            }

            changes += RowDocument.ChangesOf(row);
            length += Math.Min(row.Raw.Length, Sources.Passage.ExactLength);
            if (rows.Count > 0 && (changes > MostChanges || length > MostText))
            {
                run.Held = row;
                break;
            }

            run.Rows++;
            run.Seen.Check(row);
            rows.Add(row);
        }

        if (rows.Count == most && run.Held is null)
        {
            try
            {
                run.Held = await reader.ReadAsync(cancellation);
                run.IsAtEnd = run.Held is null;
            }
            catch (DecoderFallbackException)
            {
                run.Fail(await reader.FindUndecodedAsync(cancellation));
            }
        }

        return rows;
    }

    /// <summary>Publishes those rows that can be, within the transaction at hand, and answers the others.</summary>
    private async Task<IReadOnlyList<ImportRow>> TakeAsync(TableRun run, RowFile file, List<ImportRow> rows, bool whole, CancellationToken cancellation)
    {
        var fresh = await WithoutKnownAsync(run, file, rows.Where(row => row.Problems.Count == 0).ToList(), cancellation);
        var known = await KnownNamesAsync(fresh, cancellation);
        while (ImportRow.WithoutTwins(fresh) is { Count: > 0 } first)
        {
            var document = RowDocument.Of(file, first, whole, known);
            var outcome = await disclosures.ImportPartAsync(document.Document, run.Later, cancellation);
            if (outcome.Accepted)
            {
                run.Count(first.Count, outcome.Changes);
                run.Known += fresh.Count - first.Count;
                break;
            }

            var blamed = outcome.Problems.Select(problem => (problem, document.Locate(problem))).ToList();
            if (blamed.TrueForAll(pair => pair.Item2 is null))
            {
                run.Fail(new RowProblem(0, outcome.Problems[0].Pointer, "", outcome.Problems[0].Message));
                break;
            }

            foreach (var (row, problem) in blamed.Select(pair => pair.Item2).OfType<(ImportRow, RowProblem)>())
            {
                row.Problems.Add(problem);
            }

            fresh.RemoveAll(row => row.Problems.Count > 0);
        }

        return [.. rows.Where(row => row.Problems.Count > 0)];
    }

    /// <summary>Rows that this data set brought before, and parties that are known by their name, are left alone.</summary>
    private async Task<List<ImportRow>> WithoutKnownAsync(TableRun run, RowFile file, List<ImportRow> rows, CancellationToken cancellation)
    {
        var keys = rows.ConvertAll(row => file.KeyOf(row.Ref));
        var there = (await db.Records.Where(r => keys.Contains(r.ImportKey!)).Select(r => r.ImportKey!).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        var names = await NamesAsync([.. rows.Select(row => row.PartyName).OfType<string>()], cancellation);
        await new EarlierRows(db, cancellation).CompareAsync(run, file, rows.FindAll(row => there.Contains(file.KeyOf(row.Ref))));
        var sound = rows.FindAll(row => row.Problems.Count == 0);
        var fresh = sound.FindAll(row => !there.Contains(file.KeyOf(row.Ref)) && !(row.PartyName is { } name && names.Contains(NameKey.Of(name))));
        run.Known += sound.Count - fresh.Count;
        return fresh;
    }

    private Task<HashSet<string>> KnownNamesAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation) =>
        NamesAsync([.. rows.SelectMany(row => row.Parties).Select(party => party.Name)], cancellation);

    private async Task<HashSet<string>> NamesAsync(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var keys = names.Select(NameKey.Of).Distinct().ToArray();
        return keys.Length == 0
            ? []
            : (await db.Set<PartyName>().Where(n => n.Whole && keys.Contains(n.Key)).Select(n => n.Key).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
    }
}
