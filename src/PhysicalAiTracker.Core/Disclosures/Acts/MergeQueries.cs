using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>What a merge would move.</summary>
/// <param name="From">The record that goes.</param>
/// <param name="Into">The record that stays.</param>
/// <param name="Differences">Fields in which they differ: before is what the one that goes says, after the one that stays.</param>
/// <param name="Referring">What to call the records that refer to the one that goes.</param>
/// <param name="Assertions">How many passages speak about it.</param>
/// <param name="Claims">In how many it speaks itself.</param>
public sealed record MergePreview(RecordHistory From, RecordHistory Into, IReadOnlyList<FieldChange> Differences, IReadOnlyList<string> Referring, int Assertions, int Claims);

/// <summary>Reads what a merge would move, without doing it.</summary>
public sealed class MergeQueries(TrackerDbContext db, RecordHistoryQueries histories)
{
    /// <summary>Null unless both are live records of one kind.</summary>
    public async Task<MergePreview?> PreviewAsync(Guid from, Guid into, CancellationToken cancellation) =>
        await histories.FindAsync(from, cancellation) is { Gone: null } goes && await histories.FindAsync(into, cancellation) is { Gone: null } stays && goes.Kind == stays.Kind
            ? new MergePreview(
                goes,
                stays,
                await histories.BetweenAsync(from, into, cancellation),
                await Referring.NamesAsync(db, goes.Kind, from, cancellation),
                await db.Assertions.CountAsync(a => a.RecordId == from, cancellation),
                await db.Assertions.CountAsync(a => a.ClaimantId == from, cancellation))
            : null;
}
