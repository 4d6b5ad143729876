using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Invitations;

/// <summary>An invitation that nobody has taken yet.</summary>
public sealed record InvitationItem(Guid Id, string Prefix, string Role, string? Email, string By, DateTime CreatedAt, DateTime ExpiresAt);

/// <summary>Reads invitations.</summary>
public sealed class InvitationQueries(TrackerDbContext db, TimeProvider time)
{
    /// <summary>So many open invitations are shown.</summary>
    private const int Most = 200;

    /// <summary>What can still be taken, the newest first.</summary>
    public async Task<IReadOnlyList<InvitationItem>> ListAsync(CancellationToken cancellation) =>
        await Open(db, Clock.Now(time)).AsNoTracking().OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(Most)
            .Select(i => new InvitationItem(i.Id, i.Prefix, i.Role, i.Email, i.By, i.CreatedAt, i.ExpiresAt)).ToListAsync(cancellation);

    /// <summary>The invitation of a link; null without a reason where it is unknown, expired, taken or withdrawn.</summary>
    public async Task<InvitationItem?> FindAsync(string? token, CancellationToken cancellation) =>
        await FindAsync(db, token, Clock.Now(time), cancellation) is { } i ? new InvitationItem(i.Id, i.Prefix, i.Role, i.Email, i.By, i.CreatedAt, i.ExpiresAt) : null;

    internal static async Task<Invitation?> FindAsync(TrackerDbContext db, string? text, DateTime now, CancellationToken cancellation)
    {
        if (SecretToken.TryRead(Invitation.Kind, text) is not { } token)
        {
            return null;
        }

        var prefix = token.Prefix;
        var candidates = await Open(db, now).AsNoTracking().Where(i => i.Prefix == prefix).ToListAsync(cancellation);
        return candidates.Find(candidate => token.Matches(candidate.Hash));
    }

    internal static IQueryable<Invitation> Open(TrackerDbContext db, DateTime now) => db.Invitations.Where(i => i.ClosedAt == null && i.ExpiresAt > now);
}
