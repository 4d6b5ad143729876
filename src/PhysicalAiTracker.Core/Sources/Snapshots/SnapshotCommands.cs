using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources.Likeness;

namespace PhysicalAiTracker.Core.Sources.Snapshots;

/// <summary>What became of a new text.</summary>
public abstract record SnapshotOutcome
{
    /// <summary>It is the newest snapshot now.</summary>
    /// <param name="Changed">Passages whose state is another than before.</param>
    public sealed record Added(Guid Snapshot, int Changed) : SnapshotOutcome;

    /// <summary>Why it was not taken; nothing was written.</summary>
    /// <param name="Field">"kind" or "text".</param>
    public sealed record Refused(string Field, string Reason) : SnapshotOutcome;

    /// <summary>No source has this slug.</summary>
    public sealed record NoSource : SnapshotOutcome;
}

/// <summary>Adds the text of a known source as it stands on another day. Earlier texts and their passages stay as they are.</summary>
public sealed class SnapshotCommands(TrackerDbContext db, Derivation derivation, ActivityLog activity, TimeProvider time)
{
    /// <param name="kind">A word of <see cref="SnapshotKind"/>.</param>
    /// <param name="by">Whoever enters it.</param>
    public async Task<SnapshotOutcome> AddAsync(string slug, string kind, string text, Actor by, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (!Words.TryParse<SnapshotKind>(kind, out var word))
        {
            return new SnapshotOutcome.Refused("kind", $"Say what the text is: {string.Join(", ", Words.All<SnapshotKind>())}.");
        }

        var normal = SnapshotText.Normalise(text);
        if (string.IsNullOrWhiteSpace(normal) || normal.Length > Snapshot.TextLength)
        {
            return new SnapshotOutcome.Refused("text", normal.Length > Snapshot.TextLength
                ? FormattableString.Invariant($"The text has {normal.Length:N0} characters; {Snapshot.TextLength:N0} are the most.") : "There is no text.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = await Moment.NextAsync(db, time, cancellation);
        if (await db.Sources.AsTracking().FirstOrDefaultAsync(s => s.Slug == slug, cancellation) is not { } source)
        {
            return new SnapshotOutcome.NoSource();
        }

        // A text may go back to an earlier one; only what stands there already is nothing new.
        var hash = SnapshotText.Sha256(normal);
        var newest = await db.Snapshots.Where(s => s.SourceId == source.Id).OrderByDescending(s => s.CapturedAt).ThenByDescending(s => s.Id)
            .Select(s => new { s.Sha256, s.CapturedAt }).FirstOrDefaultAsync(cancellation);
        if (newest?.Sha256 == hash)
        {
            return new SnapshotOutcome.Refused("text", FormattableString.Invariant($"This is the newest text, captured on {newest.CapturedAt:d MMMM yyyy}, character by character."));
        }

        var snapshot = new Snapshot { SourceId = source.Id, Kind = word, Text = normal, Sha256 = hash, CapturedAt = now, By = by.Name };
        db.Snapshots.Add(snapshot);
        source.Seen = true;
        FormerSources.Keep(db, now);
        await db.SaveChangesAsync(cancellation);
        var changed = await Reanchoring.RunAsync(db, source.Id, cancellation);
        await LikenessDerivation.OfSourceAsync(db, source.Id, new ReadTexts(), cancellation);
        await derivation.DeriveAsync(await derivation.AffectedAsync([], [source.Id], cancellation), cancellation);
        await derivation.IndexAsync([], [source.Id], cancellation);
        await activity.AddAsync(ActivityKind.TextAdded, by, new ActivitySubject("source", source.Id, source.Title), null, cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return new SnapshotOutcome.Added(snapshot.Id, changed.Count);
    }
}
