using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search.Plans;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>
/// The columns of a list's rows by which it is narrowed and counted, in one state of the database: totals and facets of filters that nobody gave before are counted
/// from memory. It is read when it is worth it: a database that changes between any two requests is asked itself.
/// </summary>
internal sealed class CountTable<T>
    where T : class
{
    /// <summary>So many requests count in the database before the table is read, which takes about as long as all their counts.</summary>
    private const int Patience = 3;

    private volatile Dictionary<Filter<T>, CountedColumn> _columns = [];

    /// <summary>In the order of the columns. Where more columns are read, numbers are looked up in a dictionary; that is twice as large, and not kept.</summary>
    private Guid[]? _rows;
    private int _asked;
    private int _isReading;

    /// <summary>How many rows there are.</summary>
    public int Rows => _rows?.Length ?? 0;

    /// <summary>The columns; null where the database is to be asked.</summary>
    /// <param name="all">All rows of the list.</param>
    /// <param name="isUrgent">Whether more than a total is counted, which takes the database long.</param>
    public async ValueTask<IReadOnlyDictionary<Filter<T>, CountedColumn>?> ColumnsAsync(
        TrackerDbContext db, Func<IQueryable<T>> all, IReadOnlyCollection<Filter<T>> needed, bool isUrgent, CancellationToken cancellation)
    {
        var columns = _columns;
        if (_rows is not null && needed.All(columns.ContainsKey))
        {
            return columns;
        }

        if ((!isUrgent && Interlocked.Increment(ref _asked) <= Patience) || Interlocked.Exchange(ref _isReading, 1) == 1)
        {
            return null;
        }

        try
        {
            return await ReadAsync(db, all(), [.. needed.Where(filter => !_columns.ContainsKey(filter))], cancellation) ? _columns : null;
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }

    /// <summary>False where the columns are not of one state: somebody wrote in between.</summary>
    private async Task<bool> ReadAsync(TrackerDbContext db, IQueryable<T> all, IReadOnlyList<Filter<T>> filters, CancellationToken cancellation)
    {
        var read = filters.ToDictionary(filter => filter, filter => filter.Column!.Make(db.Today));
        var row = Expression.Parameter(typeof(T), "row");
        var selected = filters.SelectMany(filter => filter.Column!.Selected).Select(column => new Swap(column.Parameters[0], row).Visit(column.Body));
        var keyed = Expression.Lambda<Func<T, KeyedRow<object?[]>>>(
            Expression.New(
                typeof(KeyedRow<object?[]>).GetConstructor([typeof(object?[]), typeof(object?[])])!,
                Expression.NewArrayInit(typeof(object), selected),
                Expression.NewArrayInit(typeof(object), Expression.Convert(Expression.Property(row, nameof(Record.Id)), typeof(object)))),
            row);
        if (FlatProjection<T, object?[]>.Of(db.Model.FindEntityType(typeof(T))!, keyed) is not { } flat)
        {
            return false;
        }

        var isFirst = _rows is null;
        var rows = (_rows ?? []).Select((id, number) => (id, number)).ToDictionary();
        var order = new List<object?[]?>();
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = all.Select(flat.Select).CreateDbCommand();
            await using var result = await command.ExecuteReaderAsync(cancellation);
            while (await result.ReadAsync(cancellation))
            {
                var (values, keys) = flat.Read(result);
                var id = (Guid)keys[0]!;
                if (isFirst)
                {
                    rows.Add(id, rows.Count);
                    Add(filters, read, values);
                }
                else if (rows.TryGetValue(id, out var number))
                {
                    while (order.Count <= number)
                    {
                        order.Add(null);
                    }

                    order[number] = values;
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        if (!isFirst && (order.Count != rows.Count || order.Contains(null)))
        {
            return false;
        }

        foreach (var values in order)
        {
            Add(filters, read, values!);
        }

        foreach (var filter in filters)
        {
            if (filter.Column!.Beside is { } beside)
            {
                await beside(db, all, rows, read[filter], cancellation);
            }

            read[filter].End(rows.Count);
        }

        if (isFirst)
        {
            var ids = new Guid[rows.Count];
            foreach (var (id, number) in rows)
            {
                ids[number] = id;
            }

            _rows = ids;
        }

        _columns = _columns.Concat(read).ToDictionary();
        return true;
    }

    private static void Add(IReadOnlyList<Filter<T>> filters, Dictionary<Filter<T>, CountedColumn> read, object?[] values)
    {
        var start = 0;
        foreach (var filter in filters)
        {
            var length = filter.Column!.Selected.Count;
            read[filter].Add(values.AsSpan(start, length));
            start += length;
        }
    }
}
