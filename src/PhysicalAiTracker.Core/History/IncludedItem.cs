using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.History;

/// <summary>What was asked for beside a record. What was not, and a company where there is none, is null.</summary>
public sealed record IncludedItem
{
    /// <summary>The company that the record is about.</summary>
    public PartyItem? Company { get; set; }

    /// <summary>Whoever took part in the round, or in any round of the company, by name; at most <see cref="IncludeQueries.MostInvestors"/>.</summary>
    public IReadOnlyList<PartyItem>? Investors { get; set; }

    /// <summary>The newest revisions, newest first; at most <see cref="IncludeQueries.MostRevisions"/>.</summary>
    public IReadOnlyList<RevisionLine>? History { get; set; }
}

/// <summary>That a record changed; what changed stands in its whole history.</summary>
/// <param name="Version">The record's after the change.</param>
/// <param name="Reason">Null of the first revision.</param>
public sealed record RevisionLine(int Version, RevisionReason? Reason, string? Note, string By, DateTime At, Guid DisclosureId);
