namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>What a filter narrows by, of all rows of a list: held in memory, so that to count takes no scan of the database.</summary>
internal abstract class CountedColumn
{
    /// <summary>Reads the next row.</summary>
    /// <param name="values">What the definition selects.</param>
    public virtual void Add(ReadOnlySpan<object?> values)
    {
    }

    /// <summary>Arranges what was read; nothing is added from now on.</summary>
    /// <param name="rows">How many rows there are.</param>
    public virtual void End(int rows)
    {
    }

    /// <summary>Takes out the rows that are not let through.</summary>
    /// <param name="input">With values that hold.</param>
    /// <param name="isNot">Whether those are let through that do not fit.</param>
    public abstract void Narrow(FilterInput input, bool isNot, Span<ulong> rows);

    /// <summary>Counts the values of some rows.</summary>
    /// <param name="facet">One of the filter's.</param>
    public abstract FacetItem Count(string facet, FilterInput input, ReadOnlySpan<ulong> rows);
}
