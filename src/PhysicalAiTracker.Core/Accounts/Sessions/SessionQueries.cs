using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Sessions;

/// <summary>A session as its owner sees it.</summary>
public sealed record SessionItem(Guid Id, string Device, bool Lasting, DateTime CreatedAt, DateTime LastUsedAt);

/// <summary>Reads sessions that have not ended.</summary>
public sealed class SessionQueries(TrackerDbContext db, TimeProvider time)
{
    /// <summary>An account's sessions, the last used first.</summary>
    public async Task<IReadOnlyList<SessionItem>> ListAsync(Guid account, CancellationToken cancellation) =>
        await Live(db, Clock.Now(time)).AsNoTracking().Where(s => s.AccountId == account).OrderByDescending(s => s.LastUsedAt).ThenByDescending(s => s.Id)
            .Select(s => new SessionItem(s.Id, s.Device, s.Lasting, s.CreatedAt, s.LastUsedAt)).ToListAsync(cancellation);

    /// <summary>Whose session it is; null when it has ended. Notes that it is in use.</summary>
    public async Task<SignedIn?> UseAsync(Guid id, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var roles = AccountRole.All(db);
        var found = await Live(db, now).AsNoTracking().Where(s => s.Id == id).Select(s => new
        {
            s.LastUsedAt,
            Account = new SignedIn(s.AccountId, s.Account!.UserName!, roles.Where(r => r.AccountId == s.AccountId).Max(r => r.Name), s.Account.TwoFactorEnabled),
        }).FirstOrDefaultAsync(cancellation);
        if (found is not null && now - found.LastUsedAt >= LastUse.Grain)
        {
            await LastUse.NoteAsync(db, () => db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastUsedAt, now), cancellation));
        }

        return found?.Account;
    }

    internal static IQueryable<Session> Live(TrackerDbContext db, DateTime now)
    {
        var (since, lastingSince) = (now - Session.Time, now - Session.LastingTime);
        return db.Sessions.Where(s => s.LastUsedAt >= (s.Lasting ? lastingSince : since) && s.SecurityStamp == s.Account!.SecurityStamp && !s.Account.Disabled);
    }
}
