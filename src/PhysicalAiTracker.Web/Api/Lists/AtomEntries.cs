using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Api.Lists;

/// <summary>What the items of a list are in a feed.</summary>
internal static class AtomEntries
{
    public static async Task<IReadOnlyList<AtomEntry>> OfAsync<TItem>(HttpContext context, Collection collection, IReadOnlyList<TItem> items)
        where TItem : class
    {
        var names = collection.Kind is { } kind
            ? await context.RequestServices.GetRequiredService<RecordNames>().OfAsync([.. items.OfType<RecordItem>().Select(item => (kind, item.Id))], context.RequestAborted)
            : new Dictionary<Guid, RecordName>();
        return [.. items.Select(item => Of(item, names))];
    }

    /// <summary>Of a revision, by what its record is called.</summary>
    public static AtomEntry Of(FeedEntry entry) => new(entry.RevisionId, entry.Title, entry.At, Addresses.OfHistory(entry.RecordId));

    private static AtomEntry Of(object item, IReadOnlyDictionary<Guid, RecordName> names)
    {
        var path = (PageUrls.Of(item.GetType()) ?? ApiUrls.Of(item.GetType()))!(item);
        return item switch
        {
            RecordItem record => new AtomEntry(record.Id, names[record.Id].Text, record.UpdatedAt, path),
            SourceItem source => new AtomEntry(source.Id, source.Title, source.CreatedAt, path),
            DisclosureItem disclosure => new AtomEntry(disclosure.Id, disclosure.Title, disclosure.At, $"/disclosures/{disclosure.Id}"),
            ContradictionItem contradiction => new AtomEntry(contradiction.Id, contradiction.Title, contradiction.UpdatedAt, path),
            _ => throw new InvalidOperationException($"{item.GetType()} is in no feed."),
        };
    }
}
