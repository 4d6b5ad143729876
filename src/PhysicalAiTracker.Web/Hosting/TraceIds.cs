using System.Diagnostics;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>The one identifier that an answer and its log lines have in common.</summary>
public static class TraceIds
{
    /// <summary>W3C trace id, 32 hexadecimal digits; the server's own request id where tracing is off.</summary>
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
