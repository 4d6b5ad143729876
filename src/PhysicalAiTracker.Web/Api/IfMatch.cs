using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Api;

/// <summary>The version that a caller says to have seen, in <c>If-Match</c> (RFC 9110, 13.1.1).</summary>
/// <param name="Version">Null for <c>*</c>, any; 0 where the tags are none of ours, which fits no version.</param>
internal sealed record IfMatch(int? Version)
{
    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Null where the header is missing.</summary>
    public static IfMatch? Of(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return null;
        }

        var tags = request.GetTypedHeaders().IfMatch;
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any)) ? new IfMatch((int?)null)
            // Compared strongly: a weak tag fits nothing.
            : new IfMatch(tags.Where(tag => !tag.IsWeak).Select(VersionOf).FirstOrDefault(version => version > 0));
    }

    private static int VersionOf(EntityTagHeaderValue tag) =>
        int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
