using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>An account as a list shows it.</summary>
/// <param name="LockedUntil">End of a lock after wrong passwords, UTC; null or past when not locked.</param>
public sealed record AccountSummary(string Name, string? Role, string? Email, bool Disabled, DateTimeOffset? LockedUntil, DateTime CreatedAt);

/// <summary>Reads accounts.</summary>
public sealed class AccountQueries(TrackerDbContext db)
{
    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<AccountSummary>> ListAsync(CancellationToken cancellation) =>
        await Summaries(db.Users.OrderBy(user => user.NormalizedUserName)).ToListAsync(cancellation);

    /// <summary>One account, or null.</summary>
    public async Task<AccountSummary?> FindAsync(string name, CancellationToken cancellation)
    {
        var key = name.ToUpperInvariant();
        return await Summaries(db.Users.Where(user => user.NormalizedUserName == key)).FirstOrDefaultAsync(cancellation);
    }

    private IQueryable<AccountSummary> Summaries(IQueryable<TrackerUser> users) => users.AsNoTracking().Select(user => new AccountSummary(
        user.UserName!,
        db.UserRoles.Where(r => r.UserId == user.Id).Join(db.Roles, r => r.RoleId, role => role.Id, (_, role) => role.Name).Max(),
        user.Email,
        user.Disabled,
        user.LockoutEnd,
        user.CreatedAt));
}
