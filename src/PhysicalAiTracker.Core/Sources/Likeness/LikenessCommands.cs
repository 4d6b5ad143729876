using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources.Likeness;

/// <summary>Takes an analyst's word on two sources whose texts are alike.</summary>
public sealed class LikenessCommands(TrackerDbContext db, Derivation derivation, ActivityLog activity, TimeProvider time)
{
    /// <summary>One source rewrites the other, which becomes its origin.</summary>
    /// <param name="rewriter">Slug.</param>
    /// <param name="original">Slug.</param>
    /// <param name="by">Whoever says so.</param>
    /// <param name="note">Why; may be null.</param>
    /// <returns>Null where it was done, otherwise what keeps it from being done.</returns>
    public Task<string?> ConfirmAsync(string rewriter, string original, Actor by, string? note, CancellationToken cancellation) =>
        JudgeAsync(rewriter, original, LikenessState.Confirmed, by, note, cancellation);

    /// <summary>The two are origins of their own; they are not suggested again.</summary>
    /// <inheritdoc cref="ConfirmAsync"/>
    public Task<string?> RefuseAsync(string one, string other, Actor by, string? note, CancellationToken cancellation) =>
        JudgeAsync(one, other, LikenessState.Refused, by, note, cancellation);

    private async Task<string?> JudgeAsync(string one, string other, LikenessState state, Actor by, string? note, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var trimmed = string.IsNullOrWhiteSpace(note) ? null : SnapshotText.Normalise(note).Trim();
        if (trimmed?.Length > SourceLikeness.NoteLength)
        {
            return FormattableString.Invariant($"A note has at most {SourceLikeness.NoteLength:N0} characters.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var sources = await db.Sources.AsTracking().Where(s => s.Slug == one || s.Slug == other).ToListAsync(cancellation);
        var (rewriter, original) = (sources.Find(s => s.Slug == one), sources.Find(s => s.Slug == other));
        if (rewriter is null || original is null || rewriter == original)
        {
            return "There are no two such sources.";
        }

        var likeness = await db.SourceLikenesses.AsTracking().FirstOrDefaultAsync(
            l => (l.FirstId == rewriter.Id && l.SecondId == original.Id) || (l.FirstId == original.Id && l.SecondId == rewriter.Id), cancellation);
        if (likeness is null || likeness.State != LikenessState.Suggested)
        {
            return "This was judged already, or is no longer suggested.";
        }

        if (state == LikenessState.Confirmed && await WhyNotAsync(rewriter, original, cancellation) is { } reason)
        {
            return reason;
        }

        var now = await Moment.NextAsync(db, time, cancellation);
        (likeness.State, likeness.By, likeness.At, likeness.Note) = (state, by.Name, now, trimmed);
        if (state == LikenessState.Confirmed)
        {
            rewriter.OriginId = original.Id;
            FormerSources.Keep(db, now);
        }

        await db.SaveChangesAsync(cancellation);
        await derivation.DeriveAsync(await derivation.AffectedAsync([], [rewriter.Id], cancellation), cancellation);
        await activity.AddAsync(
            ActivityKind.Ruled,
            by,
            new ActivitySubject("source", rewriter.Id, rewriter.Title),
            state == LikenessState.Confirmed ? $"rewrites “{original.Title}”" : $"is an origin of its own beside “{original.Title}”",
            cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return null;
    }

    private async Task<string?> WhyNotAsync(Source rewriter, Source original, CancellationToken cancellation)
    {
        if (rewriter.OriginId is { } already && already != original.Id)
        {
            var title = await db.Sources.Where(s => s.Id == already).Select(s => s.Title).FirstAsync(cancellation);
            return $"“{rewriter.Title}” rewrites “{title}” already.";
        }

        return await OriginChain.LeadsToAsync(db, original.Id, rewriter.Id, cancellation)
            ? $"“{original.Title}” rewrites “{rewriter.Title}” itself, directly or through others: origins may not go in a circle."
            : null;
    }
}
