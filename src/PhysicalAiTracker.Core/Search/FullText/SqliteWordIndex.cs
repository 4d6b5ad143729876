using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>FTS5, which finds documents in their order and stops where it is told to.</summary>
internal sealed class SqliteWordIndex(TrackerDbContext db, SearchText text, IReadOnlyList<string> kinds) : WordIndex(db, text, kinds)
{
    private readonly string _kinds = JsonSerializer.Serialize(kinds);

    protected override IQueryable<long> Numbers(int most)
    {
        var sought = Text.ForSqlite(inTitles: false);
        return Db.Database.SqlQuery<long>($"""
            SELECT f.rowid AS "Value" FROM "SearchWords" AS f
            WHERE f."SearchWords" MATCH {sought} AND ({IsOfAllKinds} OR EXISTS (SELECT 1 FROM "SearchDocuments" AS d WHERE d."Id" = f.rowid AND d."Kind" IN (SELECT k."value" FROM json_each({_kinds}) AS k)))
            LIMIT {most}
            """);
    }

    protected override IQueryable<SearchHit> Ranked(int most)
    {
        var sought = Text.ForSqlite(inTitles: false);
        return Db.Database.SqlQuery<SearchHit>($"""
            SELECT f.rowid AS "Id", -bm25("SearchWords", 10.0, 1.0) AS "Rank", 0 AS "Length" FROM "SearchWords" AS f
            WHERE f."SearchWords" MATCH {sought} AND ({IsOfAllKinds} OR EXISTS (SELECT 1 FROM "SearchDocuments" AS d WHERE d."Id" = f.rowid AND d."Kind" IN (SELECT k."value" FROM json_each({_kinds}) AS k)))
            LIMIT {most}
            """);
    }

    protected override IQueryable<SearchHit> Titled(int most, bool inTitles)
    {
        var sought = Text.ForSqlite(inTitles);
        var rank = inTitles ? 1.0 : 0.0;
        return Db.Database.SqlQuery<SearchHit>($"""
            SELECT d."Id", {rank} AS "Rank", LENGTH(d."TitleKey") AS "Length"
            FROM "SearchWords" AS f CROSS JOIN "SearchDocuments" AS d ON d."Id" = f.rowid
            WHERE f."SearchWords" MATCH {sought} AND ({IsOfAllKinds} OR d."Kind" IN (SELECT k."value" FROM json_each({_kinds}) AS k))
            LIMIT {most}
            """);
    }
}
