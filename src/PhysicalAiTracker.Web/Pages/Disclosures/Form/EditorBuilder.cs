using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>Makes the form of a draft. Every kind of record is drawn from its schema; there is no form of its own for any.</summary>
public sealed class EditorBuilder(EditQueries edits, Suggestions suggestions)
{
    /// <summary>Fields of a credited source that the form asks for.</summary>
    private static readonly string[] OriginFields = ["title", "kind", "publisher", "url", "publishedOn", "slug"];

    /// <param name="typed">The document as typed.</param>
    /// <param name="text">The source's text, in which quotes are looked for; null where there is none.</param>
    public async Task<EditorView> BuildAsync(JsonObject typed, string? text, CancellationToken cancellation)
    {
        var slots = new Slots();
        var fields = new FieldViews(slots);
        var view = new EditorView(slots)
        {
            Title = fields.Of("Title of this disclosure", new TextShape(Disclosure.TitleLength), "/title", typed["title"], null, "What it is, in your own words.", required: true),
            Parties = [.. await suggestions.PartiesAsync(cancellation), .. NewParties(typed)],
            Sources = [.. Origins(typed).Select(origin => new Suggestion(TypedDocument.Text(origin["slug"]), $"{TypedDocument.Text(origin["title"])} (credited here)")), .. await suggestions.SourcesAsync(cancellation)],
        };
        var records = await edits.OfAsync(typed, cancellation);
        var evidence = new EvidenceViews(fields, text);
        foreach (var (index, change) in Changes(typed).Index())
        {
            var edited = Guid.TryParse(TypedDocument.Text(change["id"]), out var id) ? records.GetValueOrDefault(id) : null;
            view.Changes.Add(await ChangeAsync(fields, evidence, change, index, edited, typed, cancellation));
        }

        foreach (var (index, origin) in Origins(typed).Index())
        {
            var card = slots.Add(new OriginView(Pointers.Append("/origins", index), $"Credited source {index + 1}"));
            card.Fields.AddRange(fields.Of(OriginFields.Select(name => EvidenceFields.Source.Find(name)!), card.Pointer, origin, card));
            view.Origins.Add(card);
        }

        return view;
    }

    public static IEnumerable<JsonObject> Changes(JsonObject typed) => (typed["changes"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<JsonObject> Origins(JsonObject typed) => (typed["origins"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<Suggestion> NewParties(JsonObject typed) => Changes(typed)
        .Where(change => TypedDocument.KindOf(change) == RecordKind.Party && TypedDocument.Text(change["id"]).Length == 0)
        .Select(change => TypedDocument.Text(change["set"]?["name"])).Where(name => name.Length > 0).Select(name => new Suggestion(name, $"{name}, of this disclosure"));

    private async Task<ChangeView> ChangeAsync(
        FieldViews fields, EvidenceViews evidence, JsonObject change, int index, EditedRecord? edited, JsonObject typed, CancellationToken cancellation)
    {
        var kind = TypedDocument.KindOf(change);
        var label = kind is { } known ? $"{index + 1}. {Labels.Begin(Labels.Of(known))}" : $"{index + 1}. Change of no kind";
        var view = fields.Slots.Add(new ChangeView(Pointers.Append("/changes", index), label, kind, change, edited));
        if (kind is null)
        {
            return view;
        }

        var schema = RecordSchemas.Of(kind.Value);
        var set = change["set"] as JsonObject ?? [];
        foreach (var field in schema.Fields)
        {
            var choices = field.Shape is RecordShape { Kind: RecordKind.FundingRound } ? await RoundsAsync(set, change, typed, cancellation) : null;
            view.Fields.Add(fields.Of(field, $"{view.Pointer}/set/{field.Name}", set[field.Name], view, edited?.Started, choices));
        }

        if (view.IsEdit)
        {
            view.Members.Add(fields.Of("Why it changes", new WordShape(Words.All<RevisionReason>()), $"{view.Pointer}/reason", change["reason"], view, "Left open: the world changed."));
        }
        else
        {
            view.Members.Add(fields.Of("Name within this disclosure", new TextShape(60), $"{view.Pointer}/ref", change["ref"], view, "Others refer to it as #name."));
        }

        view.Members.Add(fields.Of("Note on this change", new TextShape(Revision.NoteLength, true), $"{view.Pointer}/note", change["note"], view, "Kept in the record's history. Needed where a figure is taken away."));
        evidence.AddTo(view, schema);
        if (edited is { IsStale: true })
        {
            view.Conflict.AddRange(ConflictRows.Of(schema, set, edited));
        }

        foreach (var (place, suggested) in SuggestedChanges.ValuesOf(change))
        {
            if (fields.Slots.Find($"{view.Pointer}/{place}") is FieldView field && SuggestedChanges.Stands(suggested, field.Value))
            {
                field.Suggested = suggested;
                view.SuggestedFields.Add(field);
            }
        }

        return view;
    }

    private async Task<IReadOnlyList<Suggestion>> RoundsAsync(JsonObject set, JsonObject change, JsonObject typed, CancellationToken cancellation)
    {
        var here = Changes(typed).Index().Where(other => other.Item != change && TypedDocument.KindOf(other.Item) == RecordKind.FundingRound)
            .Select(other => (other.Index, Ref: TypedDocument.Text(other.Item["ref"]))).Where(other => other.Ref.Length > 0)
            .Select(other => new Suggestion($"#{other.Ref}", $"{other.Index + 1}. of this disclosure"));
        var itself = TypedDocument.Text(change["id"]);
        return [.. here, .. (await suggestions.RoundsAsync(TypedDocument.Text(set["company"]).Trim(), cancellation)).Where(round => round.Value != itself)];
    }
}
