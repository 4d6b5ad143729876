using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search;

/// <summary>The sorts of facet that the lists are made of, each one grouped query.</summary>
internal static class Facets
{
    public const string Year = "year";

    /// <summary>So many values of an open vocabulary are counted.</summary>
    private const int MostValues = 100;

    /// <summary>Words of an enumeration of which a row has one or none.</summary>
    public static Facet<T> OfWord<T, TEnum>(string name, Expression<Func<T, TEnum?>> key)
        where TEnum : struct, Enum => new(name, [name], async (rows, input) =>
        {
            var counts = await rows.Select(key).GroupBy(word => word).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(input.Cancellation);
            return Ordered(counts.Select(group => (group.Key, group.Count)), Words.Of);
        });

    /// <summary>Words of an enumeration of which a row may have several.</summary>
    /// <param name="pairs">The words of the rows, perhaps one twice of one row.</param>
    /// <param name="none">Rows that have none.</param>
    public static Facet<T> OfWords<T, TEnum>(string name, Func<IQueryable<T>, FilterInput, IQueryable<FacetPair<TEnum>>> pairs, Expression<Func<T, bool>> none)
        where TEnum : struct, Enum => new(name, [name], async (rows, input) =>
        {
            var counts = await pairs(rows, input).Distinct().GroupBy(pair => pair.Key).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(input.Cancellation);
            return Ordered(counts.Select(group => ((TEnum?)group.Key, group.Count)), Words.Of) with { Missing = await rows.LongCountAsync(none, input.Cancellation) };
        });

    /// <summary>Values of an open vocabulary.</summary>
    /// <param name="pairs">The values of the rows, none twice of one row.</param>
    /// <param name="none">Rows that have none.</param>
    public static Facet<T> OfKnown<T>(string name, Func<IQueryable<T>, IQueryable<FacetPair<string>>> pairs, Expression<Func<T, bool>> none) => new(name, [name], async (rows, input) =>
    {
        var counts = await pairs(rows).Where(pair => pair.Key != null).GroupBy(pair => pair.Key!).Select(group => new { group.Key, Count = group.LongCount() })
            .OrderByDescending(group => group.Count).ThenBy(group => group.Key).Take(MostValues + 1).ToListAsync(input.Cancellation);
        return new FacetItem(
            [.. counts.Take(MostValues).OrderByDescending(group => group.Count).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => new FacetCount(group.Key, group.Count))],
            await rows.LongCountAsync(none, input.Cancellation),
            counts.Count <= MostValues);
    });

    /// <summary>The years of a date, which lies in one year however precise it is.</summary>
    /// <param name="stem">Of the parameters that narrow by the date.</param>
    /// <param name="day">The first day it may mean.</param>
    public static Facet<T> OfYears<T>(string stem, Expression<Func<T, DateOnly?>> day) => new(Year, [$"{stem}From", $"{stem}To"], async (rows, input) =>
    {
        var counts = await rows.Select(day).GroupBy(date => date == null ? (int?)null : date.Value.Year)
            .Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(input.Cancellation);
        return Ordered(counts.Select(group => (group.Key, group.Count)), year => year.ToString("0000", CultureInfo.InvariantCulture));
    });

    /// <summary>The same, where the year is stored.</summary>
    /// <inheritdoc cref="OfYears{T}"/>
    public static Facet<T> OfStoredYears<T>(string stem, Expression<Func<T, int?>> year) => new(Year, [$"{stem}From", $"{stem}To"], async (rows, input) =>
    {
        var counts = await rows.Select(year).GroupBy(number => number).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(input.Cancellation);
        return Ordered(counts.Select(group => (group.Key, group.Count)), number => number.ToString("0000", CultureInfo.InvariantCulture));
    });

    /// <summary>Ascending by the values, with the count of what has none apart.</summary>
    /// <param name="none">Stands for no value.</param>
    public static FacetItem Ordered(IEnumerable<(int Key, long Count)> counts, int none, Func<int, string> text) =>
        Ordered(counts.Where(pair => pair.Count > 0).Select(pair => (pair.Key == none ? (int?)null : pair.Key, pair.Count)), text);

    /// <summary>Ascending by the values, with the count of what has none apart.</summary>
    public static FacetItem Ordered<TKey>(IEnumerable<(TKey? Key, long Count)> counts, Func<TKey, string> text)
        where TKey : struct
    {
        var all = counts.ToList();
        return new FacetItem(
            [.. all.Where(count => count.Key is not null).OrderBy(count => count.Key).Select(count => new FacetCount(text(count.Key!.Value), count.Count))],
            all.Where(count => count.Key is null).Sum(count => count.Count),
            IsComplete: true);
    }
}
