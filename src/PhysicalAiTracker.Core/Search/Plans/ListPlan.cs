using System.Data.Common;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>A parameter of a statement.</summary>
/// <param name="Made">As Entity Framework made it.</param>
/// <param name="Slot">Number of the value that it takes; null where it is always the same.</param>
internal sealed record PlanParameter(DbParameter Made, int? Slot);

/// <summary>How the pages of a list are read whose requests differ in values alone: the statement, and what becomes of its rows.</summary>
internal sealed class ListPlan<TItem>(string text, IReadOnlyList<PlanParameter> parameters, Func<DbDataReader, KeyedRow<TItem>> read) : IPlan
{
    public string Text { get; } = text;

    public IReadOnlyList<PlanParameter> Parameters { get; } = parameters;

    /// <summary>Reads the rows of a page.</summary>
    /// <param name="values">Of the slots.</param>
    public async Task<List<KeyedRow<TItem>>> ReadAsync(ReadyCommands commands, IReadOnlyList<object?> values, CancellationToken cancellation)
    {
        await using var ready = await commands.OpenAsync(this, values, cancellation);
        var result = ready.Rows;
        var rows = new List<KeyedRow<TItem>>();
        while (await result.ReadAsync(cancellation))
        {
            rows.Add(read(result));
        }

        return rows;
    }
}
