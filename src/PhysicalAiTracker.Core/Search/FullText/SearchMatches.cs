using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>Narrows lists to what has the words.</summary>
internal static class SearchMatches
{
    private static readonly string Manner = $" Each word by its beginning, without regard to case and accents; all must be there. {SearchText.Limits}";

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
        return new Filter<T>([parameter], input =>
        {
            if (!input.Has(parameter.Name))
            {
                return ValueTask.FromResult<Expression<Func<T, bool>>?>(null);
            }

            var text = input.Values(parameter.Name)[0];
            if (SearchText.WhyNot(text) is { } why)
            {
                input.Report(parameter, text, why);
            }

            return ValueTask.FromResult<Expression<Func<T, bool>>?>(where(In(input.Db, SearchText.Of(text), inTitles)));
        });
    }
}
