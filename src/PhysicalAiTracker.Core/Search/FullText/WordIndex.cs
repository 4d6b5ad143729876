using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>A document that fits, and how well: the higher the better, on a scale of each database's own.</summary>
/// <param name="Length">Of the title; 0 where the rank tells enough.</param>
internal sealed record SearchHit(long Id, double Rank, int Length);

/// <summary>What a database knows of the words of documents, asked for one text.</summary>
/// <param name="kinds">Only documents of these; empty for all.</param>
internal abstract class WordIndex(TrackerDbContext db, SearchText text, IReadOnlyList<string> kinds)
{
    protected TrackerDbContext Db { get; } = db;

    protected SearchText Text { get; } = text;

    protected bool IsOfAllKinds { get; } = kinds.Count == 0;

    protected string[] Kinds { get; } = [.. kinds];

    /// <summary>The index that finds documents with the text's words without walking through all that have one of them.</summary>
    /// <param name="most">So many documents are counted at most.</param>
    /// <param name="kinds">Only documents of these; empty for all.</param>
    public static async ValueTask<WordIndex> OfAsync(TrackerDbContext db, SearchText text, IReadOnlyList<string> kinds, int most, CancellationToken cancellation) =>
        db.Database.IsSqlite() ? new SqliteWordIndex(db, text, kinds)
        : await PostgresWordIndex.ForAsync(db, text, kinds, most, cancellation) ?? (WordIndex)new PostgresVectorIndex(db, text, kinds);

    /// <summary>How many documents fit, counted up to <paramref name="most"/>.</summary>
    public virtual Task<int> CountAsync(int most, CancellationToken cancellation) => Numbers(most).CountAsync(cancellation);

    /// <summary>How well documents fit, <paramref name="most"/> of them at most.</summary>
    public Task<List<SearchHit>> RankedAsync(int most, CancellationToken cancellation) => Ranked(most).ToListAsync(cancellation);

    /// <summary>Documents that fit with the lengths of their titles, <paramref name="most"/> of them at most; those whose titles do rank before others.</summary>
    /// <param name="inTitles">Whether titles alone are looked in.</param>
    public Task<List<SearchHit>> TitledAsync(int most, bool inTitles, CancellationToken cancellation) => Titled(most, inTitles).ToListAsync(cancellation);

    /// <summary>Of the kinds asked for, as are all below: the kind is looked at before anything is cut off.</summary>
    protected abstract IQueryable<long> Numbers(int most);

    protected abstract IQueryable<SearchHit> Ranked(int most);

    protected abstract IQueryable<SearchHit> Titled(int most, bool inTitles);
}
