using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Sessions;

/// <summary>Begins sessions and ends them.</summary>
public sealed class SessionCommands(TrackerDbContext db, ActivityLog activity, TimeProvider time)
{
    /// <param name="device">Cut at <see cref="Session.DeviceLength"/>.</param>
    /// <param name="detail">How the person signed in, for the activity log.</param>
    /// <returns>The id, which goes into the cookie.</returns>
    public async Task<Guid> BeginAsync(TrackerUser user, string device, bool lasting, string? detail, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var session = new Session
        {
            AccountId = user.Id,
            SecurityStamp = user.SecurityStamp!,
            Device = device[..Math.Min(device.Length, Session.DeviceLength)],
            Lasting = lasting,
            CreatedAt = now,
            LastUsedAt = now,
        };
        db.Sessions.Add(session);
        await activity.AddAsync(ActivityKind.SignIn, Actor.Of(user), ActivitySubject.Account(user), detail, cancellation);
        return session.Id;
    }

    /// <summary>Ends a session of this account; false where it has none with this id.</summary>
    public async Task<bool> EndAsync(Guid account, Guid id, Actor by, CancellationToken cancellation) =>
        await EndAsync(db.Sessions.Where(s => s.AccountId == account && s.Id == id), by, cancellation) > 0;

    /// <summary>Ends all sessions of this account but one.</summary>
    /// <returns>How many.</returns>
    public Task<int> EndOthersAsync(Guid account, Guid kept, Actor by, CancellationToken cancellation) =>
        EndAsync(db.Sessions.Where(s => s.AccountId == account && s.Id != kept), by, cancellation);

    /// <summary>Ends a session by signing out.</summary>
    public async Task SignOutAsync(Guid id, Actor by, CancellationToken cancellation)
    {
        if (await db.Sessions.Where(s => s.Id == id).ExecuteDeleteAsync(cancellation) > 0)
        {
            await activity.AddAsync(ActivityKind.SignOut, by, new ActivitySubject("account", by.Id, by.Name), null, cancellation);
        }
    }

    /// <summary>Lets a session go on after its own person changed the account's stamp.</summary>
    public Task RenewAsync(Guid id, TrackerUser user, CancellationToken cancellation) =>
        db.Sessions.Where(s => s.Id == id && s.AccountId == user.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SecurityStamp, user.SecurityStamp!), cancellation);

    private async Task<int> EndAsync(IQueryable<Session> sessions, Actor by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ended = await sessions.ExecuteDeleteAsync(cancellation);
        if (ended > 0)
        {
            await activity.AddAsync(ActivityKind.SessionEnded, by, new ActivitySubject("account", by.Id, by.Name), ended == 1 ? "1 session" : $"{ended} sessions", cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return ended;
    }
}
