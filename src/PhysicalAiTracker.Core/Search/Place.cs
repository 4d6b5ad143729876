namespace PhysicalAiTracker.Core.Search;

/// <summary>A place in a list, and which way it is read from there.</summary>
/// <param name="Keys">Of the row at the place, the id being the last of them; null for the end from which the way leads.</param>
/// <param name="Backward">Whether the rows before the place are wanted.</param>
/// <param name="Inclusive">Whether the row at the place is one of those wanted.</param>
internal sealed record Place(IReadOnlyList<object?>? Keys, bool Backward = false, bool Inclusive = false)
{
    public static Place Beginning { get; } = new((IReadOnlyList<object?>?)null);
}
