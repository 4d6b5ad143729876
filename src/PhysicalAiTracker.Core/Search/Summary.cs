namespace PhysicalAiTracker.Core.Search;

/// <summary>What a list can be summed up by, beside being narrowed.</summary>
public abstract class Summary<T>
{
    /// <summary>The parameters that it reads.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>What was asked for, to be read of the rows; null where nothing is, or something is wrong, which is reported.</summary>
    internal abstract Func<IQueryable<T>, CancellationToken, Task<AggregateReport>>? Read(FilterInput input);
}
