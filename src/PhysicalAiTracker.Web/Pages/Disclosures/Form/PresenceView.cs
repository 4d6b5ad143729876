using PhysicalAiTracker.Core.Disclosures.Drafts;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>Who else works on a draft.</summary>
/// <param name="Shown">The version that the page was drawn from, or saved last.</param>
/// <param name="Me">The reader's name.</param>
public sealed record PresenceView(IReadOnlyList<DraftVisitor> Others, DraftItem Draft, int Shown, string Me)
{
    /// <summary>Whether somebody else saved it after the page was drawn.</summary>
    public bool IsBehind => Draft.Version != Shown && Draft.SavedBy != Me;
}
