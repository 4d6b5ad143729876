using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>A document that fits, and how well: the higher the better, on a scale of each database's own.</summary>
/// <param name="Length">Of the title; 0 where the rank tells enough.</param>
internal sealed record SearchHit(long Id, double Rank, int Length);

/// <summary>Finds documents by the index of each database.</summary>
internal static class SearchMatches
{
    private const string Manner = " Each word by its beginning, without regard to case and accents; all must be there.";

    /// <summary>Ids of records and sources that have all the words.</summary>
    /// <param name="inTitles">Whether titles alone are looked in.</param>
    public static IQueryable<Guid> In(TrackerDbContext db, SearchText text, bool inTitles)
    {
        var (sqlite, postgres) = (text.ForSqlite(inTitles), text.ForPostgres(inTitles));
        if (text.Words.Count == 0 || text.IsLetters)
        {
            return db.Set<PartyName>().Where(n => n.Whole && n.Key == text.Key && text.Key != "").Select(n => n.PartyId);
        }

        var found = db.Database.IsSqlite()
            ? db.SearchDocuments.FromSql($"""SELECT d.* FROM "SearchDocuments" AS d WHERE d."Id" IN (SELECT rowid FROM "SearchWords" WHERE "SearchWords" MATCH {sqlite})""")
            : db.SearchDocuments.FromSql($"""SELECT d.* FROM "SearchDocuments" AS d WHERE d."Vector" @@ to_tsquery('simple', {postgres})""");
        return found.Select(d => d.ItemId);
    }

    /// <summary>The numbers of documents that fit, <paramref name="most"/> of them at most, so that no word scans.</summary>
    /// <param name="kinds">Empty for all.</param>
    public static IQueryable<long> Numbers(TrackerDbContext db, SearchText text, IReadOnlyList<string> kinds, int most)
    {
        var (sqlite, postgres) = (text.ForSqlite(inTitles: false), text.ForPostgres(inTitles: false));
        var numbers = db.Database.IsSqlite()
            ? db.Database.SqlQuery<long>($"""SELECT rowid AS "Value" FROM "SearchWords" WHERE "SearchWords" MATCH {sqlite} LIMIT {most}""")
            : db.Database.SqlQuery<long>($"""SELECT d."Id" AS "Value" FROM "SearchDocuments" AS d WHERE d."Vector" @@ to_tsquery('simple', {postgres}) LIMIT {most}""");
        return kinds.Count == 0 ? numbers : numbers.Where(number => db.SearchDocuments.Any(d => d.Id == number && kinds.Contains(d.Kind)));
    }

    /// <summary>Documents that fit with the lengths of their titles, <paramref name="most"/> of them at most; those whose titles do rank before others.</summary>
    /// <param name="kinds">Empty for all.</param>
    /// <param name="inTitles">Whether titles alone are looked in.</param>
    public static IQueryable<SearchHit> Titled(TrackerDbContext db, SearchText text, IReadOnlyList<string> kinds, int most, bool inTitles)
    {
        var (sqlite, postgres) = (text.ForSqlite(inTitles), text.ForPostgres(inTitles));
        var rank = inTitles ? 1.0 : 0.0;
        var hits = db.Database.IsSqlite()
            ? db.Database.SqlQuery<SearchHit>($"""
                SELECT d."Id", {rank} AS "Rank", LENGTH(d."TitleKey") AS "Length"
                FROM (SELECT rowid AS "Number" FROM "SearchWords" WHERE "SearchWords" MATCH {sqlite} LIMIT {most}) AS f JOIN "SearchDocuments" AS d ON d."Id" = f."Number"
                """)
            : db.Database.SqlQuery<SearchHit>($"""
                SELECT d."Id", CAST({rank} AS double precision) AS "Rank", LENGTH(d."TitleKey") AS "Length"
                FROM "SearchDocuments" AS d WHERE d."Vector" @@ to_tsquery('simple', {postgres}) LIMIT {most}
                """);
        return kinds.Count == 0 ? hits : hits.Where(hit => db.SearchDocuments.Any(d => d.Id == hit.Id && kinds.Contains(d.Kind)));
    }

    /// <summary>How well documents fit, <paramref name="most"/> of them at most.</summary>
    /// <param name="kinds">Empty for all.</param>
    public static IQueryable<SearchHit> Ranked(TrackerDbContext db, SearchText text, IReadOnlyList<string> kinds, int most)
    {
        var (sqlite, postgres) = (text.ForSqlite(inTitles: false), text.ForPostgres(inTitles: false));
        var hits = db.Database.IsSqlite()
            ? db.Database.SqlQuery<SearchHit>($"""SELECT rowid AS "Id", -bm25("SearchWords", 10.0, 1.0) AS "Rank", 0 AS "Length" FROM "SearchWords" WHERE "SearchWords" MATCH {sqlite} LIMIT {most}""")
            : db.Database.SqlQuery<SearchHit>($"""
                SELECT f."Id", CAST(ts_rank(f."Vector", f."Asked") AS double precision) AS "Rank", 0 AS "Length"
                FROM (SELECT d."Id", d."Vector", q AS "Asked" FROM "SearchDocuments" AS d, to_tsquery('simple', {postgres}) AS q WHERE d."Vector" @@ q LIMIT {most}) AS f
                """);
        return kinds.Count == 0 ? hits : hits.Where(hit => db.SearchDocuments.Any(d => d.Id == hit.Id && kinds.Contains(d.Kind)));
    }

    /// <summary>The filter <c>q</c> of a list of records or sources.</summary>
    /// <param name="description">What the words are looked for in.</param>
    /// <param name="inTitles">Whether names and titles alone are looked in.</param>
    public static Filter<T> Filter<T>(string description, bool inTitles = false) => Filter<T>(description, inTitles, found =>
    {
        Expression<Func<Guid, bool>> isFound = id => found.Contains(id);
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, bool>>(new Swap(isFound.Parameters[0], Expression.Property(row, nameof(SearchDocument.Id))).Visit(isFound.Body), row);
    });

    /// <inheritdoc cref="Filter{T}(string, bool)"/>
    /// <param name="where">Gets the ids of the records and sources that have the words.</param>
    public static Filter<T> Filter<T>(string description, bool inTitles, Func<IQueryable<Guid>, Expression<Func<T, bool>>> where)
    {
        var parameter = new Parameter("q", description + Manner, [], Many: false, Example: "prometheus", Negatable: false);
        return new Filter<T>([parameter], input => ValueTask.FromResult(
            input.Has(parameter.Name) ? where(In(input.Db, SearchText.Of(input.Values(parameter.Name)[0]), inTitles)) : null));
    }
}
