using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>
/// Reads the document of a disclosure that is not published: a form keeps it as it was typed, a program sends it whole. Each is turned into
/// the other only where it is needed, so that what a program sent is published as it was sent.
/// </summary>
public sealed class DraftDocuments(EditQueries edits)
{
    /// <summary>Member of a stored draft with the name of whoever saved it last; nobody types it.</summary>
    internal const string SavedBy = "savedBy";

    /// <summary>The document that is meant.</summary>
    internal Task<JsonObject> WholeAsync(Disclosure disclosure, CancellationToken cancellation) =>
        disclosure.SentWhole ? Task.FromResult(Parse(disclosure)) : CompleteAsync(TidyText.Tidy(Parse(disclosure)), cancellation);

    /// <summary>The document as somebody would type it.</summary>
    internal Task<JsonObject> TypedAsync(Disclosure disclosure, CancellationToken cancellation) =>
        disclosure.SentWhole ? TypeAsync(Parse(disclosure), cancellation) : Task.FromResult(Parse(disclosure));

    /// <param name="typed">Tidy, where what is wrong in it is to have the same pointer as in the document: see <see cref="TidyText.Tidy"/>.</param>
    internal async Task<JsonObject> CompleteAsync(JsonObject typed, CancellationToken cancellation)
    {
        var started = await edits.OfAsync(typed, cancellation);
        return TypedDocument.Complete(typed, change => StartOf(change, started));
    }

    private async Task<JsonObject> TypeAsync(JsonObject whole, CancellationToken cancellation)
    {
        // Numbers as text, as everything is that somebody types: ids and versions are looked for in that form.
        var texts = WholeDocument.Texts(whole)!.AsObject();
        var started = await edits.OfAsync(texts, cancellation);
        return WholeDocument.Type(whole, change => StartOf(change, started));
    }

    private static EditBase? StartOf(JsonObject change, IReadOnlyDictionary<Guid, EditedRecord> started) =>
        Guid.TryParse(change["id"]?.ToString(), out var id) ? started.GetValueOrDefault(id)?.Started : null;

    /// <summary>Name of whoever saved the draft last; of what a program sent, its author.</summary>
    internal static string SavedByOf(Disclosure disclosure) =>
        TypedDocument.Text((JsonNode.Parse(disclosure.Document) as JsonObject)?[SavedBy]) is { Length: > 0 } name ? name : disclosure.By;

    private static JsonObject Parse(Disclosure disclosure)
    {
        var document = JsonNode.Parse(disclosure.Document) as JsonObject ?? [];
        if (!disclosure.SentWhole)
        {
            document.Remove(SavedBy);
        }

        return document;
    }
}
