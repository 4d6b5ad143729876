using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
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
            Filters.Word<Source, SourceKind>("kind", "Sort of document.", words => s => words.Contains(s.Kind)),
            Filters.Word<Source, Reliability>("reliability", "Admiralty letter.", words => s => s.Reliability != null && words.Contains(s.Reliability.Value)),
            Filters.Known<Source>("publisher", "Publisher, spelt as stored.", "type0.ai", db => db.Sources.Select(s => s.Publisher), names => s => names.Contains(s.Publisher), many: false),
            Filters.Span<Source>("published", "Published", (from, to) => s => s.PublishedFrom <= to && s.PublishedTo >= from),
            Filters.Search<Source>("Beginning of the title.", (low, high) => s => string.Compare(s.TitleKey, low) >= 0 && string.Compare(s.TitleKey, high) < 0),
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
    public async Task<SourceReading?> ReadAsync(string slugOrId, bool seesAll, CancellationToken cancellation)
    {
        if (await FindAsync(slugOrId, cancellation) is not { } source)
        {
            return null;
        }

        var snapshots = await db.Snapshots.AsNoTracking().Where(s => s.SourceId == source.Id).OrderByDescending(s => s.CapturedAt).ThenByDescending(s => s.Id)
            .Select(s => new SnapshotItem(s.Id, s.Kind, s.Sha256, s.CapturedAt, s.Text.Length)).ToListAsync(cancellation);
        var newest = snapshots.Count > 0 ? snapshots[0] : null;
        var text = newest is null ? null : await db.Snapshots.Where(s => s.Id == newest.Id).Select(s => s.Text).FirstAsync(cancellation);
        var assertions = (await evidence.OfSourceAsync(source.Id, cancellation)).SelectMany(group => group).ToList();
        var credits = (await evidence.CreditedToAsync(source.Id, cancellation)).SelectMany(group => group).ToList();
        var called = await names.OfAsync([.. assertions.Concat(credits).Select(a => (a.Record, a.RecordId))], cancellation);
        var current = newest is null ? [] : await db.Passages.Where(p => p.SnapshotId == newest.Id).Select(p => p.Id).ToListAsync(cancellation);
        var quoted = assertions.GroupBy(a => a.Passage.Id).ToLookup(group => current.Contains(group.Key));
        IReadOnlyList<ReaderAssertion> Named(IEnumerable<AssertionItem> group) => [.. group.Select(a => new ReaderAssertion(a, called[a.RecordId]))];
        var passages = quoted[true].Select(group => Standing(group.First().Passage, text!, Named(group))).OrderBy(p => p.Start).ThenByDescending(p => p.End).ToList();
        var apart = quoted[false].Where(group => group.First().Passage.State == PassageState.NotCaptured)
            .Select(group => new ReaderPassage(group.First().Passage, 0, 0, "", "", "", Named(group))).OrderBy(p => p.Passage.Locator, StringComparer.Ordinal).ToList();
        return new SourceReading(
            source, newest, seesAll || source.TextIsPublic ? text : null, passages, apart, [.. snapshots.Skip(1)], [.. credits.Select(a => new ReaderAssertion(a, called[a.RecordId]))]);
    }

    private static ReaderPassage Standing(PassageItem passage, string text, IReadOnlyList<ReaderAssertion> assertions)
    {
        var (start, end) = (passage.Start!.Value, passage.End!.Value);
        return new ReaderPassage(passage, start, end, text[start..end], text[Math.Max(0, start - Around)..start], text[end..Math.Min(text.Length, end + Around)], assertions);
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
        CreditCount = s.Credits.Count,
    };
}
