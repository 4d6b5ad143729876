using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.History;

/// <summary>What happened to a record.</summary>
public enum ChangeKind
{
    Created,
    Changed,

    /// <summary>Made one with another record, which goes on.</summary>
    Merged,
    Removed,

    /// <summary>There again, after it was merged or removed.</summary>
    Restored,
}

/// <summary>One change of one record, for somebody who keeps a copy.</summary>
/// <param name="Change">What happened.</param>
/// <param name="Record">Kind of the record.</param>
/// <param name="Slug">Of parties and questions, as it was by then; null for other kinds.</param>
/// <param name="PartyKind">Of parties, as it was by then; null for other kinds.</param>
/// <param name="Version">The version that this made.</param>
/// <param name="At">When it was published (UTC).</param>
/// <param name="By">Who published it.</param>
/// <param name="DisclosureId">What brought it.</param>
/// <param name="Reason">Null of a creation.</param>
/// <param name="MergedInto">Id of the record that goes on; null unless it was merged.</param>
public sealed record ChangeItem(
    ChangeKind Change, RecordKind Record, Guid Id, string? Slug, PartyKind? PartyKind, int Version, DateTime At, string By, Guid DisclosureId, RevisionReason? Reason, string? Note, Guid? MergedInto);

/// <summary>A stretch of the changes, oldest first.</summary>
/// <param name="Next">Where the next stretch begins; there is one always, since more will come.</param>
public sealed record ChangePage(IReadOnlyList<ChangeItem> Items, string Next);

/// <summary>
/// Lists all changes of all records in the order in which they were published. A revision's time is later than that of every
/// transaction that committed before it (<see cref="Moment"/>), so nothing ever appears before a cursor.
/// </summary>
public sealed class ChangeQueries(TrackerDbContext db)
{
    public const int DefaultLimit = 200;
    public const int MaxLimit = 1000;

    /// <summary>Whether changes can be listed from here: a cursor, or a time in ISO 8601.</summary>
    public static bool IsPlace(string since) => TryRead(since, out _);

    /// <param name="since">A cursor, or a time from which on; null from the beginning.</param>
    /// <exception cref="FormatException"><paramref name="since"/> is neither.</exception>
    public async Task<ChangePage> ListAsync(string? since, int limit, CancellationToken cancellation)
    {
        var place = (At: DateTime.UnixEpoch, Id: Guid.Empty);
        if (since is not null && !TryRead(since, out place))
        {
            throw new FormatException($"“{since}” is neither a cursor nor a time.");
        }

        var (at, id) = place;
        var rows = await db.Revisions.AsNoTracking().Where(r => r.At > at || (r.At == at && r.Id.CompareTo(id) > 0)).OrderBy(r => r.At).ThenBy(r => r.Id).Take(limit)
            .Select(r => new
            {
                Revision = r,
                r.Record.Kind,
                r.Disclosure.Act,
                Document = r.State == null && r.Disclosure.Act == DisclosureAct.Merge ? r.Disclosure.Document : null,
                IsBack = r.Version > 1 && db.Revisions.Any(before => before.RecordId == r.RecordId && before.Version == r.Version - 1 && before.State == null),
                Last = r.State ?? db.Revisions.Where(before => before.RecordId == r.RecordId && before.Version == r.Version - 1).Select(before => before.State).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var items = rows.Select(row =>
        {
            var state = JsonNode.Parse(row.Last ?? "{}")!;
            var (revision, isParty) = (row.Revision, row.Kind == RecordKind.Party);
            return new ChangeItem(
                revision.State is null ? row.Act == DisclosureAct.Merge ? ChangeKind.Merged : ChangeKind.Removed
                    : row.IsBack ? ChangeKind.Restored : revision.Version == 1 ? ChangeKind.Created : ChangeKind.Changed,
                row.Kind,
                revision.RecordId,
                (string?)state["slug"],
                isParty && Words.TryParse<PartyKind>((string?)state["kind"], out var type) ? type : null,
                revision.Version,
                revision.At,
                revision.By,
                revision.DisclosureId,
                revision.Reason,
                revision.Note,
                row.Document is { } document ? Guid.Parse((string)JsonNode.Parse(document)![Words.Of(DisclosureAct.Merge)]!["into"]!) : null);
        }).ToList();
        return new ChangePage(items, rows.Count > 0 ? Write(rows[^1].Revision.At, rows[^1].Revision.Id) : Write(at, id));
    }

    private static string Write(DateTime at, Guid id) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at.Ticks}~{id}")));

    private static bool TryRead(string since, out (DateTime At, Guid Id) place)
    {
        place = default;
        if (DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && since.Contains('-', StringComparison.Ordinal))
        {
            place = (time.UtcDateTime, Guid.Empty);
            return true;
        }

        var bytes = new byte[since.Length];
        if (!Base64Url.IsValid(since) || !Base64Url.TryDecodeFromChars(since, bytes, out var length)
            || Encoding.ASCII.GetString(bytes, 0, length).Split('~') is not [var ticks, var id]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > DateTime.MaxValue.Ticks || !Guid.TryParse(id, out var guid))
        {
            return false;
        }

        place = (new DateTime(number, DateTimeKind.Utc), guid);
        return true;
    }
}
