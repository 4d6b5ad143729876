using System.Globalization;
using System.Text;
using System.Xml;
using PhysicalAiTracker.Core.Accounts.Notifications;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Feeds;

/// <summary>An account's notifications as an Atom feed (RFC 4287), for that account alone.</summary>
internal static class NotificationFeed
{
    private const string Path = "/account/notifications.atom";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Entries = 50;

    public static void MapNotificationFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, WriteAsync).RequireAuthorization(Policies.Contributor).ExcludeFromDescription();

    private static async Task WriteAsync(HttpContext context, NotificationQueries notifications)
    {
        var actor = Signed.Actor(context.User);
        var items = await notifications.NewestAsync(actor.Id!.Value, Entries, context.RequestAborted);
        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        context.Response.Headers.CacheControl = "private, no-store";
        await using var xml = XmlWriter.Create(context.Response.Body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        await xml.WriteStartElementAsync(null, "feed", Atom);
        await WriteHeadAsync(xml, $"urn:uuid:{actor.Id}", "Your notifications", items.Count > 0 ? items[0].At : DateTime.UnixEpoch, site + Notifier.Path);
        foreach (var item in items)
        {
            await xml.WriteStartElementAsync(null, "entry", Atom);
            await WriteHeadAsync(xml, $"urn:uuid:{item.Id}", item.Sentence, item.At, site + (item.DisclosureId is { } id ? $"/disclosures/{id}" : Notifier.Path));
            if (item.Text is { } text)
            {
                await xml.WriteElementStringAsync(null, "content", Atom, Clean(text));
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task WriteHeadAsync(XmlWriter xml, string id, string title, DateTime at, string link)
    {
        await xml.WriteElementStringAsync(null, "id", Atom, id);
        await xml.WriteElementStringAsync(null, "title", Atom, Clean(title));
        await xml.WriteElementStringAsync(null, "updated", Atom, at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        await xml.WriteStartElementAsync(null, "author", Atom);
        await xml.WriteElementStringAsync(null, "name", Atom, "Physical AI Tracker");
        await xml.WriteEndElementAsync();
        await xml.WriteStartElementAsync(null, "link", Atom);
        await xml.WriteAttributeStringAsync(null, "href", null, link);
        await xml.WriteEndElementAsync();
    }

    /// <summary>Without characters that XML cannot hold.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
}
