using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Who a request comes from, as the account stands at this moment.</summary>
/// <param name="Role">One of <see cref="Roles.All"/>; null where the account has none.</param>
/// <param name="HasSecondFactor">Whether signing in asks for a code too.</param>
public sealed record SignedIn(Guid AccountId, string Name, string? Role, bool HasSecondFactor);

/// <summary>The role of an account, for use within queries.</summary>
internal sealed class AccountRole
{
    public Guid AccountId { get; init; }

    public string? Name { get; init; }

    /// <summary>To be held in a variable: a query can use that, but no call of this.</summary>
    public static IQueryable<AccountRole> All(TrackerDbContext db) =>
        db.UserRoles.Join(db.Roles, r => r.RoleId, role => role.Id, (r, role) => new AccountRole { AccountId = r.UserId, Name = role.Name });
}
