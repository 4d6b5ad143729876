using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Who a request comes from, as the account stands at this moment.</summary>
/// <param name="Role">One of <see cref="Roles.All"/>; null where the account has none.</param>
/// <param name="HasSecondFactor">Whether signing in asks for a code too.</param>
public sealed record SignedIn(Guid AccountId, string Name, string? Role, bool HasSecondFactor);

/// <summary>What session and key read of an account alike.</summary>
internal static class AccountRoles
{
    /// <summary>The role of an account, for use within a query.</summary>
    public static IQueryable<string?> Of(TrackerDbContext db, Guid account) =>
        db.UserRoles.Where(r => r.UserId == account).Join(db.Roles, r => r.RoleId, role => role.Id, (_, role) => role.Name);
}
