using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Puts one accepted change into the context: the record, its identity, evidence and revision.</summary>
internal sealed class RevisionWriter(TrackerDbContext db, AddedRows added, Disclosure disclosure, DateTime now, CancellationToken cancellation)
{
    public async Task WriteAsync(PendingChange change, string? key)
    {
        var record = change.Record;
        if (change.IsNew)
        {
            if (!change.IsRestored)
            {
                added.Add(new RecordIdentity
                {
                    Id = record.Id,
                    Kind = change.Schema.Kind,
                    ImportKey = key is not null && change.Ref is not null ? $"{key}#{change.Ref}" : null,
                });
                record.CreatedAt = now;
            }

            added.Add(record);
        }
        else
        {
            await KeepFormerSlugAsync(change);
            await RetireAsync(change);
        }

        record.Version++;
        record.UpdatedAt = now;
        added.Add(new Revision
        {
            RecordId = record.Id,
            Version = record.Version,
            State = change.Schema.Show(record).ToJsonString(),
            Reason = change.IsNew && !change.IsRestored ? null : change.Reason ?? RevisionReason.WorldChanged,
            Note = change.Note,
            DisclosureId = disclosure.Id,
            By = disclosure.By,
            At = now,
        });
        foreach (var assertion in change.Assertions)
        {
            assertion.DisclosureId = disclosure.Id;
            assertion.CreatedAt = now;
            added.Add(assertion);
        }
    }

    /// <summary>Takes the record away: its last revision has no state, its id a tombstone, and its slug is nobody else's.</summary>
    public async Task RemoveAsync(PendingChange change, string note, Guid? mergedInto)
    {
        db.Revisions.Add(new Revision
        {
            RecordId = change.Record.Id,
            Version = change.Record.Version + 1,
            Reason = RevisionReason.WeCorrected,
            Note = note,
            DisclosureId = disclosure.Id,
            By = disclosure.By,
            At = now,
        });
        db.Tombstones.Add(new Tombstone
        {
            Id = change.Record.Id, MergedIntoId = mergedInto, Reason = note, DisclosureId = disclosure.Id, By = disclosure.By, At = now,
        });
        if (RecordRules.SlugOf(change.Record) is { } slug)
        {
            db.FormerSlugs.Add(new FormerSlug { Kind = change.Schema.Kind, Slug = slug, RecordId = mergedInto ?? change.Record.Id });
        }

        db.Remove(change.Record);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Marks again which of the asserted values a record shows; none where it is gone.</summary>
    public async Task SettleAsync(IReadOnlyCollection<PendingChange> changes)
    {
        foreach (var change in changes)
        {
            var isThere = db.Entry(change.Record).State != EntityState.Detached;
            foreach (var value in await db.Assertions.AsTracking()
                .Where(a => a.RecordId == change.Record.Id && a.Polarity == Sources.Polarity.Affirms).SelectMany(a => a.Values).ToListAsync(cancellation))
            {
                value.Adopted = isThere && value.Value == (change.Schema.Show(change.Record, value.Field)?.ToJsonString() ?? Sources.AssertedValue.NotTold);
            }
        }
    }

    private async Task KeepFormerSlugAsync(PendingChange change)
    {
        if (!change.Changed.Contains("slug") || (string?)change.Before["slug"] is not { } former)
        {
            return;
        }

        db.FormerSlugs.Add(new FormerSlug { Kind = change.Schema.Kind, Slug = former, RecordId = change.Record.Id });
        var again = RecordRules.SlugOf(change.Record);
        if (await db.FormerSlugs.AsTracking().FirstOrDefaultAsync(s => s.Kind == change.Schema.Kind && s.Slug == again, cancellation) is { } taken)
        {
            db.FormerSlugs.Remove(taken);
        }
    }

    /// <summary>What said otherwise than the new value is kept beside it, no longer adopted; what said the same is adopted.</summary>
    private async Task RetireAsync(PendingChange change)
    {
        var values = await db.Assertions.AsTracking()
            .Where(a => a.RecordId == change.Record.Id && a.Polarity == Sources.Polarity.Affirms)
            .SelectMany(a => a.Values).Where(v => change.Changed.Contains(v.Field)).ToListAsync(cancellation);
        foreach (var value in values)
        {
            value.Adopted = IsAdopted(change.Schema, change.Record, value);
        }
    }

    /// <summary>Whether the record shows what an affirming assertion says.</summary>
    internal static bool IsAdopted(RecordSchema schema, Record record, Sources.AssertedValue value) =>
        value.Value == (schema.Show(record, value.Field)?.ToJsonString() ?? Sources.AssertedValue.NotTold);
}
