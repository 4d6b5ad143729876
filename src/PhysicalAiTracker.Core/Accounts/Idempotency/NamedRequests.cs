using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Idempotency;

/// <summary>A request that its caller named.</summary>
/// <param name="Hash">Of all that the request says.</param>
public sealed record NamedRequest(Guid AccountId, string Key, byte[] Hash);

/// <summary>An answer as it was given.</summary>
public sealed record GivenAnswer(int Status, string? Location, string? ContentType, byte[] Body);

/// <summary>What became of a named request.</summary>
public abstract record NamedOutcome
{
    /// <summary>It was done now.</summary>
    /// <param name="Answer">Null where the work gave none that is to be kept.</param>
    public sealed record Done(GivenAnswer? Answer) : NamedOutcome;

    /// <summary>It had been done; this is the answer of then.</summary>
    public sealed record Before(GivenAnswer Answer) : NamedOutcome;

    /// <summary>Another request had this name.</summary>
    public sealed record Another : NamedOutcome;

    /// <summary>The same request is under way, for longer than anybody waits.</summary>
    public sealed record UnderWay : NamedOutcome;
}

/// <summary>
/// Does what a named request asks for once. The name is written first, in the transaction in which the work is done and its answer kept: they
/// are committed together or not at all, so that a crash at any moment leaves either nothing or the work with its answer. A second request by
/// the name waits at the name's unique key until the first has ended (docs/decisions/0036-an-answer-is-kept-with-its-work.md).
/// </summary>
public sealed class NamedRequests(TrackerDbContext db, TimeProvider time)
{
    /// <param name="work">
    /// Commands called by it join the transaction. Answers null where the answer is not to be kept: everything it wrote is then taken back.
    /// </param>
    public async Task<NamedOutcome> RunAsync(NamedRequest request, Func<Task<GivenAnswer?>> work, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var now = Clock.Now(time);
        if (await BeforeAsync(request, now, cancellation) is { } before)
        {
            return before;
        }

        try
        {
            await using var transaction = await BeginAsync(cancellation);
            await ReserveAsync(request, now, cancellation);
            var answer = await work();
            if (answer is null)
            {
                await transaction.RollbackAsync(cancellation);
                return new NamedOutcome.Done(null);
            }

            await KeepAsync(request, answer, cancellation);
            await transaction.CommitAsync(cancellation);
            return new NamedOutcome.Done(answer);
        }
        catch (NameTakenException)
        {
            return await BeforeAsync(request, now, cancellation) ?? new NamedOutcome.UnderWay();
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <exception cref="NameTakenException">SQLite's only writer took longer than anybody waits.</exception>
    private async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellation)
    {
        try
        {
            return await db.Database.BeginTransactionAsync(cancellation);
        }
        catch (DbException exception)
        {
            throw new NameTakenException(exception);
        }
    }

    private async Task<NamedOutcome?> BeforeAsync(NamedRequest request, DateTime now, CancellationToken cancellation)
    {
        var since = now - KeptAnswer.Time;
        var kept = await db.KeptAnswers.AsNoTracking().FirstOrDefaultAsync(a => a.AccountId == request.AccountId && a.Key == request.Key && a.CreatedAt > since, cancellation);
        return kept is null ? null
            : CryptographicOperations.FixedTimeEquals(kept.RequestHash, request.Hash) ? new NamedOutcome.Before(new GivenAnswer(kept.Status, kept.Location, kept.ContentType, kept.Body))
            : new NamedOutcome.Another();
    }

    /// <exception cref="NameTakenException">Somebody else wrote the name, or is writing for longer than the database waits.</exception>
    private async Task ReserveAsync(NamedRequest request, DateTime now, CancellationToken cancellation)
    {
        var since = now - KeptAnswer.Time;
        try
        {
            await db.KeptAnswers.Where(a => a.AccountId == request.AccountId && a.Key == request.Key && a.CreatedAt <= since).ExecuteDeleteAsync(cancellation);
            db.KeptAnswers.Add(new KeptAnswer { AccountId = request.AccountId, Key = request.Key, RequestHash = request.Hash, CreatedAt = now });
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException)
        {
            throw new NameTakenException(exception);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private Task<int> KeepAsync(NamedRequest request, GivenAnswer answer, CancellationToken cancellation) =>
        db.KeptAnswers.Where(a => a.AccountId == request.AccountId && a.Key == request.Key).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Status, answer.Status).SetProperty(a => a.Location, answer.Location)
                .SetProperty(a => a.ContentType, answer.ContentType).SetProperty(a => a.Body, answer.Body),
            cancellation);

    private sealed class NameTakenException(Exception cause) : Exception("The name is taken.", cause);
}
