using Microsoft.Extensions.Primitives;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Links of an answer (RFC 8288), each a value of its own.</summary>
internal static class LinkHeader
{
    /// <param name="address">Absolute path, with its query.</param>
    /// <param name="more">Further parameters, as <c>; type="text/html"</c>.</param>
    public static void Add(HttpContext context, string address, string relation, string more = "") =>
        context.Response.Headers.Link = StringValues.Concat(context.Response.Headers.Link, $"<{address}>; rel=\"{relation}\"{more}");
}
