using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>Whether the passage says so or says it is not so.</summary>
public enum Polarity
{
    Affirms,
    Denies,
}

/// <summary>How the passage says it.</summary>
public enum AssertionModality
{
    Stated,
    Hedged,
    Inferred,
}

/// <summary>One passage saying something about one record.</summary>
public sealed class Assertion
{
    public const int NameLength = 200;
    public const int InterestLength = 300;
    public const int NoteLength = 1000;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid RecordId { get; set; }

    public RecordIdentity Record { get; set; } = null!;

    public Guid PassageId { get; set; }

    public Passage Passage { get; set; } = null!;

    public Guid SourceId { get; set; }

    public Source Source { get; set; } = null!;

    /// <summary>The source that the passage credits; null where the source speaks for itself.</summary>
    public Guid? OriginId { get; set; }

    public Source? Origin { get; set; }

    /// <summary>Who speaks, where it is a known party; otherwise null.</summary>
    public Guid? ClaimantId { get; set; }

    public Party? Claimant { get; set; }

    /// <summary>Who speaks, where it is no known party; otherwise null.</summary>
    public string? ClaimantName { get; set; }

    /// <summary>What the claimant stands to gain.</summary>
    public string? ClaimantInterest { get; set; }

    public Polarity Polarity { get; set; }

    public AssertionModality Modality { get; set; }

    /// <summary>Credibility of the information by the Admiralty code: 1 confirmed … 5 improbable, 6 cannot be judged.</summary>
    public int? Credibility { get; set; }

    public PartialDate? AsOf { get; set; }

    public string? Note { get; set; }

    public Guid DisclosureId { get; set; }

    public Disclosure Disclosure { get; set; } = null!;

    public DateTime CreatedAt { get; set; }

    public List<AssertedValue> Values { get; set; } = [];
}

/// <summary>What an assertion says of one field.</summary>
public sealed class AssertedValue
{
    public const int FieldLength = 40;

    public Guid AssertionId { get; set; }

    public string Field { get; set; } = "";

    /// <summary>The value of a field that was asked or looked for and not told: not disclosed, which differs from not stated.</summary>
    public const string NotTold = "null";

    /// <summary>Canonical JSON; <see cref="NotTold"/> where the passage says that it is not told.</summary>
    public string Value { get; set; } = "";

    /// <summary>True while the record shows this value.</summary>
    public bool Adopted { get; set; }
}
