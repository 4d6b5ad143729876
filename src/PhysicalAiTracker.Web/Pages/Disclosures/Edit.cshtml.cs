using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Disclosures;

/// <summary>The form of a draft. Every button saves what was typed first, and then leads here again or on.</summary>
public sealed class EditModel(
    DraftQueries drafts, DraftCommands commands, DisclosureQueries disclosures, EditQueries edits, EditorBuilder builder, SourcePane sources, Preview preview,
    LikenessQueries likenesses, ReviewCommands review, ReviewQueries reviews, IAuthorizationService authorization, TrackerSettings settings) : DraftPageModel
{
    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public DateTime SavedAt { get; private set; }

    /// <summary>A draft, or what somebody else submitted and a reviewer edits.</summary>
    public DisclosureState State { get; private set; }

    /// <summary>Whether this person may publish it without a review.</summary>
    public bool MayPublish { get; private set; }

    /// <summary>What happened to it on its way in.</summary>
    public IReadOnlyList<ReviewStepItem> Steps { get; private set; } = [];

    public SourceView Source { get; private set; } = null!;

    public EditorView Editor { get; private set; } = null!;

    /// <summary>Known sources with a text much like the one that the draft brings.</summary>
    public IReadOnlyList<LikenessItem> Likenesses { get; private set; } = [];

    /// <summary>What publishing would do; null unless asked for and nothing is wrong.</summary>
    public PreviewView? Preview { get; private set; }

    /// <summary>What was typed to find a record and led to none.</summary>
    [FromQuery(Name = "find")]
    public string? Find { get; set; }

    /// <summary>“check” and “preview” validate the draft; “preview” shows what would come of it.</summary>
    [FromQuery(Name = "look")]
    public string? Look { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(id, Who, cancellation) is not { } draft)
        {
            return await disclosures.FindAsync(id, cancellation) is null && await reviews.FindAsync(id, Who, cancellation) is null ? NotFound() : Redirect($"/disclosures/{id}");
        }

        await ShowAsync(draft, draft.Typed, cancellation);
        if (Look is not null)
        {
            await LookAsync(draft.Typed, cancellation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (Action == "publish" && !await MayPublishAsync())
        {
            return Forbid();
        }

        var sent = FormTree.Read(Request.Form);
        if (EditorBuilder.Changes(sent).Count() > FormActions.MaxChanges)
        {
            HttpContext.Features.Set(new ErrorReason($"A form takes {FormActions.MaxChanges} changes at most. Split the disclosure into several."));
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (await drafts.FindAsync(id, Who, cancellation) is not { } draft)
        {
            return await GoneAsync(id, sent, cancellation);
        }

        sent["source"] = draft.Typed["source"]?.DeepClone();
        var next = sent.DeepClone().AsObject();
        var place = await ActAsync(next, cancellation);
        if (Action is "publish" or "submit" or "review" or "preview")
        {
            next = TidyText.Tidy(next);
        }

        switch (await commands.SaveAsync(id, SentVersion, next, Who, cancellation))
        {
            case DraftSave.Stale stale:
                await ShowAsync(stale.Theirs, sent, cancellation);
                return Conflict(stale.Theirs, sent);
            case DraftSave.Gone:
                return await GoneAsync(id, sent, cancellation);
            case DraftSave.Saved saved when Action == "submit":
                return await SubmitAsync(id, saved.Version, cancellation);
            default:
                return Action == "publish" ? await PublishAsync(id, cancellation) : Redirect(NextOf(id, place));
        }
    }

    /// <summary>Does what the button says, and answers where to go on the page.</summary>
    private async Task<string?> ActAsync(JsonObject typed, CancellationToken cancellation)
    {
        if (Action == "find")
        {
            var text = Request.Form["find"].ToString();
            var found = await edits.FindAsync(text, cancellation);
            var change = found is null ? null : await edits.StartAsync(found.Value.Kind, found.Value.Id, cancellation);
            return change is null ? null : FormActions.Add(typed, change);
        }

        if (Action.StartsWith("rewrites:", StringComparison.Ordinal) && typed["source"] is JsonObject source)
        {
            source["origin"] = Action["rewrites:".Length..];
            return null;
        }

        if (Action.StartsWith("rebase:", StringComparison.Ordinal))
        {
            return await RebaseAsync(typed, Action["rebase:".Length..], cancellation);
        }

        var place = FormActions.Apply(typed, Action, name => Request.Form[name].LastOrDefault());
        if (place is null && Action.StartsWith("add:", StringComparison.Ordinal))
        {
            Tell($"A form takes {FormActions.MaxChanges} changes. Publish these, then go on with another disclosure.", warns: true);
        }

        return place;
    }

    private async Task<string?> RebaseAsync(JsonObject typed, string pointer, CancellationToken cancellation)
    {
        var records = await edits.OfAsync(typed, cancellation);
        foreach (var (index, change) in EditorBuilder.Changes(typed).Index())
        {
            if (Pointers.Append("/changes", index) == pointer && TypedDocument.KindOf(change) is { } kind
                && Guid.TryParse(TypedDocument.Text(change["id"]), out var id) && records.TryGetValue(id, out var edited))
            {
                ConflictRows.Rebase(change, RecordSchemas.Of(kind), edited, field => Request.Form[$"take:{pointer}/set/{field}"].LastOrDefault());
                Tell($"This edit now starts from version {edited.Current.Version}. What you typed is kept where you chose yours.");
                return pointer;
            }
        }

        return null;
    }

    private async Task<IActionResult> PublishAsync(Guid id, CancellationToken cancellation)
    {
        var outcome = await commands.PublishAsync(id, Who, cancellation);
        if (outcome is { Accepted: true, DisclosureId: not null })
        {
            Tell("It is published.");
            return Redirect($"/disclosures/{id}");
        }

        Tell(outcome switch
        {
            { Accepted: true } => "Nothing here differs from what the tracker has: there is nothing to publish.",
            { Overtaken: true } => "Somebody published a change to the same records at the same moment. Look at theirs below and publish again.",
            _ => "It was not published. What is wrong is listed below; everything you typed is saved.",
        }, warns: true);
        return Redirect($"/disclosures/{id}/edit?look=check");
    }

    private async Task<IActionResult> SubmitAsync(Guid id, int version, CancellationToken cancellation)
    {
        var outcome = await review.SubmitAsync(id, version, Who, cancellation);
        if (outcome is ReviewOutcome.Done)
        {
            Tell("It is submitted. You are told here when it is decided.");
            return Redirect("/account/disclosures");
        }

        Tell(outcome is ReviewOutcome.Refused { Outcome: { Problems: [{ Pointer: "", Message: var why }], Conflicts.Count: 0 } }
            ? $"It was not submitted: it {why}."
            : "It was not submitted. What is wrong is listed below; everything you typed is saved.", warns: true);
        return Redirect($"/disclosures/{id}/edit?look=check");
    }

    private async Task<bool> MayPublishAsync() => settings.Review.AllowSelf && (await authorization.AuthorizeAsync(User, Policies.Analyst)).Succeeded;

    private string NextOf(Guid id, string? place) => Action switch
    {
        "preview" => $"/disclosures/{id}/edit?look=preview#preview",
        "discard" => $"/disclosures/{id}/discard",
        "review" => $"/disclosures/{id}/review",
        "source" => $"/disclosures/{id}/source",
        "find" when place is null => $"/disclosures/{id}/edit?find={Uri.EscapeDataString(Request.Form["find"].ToString())}#find",
        _ => $"/disclosures/{id}/edit{(place is null ? "" : "#" + place)}",
    };

    /// <summary>Published or discarded from elsewhere: what was typed here becomes a draft of its own.</summary>
    private async Task<IActionResult> GoneAsync(Guid id, JsonObject typed, CancellationToken cancellation)
    {
        var published = await disclosures.FindAsync(id, cancellation);
        if (published is null && await drafts.ExistsAsync(id, cancellation))
        {
            return NotFound();
        }

        var standing = published is null ? await reviews.FindAsync(id, Who, cancellation) : null;
        if ((published is not null && Action == "publish") || (standing?.State == DisclosureState.Submitted && Action == "submit"))
        {
            // The button was pressed twice.
            return Redirect(published is null ? "/account/disclosures" : $"/disclosures/{id}");
        }

        typed["source"] = published?.Source?.Slug;
        Tell($"The draft was {(published is not null ? "published" : standing is not null ? Labels.Of(standing.State) : "discarded")} meanwhile. What you typed is kept in this new one.", warns: true);
        return Redirect($"/disclosures/{await commands.CreateAsync(typed, Who, cancellation)}/edit");
    }

    private async Task ShowAsync(DraftItem draft, JsonObject typed, CancellationToken cancellation)
    {
        (Id, Version, SavedAt, State) = (draft.Id, draft.Version, draft.UpdatedAt, draft.State);
        MayPublish = State == DisclosureState.Draft && await MayPublishAsync();
        Steps = await reviews.StepsAsync(draft.Id, cancellation);
        Source = await sources.OfAsync(typed, cancellation);
        Editor = await builder.BuildAsync(typed, Source.Text, cancellation);
        // Once it is said whom the source rewrites, there is nothing left to ask.
        Likenesses = Source is { Slug: null, Text: { } text } && TypedDocument.Text(typed["source"]?["origin"]).Length == 0 ? await likenesses.OfTextAsync(text, cancellation) : [];
    }

    private async Task LookAsync(JsonObject typed, CancellationToken cancellation)
    {
        var outcome = await commands.PreviewAsync(
            typed, Who, async seen => Preview = Look == "preview" ? await preview.LookAsync(seen, typed, cancellation) : null, cancellation);
        Editor.Complain(
        [
            .. outcome.Conflicts.Select(conflict => new Problem(conflict.Pointer, $"was changed meanwhile, version {conflict.CurrentVersion} is current: choose for each field below")),
            .. outcome.Problems,
        ], Id);
    }
}
