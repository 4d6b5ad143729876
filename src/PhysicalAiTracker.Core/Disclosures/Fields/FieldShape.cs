using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>What a value looks like; a form chooses its input by it, the JSON Schema its type.</summary>
public abstract record FieldShape;

/// <summary>Plain text of at most <paramref name="MaxLength"/> characters.</summary>
public sealed record TextShape(int MaxLength, bool Multiline = false) : FieldShape;

/// <summary>An http or https address.</summary>
public sealed record UrlShape(int MaxLength) : FieldShape;

/// <summary>One of the design's words.</summary>
public sealed record WordShape(IReadOnlyList<string> Allowed) : FieldShape;

/// <summary>An EDTF date with the precision it came with.</summary>
public sealed record DateShape : FieldShape;

/// <summary>A calendar day, <c>2026-11-22</c>.</summary>
public sealed record DayShape : FieldShape;

/// <summary>An amount with its currency.</summary>
public sealed record MoneyShape : FieldShape;

/// <summary>A count or share with its unit.</summary>
public sealed record QuantityShape : FieldShape;

/// <summary>A decimal number.</summary>
public sealed record NumberShape : FieldShape;

/// <summary>A whole number within bounds.</summary>
public sealed record IntegerShape(int Min, int Max) : FieldShape;

/// <summary>Yes or no.</summary>
public sealed record FlagShape : FieldShape;

/// <summary>A party: slug, id, exact name, or <c>#ref</c> of this document.</summary>
public sealed record PartyShape : FieldShape;

/// <summary>Another record: id or <c>#ref</c>.</summary>
public sealed record RecordShape(RecordKind Kind) : FieldShape;

/// <summary>An assertion: id.</summary>
public sealed record AssertionShape : FieldShape;

/// <summary>A source: slug or id, or the slug of one that this document brings.</summary>
public sealed record SourceShape : FieldShape;

/// <summary>Several values of one shape.</summary>
public sealed record ListShape(FieldShape Of, int MaxItems) : FieldShape;

/// <summary>Several objects with fields of their own.</summary>
public sealed record ItemsShape(IReadOnlyList<Field> Fields, int MaxItems) : FieldShape;
