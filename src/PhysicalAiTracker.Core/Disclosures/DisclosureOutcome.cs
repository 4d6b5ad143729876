using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>What became of one record.</summary>
public enum ChangeEffect
{
    Created,
    Changed,
    Unchanged,

    /// <summary>Taken away, or merged into another.</summary>
    Removed,

    /// <summary>There again, after it was removed or merged.</summary>
    Restored,
}

/// <summary>One record that a disclosure touched.</summary>
/// <param name="Slug">Of parties and questions; null for other kinds.</param>
/// <param name="PartyKind">Of parties; null for other kinds.</param>
public sealed record AppliedChange(RecordKind Record, Guid Id, string? Slug, PartyKind? PartyKind, int Version, ChangeEffect Effect);

/// <summary>An edit that started from a version which is no longer the current one.</summary>
/// <param name="Pointer">The change within the document.</param>
/// <param name="Current">All fields as they stand now.</param>
public sealed record VersionConflict(string Pointer, RecordKind Record, Guid Id, int StartedFrom, int CurrentVersion, JsonObject Current);

/// <summary>What became of a disclosure: accepted with its changes, or refused with every problem and conflict.</summary>
public sealed record DisclosureOutcome(
    Guid? DisclosureId,
    IReadOnlyList<AppliedChange> Changes,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<VersionConflict> Conflicts)
{
    public bool Accepted => Problems.Count == 0 && Conflicts.Count == 0;

    /// <summary>Whether it was refused only because somebody published to the same records at the same moment.</summary>
    public bool Overtaken { get; init; }

    /// <summary>Whether it was refused because nobody may publish what they entered themselves.</summary>
    public bool SelfForbidden { get; init; }

    /// <summary>The records whose grades and contradictions were derived anew; more than were changed.</summary>
    public IReadOnlyCollection<Guid> Derived { get; init; } = [];

    internal static DisclosureOutcome Refused(IReadOnlyList<Problem> problems, IReadOnlyList<VersionConflict>? conflicts = null) =>
        new(null, [], problems, conflicts ?? []);
}

/// <summary>Who brings a disclosure, and by which door.</summary>
/// <param name="By">Name shown in the history.</param>
/// <param name="UserId">The account; null for an import.</param>
/// <param name="Imported">Imports know records by their refs and carry no versions; forms and REST must carry them.</param>
public sealed record Submitter(string By, Guid? UserId, bool Imported);

/// <summary>A draft or submission that is accepted by being published.</summary>
/// <param name="State">Where it must stand.</param>
/// <param name="Version">What it must not have gone beyond; null for any.</param>
/// <param name="ReviewedBy">Name of the reviewer; null where its author publishes it.</param>
internal sealed record Waiting(Guid Id, DisclosureState State, int? Version, string? ReviewedBy);
