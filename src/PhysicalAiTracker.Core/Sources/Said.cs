namespace PhysicalAiTracker.Core.Sources;

/// <summary>What an assertion says of one record, without the words it says it in: what a mark behind a value tells.</summary>
public interface ISaid
{
    Guid RecordId { get; }

    Polarity Polarity { get; }

    AssertionModality Modality { get; }

    IReadOnlyList<ISaidValue> Values { get; }
}

/// <summary>That an assertion speaks of a field.</summary>
public interface ISaidValue
{
    string Field { get; }

    /// <summary>What the field is called: "Amount".</summary>
    string Label { get; }

    /// <summary>False where the passage says that it is not disclosed.</summary>
    bool IsTold { get; }

    /// <summary>Whether the record shows this value.</summary>
    bool Adopted { get; }

    /// <summary>Id of an open contradiction that the field of the record stands in; null where nobody says otherwise.</summary>
    Guid? Contradiction { get; }
}

/// <inheritdoc cref="ISaid"/>
public sealed record SaidItem(Guid RecordId, Polarity Polarity, AssertionModality Modality, IReadOnlyList<ISaidValue> Values) : ISaid;

/// <inheritdoc cref="ISaidValue"/>
public sealed record SaidValue(string Field, string Label, bool IsTold, bool Adopted, Guid? Contradiction) : ISaidValue;
