using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>An account as a list shows it.</summary>
/// <param name="LockedUntil">End of a lock after wrong passwords, UTC; null or past when not locked.</param>
public sealed record AccountSummary(
    Guid Id, string Name, string? Role, string? Email, bool Disabled, DateTimeOffset? LockedUntil, bool HasSecondFactor, DateTime CreatedAt);

/// <summary>A stretch of the accounts by name.</summary>
/// <param name="Next">The name behind which the next stretch begins; null on the last one.</param>
public sealed record AccountPage(IReadOnlyList<AccountSummary> Items, int Total, string? Next);

/// <summary>Reads accounts.</summary>
public sealed class AccountQueries(TrackerDbContext db)
{
    public const int PageSize = 50;

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<AccountSummary>> ListAsync(CancellationToken cancellation) =>
        await Summaries(db.Users.OrderBy(user => user.NormalizedUserName)).ToListAsync(cancellation);

    /// <summary>The accounts by name, a page of <see cref="PageSize"/>.</summary>
    /// <param name="after">The last name of the page before; null from the beginning.</param>
    public async Task<AccountPage> PageAsync(string? after, CancellationToken cancellation)
    {
        var key = after?.ToUpperInvariant();
        var behind = key is null ? db.Users : db.Users.Where(user => user.NormalizedUserName!.CompareTo(key) > 0);
        var rows = await Summaries(behind.OrderBy(user => user.NormalizedUserName).Take(PageSize + 1)).ToListAsync(cancellation);
        var total = await db.Users.CountAsync(cancellation);
        return rows.Count > PageSize ? new AccountPage(rows[..PageSize], total, rows[PageSize - 1].Name) : new AccountPage(rows, total, null);
    }

    /// <summary>One account, or null.</summary>
    public async Task<AccountSummary?> FindAsync(string name, CancellationToken cancellation)
    {
        var key = name.ToUpperInvariant();
        return await Summaries(db.Users.Where(user => user.NormalizedUserName == key)).FirstOrDefaultAsync(cancellation);
    }

    private IQueryable<AccountSummary> Summaries(IQueryable<TrackerUser> users)
    {
        var roles = AccountRole.All(db);
        return users.AsNoTracking().Select(user => new AccountSummary(
            user.Id,
            user.UserName!,
            roles.Where(r => r.AccountId == user.Id).Max(r => r.Name),
            user.Email,
            user.Disabled,
            user.LockoutEnd,
            user.TwoFactorEnabled,
            user.CreatedAt));
    }
}
