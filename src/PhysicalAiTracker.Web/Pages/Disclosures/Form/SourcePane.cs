using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>The source of a draft, as the editor shows it.</summary>
/// <param name="Slug">Of a known source; null for one that the draft brings.</param>
/// <param name="Text">As it will be stored; null where there is none.</param>
public sealed record SourceView(string Title, string? Slug, string? Text);

/// <summary>Finds the source of a draft: a known one by its slug, a new one in the draft itself.</summary>
public sealed class SourcePane(SourceQueries sources)
{
    public async Task<SourceView> OfAsync(JsonObject typed, CancellationToken cancellation)
    {
        if (typed["source"] is JsonObject source)
        {
            var text = SnapshotText.Normalise(TypedDocument.Text(source["snapshot"]?["text"]));
            return new SourceView(TypedDocument.Text(source["title"]) is { Length: > 0 } title ? title : "Untitled source", null, text.Length > 0 ? text : null);
        }

        var slug = TypedDocument.Text(typed["source"]);
        var reading = slug.Length == 0 ? null : await sources.ReadAsync(slug, seesAll: true, cancellation);
        return reading is null ? new SourceView("No source", null, null) : new SourceView(reading.Source.Title, reading.Source.Slug, reading.Text);
    }
}
