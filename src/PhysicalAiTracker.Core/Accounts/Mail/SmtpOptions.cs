using System.ComponentModel.DataAnnotations;
using System.Net;

namespace PhysicalAiTracker.Core.Accounts.Mail;

/// <summary>How the way to the mail server is kept from being read.</summary>
public enum SmtpSecurity
{
    /// <summary>Plain at first, then TLS or nothing at all (port 587).</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    Tls,

    /// <summary>Not at all; only to a server on the machine itself.</summary>
    None,
}

/// <summary>Section <c>Smtp</c>: without a host nothing is ever sent or kept for sending.</summary>
public sealed class SmtpOptions
{
    public const string Section = "Smtp";

    /// <summary>Name or address of the mail server; empty for no e-mail.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; }

    /// <summary>Name to sign in with there; empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender, <c>tracker@example.org</c> or <c>Tracker &lt;tracker@example.org&gt;</c>; required with a host.</summary>
    public string From { get; set; } = "";

    public bool Enabled => Host.Length > 0;

    /// <summary>What is wrong with the values, one sentence each.</summary>
    public IEnumerable<string> Problems()
    {
        if (Enabled && !From.Contains('@', StringComparison.Ordinal))
        {
            yield return $"{Section}:{nameof(From)} is required with {Section}:{nameof(Host)}: the sender's address";
        }

        if (Enabled && Security == SmtpSecurity.None && !IsThisMachine)
        {
            yield return $"{Section}:{nameof(Security)} is None; allowed to another machine than this one: StartTls, Tls";
        }
    }

    private bool IsThisMachine => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
