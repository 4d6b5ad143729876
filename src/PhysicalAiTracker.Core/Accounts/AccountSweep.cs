using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Idempotency;
using PhysicalAiTracker.Core.Accounts.Sessions;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Deletes what has ended: sessions, kept answers, invitations. Nothing reads them before; this only saves space.</summary>
public sealed class AccountSweep(TrackerDbContext db, TimeProvider time)
{
    /// <summary>An invitation is deleted so long after it expired.</summary>
    private static readonly TimeSpan InvitationMemory = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var (sessions, lasting, answers, invitations) = (now - Session.Time, now - Session.LastingTime, now - KeptAnswer.Time, now - InvitationMemory);
        await db.Sessions.Where(s => s.LastUsedAt < lasting || (s.LastUsedAt < sessions && !s.Lasting)).ExecuteDeleteAsync(cancellation);
        await db.KeptAnswers.Where(a => a.CreatedAt <= answers).ExecuteDeleteAsync(cancellation);
        await db.Invitations.Where(i => i.ExpiresAt < invitations).ExecuteDeleteAsync(cancellation);
    }
}
