using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Mail;

/// <summary>
/// Takes e-mails to be sent. They are rows of the caller's transaction: sent when it is committed, never when it is not. Where no mail server is
/// configured, nothing happens at all.
/// </summary>
public sealed class Outbox(
    TrackerDbContext db, IDataProtectionProvider protection, IOptions<SmtpOptions> smtp, IOptions<AccountsOptions> accounts, TimeProvider time)
{
    private const string Purpose = "Outbox";

    /// <summary>Whether an e-mail would be sent at all.</summary>
    public bool Enabled => smtp.Value.Enabled;

    /// <summary>Adds a message to the caller's context; the caller saves.</summary>
    /// <param name="to">Address; null or empty for somebody who gave none, who then gets none.</param>
    /// <param name="subject">One line; is cut at <see cref="OutgoingMail.SubjectLength"/>.</param>
    /// <param name="text">Plain text.</param>
    /// <returns>Whether it will be sent.</returns>
    public bool Add(string? to, string subject, string text)
    {
        if (!Enabled || to is not { Length: > 0 and <= OutgoingMail.AddressLength })
        {
            return false;
        }

        var now = Clock.Now(time);
        var line = string.Concat(subject.Select(c => char.IsControl(c) ? ' ' : c));
        db.OutgoingMails.Add(new OutgoingMail
        {
            To = to,
            Subject = line[..Math.Min(line.Length, OutgoingMail.SubjectLength)],
            ProtectedText = Protector(protection).Protect(text),
            CreatedAt = now,
            NotBefore = now,
        });
        return true;
    }

    /// <summary>A path of this site as a link that works in an e-mail.</summary>
    public string Link(string path) => accounts.Value.Link(path);

    internal static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector(Purpose);
}
