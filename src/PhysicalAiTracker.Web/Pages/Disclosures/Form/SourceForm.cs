using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>The form of a source that the tracker does not have yet.</summary>
public sealed class SourceFormView(Slots slots)
{
    /// <summary>Bibliographic data that most sources have.</summary>
    public List<FieldView> Main { get; } = [];

    /// <summary>Data that few need.</summary>
    public List<FieldView> More { get; } = [];

    public required FieldView SnapshotKind { get; init; }

    public required FieldView Text { get; init; }

    /// <summary>Slugs of sources that it may rewrite.</summary>
    public required IReadOnlyList<Suggestion> Sources { get; init; }

    public List<Complaint> Complaints { get; } = [];

    public void Complain(IEnumerable<Problem> problems) =>
        Complaints.AddRange(problems.Select(problem => slots.Place(problem.Pointer, problem.Message) ?? new Complaint("#main", problem.Message)));
}

/// <summary>Draws and checks the source of a draft before there are any changes.</summary>
public sealed class SourceForm(SourceQueries sources, Suggestions suggestions, DraftCommands commands)
{
    private static readonly string[] Main = ["title", "kind", "publisher", "author", "url", "publishedOn", "retrievedOn", "reliability", "textIsPublic"];

    /// <summary>Nothing typed yet.</summary>
    public static JsonObject Blank() => new() { ["snapshot"] = new JsonObject { ["kind"] = Words.Of(Core.Sources.SnapshotKind.FullText) } };

    /// <summary>A source that others only credited, to be entered with its text; null where there is none.</summary>
    public async Task<JsonObject?> OfKnownAsync(string slug, CancellationToken cancellation)
    {
        if (await sources.FindAsync(slug, cancellation) is not { } known)
        {
            return null;
        }

        var typed = Blank();
        (typed["slug"], typed["title"], typed["kind"]) = (known.Slug, known.Title, Words.Of(known.Kind));
        (typed["publisher"], typed["author"], typed["url"], typed["language"]) = (known.Publisher, known.Author, known.Url, known.Language);
        (typed["publishedOn"], typed["note"], typed["origin"]) = (known.PublishedOn?.Text, known.Note, known.Origin?.Slug);
        return typed;
    }

    public async Task<SourceFormView> BuildAsync(JsonObject typed, CancellationToken cancellation)
    {
        var slots = new Slots();
        var fields = new FieldViews(slots);
        var source = typed["source"] as JsonObject ?? [];
        var snapshot = source["snapshot"] as JsonObject ?? [];
        var view = new SourceFormView(slots)
        {
            Sources = await suggestions.SourcesAsync(cancellation),
            SnapshotKind = fields.Of("The text is", EvidenceFields.Snapshot.Find("kind")!.Shape, "/source/snapshot/kind", snapshot["kind"], null,
                "Not stated, and no text: it may not or could not be stored. Each passage then names its place in the document."),
            Text = fields.Of("Text", new TextShape(Snapshot.TextLength, true), "/source/snapshot/text", snapshot["text"], null,
                $"Paste it whole: passages are proved in it, and it is never changed afterwards. At most {Snapshot.TextLength:N0} characters."),
        };
        foreach (var field in EvidenceFields.Source.All.Where(field => field.Name != "seen").OrderBy(field => Array.IndexOf(Main, field.Name)))
        {
            (Main.Contains(field.Name) ? view.Main : view.More).Add(fields.Of(field, $"/source/{field.Name}", source[field.Name], null));
        }

        return view;
    }

    /// <summary>What is wrong with the source alone.</summary>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(JsonObject typed, Drafter who, CancellationToken cancellation)
    {
        var alone = new JsonObject { ["title"] = "-", ["source"] = typed["source"]?.DeepClone() };
        var outcome = await commands.PreviewAsync(alone, who, _ => Task.CompletedTask, cancellation);
        // Whether it does without a text is up to its passages.
        return [.. outcome.Problems.Where(problem => problem.Pointer.StartsWith("/source", StringComparison.Ordinal) && problem.Pointer != "/source/snapshot")];
    }
}
