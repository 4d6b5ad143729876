using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>
/// The files of earlier days: made when first asked for, one at a time, and kept as long as they are asked for. All of them may be deleted
/// at any time.
/// </summary>
/// <param name="folder">Where they lie; made when needed.</param>
/// <param name="most">How many are kept.</param>
public sealed class AsOfFiles(string folder, int most, TimeProvider time) : IDisposable
{
    public const string FolderName = "as-of";

    private const string Unfinished = ".unfinished";

    /// <summary>Another build may have other tables or rules, so its files are not for this one.</summary>
    private static readonly string Program = typeof(AsOfFiles).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)[..12];

    private readonly SemaphoreSlim _building = new(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The file with the tracker of a day that is over.</summary>
    /// <param name="live">The database in use; only read.</param>
    public async Task<string> OfAsync(AsOfDay day, TrackerDbContext live, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, await NameAsync(day, live, cancellation));
        if (!IsThere(file))
        {
            // One builder at all: days are cheap to ask for and dear to make.
            await _building.WaitAsync(cancellation);
            try
            {
                if (!IsThere(file))
                {
                    await BuildAsync(day, live, file, cancellation);
                }
            }
            finally
            {
                _building.Release();
            }
        }

        return file;
    }

    public void Dispose() => _building.Dispose();

    /// <summary>
    /// Names what the file was made from, so that a restored backup, or a change accepted at midnight, is not answered with the day as it was
    /// before. Days before the first revision share one file.
    /// </summary>
    private static async Task<string> NameAsync(AsOfDay day, TrackerDbContext live, CancellationToken cancellation)
    {
        var known = live.Revisions.Where(r => r.At < day.End);
        var last = await known.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation);
        if (last is null)
        {
            return $"before-{Program}.db";
        }

        var count = await known.CountAsync(cancellation)
            + await live.Snapshots.CountAsync(s => s.CapturedAt < day.End, cancellation)
            + await live.ContradictionRulings.CountAsync(r => r.At < day.End, cancellation)
            + await live.SourceLikenesses.CountAsync(l => l.At < day.End, cancellation)
            + await live.FormerSources.CountAsync(f => f.Until < day.End, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Text}-{Program}-{last:N}-{count}.db");
    }

    private bool IsThere(string file)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            File.SetLastAccessTimeUtc(file, Now);
            return true;
        }
        catch (IOException)
        {
            // Deleted at this moment.
            return false;
        }
    }

    private async Task BuildAsync(AsOfDay day, TrackerDbContext live, string file, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $"{Guid.NewGuid():N}{Unfinished}");
        try
        {
            await AsOfBuilder.BuildAsync(live, day, unfinished, cancellation);
            using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.SetLastAccessTimeUtc(unfinished, Now);
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        Sweep(file, day);
    }

    /// <summary>Deletes what this program cannot use, what the new file takes the place of, and what nobody asked for longest.</summary>
    private void Sweep(string made, AsOfDay day)
    {
        var others = new DirectoryInfo(folder).GetFiles().Where(file => file.FullName != made && file.Extension != Unfinished).ToList();
        var useless = others.Where(file => !file.Name.Contains(Program, StringComparison.Ordinal) || file.Name.StartsWith(day.Text, StringComparison.Ordinal)).ToList();
        // Left by a process that was killed.
        useless.AddRange(new DirectoryInfo(folder).GetFiles("*" + Unfinished).Where(file => file.LastWriteTimeUtc < Now.AddHours(-1)));
        foreach (var file in useless.Concat(others.Except(useless).OrderByDescending(file => file.LastAccessTimeUtc).Skip(most - 1)))
        {
            Delete(file);
        }
    }

    private static void Delete(FileInfo file)
    {
        try
        {
            // Pooled connections would keep the deleted file's blocks.
            using var connection = new SqliteConnection(SqliteConnections.ReadOnlyStringFor(file.FullName));
            SqliteConnection.ClearPool(connection);
            file.Delete();
        }
        catch (IOException)
        {
            // Somebody reads it, where an open file cannot be deleted; next time.
        }
    }
}
