using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>Makes the form of a change's evidence, and proves each quote in passing.</summary>
/// <param name="text">The source's text; null where there is none.</param>
public sealed class EvidenceViews(FieldViews fields, string? text)
{
    private static readonly FieldShape Quote = new TextShape(Anchoring.MaxExact, true);
    private static readonly FieldShape Place = new TextShape(Passage.LocatorLength);

    // Of several lines, because an input of one line would drop the line breaks of the text.
    private static readonly FieldShape Context = new TextShape(Anchoring.MaxContext, true);

    /// <summary>A change without evidence gets an empty one to begin with.</summary>
    public void AddTo(ChangeView change, RecordSchema schema)
    {
        var typed = (change.Typed["assertions"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (typed.Count == 0)
        {
            typed.Add(Blank());
        }

        foreach (var (index, assertion) in typed.Index())
        {
            change.Evidence.Add(Of(change, schema, assertion, index));
        }
    }

    /// <summary>Evidence that nobody has touched.</summary>
    public static JsonObject Blank() => new() { ["fields"] = new JsonArray(TypedDocument.AllFields), ["polarity"] = "affirms", ["modality"] = "stated" };

    private EvidenceView Of(ChangeView change, RecordSchema schema, JsonObject typed, int index)
    {
        var pointer = $"{change.Pointer}/assertions/{index}";
        var passage = typed["passage"] as JsonObject ?? [];
        var named = (typed["fields"] as JsonArray ?? []).Select(TypedDocument.Text).ToHashSet(StringComparer.Ordinal);
        var slot = fields.Slots.Add(new EvidenceView(pointer, $"Evidence {index + 1}", change));
        slot.Exact = fields.Of("Quote", Quote, $"{pointer}/passage/exact", passage["exact"], slot, "Exactly as it stands in the text.", "exact");
        slot.Prefix = fields.Of("Words right before", Context, $"{pointer}/passage/prefix", passage["prefix"], slot, quoteTarget: "prefix");
        slot.Suffix = fields.Of("Words right behind", Context, $"{pointer}/passage/suffix", passage["suffix"], slot, quoteTarget: "suffix");
        slot.Locator = fields.Of("Place in the document", Place, $"{pointer}/passage/locator", passage["locator"], slot,
            "Only where the text may not or could not be stored: page 3, README.md line 116, 12:40. The quote is then a few words that nobody proves.");
        slot.Supports = fields.Of("Supports", new ListShape(new WordShape([]), schema.Fields.Count), $"{pointer}/fields", typed["fields"], slot);
        slot.Fields = [.. schema.Fields.Where(field => !field.IsEditorial || named.Contains(field.Name)).Select(field => new Suggestion(field.Name, field.Label))];
        slot.Anchor = text is not null && slot.Locator.Text.Length == 0 && TypedDocument.Text(passage["exact"]) is { } exact && !string.IsNullOrWhiteSpace(exact)
            ? Anchoring.Find(text, exact, TypedDocument.Text(passage["prefix"]), TypedDocument.Text(passage["suffix"]))
            : null;
        slot.Members.Add(fields.Of("Claimant", new PartyShape(), $"{pointer}/claimant", typed["claimant"], slot, "Who says so: a party, or any name. Empty where the source speaks for itself."));
        slot.Members.AddRange(fields.Of(EvidenceFields.Assertion.All, pointer, typed, slot));
        foreach (var (name, value) in typed["values"] as JsonObject ?? [])
        {
            if (schema.Find(name) is { } field)
            {
                slot.Values.Add(fields.Of(field, $"{pointer}/values/{name}", value, slot));
            }
        }

        return slot;
    }
}
