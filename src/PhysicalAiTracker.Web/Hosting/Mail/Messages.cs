using MimeKit;
using MimeKit.Text;
using PhysicalAiTracker.Core.Accounts.Mail;

namespace PhysicalAiTracker.Web.Hosting.Mail;

/// <summary>A message that can never be sent.</summary>
public sealed class UnsendableException(string reason) : Exception(reason);

/// <summary>Puts e-mails together.</summary>
internal static class Messages
{
    /// <exception cref="UnsendableException">The address is none, or the text cannot be read any more.</exception>
    public static MimeMessage Of(DueMail mail, SmtpOptions smtp)
    {
        if (!MailboxAddress.TryParse(mail.To, out var to))
        {
            throw new UnsendableException("the address is none");
        }

        var from = MailboxAddress.Parse(smtp.From);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = new DateTimeOffset(mail.CreatedAt),
            // The same at every try, so that a message sent twice can be told to be one.
            MessageId = $"{mail.Id}@{from.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = mail.Text ?? throw new UnsendableException("the keys that protected its text are gone") },
        };
        message.From.Add(from);
        message.To.Add(to);
        // Keeps machines that answer from answering (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
