namespace PhysicalAiTracker.Core.Shared;

/// <summary>The key under which two addresses of one document are the same. For comparing, never for showing or opening.</summary>
public static class NormalisedUrl
{
    public const int MaxLength = 2000;

    /// <summary>
    /// The address with https, a lower-case host without "www.", no default port, fragment or trailing slash, no tracking
    /// parameters (utm_*, fbclid, gclid), and the other parameters sorted by name.
    /// </summary>
    /// <returns>The key; null, and what is wrong, where the address is not one of a public web page.</returns>
    public static string? Of(string? url, out string? problem)
    {
        var trimmed = url?.Trim() ?? "";
        problem = ProblemOf(trimmed, out var uri);
        if (uri is null || problem is not null)
        {
            return null;
        }

        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0)
        {
            host = host[4..];
        }

        // IdnHost leaves out the brackets of an IPv6 address, without which the port could not be told from it.
        host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host;
        // http on 443 and https on 80 are nobody's addresses: both ports count as default, as both schemes count as one.
        var port = uri.Port is 80 or 443 ? "" : FormattableString.Invariant($":{uri.Port}");
        var key = $"https://{host}{port}{uri.AbsolutePath.TrimEnd('/')}{Query(uri.Query)}";
        problem = key.Length > MaxLength ? $"An address has at most {MaxLength} characters." : null;
        return problem is null ? key : null;
    }

    private static string? ProblemOf(string url, out Uri? uri)
    {
        uri = null;
        if (url.Length == 0)
        {
            return "No address.";
        }

        if (url.Length > MaxLength)
        {
            return $"An address has at most {MaxLength} characters.";
        }

        var isWeb = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (!isWeb)
        {
            return "An address begins with https:// or http://.";
        }

        if (url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\')
            || !Uri.TryCreate(url, UriKind.Absolute, out uri) || uri.IdnHost.Length == 0)
        {
            return "This is not a complete address.";
        }

        return uri.Authority.Contains('@') || uri.UserInfo.Length > 0 ? "An address must not contain a user name or password." : null;
    }

    private static string Query(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => (Pair: pair, Name: pair.Split('=', 2)[0]))
            .Where(parameter => !IsTracking(parameter.Name))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal) // stable: repeated ones keep their order
            .Select(parameter => parameter.Pair);
        var joined = string.Join('&', kept);
        return joined.Length == 0 ? "" : "?" + joined;
    }

    private static bool IsTracking(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
        || name.Equals("fbclid", StringComparison.OrdinalIgnoreCase)
        || name.Equals("gclid", StringComparison.OrdinalIgnoreCase);
}
