using System.Globalization;
using System.Text;
using System.Xml;
using PhysicalAiTracker.Web.AsOf;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api.Lists;

/// <summary>One entry of a feed.</summary>
/// <param name="Path">Where a person, or else a program, reads it.</param>
internal sealed record AtomEntry(Guid Id, string Title, DateTime Updated, string Path);

/// <summary>A feed as RFC 4287 has it. Texts are plain, never markup.</summary>
internal sealed class AtomFeed(string title, IReadOnlyList<AtomEntry> entries) : IResult
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var site = $"{request.Scheme}://{request.Host}{request.PathBase}";
        var view = AsOfView.DayOf(httpContext);
        var path = request.Path.Value!.EndsWith(ListFormat.Atom.Suffix, StringComparison.Ordinal) ? request.Path.Value : request.Path + ListFormat.Atom.Suffix;
        var accounts = httpContext.RequestServices.GetRequiredService<TrackerSettings>().Accounts;
        using var body = new MemoryStream();
        var settings = new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true };
        await using (var xml = XmlWriter.Create(body, settings))
        {
            await xml.WriteStartElementAsync(null, "feed", Namespace);
            // One however the feed was asked for, as far as the tracker knows its own address (RFC 4287, 4.2.6).
            await TextAsync(xml, "id", (accounts.Address.Length > 0 ? accounts.Link(path) : site + path) + request.QueryString);
            await TextAsync(xml, "title", title);
            await TextAsync(xml, "updated", Time(entries.Count > 0 ? entries.Max(entry => entry.Updated) : DateTime.UnixEpoch));
            await LinkAsync(xml, "self", site + request.Path + request.QueryString);
            await xml.WriteStartElementAsync(null, "author", Namespace);
            await TextAsync(xml, "name", "Physical AI Tracker");
            await xml.WriteEndElementAsync();
            foreach (var entry in entries)
            {
                await xml.WriteStartElementAsync(null, "entry", Namespace);
                await TextAsync(xml, "id", $"urn:uuid:{entry.Id}");
                await TextAsync(xml, "title", entry.Title);
                await TextAsync(xml, "updated", Time(entry.Updated));
                await LinkAsync(xml, "alternate", site + (view?.Link(entry.Path) ?? entry.Path));
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }

        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        var tag = EntityTags.Of(bytes.Span);
        response.Headers.ETag = tag.ToString();
        if (EntityTags.IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ListFormat.Atom.MediaType + "; charset=utf-8";
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static Task TextAsync(XmlWriter xml, string name, string text) => xml.WriteElementStringAsync(null, name, Namespace, string.Concat(text.Where(XmlConvert.IsXmlChar)));

    private static async Task LinkAsync(XmlWriter xml, string relation, string address)
    {
        await xml.WriteStartElementAsync(null, "link", Namespace);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }
}
