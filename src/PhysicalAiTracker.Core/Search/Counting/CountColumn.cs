using System.Linq.Expressions;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>How a filter's column is read.</summary>
/// <param name="Selected">Of each row.</param>
/// <param name="Make">An empty column, as it is read on a day.</param>
internal sealed record CountColumn<T>(IReadOnlyList<Expression<Func<T, object?>>> Selected, Func<DateOnly, CountedColumn> Make)
{
    /// <summary>Reads what is no column of the rows, in their order; null where there is nothing.</summary>
    public Func<TrackerDbContext, IQueryable<T>, IReadOnlyDictionary<Guid, int>, CountedColumn, CancellationToken, Task>? Beside { get; init; }
}
