using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PhysicalAiTracker.Core.Webhooks;

/// <summary>
/// Signs what is sent: <c>t=1764140400,v1=…</c>, where <c>v1</c> is the HMAC-SHA256 of the time, a full stop and the body, in hexadecimal. The
/// time is signed too, so that a receiver can refuse what somebody recorded and sends again.
/// </summary>
public static class WebhookSignature
{
    public const string Header = "Tracker-Signature";

    /// <param name="secret">Its characters are the key, as UTF-8.</param>
    public static string Of(string secret, string body, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(hash)}";
    }
}
