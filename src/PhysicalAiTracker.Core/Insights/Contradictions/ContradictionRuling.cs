namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>What an analyst decided.</summary>
public enum RulingKind
{
    /// <summary>The sides agree after all.</summary>
    Explained,

    /// <summary>One side is right.</summary>
    Upheld,

    /// <summary>The ruling before was withdrawn.</summary>
    Withdrawn,
}

/// <summary>
/// An analyst's decision about a contradiction, made on the evidence of that moment. Never changed nor deleted: a later one takes
/// its place, and new evidence overtakes it.
/// </summary>
public sealed class ContradictionRuling
{
    public const int NoteLength = 1000;
    public const int ByLength = 256;
    public const int ValueLength = 2000;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The contradiction's id at that time (<see cref="RulingTrail"/>). No foreign key: what is derived comes and goes, a ruling stays.</summary>
    public Guid ContradictionId { get; set; }

    /// <summary>Rises with each ruling on one contradiction, from 1: two at the same moment cannot both be taken.</summary>
    public int Number { get; set; }

    /// <summary>The evidence it was made on.</summary>
    public string Fingerprint { get; set; } = "";

    public RulingKind Kind { get; set; }

    /// <summary>Why the sides agree; null unless explained.</summary>
    public Explanation? Explanation { get; set; }

    /// <summary>Number of the upheld side, among those of the fingerprint; null unless upheld.</summary>
    public int? UpheldSide { get; set; }

    /// <summary>The upheld side as it read then; null unless upheld.</summary>
    public string? UpheldText { get; set; }

    public string Note { get; set; } = "";

    /// <summary>Name of the analyst.</summary>
    public string By { get; set; } = "";

    public Guid? UserId { get; set; }

    public DateTime At { get; set; }
}
