using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.History;

/// <summary>One change, for somebody who follows a record.</summary>
/// <param name="Title">What the record is called, and what happened.</param>
/// <param name="At">When it was published (UTC).</param>
public sealed record FeedEntry(Guid RevisionId, Guid RecordId, string Title, DateTime At);

/// <summary>The newest changes around one record.</summary>
/// <param name="Of">The record.</param>
public sealed record Feed(RecordName Of, IReadOnlyList<FeedEntry> Entries);

/// <summary>Reads what changed about a record and about what refers to it.</summary>
public sealed class FeedQueries(TrackerDbContext db, RecordNames names, RecordHistoryQueries histories)
{
    private const int Most = 50;

    /// <param name="slugOrId">Of a record that is there.</param>
    public async Task<Feed?> FindAsync(RecordKind kind, string slugOrId, CancellationToken cancellation)
    {
        if (await histories.IdOfAsync(kind, slugOrId, cancellation) is not { } id
            || !(await names.OfAsync([(kind, id)], cancellation)).TryGetValue(id, out var followed))
        {
            return null;
        }

        Guid[] around = [.. (await Referring.ToAsync(db, kind, id, cancellation)).Select(record => record.Id).Prepend(id)];
        var rows = await db.Revisions.AsNoTracking().Where(r => around.Contains(r.RecordId)).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(Most)
            .Select(r => new { r.Id, r.RecordId, r.Record.Kind, r.Version, r.At, r.Note }).ToListAsync(cancellation);
        var called = await names.OfAsync([.. rows.Select(r => (r.Kind, r.RecordId))], cancellation);
        return new Feed(followed, [.. rows.Select(r => new FeedEntry(
            r.Id, r.RecordId, $"{called.GetValueOrDefault(r.RecordId)?.Text ?? Prose.Of(r.Kind)} ({(r.Version == 1 ? "new" : r.Note ?? "changed")})", r.At))]);
    }
}
