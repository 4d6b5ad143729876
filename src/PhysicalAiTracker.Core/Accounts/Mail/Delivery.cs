using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Mail;

/// <summary>A message to be sent now.</summary>
/// <param name="Text">Null when the keys that protected it are gone.</param>
public sealed record DueMail(Guid Id, string To, string Subject, string? Text, DateTime CreatedAt, int Tries);

/// <summary>
/// Gives messages out for sending, each to one sender at a time, however many processes there are. A sender that dies in the middle may have
/// sent its message, and another sends it again: at least once, with the same message id.
/// </summary>
public sealed class Delivery(TrackerDbContext db, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>A message that failed so often is given up, some two days after it was written.</summary>
    public const int MostTries = 16;

    /// <summary>How long a try may take before others take it for dead.</summary>
    private static readonly TimeSpan Try = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>The message that has waited longest, from now on the caller's; null when none is due.</summary>
    public async Task<DueMail?> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = Clock.Now(time);
            var mail = await db.OutgoingMails.AsNoTracking().Where(m => m.NotBefore <= now).OrderBy(m => m.NotBefore).ThenBy(m => m.Id).FirstOrDefaultAsync(cancellation);
            if (mail is null)
            {
                return null;
            }

            var taken = await db.OutgoingMails.Where(m => m.Id == mail.Id && m.NotBefore == mail.NotBefore).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.NotBefore, now + Try).SetProperty(m => m.Tries, mail.Tries + 1), cancellation);
            if (taken > 0)
            {
                return new DueMail(mail.Id, mail.To, mail.Subject, TextOf(mail), mail.CreatedAt, mail.Tries + 1);
            }
        }
    }

    /// <summary>It was sent, or will not be.</summary>
    public Task ForgetAsync(Guid id, CancellationToken cancellation) => db.OutgoingMails.Where(m => m.Id == id).ExecuteDeleteAsync(cancellation);

    /// <summary>It could not be sent: again after a wait that doubles from try to try.</summary>
    /// <returns>False when it was given up.</returns>
    public async Task<bool> RetryAsync(DueMail mail, CancellationToken cancellation)
    {
        if (mail.Tries >= MostTries)
        {
            await ForgetAsync(mail.Id, cancellation);
            return false;
        }

        var wait = Math.Min(FirstWait.TotalMinutes * Math.Pow(2, mail.Tries - 1), LongestWait.TotalMinutes);
        await PutOffAsync(mail.Id, Clock.Now(time).AddMinutes(wait), cancellation);
        return true;
    }

    /// <summary>The try was broken off: whoever comes next sends it.</summary>
    public Task GiveBackAsync(Guid id, CancellationToken cancellation) => PutOffAsync(id, Clock.Now(time), cancellation);

    private Task<int> PutOffAsync(Guid id, DateTime until, CancellationToken cancellation) =>
        db.OutgoingMails.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, until), cancellation);

    private string? TextOf(OutgoingMail mail)
    {
        try
        {
            return Outbox.Protector(protection).Unprotect(mail.ProtectedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
