using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>
/// GIN over a <c>tsvector</c>, which puts all documents that have a word together before it gives the first: for several words, none of them rare, which it
/// intersects well, and for a common word in documents of some kinds.
/// </summary>
internal sealed class PostgresVectorIndex(TrackerDbContext db, SearchText text, IReadOnlyList<string> kinds) : WordIndex(db, text, kinds)
{
    protected override IQueryable<long> Numbers(int most)
    {
        var sought = Text.ForPostgres(inTitles: false);
        return Db.Database.SqlQuery<long>($"""
            SELECT d."Id" AS "Value" FROM "SearchDocuments" AS d
            WHERE d."Vector" @@ to_tsquery('simple', {sought}) AND ({IsOfAllKinds} OR d."Kind" = ANY ({Kinds})) LIMIT {most}
            """);
    }

    protected override IQueryable<SearchHit> Ranked(int most)
    {
        var sought = Text.ForPostgres(inTitles: false);
        return Db.Database.SqlQuery<SearchHit>($"""
            SELECT f."Id", CAST(ts_rank(f."Vector", f."Asked") AS double precision) AS "Rank", 0 AS "Length"
            FROM (SELECT d."Id", d."Vector", q AS "Asked" FROM "SearchDocuments" AS d, to_tsquery('simple', {sought}) AS q WHERE d."Vector" @@ q AND ({IsOfAllKinds} OR d."Kind" = ANY ({Kinds})) LIMIT {most}) AS f
            """);
    }

    protected override IQueryable<SearchHit> Titled(int most, bool inTitles)
    {
        var sought = Text.ForPostgres(inTitles);
        var rank = inTitles ? 1.0 : 0.0;
        return Db.Database.SqlQuery<SearchHit>($"""
            SELECT d."Id", CAST({rank} AS double precision) AS "Rank", LENGTH(d."TitleKey") AS "Length"
            FROM "SearchDocuments" AS d WHERE d."Vector" @@ to_tsquery('simple', {sought}) AND ({IsOfAllKinds} OR d."Kind" = ANY ({Kinds})) LIMIT {most}
            """);
    }
}
