using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;

namespace PhysicalAiTracker.Web.Pages.Disclosures;

/// <summary>The first step: which source. Ends with a draft.</summary>
public sealed class NewModel(SourceQueries sources, EditQueries edits, DraftCommands commands, DraftQueries drafts, SourceForm form) : DraftPageModel
{
    private const int MostFound = 20;

    /// <summary>Title or address to look for.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>A known source whose text nobody has entered yet.</summary>
    [FromQuery(Name = "source")]
    public string? Unread { get; set; }

    /// <summary>Kind of the record that the disclosure is to edit.</summary>
    [FromQuery(Name = "record")]
    public string? Record { get; set; }

    /// <summary>Its id or slug.</summary>
    [FromQuery(Name = "id")]
    public string? RecordId { get; set; }

    /// <summary>The record that the disclosure is to edit; null where it begins without one.</summary>
    public EditedRecord? Edited { get; private set; }

    public IReadOnlyList<SourceItem> Found { get; private set; } = [];

    /// <summary>The known source with the address that was typed for a new one.</summary>
    public SourceItem? Twin { get; private set; }

    public SourceFormView Form { get; private set; } = null!;

    public IReadOnlyList<DraftLink> Drafts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var typed = new JsonObject { ["source"] = Unread is null ? SourceForm.Blank() : await form.OfKnownAsync(Unread, cancellation) };
        return typed["source"] is null ? NotFound() : await ShowAsync(await form.BuildAsync(typed, cancellation), cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var typed = FormTree.Read(Request.Form);
        return Action == "use" ? await UseAsync(Request.Form["known"].ToString(), cancellation) : await CreateAsync(typed, cancellation);
    }

    private async Task<IActionResult> UseAsync(string slug, CancellationToken cancellation)
    {
        if (await sources.ReadAsync(slug, seesAll: true, cancellation) is not { } reading)
        {
            return NotFound();
        }

        return reading is { Snapshot: null, Source.Seen: false }
            ? RedirectToPage(new { source = slug, record = Record, id = RecordId })
            : await StartAsync(new JsonObject { ["title"] = reading.Source.Title, ["source"] = reading.Source.Slug }, cancellation);
    }

    private async Task<IActionResult> CreateAsync(JsonObject typed, CancellationToken cancellation)
    {
        var view = await form.BuildAsync(typed, cancellation);
        view.Complain(await form.ProblemsAsync(typed, Who, cancellation));
        if (view.Complaints.Count == 0)
        {
            typed["title"] = TypedDocument.Text(typed["source"]?["title"]);
            return await StartAsync(typed, cancellation);
        }

        Twin = await sources.FindByUrlAsync(TypedDocument.Text(typed["source"]?["url"]), cancellation);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(view, cancellation);
    }

    private async Task<IActionResult> StartAsync(JsonObject typed, CancellationToken cancellation)
    {
        if (await FindRecordAsync(cancellation) is { } record && await edits.StartAsync(record.Kind, record.Id, cancellation) is { } change)
        {
            typed["changes"] = new JsonArray(change);
        }

        return Redirect($"/disclosures/{await commands.CreateAsync(typed, Who, cancellation)}/edit");
    }

    private async Task<(RecordKind Kind, Guid Id)?> FindRecordAsync(CancellationToken cancellation) =>
        Words.TryParse<RecordKind>(Record, out var kind) && RecordId is not null && await edits.FindAsync(RecordId, cancellation) is { } found && found.Kind == kind ? found : null;

    private async Task<PageResult> ShowAsync(SourceFormView view, CancellationToken cancellation)
    {
        Form = view;
        Drafts = await drafts.ListAsync(Who, MostFound, cancellation);
        if (await FindRecordAsync(cancellation) is { } record && await edits.StartAsync(record.Kind, record.Id, cancellation) is { } change)
        {
            Edited = (await edits.OfAsync(new JsonObject { ["changes"] = new JsonArray(change) }, cancellation)).Values.FirstOrDefault();
        }

        if (!string.IsNullOrWhiteSpace(Query))
        {
            Found = await FindSourcesAsync(Query.Trim(), cancellation);
        }

        return Page();
    }

    private async Task<IReadOnlyList<SourceItem>> FindSourcesAsync(string query, CancellationToken cancellation)
    {
        if (NormalisedUrl.Of(query, out _) is not null)
        {
            return await sources.FindByUrlAsync(query, cancellation) is { } known ? [known] : [];
        }

        var request = new ListRequest(new Dictionary<string, IReadOnlyList<string>> { ["q"] = [query], ["limit"] = [$"{MostFound}"] });
        return (await sources.ListAsync(request, cancellation)).Page?.Items ?? [];
    }
}
