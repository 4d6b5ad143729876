using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Api.Lists;

/// <summary>One of the forms that a list is answered in.</summary>
/// <param name="Suffix">Behind the collection's name; empty for JSON.</param>
/// <param name="About">What it is, for the description.</param>
internal sealed record ListFormat(string Suffix, string MediaType, string About)
{
    public static ListFormat Json { get; } = new("", "application/json", "A page of the list.");

    public static ListFormat Csv { get; } = new(".csv", "text/csv", "The whole list as a table (RFC 4180), in UTF-8; the first line names the columns and their units.");

    public static ListFormat Ndjson { get; } = new(".ndjson", "application/x-ndjson", "The whole list, an item a line.");

    public static ListFormat Atom { get; } = new(".atom", "application/atom+xml", "The newest of the list as a feed (RFC 4287).");

    public static IReadOnlyList<ListFormat> All { get; } = [Json, Csv, Ndjson, Atom];

    /// <summary>The form that the address names, or the one that is accepted best; null where none is.</summary>
    public static ListFormat? Of(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ListFormat>() is { } named)
        {
            return named;
        }

        context.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Accept);
        var accepted = context.Request.GetTypedHeaders().Accept;
        return accepted.Count == 0
            ? Json
            : All.Select(format => (Format: format, Best: format.BestOf(accepted))).Where(each => each.Best.Quality > 0)
                .OrderByDescending(each => each.Best.Quality).ThenBy(each => each.Best.At).FirstOrDefault().Format;
    }

    /// <summary>Whether a form is accepted.</summary>
    public static bool Accepts(HttpContext context, ListFormat format)
    {
        var accepted = context.Request.GetTypedHeaders().Accept;
        return accepted.Count == 0 || format.BestOf(accepted).Quality > 0;
    }

    /// <summary>How much the form is wanted, and where that is said: what names the form counts before what names its type, and that before any (RFC 9110, 12.5.1).</summary>
    private (double Quality, int At) BestOf(IList<MediaTypeHeaderValue> accepted)
    {
        var type = MediaType[..MediaType.IndexOf('/', StringComparison.Ordinal)];
        // A charset or version beside the type is no reason to refuse. The framework would find +xml in application/xml, as browsers send it.
        foreach (var name in new[] { MediaType, type + "/*", "*/*" })
        {
            for (var at = 0; at < accepted.Count; at++)
            {
                if (accepted[at].MediaType.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return (accepted[at].Quality ?? 1, at);
                }
            }
        }

        return default;
    }
}
