using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>What became of a judgement.</summary>
/// <param name="Problem">Why it was not taken; null where it was.</param>
/// <param name="TooLate">Whether it was refused because something changed meanwhile.</param>
public sealed record DuplicateOutcome(bool Found, string? Problem, bool TooLate = false);

/// <summary>Takes analysts' judgements that two records are two, and takes them back.</summary>
public sealed class DuplicateCommands(TrackerDbContext db, TimeProvider time)
{
    private const string Changed = "This pair changed, or somebody judged it, since you looked: look at it again.";

    /// <summary>Remembers that the two of a pair are different.</summary>
    /// <param name="version">The pair's version that the analyst looked at.</param>
    /// <param name="note">Why; may be empty.</param>
    public Task<DuplicateOutcome> JudgeAsync(Guid pair, string? version, string? note, Submitter by, CancellationToken cancellation)
    {
        var text = SnapshotText.Normalise(note ?? "").Trim();
        return text.Length > DuplicateJudgement.NoteLength
            ? Task.FromResult(new DuplicateOutcome(Found: true, $"The note has {text.Length:N0} characters; {DuplicateJudgement.NoteLength:N0} are the most."))
            : RunAsync(pair, version, DuplicateState.Open, (known, _) => [Make(known, known.FirstId, known.SecondId, DuplicateVerdict.Different, text.Length == 0 ? null : text, by)], cancellation);
    }

    /// <summary>Takes back every judgement in force on a pair, also those made before a merge.</summary>
    public Task<DuplicateOutcome> WithdrawAsync(Guid pair, string? version, Submitter by, CancellationToken cancellation) => RunAsync(
        pair, version, DuplicateState.Different,
        (known, judgements) => [.. judgements.On(known.FirstId, known.SecondId).Select(j => Make(known, j.FirstId, j.SecondId, DuplicateVerdict.Withdrawn, null, by))], cancellation);

    private async Task<DuplicateOutcome> RunAsync(
        Guid id, string? version, DuplicateState expected, Func<DuplicatePair, DuplicateJudgements, IReadOnlyList<DuplicateJudgement>> judge, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var pair = await db.DuplicatePairs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (pair is null)
        {
            return new DuplicateOutcome(Found: false, "These two are no likely duplicates any more: they were changed, merged or removed.");
        }

        if (pair.State != expected || version != DuplicatePairQueries.VersionOf(pair.Points))
        {
            return new DuplicateOutcome(Found: true, Changed, TooLate: true);
        }

        var earlier = await DuplicateJudgements.OfAsync(db, [pair.FirstId, pair.SecondId], cancellation);
        try
        {
            foreach (var judgement in judge(pair, earlier))
            {
                judgement.Number = earlier.NextNumber(judgement.FirstId, judgement.SecondId);
                db.DuplicateJudgements.Add(judgement);
            }

            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            return new DuplicateOutcome(Found: true, Changed, TooLate: true);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        await new DuplicateDerivation(db, new ReadParties()).DeriveAsync([pair.FirstId, pair.SecondId], cancellation);
        await transaction.CommitAsync(cancellation);
        return new DuplicateOutcome(Found: true, null);
    }

    private DuplicateJudgement Make(DuplicatePair pair, Guid first, Guid second, DuplicateVerdict verdict, string? note, Submitter by) => new()
    {
        FirstId = first, SecondId = second, Verdict = verdict, Points = pair.Points, Note = note, By = by.By, UserId = by.UserId, At = Clock.Now(time),
    };
}
