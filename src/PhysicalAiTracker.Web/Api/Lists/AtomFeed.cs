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
/// <param name="page">Path where a person reads the same; null where there is no page of it.</param>
/// <param name="path">Where the feed is, whatever it was asked by; null for where it was asked.</param>
internal sealed class AtomFeed(string title, IReadOnlyList<AtomEntry> entries, string? page, string? path = null) : IResult
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var site = $"{request.Scheme}://{request.Host}{request.PathBase}";
        var view = AsOfView.DayOf(httpContext);
        // One address however the feed was asked for; what of the query says which feed it is stays.
        var address = (path ?? (request.Path.Value!.EndsWith(ListFormat.Atom.Suffix, StringComparison.Ordinal) ? request.Path.Value : request.Path + ListFormat.Atom.Suffix)) + request.QueryString;
        address = view?.Link(address) ?? address;
        var accounts = httpContext.RequestServices.GetRequiredService<TrackerSettings>().Accounts;
        using var body = new MemoryStream();
        var settings = new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true };
        await using (var xml = XmlWriter.Create(body, settings))
        {
            await xml.WriteStartElementAsync(null, "feed", Namespace);
            // As far as the tracker knows its own address (RFC 4287, 4.2.6).
            await TextAsync(xml, "id", accounts.Address.Length > 0 ? accounts.Link(address) : site + address);
            await TextAsync(xml, "title", title);
            await TextAsync(xml, "updated", Time(entries.Count > 0 ? entries.Max(entry => entry.Updated) : DateTime.UnixEpoch));
            await LinkAsync(xml, "self", site + address);
            if (page is not null)
            {
                await LinkAsync(xml, "alternate", site + (view?.Link(page) ?? page));
            }

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

        await TaggedAnswer.SendAsync(httpContext, body.GetBuffer().AsMemory(0, (int)body.Length), ListFormat.Atom.MediaType + "; charset=utf-8");
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static Task TextAsync(XmlWriter xml, string name, string text) => xml.WriteElementStringAsync(null, name, Namespace, Readable(text));

    /// <summary>Without what XML cannot say: some control characters, and halves of pairs.</summary>
    private static string Readable(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));

    private static async Task LinkAsync(XmlWriter xml, string relation, string address)
    {
        await xml.WriteStartElementAsync(null, "link", Namespace);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }
}
