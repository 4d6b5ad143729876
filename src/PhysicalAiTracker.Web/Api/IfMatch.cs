using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Api;

/// <summary>The version that a caller says to have seen, in <c>If-Match</c> (RFC 9110, 13.1.1).</summary>
/// <param name="Version">Null for <c>*</c>, any; 0 where the tags are none of ours, which fits no version.</param>
internal sealed record IfMatch(int? Version)
{
    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Null where the header has no tag, or several: of which version the caller means to take the next step would be a guess.</summary>
    public static IfMatch? Of(HttpRequest request) => request.GetTypedHeaders().IfMatch is not [var tag] ? null
        : tag.Equals(EntityTagHeaderValue.Any) ? new IfMatch((int?)null)
        // Compared strongly: a weak tag fits nothing.
        : new IfMatch(tag.IsWeak ? 0 : VersionOf(tag));

    private static int VersionOf(EntityTagHeaderValue tag) =>
        int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
