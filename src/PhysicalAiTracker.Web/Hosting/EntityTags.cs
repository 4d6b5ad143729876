using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Strong ETags, made of the bytes that they stand for.</summary>
internal static class EntityTags
{
    /// <param name="suffix">Tells the same content in another coding apart.</param>
    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> body, string? suffix = null) => new($"\"{Base64Url.EncodeToString(SHA256.HashData(body))}{suffix}\"");

    /// <summary>Whether the caller has it already (RFC 9110, 13.1.2): compared weakly, because a proxy that compresses weakens the tag.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfNoneMatch.Count > 0 && request.GetTypedHeaders().IfNoneMatch.Any(given => given.Equals(EntityTagHeaderValue.Any) || given.Compare(tag, useStrongComparison: false));
}
