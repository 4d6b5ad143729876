namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Whether a request travels where a cookie may travel with it.</summary>
public static class Transport
{
    private static readonly string[] Local = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>http to the machine itself.</summary>
    public static bool IsPlainLocal(HttpRequest request) =>
        !request.IsHttps && Local.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase);

    /// <summary>https, or http to the machine itself.</summary>
    public static bool IsPrivate(HttpRequest request) => request.IsHttps || IsPlainLocal(request);
}
