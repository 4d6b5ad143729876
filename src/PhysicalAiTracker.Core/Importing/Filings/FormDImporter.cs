using Microsoft.EntityFrameworkCore.Storage;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Importing.Tables;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>
/// Takes in notices of exempt offerings (SEC Form D and D/A) in XML. Each is a disclosure like any other; what was taken in before is known by its
/// number and left alone. Of each file only its day and path are kept while others are read.
/// </summary>
public sealed class FormDImporter(TrackerDbContext db, DisclosureCommands disclosures, ActCommands acts, ActivityLog activity, TimeProvider time)
{
    private const string Ending = ".xml";

    /// <summary>Files a folder may have, whose order is kept in memory: some ten megabytes.</summary>
    private const int MostFiles = 200_000;

    /// <summary>Whether a path is a file of XML, or a folder that has one, itself or in its folders, and is neither a pack nor has one.</summary>
    public static bool IsFiling(string path) => Directory.Exists(path)
        ? !SeedPack.IsPack(path) && !Directory.EnumerateDirectories(path).Any(SeedPack.IsPack) && Files(path).Any()
        : Path.GetExtension(path).Equals(Ending, StringComparison.OrdinalIgnoreCase);

    /// <param name="progress">Is told after every filing.</param>
    /// <exception cref="IOException">A file cannot be read, or the folder for what is refused cannot be made.</exception>
    /// <exception cref="ImportStoppedException">It was cancelled while it took filings in.</exception>
    public async Task<FilingReport> ImportAsync(FilingImport import, IProgress<TableProgress>? progress, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var run = new FilingRun(import);
        await using var refused = import.Refused is { } folder ? new RefusedFilings(folder) : null;
        IDbContextTransaction? transaction = null;
        try
        {
            var files = await InOrderAsync(run, cancellation);
            var inBatch = 0;
            transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var file in files)
            {
                await TakeAsync(run, file, refused, cancellation);
                progress?.Report(new TableProgress(run.Filings, (double)run.Filings / files.Count, time.GetElapsedTime(started)));
                if (run.MustStop)
                {
                    break;
                }

                if (++inBatch >= import.Batch && !import.DryRun)
                {
                    await KeepAsync(run, transaction, cancellation);
                    await transaction.DisposeAsync();
                    transaction = await db.Database.BeginTransactionAsync(cancellation);
                    inBatch = 0;
                }
            }

            if (run.MayKeep)
            {
                await KeepAsync(run, transaction, cancellation);
            }
        }
        catch (Exception exception) when (ImportStoppedException.IsStop(exception, cancellation))
        {
            throw new ImportStoppedException(run.KeptFilings, "filings", refused is not null, exception);
        }
        finally
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }

            db.ChangeTracker.Clear();
        }

        return run.Report();
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*" + Ending, new EnumerationOptions
    {
        RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
    });

    /// <summary>By the day of their signatures, since an amendment comes after what it amends; what cannot be read comes last, to be told then.</summary>
    private static async Task<IReadOnlyList<string>> InOrderAsync(FilingRun run, CancellationToken cancellation)
    {
        if (!Directory.Exists(run.Import.Path))
        {
            return [run.Import.Path];
        }

        var found = new List<(int Day, bool IsAmendment, string Path)>();
        foreach (var file in Files(run.Import.Path))
        {
            if (found.Count == MostFiles)
            {
                run.Fail(new FilingProblem(run.Import.Path, 0, "", "", FormattableString.Invariant($"has more than {MostFiles:N0} files: import its folders one after the other")));
                return [];
            }

            var form = await ReadAsync(file, file, [], cancellation);
            found.Add((form?.SignedOn?.DayNumber ?? int.MaxValue, form?.IsAmendment ?? true, file));
        }

        found.Sort((one, other) => (one.Day, one.IsAmendment).CompareTo((other.Day, other.IsAmendment)) is var order and not 0 ? order : string.CompareOrdinal(one.Path, other.Path));
        return found.ConvertAll(file => file.Path);
    }

    private static async Task<FormD?> ReadAsync(string file, string name, List<FilingProblem> problems, CancellationToken cancellation) =>
        await FilingText.ReadAsync(file, name, problems, cancellation) is { } text ? FormD.Read(text, problems) : null;

    private async Task TakeAsync(FilingRun run, string file, RefusedFilings? refused, CancellationToken cancellation)
    {
        run.Filings++;
        var problems = new List<FilingProblem>();
        var name = Directory.Exists(run.Import.Path) ? Path.GetRelativePath(run.Import.Path, file) : Path.GetFileName(file);
        if (await ReadAsync(file, name, problems, cancellation) is { } form)
        {
            await TakeAsync(run, form, problems, cancellation);
        }

        run.Refuse(problems);
        if (problems.Count > 0)
        {
            refused?.Add(file, name, problems);
        }
    }

    private async Task TakeAsync(FilingRun run, FormD form, List<FilingProblem> problems, CancellationToken cancellation)
    {
        void Report(string element, string value, string rule, int line) => problems.Add(new FilingProblem(form.File.Path, line, element, value, rule));
        var known = new KnownFilings(db);
        if (await known.TextsAsync(form, cancellation) is { } texts)
        {
            run.Known++;
            if (!texts.Contains(form.File.Text))
            {
                run.Differ(FilingDifferences.Of(form, texts[0]));
            }

            return;
        }

        var (company, isNamesake, unclear) = await new Issuers(db).CompanyAsync(form, cancellation);
        var issuer = form.Fields["name"];
        if (unclear is not null)
        {
            Report(issuer.Path, issuer.Value, unclear, issuer.Line);
            return;
        }

        var (place, problem) = company is null ? (FilingRounds.PlaceOfFirst(form), null) : await new FilingRounds(db).PlaceAsync(form, company.Id, cancellation);
        if (place is null)
        {
            Report("", "", problem!, 0);
            return;
        }

        var document = FormDDocument.Of(form, company?.Slug, isNamesake, place, await known.UncreditedAsync(form.Cik, cancellation));
        await using var unit = await WorkUnit.BeginAsync(db, cancellation);
        var outcome = await disclosures.ImportPartAsync(document.Document, later: null, cancellation);
        problems.AddRange(outcome.Accepted ? await new FilingMerge(db, acts).RunAsync(form, place, cancellation) : outcome.Problems.Select(document.Locate));
        if (problems.Count == 0)
        {
            await unit.CommitAsync(cancellation);
            run.Count(outcome.Changes);
        }
    }

    private async Task KeepAsync(FilingRun run, IDbContextTransaction transaction, CancellationToken cancellation)
    {
        if (run.TakeNew() is > 0 and var made)
        {
            db.ChangeTracker.Clear();
            await activity.AddAsync(ActivityKind.Imported, new Actor(null, SeedImporter.By), null, FormattableString.Invariant($"{made} records from filings in {Path.GetFileName(run.Import.Path)}"), cancellation);
        }

        // Whether it was kept has to be known where the import is stopped.
        await transaction.CommitAsync(CancellationToken.None);
        (run.IsKept, run.KeptFilings) = (true, run.Filings);
    }
}
