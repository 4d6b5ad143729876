using System.Collections.Frozen;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Search.Counting;
using PhysicalAiTracker.Core.Search.Plans;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search;

/// <summary>What a caller asked of a list: parameter names with the values given, several where a name was repeated.</summary>
public sealed record ListRequest(IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <summary>False where nobody looks at the total, which is 0 then.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>Members of the items that are looked at, as JSON names them; others need not be read. Null for all.</summary>
    public IReadOnlyCollection<string>? Members { get; init; }

    /// <summary>The same page without total, facets and figures of the whole list.</summary>
    public ListRequest WithoutFigures() => this with
    {
        Parameters = Parameters.Where(given => given.Key is not (ListDefinition.FacetBy or ListDefinition.Aggregate or ListDefinition.By)).ToDictionary(),
        Counts = false,
    };
}

/// <summary>A page, or everything that was wrong with the request.</summary>
public sealed record ListResult<TItem>(Page<TItem>? Page, IReadOnlyList<ParameterProblem> Problems);

/// <summary>A list's parameters and orders, for whoever describes or draws them.</summary>
public abstract class ListDefinition
{
    public const string Limit = "limit";
    public const string Cursor = "cursor";
    public const string SortBy = "sort";
    public const string FacetBy = "facet";
    public const string Aggregate = "aggregate";
    public const string By = "by";

    /// <summary>What a page is asked beside the rows and their order, which is the same list whatever they say.</summary>
    public static IReadOnlyList<string> OfPages { get; } = [Limit, Cursor, FacetBy, Aggregate, By];

    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Name and meaning of each order.</summary>
    public abstract IReadOnlyList<(string Name, string Description)> Orders { get; }

    /// <summary>What can be counted, as <c>facet</c> is given.</summary>
    public abstract IReadOnlyList<string> FacetNames { get; }

    /// <summary>The parameters that sum the list up; empty where it has nothing to sum.</summary>
    public abstract IReadOnlyList<Parameter> Summaries { get; }

    /// <summary>The order when none is asked for, as <c>sort</c> would be given.</summary>
    public abstract string DefaultSort { get; }
}

/// <summary>Numbers given to lists.</summary>
internal static class ListNumbers
{
    public static int Last;
}

/// <summary>How one kind of record is listed: by which filters, in which orders, as which items.</summary>
/// <param name="scope">What belongs to the list at all; null for every row.</param>
public sealed class ListDefinition<T, TItem>(
    IReadOnlyList<Filter<T>> filters,
    IReadOnlyList<Sort<T>> sorts,
    string defaultSort,
    Expression<Func<T, TItem>> projection,
    Expression<Func<T, bool>>? scope = null) : ListDefinition
    where T : class
{
    /// <summary>Tells lists apart.</summary>
    private readonly int _number = Interlocked.Increment(ref ListNumbers.Last);

    private FrozenDictionary<string, bool>? _names;
    private FrozenDictionary<string, bool>? _allNames;

    public override IReadOnlyList<Parameter> Parameters { get; } = [.. filters.SelectMany(filter => filter.Parameters)];

    public override IReadOnlyList<(string Name, string Description)> Orders { get; } = [.. sorts.Select(sort => (sort.Name, sort.Description))];

    public override IReadOnlyList<string> FacetNames { get; } = [.. filters.SelectMany(filter => filter.Facets).Select(facet => facet.Name)];

    /// <summary>What the list is summed up by; null where there is nothing to sum.</summary>
    public Summary<T>? Summary { get; init; }

    /// <summary>Whether the list is of one person, defined anew for each request: nothing is kept of it, since nobody asks for the same definition again.</summary>
    internal bool IsPersonal { get; init; }

    /// <summary>Members of the items that are lists themselves.</summary>
    internal IReadOnlyList<ItemCollection<TItem>> Collections { get; init; } = [];

    public override IReadOnlyList<Parameter> Summaries => Summary?.Parameters ?? [];

    public override string DefaultSort { get; } = defaultSort;

    public Expression<Func<T, TItem>> Projection { get; } = projection;

    /// <param name="others">Parameters that the caller reads itself.</param>
    public async Task<ListResult<TItem>> ListAsync(
        TrackerDbContext db, ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others)
    {
        var problems = new List<ParameterProblem>();
        var values = RequestReader.Split(request, _allNames ??= RequestReader.NamesOf([.. Parameters, .. Summaries]), others, problems);
        var narrowing = await Narrowing.ReadAsync(filters, db, values, problems, cancellation);
        var limit = RequestReader.ReadLimit(values, problems);
        var keyset = new Keyset<T>([.. RequestReader.ReadSort(values, sorts, DefaultSort, problems).Select(order => (order.Sort.On(db.Today), order.Descending))]);
        var facets = RequestReader.ReadNames(values, FacetBy, FacetNames, problems);
        var summary = Summary?.Read(new FilterInput(db, values, problems, cancellation));
        var cursor = new PageCursor(values);
        var place = cursor.Read(keyset, values, problems);
        if (problems.Count > 0)
        {
            return new ListResult<TItem>(null, problems);
        }

        using var counter = await CounterAsync(db, narrowing, facets, request.Counts, cancellation);
        var total = !request.Counts ? 0 : counter?.Total() ?? await KeptAsync(db, "total", values, [], () => narrowing.Apply(All(db)).LongCountAsync(cancellation));
        var order = values.TryGetValue(SortBy, out var sort) ? sort[0] : DefaultSort;
        var reader = new StretchReader<T, TItem>(db, IsPersonal ? null : db.Plans, () => All(db), narrowing, Projection, Collections, $"{_number}|{order}", request.Members, cancellation);
        var page = await keyset.ReadAsync(reader.ReadAsync, place, limit + 1);
        var isMore = page.Count > limit;
        if (isMore)
        {
            page.RemoveAt(place is { Backward: true } ? 0 : limit);
        }

        var (prev, next) = Neighbours(page, place, isMore);
        List<TItem> items = [.. page.Select(row => row.Item)];
        await FinishAsync(db, items, request.Members, reader, cancellation);
        return new ListResult<TItem>(
            new Page<TItem>(items, total, Write(next), Write(prev))
            {
                Facets = await CountAsync(db, facets, narrowing, counter, values),
                Aggregates = summary is null ? null : await KeptAsync(db, "figures", values, [], () => summary(narrowing.Apply(All(db)), cancellation), Summaries),
            },
            []);

        string? Write(Place? place) => place is null ? null : cursor.Write(place);
    }

    /// <summary>Adds to the items of a page what is no column of theirs.</summary>
    private async Task FinishAsync(TrackerDbContext db, List<TItem> items, IReadOnlyCollection<string>? members, StretchReader<T, TItem> reader, CancellationToken cancellation)
    {
        foreach (var collection in Collections.Where(collection => reader.Planned.Count > 0 && ItemProjection.IsWanted(collection.Member, members)))
        {
            await collection.FillAsync(db, db.Plans!, reader.Planned, cancellation);
        }

        if (!reader.IsPlanned)
        {
            await GradeItems.AddToAsync(db, items.OfType<RecordItem>(), cancellation);
        }
    }

    /// <summary>
    /// Where the pages before and behind this one start. On the side that was come from there is always one, the row that was there before at least; where
    /// the page has become empty since, it starts with that row itself.
    /// </summary>
    private static (Place? Prev, Place? Next) Neighbours(List<KeyedRow<TItem>> page, Place? place, bool isMore)
    {
        var before = new Place(page.Count > 0 ? page[0].Keys : place?.Keys, Backward: true, Inclusive: page.Count == 0);
        var behind = new Place(page.Count > 0 ? page[^1].Keys : place?.Keys, Inclusive: page.Count == 0);
        return place switch
        {
            null => (null, isMore ? behind : null),
            { Backward: true } => (isMore ? before : null, behind),
            _ => (before, isMore ? behind : null),
        };
    }

    /// <summary>All rows that the filters let through, in no order; null where something is wrong with the request.</summary>
    /// <param name="others">Parameters that the caller reads itself.</param>
    internal async Task<(IQueryable<T>? Rows, IReadOnlyList<ParameterProblem> Problems)> FilterAsync(
        TrackerDbContext db, ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others)
    {
        var problems = new List<ParameterProblem>();
        var narrowing = await Narrowing.ReadAsync(filters, db, RequestReader.Split(request, _names ??= RequestReader.NamesOf(Parameters), others, problems), problems, cancellation);
        return (problems.Count == 0 ? narrowing.Apply(All(db)) : null, problems);
    }

    private IQueryable<T> All(TrackerDbContext db) => scope is null ? db.Set<T>().AsNoTracking() : db.Set<T>().AsNoTracking().Where(scope);

    /// <summary>What was counted under the same filters before, or is counted now.</summary>
    /// <param name="ignored">Parameters that it does not depend on.</param>
    /// <param name="further">Parameters beside the filters that it depends on.</param>
    private Task<TCount> KeptAsync<TCount>(
        TrackerDbContext db, string what, Dictionary<string, IReadOnlyList<string>> values, IReadOnlyList<string> ignored, Func<Task<TCount>> count, IReadOnlyList<Parameter>? further = null)
        where TCount : notnull
    {
        if (IsPersonal || db.Counts is not { } counts)
        {
            return count();
        }

        var names = Parameters.Concat(further ?? []).SelectMany(parameter => new[] { parameter.Name, parameter.Name + Parameter.Not }).Except(ignored);
        var given = names.Where(values.ContainsKey).Order(StringComparer.Ordinal).Select(name => $"{name}\u0001{string.Join('\u0002', values[name])}");
        return counts.GetAsync($"{_number}\u0000{what}\u0000{string.Join('\u0000', given)}", db.Today, count);
    }

    /// <summary>What counts in memory; null where the database counts.</summary>
    private async Task<Counter<T>?> CounterAsync(TrackerDbContext db, Narrowing<T> narrowing, IReadOnlyList<string> facets, bool isCounted, CancellationToken cancellation)
    {
        if (IsPersonal || db.Counts is not { } counts || (facets.Count == 0 && (!isCounted || narrowing.Given.Count == 0)) || narrowing.Given.Any(given => given.Filter.Column is null)
            || await counts.TableAsync<CountTable<T>>(_number, db.Today) is not { } table)
        {
            return null;
        }

        var needed = filters.Where(filter => filter.Column is not null && (narrowing.Given.Any(given => given.Filter == filter) || filter.Facets.Any(facet => facets.Contains(facet.Name)))).ToList();
        return needed.Count > 0 && await table.ColumnsAsync(db, () => All(db), needed, isUrgent: facets.Count > 1, cancellation) is { } columns
            ? new Counter<T>(narrowing, columns, table.Rows) : null;
    }

    /// <summary>Each facet is one more query, or two, unless it is counted in memory or was counted before; null where none is asked for.</summary>
    private async Task<IReadOnlyDictionary<string, FacetItem>?> CountAsync(
        TrackerDbContext db, IReadOnlyList<string> names, Narrowing<T> narrowing, Counter<T>? counter, Dictionary<string, IReadOnlyList<string>> values)
    {
        var counted = new Dictionary<string, FacetItem>(StringComparer.Ordinal);
        foreach (var filter in filters)
        {
            foreach (var facet in filter.Facets.Where(facet => names.Contains(facet.Name)))
            {
                counted[facet.Name] = filter.Column is not null && counter is not null ? counter.Count(filter, facet) : await KeptAsync(
                    db, $"facet {facet.Name}", values, facet.Ignored, async () => await facet.CountAsync(await narrowing.ApplyAsync(All(db), filter, facet.Ignored), narrowing.InputWithout(facet.Ignored)));
            }
        }

        return counted.Count == 0 ? null : counted;
    }
}
