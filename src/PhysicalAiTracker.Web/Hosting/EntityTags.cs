using System.Buffers.Text;
using System.IO.Hashing;
using Microsoft.Net.Http.Headers;
using PhysicalAiTracker.Web.Hosting.Cache;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>
/// Strong ETags, made of the bytes that they stand for by a hash of 128 bits that is quick: that two answers of one address share it by accident is no worry, and
/// nobody gains by bringing it about.
/// </summary>
internal static class EntityTags
{
    /// <param name="suffix">Tells the same content in another coding apart.</param>
    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> body, string? suffix = null) => Of(XxHash128.Hash(body), suffix);

    public static EntityTagHeaderValue Of(AnswerBody body)
    {
        var hash = new XxHash128();
        body.AddTo(hash);
        return Of(hash.GetCurrentHash(), null);
    }

    private static EntityTagHeaderValue Of(byte[] hash, string? suffix) => new($"\"{Base64Url.EncodeToString(hash)}{suffix}\"");

    /// <summary>Whether the caller has it already (RFC 9110, 13.1.2): compared weakly, because a proxy that compresses weakens the tag.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfNoneMatch.Count > 0 && request.GetTypedHeaders().IfNoneMatch.Any(given => given.Equals(EntityTagHeaderValue.Any) || given.Compare(tag, useStrongComparison: false));
}
