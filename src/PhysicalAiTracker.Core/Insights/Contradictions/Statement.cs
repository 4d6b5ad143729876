using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>One value that one assertion gives one field: the engine's only food.</summary>
/// <param name="Value">Canonical JSON.</param>
/// <param name="KnownSince">When the tracker took it in, UTC.</param>
/// <param name="Companion">Of a valuation: the word for its kind.</param>
internal sealed record Statement(
    Guid Assertion, Guid Record, RecordKind Kind, string Field, string Value, bool Denies, PartialDate? AsOf, PartialDate? Published, DateTime KnownSince, string? Companion = null)
{
    /// <summary>When it was so, as far as is known.</summary>
    public PartialDate? On => AsOf ?? Published;
}

/// <summary>What two values are to each other.</summary>
/// <param name="Agrees">Nothing to tell: they say the same.</param>
/// <param name="Explanation">Null where they contradict each other, or agree.</param>
/// <param name="Text">A sentence with the arithmetic; empty where they agree.</param>
internal sealed record Verdict(bool Agrees, Explanation? Explanation, string Text)
{
    public static Verdict Same { get; } = new(true, null, "");

    public bool IsConflict => !Agrees && Explanation is null;

    public static Verdict Conflict(string text) => new(false, null, text);

    public static Verdict Because(Explanation explanation, string text) => new(false, explanation, text);
}

/// <summary>One value with everybody who gives it.</summary>
/// <param name="Key">Equal for equal values.</param>
internal sealed record Side(string Key, RecordKind Kind, string Field, string Value, string? Label, bool Denied, IReadOnlyList<Statement> Statements)
{
    /// <summary>First day on which it was published; null where no source has a date.</summary>
    public DateOnly? Since => Statements.Select(s => s.Published?.Earliest).Min();

    /// <summary>First day as of which anybody says so; open where one does not tell.</summary>
    public DateOnly First => Statements.Min(s => s.On?.Earliest ?? DateOnly.MinValue);

    /// <summary>Last day as of which anybody says so; open where one does not tell.</summary>
    public DateOnly Last => Statements.Max(s => s.On?.Latest ?? DateOnly.MaxValue);
}

/// <summary>A comparison of two sides, by their places.</summary>
internal sealed record Compared(int Left, int Right, Verdict Verdict);

/// <summary>What the engine found about one subject.</summary>
/// <param name="Subject">Name that the id is made from: no value and no order of import is in it.</param>
internal sealed record Finding(
    ContradictionKind Kind, string Subject, Owner Owner, Guid? Record, string Field, string? Topic, IReadOnlyList<Side> Sides, IReadOnlyList<Compared> Comparisons);

/// <summary>A round as the comparison of rounds needs it.</summary>
internal sealed record RoundFact(
    Guid Id, Owner Owner, Money? Amount, FundingStatus? Status, Guid? Supersedes, bool Unspecified, PartialDate? On);

/// <summary>A claim as the comparison of claims needs it.</summary>
/// <param name="Owner">What it is about.</param>
/// <param name="Scope">Product, version, deployment and purpose.</param>
internal sealed record ClaimFact(
    Guid Id, Owner Owner, IReadOnlyList<string?> Scope, Architecture.Plane Plane, Architecture.Placement Placement,
    Architecture.ClaimModality Modality, PartialDate? From, PartialDate? To);

/// <summary>A measurement as the comparison of measurements needs it.</summary>
/// <param name="Owner">What is measured.</param>
internal sealed record MeasurementFact(
    Guid Id, Owner Owner, Observations.Metric Metric, Quantity? Quantity, Money? Money, PartialDate AsOf, Observations.Period? Period);

/// <summary>All that is known of the owners whose contradictions are derived together.</summary>
internal sealed record Facts(
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<RoundFact> Rounds,
    IReadOnlyList<ClaimFact> Claims,
    IReadOnlyList<MeasurementFact> Measurements,
    IReadOnlyDictionary<Guid, Owner> Owners);

/// <summary>Whose evidence is compared: a party, or a class of systems or a market by its text.</summary>
/// <param name="Id">The party's; made from the text otherwise.</param>
/// <param name="Party">Null where it is none.</param>
/// <param name="Subject">Id or text.</param>
internal sealed record Owner(Guid Id, Guid? Party, string Subject)
{
    public static Owner Of(Guid? party, string? subject) =>
        party is { } id ? new(id, id, id.ToString()) : new(ContradictionDerivation.IdOf("subject " + subject), null, subject!);

    public static Owner Of(Guid party) => Of(party, null);
}
