using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>Something that a search found.</summary>
/// <param name="Kind">One of <see cref="SearchKinds.All"/>.</param>
/// <param name="Slug">Of the record or source itself where it has one, otherwise of the party on whose profile it stands; null where neither is.</param>
/// <param name="PartyKind">Kind of the party that the slug names; null for others.</param>
/// <param name="Title">What it is called, and where the words stand in that.</param>
/// <param name="Snippet">Where else the words stand; null where only the title has them.</param>
public sealed record FoundItem(string Kind, Guid Id, string? Slug, PartyKind? PartyKind, Snippet Title, Snippet? Snippet);

/// <summary>What a search found, the best first.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="TotalIsExact">False where there are at least so many: nobody counts further.</param>
public sealed record SearchAnswer(IReadOnlyList<FoundItem> Items, int Total, bool TotalIsExact);

/// <summary>Looks for words in everything that the tracker knows.</summary>
public sealed class SearchQueries(TrackerDbContext db, RecordNames names)
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    /// <summary>No more matches are counted, whatever they are.</summary>
    private const int MostCounted = 1000;

    /// <summary>No more are looked at: where there are more, those whose titles have the words.</summary>
    private const int MostRanked = 300;

    public static Parameter Asked { get; } = new(
        "q", $"Words, each by its beginning, without regard to case and accents; all of them must be there. One letter alone finds only parties called so. {SearchText.Limits}", [], Many: false, Example: "prometheus", Negatable: false);

    public static Parameter Kinds { get; } = new("kind", "Only these.", SearchKinds.All, Negatable: false);

    /// <param name="kinds">Of <see cref="SearchKinds.All"/>; empty for all.</param>
    /// <param name="limit">Items at most.</param>
    public async Task<SearchAnswer> FindAsync(string asked, IReadOnlyList<string> kinds, int limit, CancellationToken cancellation)
    {
        var text = SearchText.Of(asked);
        // A connection for all of it: it is made ready anew each time it is opened.
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return await FindAsync(text, kinds, limit, cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<SearchAnswer> FindAsync(SearchText text, IReadOnlyList<string> kinds, int limit, CancellationToken cancellation)
    {
        var index = text.Words.Count == 0 || text.IsLetters ? null : await WordIndex.OfAsync(db, text, kinds, MostCounted, cancellation);
        var count = index is null ? 0 : await index.CountAsync(MostCounted, cancellation);
        var isRanked = count <= MostRanked;
        var hits = count == 0 ? [] : await HitsAsync(index!, isRanked, cancellation);
        var ranks = hits.ToDictionary(hit => hit.Id, hit => hit.Rank);
        // Whoever is called so comes first, also where the words are so common that it was not among those ranked.
        var called = text.Words.Count == 0 ? [] : await NamedAsync(text, kinds, cancellation);
        long[] looked = [.. hits.OrderByDescending(hit => hit.Rank).ThenBy(hit => hit.Length).ThenBy(hit => hit.Id).Select(hit => hit.Id).Take(MaxLimit)];
        var documents = await DocumentsAsync(looked, called, cancellation);
        var best = documents.OrderBy(d => Tier(d, text)).ThenByDescending(d => ranks.GetValueOrDefault(d.Id)).ThenBy(d => isRanked ? 0 : d.TitleKey.Length).ThenBy(d => d.TitleKey, StringComparer.Ordinal).ThenBy(d => d.ItemId)
            .Take(limit).ToList();
        await AddBodiesAsync(best, cancellation);
        // Where not all are ranked, whoever is called so is among those counted: a name has its own words.
        var total = isRanked ? ranks.Keys.Union(documents.Where(d => called.Contains(d.ItemId)).Select(d => d.Id)).Count() : count;
        return new SearchAnswer(await ShowAsync(best, text, cancellation), total, count < MostCounted);
    }

    private static async Task<List<SearchHit>> HitsAsync(WordIndex index, bool isRanked, CancellationToken cancellation)
    {
        if (isRanked)
        {
            return await index.RankedAsync(MostRanked, cancellation);
        }

        // A database ranks by how rare a word is, for which it counts all that have it; of words so common it is known. Shorter titles come first.
        var titled = await index.TitledAsync(MostRanked, inTitles: true, cancellation);
        var others = titled.Count >= MaxLimit ? [] : await index.TitledAsync(MaxLimit, inTitles: false, cancellation);
        return [.. titled.Concat(others).DistinctBy(hit => hit.Id)];
    }

    /// <summary>Documents without their bodies, which may be long.</summary>
    private Task<List<SearchDocument>> DocumentsAsync(long[] numbers, List<Guid> items, CancellationToken cancellation) =>
        db.SearchDocuments.AsNoTracking().Where(d => EF.Parameter(numbers).Contains(d.Id) || EF.Parameter(items).Contains(d.ItemId))
            .Select(d => new SearchDocument { Id = d.Id, ItemId = d.ItemId, Kind = d.Kind, Title = d.Title, TitleKey = d.TitleKey }).ToListAsync(cancellation);

    private async Task AddBodiesAsync(List<SearchDocument> documents, CancellationToken cancellation)
    {
        long[] numbers = [.. documents.Select(d => d.Id)];
        var bodies = await db.SearchDocuments.Where(d => EF.Parameter(numbers).Contains(d.Id)).Select(d => new { d.Id, d.Body }).ToDictionaryAsync(d => d.Id, d => d.Body, cancellation);
        documents.ForEach(document => document.Body = bodies.GetValueOrDefault(document.Id, ""));
    }

    /// <summary>Parties with this very name or alias, or one that begins so.</summary>
    private async Task<List<Guid>> NamedAsync(SearchText text, IReadOnlyList<string> kinds, CancellationToken cancellation)
    {
        var (key, after) = (text.Key, text.Key + '\uFFFD');
        var named = text.IsLetters
            ? db.Set<PartyName>().Where(n => n.Whole && n.Key == key)
            : db.Set<PartyName>().Where(n => n.Whole && string.Compare(n.Key, key) >= 0 && string.Compare(n.Key, after) < 0);
        return await named.Where(n => kinds.Count == 0 || db.SearchDocuments.Any(d => d.ItemId == n.PartyId && kinds.Contains(d.Kind)))
            .OrderBy(n => n.Key).ThenBy(n => n.PartyId).Select(n => n.PartyId).Take(DefaultLimit).ToListAsync(cancellation);
    }

    /// <summary>
    /// 0 for the very name, 1 for a party whose name begins so, 2 for one whose name has all words, 3 for what is written about them under such
    /// a title, 4 where the text has some of the words.
    /// </summary>
    private static int Tier(SearchDocument document, SearchText text)
    {
        // To look at each name takes longer than all else here: the key of the title has the keys of all names.
        if (document.TitleKey.Contains(text.Key, StringComparison.Ordinal) && document.Title.Split('\n').Select(Shared.NameKey.Of).Contains(text.Key))
        {
            return 0;
        }

        var party = SearchKinds.RecordOf(document.Kind) == RecordKind.Party;
        if (document.TitleKey.StartsWith(text.Key, StringComparison.Ordinal))
        {
            return party ? 1 : 3;
        }

        var words = document.TitleKey.Split(' ');
        return !text.Words.All(sought => words.Any(word => word.StartsWith(sought, StringComparison.Ordinal))) ? 4 : party ? 2 : 3;
    }

    private async Task<IReadOnlyList<FoundItem>> ShowAsync(List<SearchDocument> documents, SearchText text, CancellationToken cancellation)
    {
        var records = await names.OfAsync([.. from d in documents let kind = SearchKinds.RecordOf(d.Kind) where kind is not null select (kind.Value, d.ItemId)], cancellation);
        var sources = documents.Where(d => d.Kind == SearchKinds.Source).Select(d => d.ItemId).ToList();
        var slugs = sources.Count == 0 ? [] : await db.Sources.Where(s => sources.Contains(s.Id)).Select(s => new { s.Id, s.Slug }).ToDictionaryAsync(s => s.Id, s => s.Slug, cancellation);
        return
        [
            .. from d in documents
               let record = records.GetValueOrDefault(d.ItemId)
               let lines = d.Title.Split('\n', 2)
               select new FoundItem(
                   d.Kind, d.ItemId, record?.Slug ?? slugs.GetValueOrDefault(d.ItemId), record?.PartyKind, Snippet.Title(lines[0], text),
                   Snippet.Around(BesideTitle(d), text)),
        ];
    }

    /// <summary>What is found beside the title. A record's is a list of values and of other names that the title does not show, each told once, and no sentence; a source's is its text.</summary>
    private static string BesideTitle(SearchDocument document)
    {
        var lines = document.Title.Split('\n');
        if (document.Kind == SearchKinds.Source)
        {
            return string.Join('\n', lines.Skip(1).Append(document.Body));
        }

        var title = $" {Shared.NameKey.Of(lines[0])} ";
        return string.Join(" · ", lines.Skip(1).Concat(document.Body.Split('\n')).Distinct().Where(line => line.Length > 0 && !title.Contains($" {Shared.NameKey.Of(line)} ", StringComparison.Ordinal)));
    }
}
