using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>The card of one change.</summary>
public sealed class ChangeView(string pointer, string label, RecordKind? kind, JsonObject typed, EditedRecord? edited) : Slot(pointer, label, null)
{
    /// <summary>Null where the draft names none: it can only be removed.</summary>
    public RecordKind? Kind { get; } = kind;

    public JsonObject Typed { get; } = typed;

    /// <summary>The record that is edited; null for a new one, and for one that was removed meanwhile.</summary>
    public EditedRecord? Edited { get; } = edited;

    /// <summary>Whether the tracker suggested it and nobody has confirmed it.</summary>
    public bool IsSuggestion => SuggestedChanges.IdOf(Typed) is not null;

    /// <summary>What the suggestion is, in a line; empty where it is none.</summary>
    public string Summary => TypedDocument.Text((Typed[SuggestedChanges.Member] as JsonObject)?["summary"]);

    /// <summary>Places in the text that gave values which still stand as suggested.</summary>
    public List<FieldView> SuggestedFields { get; } = [];

    public bool IsEdit => TypedDocument.Text(Typed["id"]).Length > 0;

    public List<FieldView> Fields { get; } = [];

    /// <summary>
    /// Whether it has what it needs: every required field, and a passage. Then the fields that nothing is said of are folded away; before, all are
    /// there to be filled.
    /// </summary>
    public bool IsComplete => Evidence.Exists(evidence => evidence.HasPlace) && Fields.TrueForAll(one => !one.IsRequired || one.HasContent);

    public IEnumerable<FieldView> Shown => IsComplete ? Fields.Where(one => one.IsRequired || one.HasContent) : Fields;

    public IEnumerable<FieldView> Folded => Fields.Except(Shown);

    public List<EvidenceView> Evidence { get; } = [];

    /// <summary>Members of the change itself: its name in this document, the reason, a note.</summary>
    public List<FieldView> Members { get; } = [];

    /// <summary>Fields that differ between what was typed and what is current; empty unless somebody else published meanwhile.</summary>
    public List<ConflictRow> Conflict { get; } = [];
}

/// <summary>A field that two people changed, or one of them.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Mine">True where the typed value should win unless the person says otherwise: the person changed it.</param>
public sealed record ConflictRow(string Field, string Label, string Yours, string Current, bool Mine);

/// <summary>One passage and what it says.</summary>
public sealed class EvidenceView(string pointer, string label, Slot around) : Slot(pointer, label, around)
{
    public FieldView Exact { get; internal set; } = null!;

    public FieldView Prefix { get; internal set; } = null!;

    public FieldView Suffix { get; internal set; } = null!;

    /// <summary>Where it stands in a document whose text is not stored.</summary>
    public FieldView Locator { get; internal set; } = null!;

    /// <summary>Wording, claimant, origin and so on.</summary>
    public List<FieldView> Members { get; } = [];

    /// <summary>Whether it quotes the text, or names a place in a document that has none here.</summary>
    public bool HasPlace => Exact.Text.Length > 0 || Locator.Text.Length > 0;

    /// <summary>Members to fill, or filled, where the passage stands.</summary>
    public IEnumerable<FieldView> Shown => HasPlace ? Members.Where(member => member.HasContent) : Members;

    public IEnumerable<FieldView> Folded => Members.Except(Shown);

    /// <summary>Which fields it supports.</summary>
    public FieldView Supports { get; internal set; } = null!;

    /// <summary>The fields that may be named, with their labels.</summary>
    public IReadOnlyList<Suggestion> Fields { get; internal set; } = [];

    /// <summary>What it says where that differs from the change.</summary>
    public List<FieldView> Values { get; } = [];

    /// <summary>Whether the quote stands in the text; null where there is no quote yet.</summary>
    public Anchor? Anchor { get; internal set; }
}

/// <summary>A source that others credit and nobody here has read.</summary>
public sealed class OriginView(string pointer, string label) : Slot(pointer, label, null)
{
    public List<FieldView> Fields { get; } = [];
}
