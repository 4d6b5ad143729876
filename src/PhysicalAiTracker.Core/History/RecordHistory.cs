using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Shared.Differences;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.History;

/// <summary>One field before and after a revision.</summary>
/// <param name="Field">camelCase, as in JSON.</param>
/// <param name="Before">As a person reads it; null where there was no value.</param>
/// <param name="After">As a person reads it; null where there is none.</param>
/// <param name="Pieces">Of a text its words, of a list its items, each taken away, put in or left; empty for a single value.</param>
/// <param name="IsList">Whether the pieces are items of a list.</param>
public sealed record FieldChange(string Field, string Label, string? Before, string? After, IReadOnlyList<Piece> Pieces, bool IsList);

/// <summary>One revision: what changed, who, when, why, and through which disclosure.</summary>
/// <param name="Reason">Null of the first revision, which neither changes nor corrects anything.</param>
/// <param name="Note">Why, in the words of whoever published it.</param>
/// <param name="Act">Null where a source brought it; otherwise what was done to the history itself.</param>
/// <param name="Source">Null of an act.</param>
/// <param name="Changes">Empty where only evidence came.</param>
/// <param name="HasState">False where it took the record away.</param>
public sealed record RevisionEntry(
    int Version,
    ChangeKind Change,
    RevisionReason? Reason,
    string? Note,
    Guid DisclosureId,
    string DisclosureTitle,
    DisclosureAct? Act,
    SourceLink? Source,
    string By,
    DateTime At,
    IReadOnlyList<FieldChange> Changes,
    bool HasState)
{
    /// <summary>Name of the reviewer who changed the disclosure before it was accepted; null where nobody did.</summary>
    public string? EditedBy { get; init; }

    /// <summary>Name of the reviewer who accepted it; null where its author published it.</summary>
    public string? AcceptedBy { get; init; }

    /// <summary>What it took in and still has, where it is a merge.</summary>
    public IReadOnlyList<TakenRecord> TookIn { get; init; } = [];

    /// <summary>What came with it: the assertions about the record that the same disclosure brought.</summary>
    public IReadOnlyList<AssertionItem> Assertions { get; set; } = [];
}

/// <summary>All that a record was.</summary>
/// <param name="Title">What it is called, or was called last.</param>
/// <param name="Name">The live record; null where it was removed or merged.</param>
/// <param name="Gone">Where it was removed or merged; null while it lives.</param>
/// <param name="Version">The latest version; the one that took the record away where it is gone.</param>
/// <param name="Revisions">Newest first.</param>
public sealed record RecordHistory(RecordKind Kind, Guid Id, string Title, RecordName? Name, GoneRecord? Gone, int Version, IReadOnlyList<RevisionEntry> Revisions);
