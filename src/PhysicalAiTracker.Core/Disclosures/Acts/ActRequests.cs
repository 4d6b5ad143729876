namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>Takes a record back to an earlier state.</summary>
/// <param name="Version">The latest version that the analyst saw.</param>
/// <param name="ToVersion">The version whose state comes back.</param>
/// <param name="Note">Why; required.</param>
public sealed record RevertRequest(Guid Record, int Version, int ToVersion, string? Note);

/// <summary>Makes one record of two.</summary>
/// <param name="From">The record that goes.</param>
/// <param name="FromVersion">Its latest version that the analyst saw.</param>
/// <param name="Into">The record that stays.</param>
/// <param name="IntoVersion">Its latest version that the analyst saw.</param>
/// <param name="Note">Why; required.</param>
public sealed record MergeRequest(Guid From, int FromVersion, Guid Into, int IntoVersion, string? Note);

/// <summary>Takes a merge back.</summary>
/// <param name="From">The record that went.</param>
/// <param name="Version">Its latest version that the analyst saw: the one the merge made.</param>
/// <param name="Note">Why; required.</param>
public sealed record UndoMergeRequest(Guid From, int Version, string? Note);

/// <summary>Takes a record away.</summary>
/// <param name="Version">The latest version that the analyst saw.</param>
/// <param name="Note">Why; required, and shown for ever where the record was.</param>
public sealed record RemovalRequest(Guid Record, int Version, string? Note);
