using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>Somebody who is signed in and works on drafts.</summary>
/// <param name="SeesAll">Admins see every draft; others their own.</param>
/// <param name="Reviews">Whether this person decides on, and may edit, what others submitted.</param>
public sealed record Drafter(Guid UserId, string Name, bool SeesAll, bool Reviews = false);

/// <summary>A disclosure that is not published.</summary>
/// <param name="Version">Counts the saves; a save names the one it started from.</param>
/// <param name="Typed">See <see cref="TypedDocument"/>.</param>
/// <param name="By">Whose draft it is.</param>
/// <param name="SavedBy">Who saved it last.</param>
/// <param name="State">A draft, or submitted where a reviewer edits it.</param>
public sealed record DraftItem(
    Guid Id, string Title, int Version, JsonObject Typed, string By, string SavedBy, DateTime UpdatedAt, DisclosureState State = DisclosureState.Draft);

/// <summary>A draft as a list names it.</summary>
public sealed record DraftLink(Guid Id, string Title, string By, DateTime UpdatedAt);

/// <summary>What became of a save.</summary>
public abstract record DraftSave
{
    /// <param name="Version">To be named by the next save.</param>
    public sealed record Saved(int Version) : DraftSave;

    /// <summary>Somebody saved the draft from elsewhere meanwhile; nothing was written.</summary>
    public sealed record Stale(DraftItem Theirs) : DraftSave;

    /// <summary>It was published or discarded, or is not this person's.</summary>
    public sealed record Gone : DraftSave;
}
