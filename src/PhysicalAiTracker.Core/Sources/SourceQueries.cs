using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>Reads sources.</summary>
public sealed class SourceQueries(TrackerDbContext db, EvidenceQueries evidence, RecordNames names)
{
    /// <summary>Characters around a passage whose text may not be shown as a whole.</summary>
    private const int Around = 60;

    /// <summary>Nobody looks through a longer list of choices.</summary>
    private const int MostPublishers = 200;

    /// <summary>Filters, orders and shape of the list.</summary>
    public static ListDefinition<Source, SourceItem> List { get; } = new(
        [
            Filters.Word<Source, SourceKind>("kind", "Sort of document.", s => s.Kind),
            Filters.Word<Source, Reliability>("reliability", "Admiralty letter.", s => s.Reliability),
            Filters.Known<Source>(
                "publisher",
                "Publisher, spelt as stored.",
                "type0.ai",
                db => db.Sources.Select(s => s.Publisher),
                names => s => names.Contains(s.Publisher),
                many: false,
                Facets.OfKnown<Source>("publisher", sources => sources.Select(s => new FacetPair<string> { Row = s.Id, Key = s.Publisher }), s => s.Publisher == null)),
            Filters.Span<Source>("published", "Published", (from, to) => s => s.PublishedFrom <= to && s.PublishedTo >= from, s => s.PublishedFrom),
            Stated.Of<Source>(
                ("publisher", s => s.Publisher != null),
                ("author", s => s.Author != null),
                ("url", s => s.Url != null),
                ("publishedOn", s => s.PublishedOn != null),
                ("retrievedOn", s => s.RetrievedOn != null),
                ("reliability", s => s.Reliability != null),
                ("origin", s => s.OriginId != null),
                ("language", s => s.Language != null),
                ("note", s => s.Note != null)),
            SearchMatches.Filter<Source>("Words of title, publisher, author and note, and of the text where everybody may read it."),
        ],
        [
            new Sort<Source, string>("title", "Title, without regard to case and accents.", s => s.TitleKey),
            new Sort<Source, DateOnly?>("published", "First day the publication date may mean.", s => s.PublishedFrom),
            new Sort<Source, DateTime>("created", "When the tracker first had it.", s => s.CreatedAt),
        ],
        "-created",
        Projection());

    public Task<ListResult<SourceItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others) =>
        List.ListAsync(db, request, cancellation, others);

    /// <summary>By slug or id.</summary>
    public Task<SourceItem?> FindAsync(string slugOrId, CancellationToken cancellation)
    {
        var id = Guid.TryParse(slugOrId, out var parsed) ? parsed : Guid.Empty;
        return db.Sources.AsNoTracking().Where(s => s.Slug == slugOrId || s.Id == id).Select(List.Projection).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The known source with this address, whatever its spelling; null where there is none or it is no address.</summary>
    public async Task<SourceItem?> FindByUrlAsync(string url, CancellationToken cancellation) =>
        NormalisedUrl.Of(url, out _) is { } key
            ? await db.Sources.AsNoTracking().Where(s => s.UrlKey == key).Select(List.Projection).FirstOrDefaultAsync(cancellation)
            : null;

    /// <summary>The publishers of the list, by name; null where they are too many to choose from.</summary>
    public async Task<IReadOnlyList<string>?> PublishersAsync(CancellationToken cancellation)
    {
        var names = await db.Sources.Where(s => s.Publisher != null).Select(s => s.Publisher!).Distinct().OrderBy(name => name).Take(MostPublishers + 1).ToListAsync(cancellation);
        return names.Count > MostPublishers ? null : names;
    }

    /// <summary>A source with the text of its newest snapshot and every passage in it.</summary>
    /// <param name="seesAll">Analysts see texts that the public may not.</param>
    public Task<SourceReading?> ReadAsync(string slugOrId, bool seesAll, CancellationToken cancellation) => ReadAsync(slugOrId, null, seesAll, cancellation);

    /// <summary>A source with the text of a snapshot and every passage that stands in it; null where there is no such source or snapshot.</summary>
    /// <param name="snapshot">Null for the newest.</param>
    /// <param name="seesAll">Analysts see texts that the public may not.</param>
    public async Task<SourceReading?> ReadAsync(string slugOrId, Guid? snapshot, bool seesAll, CancellationToken cancellation)
    {
        if (await FindAsync(slugOrId, cancellation) is not { } source)
        {
            return null;
        }

        var snapshots = await db.Snapshots.AsNoTracking().Where(s => s.SourceId == source.Id).OrderByDescending(s => s.CapturedAt).ThenByDescending(s => s.Id)
            .Select(SnapshotItem.Projection).ToListAsync(cancellation);
        var shown = snapshots.Find(s => snapshot is null || s.Id == snapshot);
        if (snapshot is not null && shown is null)
        {
            return null;
        }

        var text = shown is null ? null : await db.Snapshots.Where(s => s.Id == shown.Id).Select(s => s.Text).FirstAsync(cancellation);
        var assertions = (await evidence.OfSourceAsync(source.Id, cancellation)).SelectMany(group => group).ToList();
        var credits = (await evidence.CreditedToAsync(source.Id, cancellation)).SelectMany(group => group).ToList();
        var called = await names.OfAsync([.. assertions.Concat(credits).Select(a => (a.Record, a.RecordId))], cancellation);
        var places = shown is null ? [] : await PlacesAsync(shown.Id, cancellation);
        var quoted = assertions.GroupBy(a => a.Passage.Id).ToLookup(group => places.ContainsKey(group.Key));
        IReadOnlyList<ReaderAssertion> Named(IEnumerable<AssertionItem> group) => [.. group.Select(a => new ReaderAssertion(a, called[a.RecordId]))];
        var passages = quoted[true].Select(group => Standing(group.First().Passage, places[group.Key], text!, Named(group))).OrderBy(p => p.Start).ThenByDescending(p => p.End).ToList();
        // Those of another day's text belong to that.
        var apart = quoted[false].Select(group => new ReaderPassage(group.First().Passage, 0, 0, "", "", "", Named(group)))
            .Where(p => p.Passage.State == PassageState.NotCaptured || (shown == snapshots[0] && p.Passage.State != PassageState.Intact))
            .OrderBy(p => p.Passage.State).ThenBy(p => p.Passage.Start).ThenBy(p => p.Passage.Locator, StringComparer.Ordinal).ToList();
        return new SourceReading(
            source,
            shown,
            text is { Length: > 0 } && (seesAll || source.TextIsPublic) ? text : null,
            passages,
            apart,
            snapshots,
            await OriginChain.OfAsync(db, source.Id, cancellation),
            Named(credits));
    }

    /// <summary>Where passages stand in a snapshot: those quoted from it, and those found in it again.</summary>
    internal async Task<Dictionary<Guid, (int Start, int End)>> PlacesAsync(Guid snapshot, CancellationToken cancellation)
    {
        var own = await db.Passages.Where(p => p.SnapshotId == snapshot).Select(p => new { p.Id, Start = p.Start!.Value, End = p.End!.Value }).ToListAsync(cancellation);
        var found = await db.PassageAnchors.Where(a => a.SnapshotId == snapshot && a.State == PassageState.Intact)
            .Select(a => new { Id = a.PassageId, Start = a.Start!.Value, End = a.End!.Value }).ToListAsync(cancellation);
        return own.Concat(found).ToDictionary(p => p.Id, p => (p.Start, p.End));
    }

    private static ReaderPassage Standing(PassageItem passage, (int Start, int End) place, string text, IReadOnlyList<ReaderAssertion> assertions)
    {
        var (start, end) = place;
        if (end > text.Length)
        {
            // The text was withheld from an export, and this is its copy: the quote itself came along.
            return new ReaderPassage(passage, start, end, passage.Exact ?? "", passage.Prefix ?? "", passage.Suffix ?? "", assertions);
        }

        return new ReaderPassage(passage, start, end, text[start..end], text[Math.Max(0, start - Around)..start], text[end..Math.Min(text.Length, end + Around)], assertions)
        {
            Moved = start != passage.Start,
        };
    }

    private static Expression<Func<Source, SourceItem>> Projection() => s => new SourceItem
    {
        Id = s.Id,
        Slug = s.Slug,
        Kind = s.Kind,
        Title = s.Title,
        Publisher = s.Publisher,
        Author = s.Author,
        Url = s.Url,
        PublishedOn = s.PublishedOn,
        RetrievedOn = s.RetrievedOn,
        Reliability = s.Reliability,
        Origin = s.Origin == null ? null : new SourceLink(s.Origin.Slug, s.Origin.Title, s.Origin.Publisher, s.Origin.Url, s.Origin.Seen),
        TextIsPublic = s.TextIsPublic,
        Language = s.Language,
        Seen = s.Seen,
        Note = s.Note,
        CreatedAt = s.CreatedAt,
        AssertionCount = s.Assertions.Count,
        CreditCount = s.Credits.Count + s.Rewrites.SelectMany(rewrite => rewrite.Assertions).Count(a => a.OriginId == null),
    };
}
