using System.Data.Common;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using PhysicalAiTracker.Core.Accounts.Mail;

namespace PhysicalAiTracker.Web.Hosting.Mail;

/// <summary>Sends what is in the outbox, and again what could not be sent. Only registered where a mail server is configured.</summary>
public sealed partial class MailSender(IServiceScopeFactory scopes, SmtpOptions smtp, ILogger<MailSender> logger) : BackgroundService
{
    /// <summary>How soon a message is noticed.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait for one answer of the server.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do
            {
                await SendDueAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what was under way has been given back.
        }
    }

    private async Task SendDueAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var delivery = scope.ServiceProvider.GetRequiredService<Delivery>();
            while (await delivery.TakeAsync(cancellation) is { } mail)
            {
                await SendAsync(delivery, mail, cancellation);
            }
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            // The database went away: the site has bigger worries, and the messages are safe in it.
            LogNoDatabase(exception.Message);
        }
    }

    private async Task SendAsync(Delivery delivery, DueMail mail, CancellationToken cancellation)
    {
        try
        {
            using var message = Messages.Of(mail, smtp);
            await SendAsync(message, cancellation);
            await delivery.ForgetAsync(mail.Id, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await delivery.GiveBackAsync(mail.Id, CancellationToken.None);
            throw;
        }
        catch (Exception exception) when (IsFinal(exception))
        {
            await delivery.ForgetAsync(mail.Id, CancellationToken.None);
            LogGivenUp(mail.Id, mail.Tries, exception.Message);
        }
        catch (Exception exception) when (IsOfTheWay(exception))
        {
            if (await delivery.RetryAsync(mail, CancellationToken.None))
            {
                LogFailed(mail.Id, mail.Tries, exception.Message);
            }
            else
            {
                LogGivenUp(mail.Id, mail.Tries, exception.Message);
            }
        }
    }

    /// <summary>One connection a message: there are few, and a connection kept open is one more thing that breaks.</summary>
    private async Task SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        var security = smtp.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(smtp.Host, smtp.Port, security, cancellation);
        if (smtp.User.Length > 0)
        {
            await client.AuthenticateAsync(smtp.User, smtp.Password, cancellation);
        }

        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, CancellationToken.None);
    }

    /// <summary>The server will never take this message: an answer of the 500s to its sender, recipient or text, or an address that is none.</summary>
    private static bool IsFinal(Exception exception) => exception is UnsendableException
        or SmtpCommandException { ErrorCode: not SmtpErrorCode.UnexpectedStatusCode, StatusCode: >= SmtpStatusCode.SyntaxError };

    private static bool IsOfTheWay(Exception exception) =>
        exception is IOException or SocketException or ProtocolException or CommandException or ServiceNotConnectedException or AuthenticationException
            or SslHandshakeException or NotSupportedException or TimeoutException or OperationCanceledException;

    [LoggerMessage(LogLevel.Warning, "Could not send e-mail {Id} (try {Tries}), and will try again: {Reason}")]
    private partial void LogFailed(Guid id, int tries, string reason);

    [LoggerMessage(LogLevel.Error, "Gave up e-mail {Id} after {Tries} tries: {Reason}")]
    private partial void LogGivenUp(Guid id, int tries, string reason);

    [LoggerMessage(LogLevel.Warning, "Cannot look for e-mails to send: {Reason}")]
    private partial void LogNoDatabase(string reason);
}
