using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>
/// The table of words, in order: a word's documents, those first whose titles have it, are read one by one, as many as are wanted. With several words it is the
/// rarest whose documents are looked at.
/// </summary>
/// <param name="word">The rarest.</param>
/// <param name="entries">So many rows of the table are read at most.</param>
/// <param name="isAlone">Whether it is the only word, so that whatever has it fits.</param>
/// <param name="count">Documents that fit, where that is known.</param>
internal sealed class PostgresWordIndex(TrackerDbContext db, SearchText text, IReadOnlyList<string> kinds, WordRange word, int entries, bool isAlone, int? count) : WordIndex(db, text, kinds)
{
    /// <summary>A document has a row for each of its words that begin so. Where these many rows hold fewer documents than are to be counted, the vectors are asked.</summary>
    private const int EntriesPerDocument = 2;

    /// <summary>Null where each word is in so many documents that looking at them one by one takes too long.</summary>
    /// <param name="most">So many documents are counted at most.</param>
    /// <param name="kinds">Empty for all.</param>
    public static async Task<PostgresWordIndex?> ForAsync(TrackerDbContext db, SearchText text, IReadOnlyList<string> kinds, int most, CancellationToken cancellation)
    {
        var entries = EntriesPerDocument * most;
        var ranges = text.Ranges;
        string[] from = [.. ranges.Select(range => range.From)], toInTitle = [.. ranges.Select(range => range.ToInTitle)], to = [.. ranges.Select(range => range.To)];
        var found = await db.Database.SqlQuery<Spread>($"""
            SELECT CAST(w."Place" - 1 AS int) AS "Place", CAST(count(*) AS int) AS "Entries", CAST(count(DISTINCT f."DocumentId") AS int) AS "Documents"
            FROM unnest({from}, {toInTitle}, {to}) WITH ORDINALITY AS w("From", "ToInTitle", "To", "Place")
            CROSS JOIN LATERAL (
                SELECT t."DocumentId" FROM "SearchWords" AS t WHERE t."InTitle" AND t."Word" >= w."From" AND t."Word" < w."ToInTitle"
                UNION ALL
                SELECT t."DocumentId" FROM "SearchWords" AS t WHERE NOT t."InTitle" AND t."Word" >= w."From" AND t."Word" < w."To"
                LIMIT {entries}) AS f
            GROUP BY w."Place"
            """).ToListAsync(cancellation);
        if (found.Count < ranges.Count)
        {
            return new PostgresWordIndex(db, text, kinds, ranges[0], 0, true, 0);
        }

        var rarest = found.MinBy(spread => spread.Entries)!;
        var isWhole = rarest.Entries < entries;
        // Those of some kinds might all be beyond the rows that are read.
        return ranges.Count > 1 || kinds.Count > 0
            ? isWhole ? new PostgresWordIndex(db, text, kinds, ranges[rarest.Place], entries, ranges.Count == 1, null) : null
            : isWhole || rarest.Documents >= most ? new PostgresWordIndex(db, text, kinds, ranges[0], entries, true, rarest.Documents) : null;
    }

    public override Task<int> CountAsync(int most, CancellationToken cancellation) =>
        count is { } known ? Task.FromResult(Math.Min(known, most)) : base.CountAsync(most, cancellation);

    protected override IQueryable<long> Numbers(int most)
    {
        var sought = Text.ForPostgres(inTitles: false);
        return Db.Database.SqlQuery<long>($"""
            SELECT d."Id" AS "Value" FROM "SearchDocuments" AS d
            WHERE ({isAlone} OR d."Vector" @@ to_tsquery('simple', {sought})) AND ({IsOfAllKinds} OR d."Kind" = ANY ({Kinds})) AND d."Id" = ANY (ARRAY(
                SELECT t."DocumentId" FROM "SearchWords" AS t WHERE t."InTitle" AND t."Word" >= {word.From} AND t."Word" < {word.ToInTitle}
                UNION ALL
                SELECT t."DocumentId" FROM "SearchWords" AS t WHERE NOT t."InTitle" AND t."Word" >= {word.From} AND t."Word" < {word.To}
                LIMIT {entries}))
            LIMIT {most}
            """);
    }

    protected override IQueryable<SearchHit> Ranked(int most)
    {
        var sought = Text.ForPostgres(inTitles: false);
        return Db.Database.SqlQuery<SearchHit>($"""
            SELECT d."Id", CAST(ts_rank(d."Vector", q) AS double precision) AS "Rank", 0 AS "Length"
            FROM "SearchDocuments" AS d, to_tsquery('simple', {sought}) AS q
            WHERE ({isAlone} OR d."Vector" @@ q) AND ({IsOfAllKinds} OR d."Kind" = ANY ({Kinds})) AND d."Id" = ANY (ARRAY(
                SELECT t."DocumentId" FROM "SearchWords" AS t WHERE t."InTitle" AND t."Word" >= {word.From} AND t."Word" < {word.ToInTitle}
                UNION ALL
                SELECT t."DocumentId" FROM "SearchWords" AS t WHERE NOT t."InTitle" AND t."Word" >= {word.From} AND t."Word" < {word.To}
                LIMIT {entries}))
            LIMIT {most}
            """);
    }

    protected override IQueryable<SearchHit> Titled(int most, bool inTitles)
    {
        var sought = Text.ForPostgres(inTitles);
        var rank = inTitles ? 1.0 : 0.0;
        var read = isAlone && inTitles && IsOfAllKinds ? most : entries;
        return Db.Database.SqlQuery<SearchHit>($"""
            SELECT d."Id", CAST({rank} AS double precision) AS "Rank", LENGTH(d."TitleKey") AS "Length" FROM "SearchDocuments" AS d
            WHERE ({isAlone} OR d."Vector" @@ to_tsquery('simple', {sought})) AND ({IsOfAllKinds} OR d."Kind" = ANY ({Kinds})) AND d."Id" = ANY (ARRAY(
                SELECT t."DocumentId" FROM "SearchWords" AS t WHERE t."InTitle" AND t."Word" >= {word.From} AND t."Word" < {word.ToInTitle}
                UNION ALL
                SELECT t."DocumentId" FROM "SearchWords" AS t WHERE NOT {inTitles} AND NOT t."InTitle" AND t."Word" >= {word.From} AND t."Word" < {word.To}
                LIMIT {read}))
            LIMIT {most}
            """);
    }

    /// <summary>How many rows and documents a word has, up to so many rows.</summary>
    /// <param name="Place">Of the word in the text.</param>
    private sealed record Spread(int Place, int Entries, int Documents);
}
