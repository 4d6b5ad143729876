using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Disclosures;

/// <summary>The workbench of a draft. Every button saves what was typed first, and then leads here again or on.</summary>
public sealed class EditModel(
    DraftQueries drafts, DraftCommands commands, DisclosureQueries disclosures, EditorBuilder builder, EditorActions actions, SourcePane sources, Preview preview,
    DraftProposals proposals, CheckQueries checks, DraftPresence presence, LikenessQueries likenesses, ReviewCommands review, ReviewQueries reviews,
    IAuthorizationService authorization, TrackerSettings settings) : DraftPageModel
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

    /// <summary>Who else has the draft open, and who saved it last.</summary>
    public PresenceView Presence { get; private set; } = null!;

    /// <summary>Known sources with a text much like the one that the draft brings.</summary>
    public IReadOnlyList<LikenessItem> Likenesses { get; private set; } = [];

    /// <summary>What publishing would do; null unless asked for and nothing is wrong.</summary>
    public PreviewView? Preview { get; private set; }

    /// <summary>What to know before the draft is handed on; null unless asked for.</summary>
    public DraftCheck? Check { get; private set; }

    /// <summary>What the text proposes; null unless asked for.</summary>
    public IReadOnlyList<Proposal>? Proposals { get; private set; }

    /// <summary>How many proposals were dismissed.</summary>
    public int Dismissed { get; private set; }

    /// <summary>What selected words could be; null unless asked for.</summary>
    public SelectionOffers? Offers { get; private set; }

    /// <summary>What was typed to find a record and led to none.</summary>
    [FromQuery(Name = "find")]
    public string? Find { get; set; }

    /// <summary>“check” looks at all before handing on, “preview” shows what would come of it, “suggest” what the text proposes, “offer” what words could be.</summary>
    [FromQuery(Name = "look")]
    public string? Look { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int start, int end, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(id, Who, cancellation) is not { } draft)
        {
            return await disclosures.FindAsync(id, cancellation) is null && await reviews.FindAsync(id, Who, cancellation) is null ? NotFound() : Redirect($"/disclosures/{id}");
        }

        await ShowAsync(draft, draft.Typed, cancellation);
        await LookAsync(draft.Typed, start, end, cancellation);
        return Page();
    }

    /// <summary>What selected words could be, as a part of a page.</summary>
    public async Task<IActionResult> OnGetOffersAsync(Guid id, int start, int end, CancellationToken cancellation) =>
        await drafts.FindAsync(id, Who, cancellation) is { } draft ? Partial("_Offers", await proposals.OfSelectionAsync(draft.Typed, start, end, cancellation)) : NotFound();

    /// <summary>Says that the page is still open; answers who else has it open, as a part of a page.</summary>
    public async Task<IActionResult> OnPostPresenceAsync(Guid id, CancellationToken cancellation) =>
        await drafts.FindAsync(id, Who, cancellation) is { } draft
            ? Partial("_Presence", new PresenceView(presence.Visit(id, Who, beats: true), draft, SentVersion, Who.Name))
            : NotFound();

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
        SuggestedChanges.Carry(draft.Typed, sent, draft.Version == SentVersion);
        var next = sent.DeepClone().AsObject();
        var acted = await actions.ActAsync(next, Action, name => Request.Form[name].LastOrDefault(), cancellation);
        if (Action is "publish" or "submit" or "review" or "preview" or "check")
        {
            next = TidyText.Tidy(next);
        }

        switch (await commands.SaveAsync(id, SentVersion, next, Who, cancellation))
        {
            case DraftSave.Stale stale when Action == SavedAnswer.Action:
                return SavedAnswer.Stale(stale.Theirs);
            case DraftSave.Stale stale:
                await ShowAsync(stale.Theirs, sent, cancellation);
                return Conflict(stale.Theirs, sent);
            case DraftSave.Gone:
                return await GoneAsync(id, sent, cancellation);
            case DraftSave.Saved saved when Action == SavedAnswer.Action:
                return SavedAnswer.Of(saved, (await drafts.FindAsync(id, Who, cancellation))?.UpdatedAt);
            case DraftSave.Saved saved when Action == "submit":
                return await SubmitAsync(id, saved.Version, cancellation);
        }

        if (Action == "publish")
        {
            return await PublishAsync(id, cancellation);
        }

        if (acted.Notice is not null)
        {
            Tell(acted.Notice, acted.Warns);
            PastedWords = acted.Place == "words" ? Cut(Request.Form["words"].ToString()) : null;
        }

        return Redirect(NextOf(id, acted));
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

    /// <summary>What a cookie can carry to the next page.</summary>
    private static string Cut(string words) => words.Length <= 500 ? words : words[..500];

    private string NextOf(Guid id, Acted acted) => Action switch
    {
        "preview" => $"/disclosures/{id}/edit?look=preview#preview",
        "discard" => $"/disclosures/{id}/discard",
        "review" => $"/disclosures/{id}/review",
        "source" => $"/disclosures/{id}/source",
        _ => $"/disclosures/{id}/edit{(acted.Look is null ? "" : "?" + acted.Look)}{(acted.Place is null ? "" : "#" + acted.Place)}",
    };

    /// <summary>Published or discarded from elsewhere: what was typed here becomes a draft of its own.</summary>
    private async Task<IActionResult> GoneAsync(Guid id, JsonObject typed, CancellationToken cancellation)
    {
        var published = await disclosures.FindAsync(id, cancellation);
        if (published is null && await drafts.ExistsAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Action == SavedAnswer.Action)
        {
            return SavedAnswer.Gone();
        }

        var standing = published is null ? await reviews.FindAsync(id, Who, cancellation) : null;
        if ((published is not null && Action == "publish") || (standing?.State == DisclosureState.Submitted && Action == "submit"))
        {
            // The button was pressed twice.
            return Redirect(published is null ? "/account/disclosures" : $"/disclosures/{id}");
        }

        typed["source"] = published?.Source?.Slug;
        SuggestedChanges.Renew(typed);
        Tell($"The draft was {(published is not null ? "published" : standing is not null ? Labels.Of(standing.State) : "discarded")} meanwhile. What you typed is kept in this new one.", warns: true);
        return Redirect($"/disclosures/{await commands.CreateAsync(typed, Who, cancellation)}/edit");
    }

    private async Task ShowAsync(DraftItem draft, JsonObject typed, CancellationToken cancellation)
    {
        (Id, Version, SavedAt, State) = (draft.Id, draft.Version, draft.UpdatedAt, draft.State);
        MayPublish = State == DisclosureState.Draft && await MayPublishAsync();
        Steps = await reviews.StepsAsync(draft.Id, cancellation);
        Presence = new PresenceView(presence.Visit(draft.Id, Who, beats: false), draft, draft.Version, Who.Name);
        Source = await sources.OfAsync(typed, cancellation);
        Editor = await builder.BuildAsync(typed, Source.Text, cancellation);
        // Once it is said whom the source rewrites, there is nothing left to ask.
        Likenesses = Source is { Slug: null, Text: { } text } && TypedDocument.Text(typed["source"]?["origin"]).Length == 0 ? await likenesses.OfTextAsync(text, cancellation) : [];
    }

    private async Task LookAsync(JsonObject typed, int start, int end, CancellationToken cancellation)
    {
        switch (Look)
        {
            case "check":
                Check = await checks.OfAsync(typed, Who, cancellation);
                Editor.Complain(SuggestedChanges.Unconfirmed(typed), Id);
                Complain(Check.Outcome);
                break;
            case "preview":
                Complain(await commands.PreviewAsync(typed, Who, async seen => Preview = await preview.LookAsync(seen, typed, cancellation), cancellation));
                break;
            case "suggest":
                Proposals = await proposals.OpenAsync(typed, cancellation);
                Dismissed = SuggestedChanges.Settled(typed, SuggestedChanges.Dismissed).Count;
                break;
            case "offer":
                Offers = await proposals.OfSelectionAsync(typed, start, end, cancellation);
                break;
        }
    }

    private void Complain(DisclosureOutcome outcome) => Editor.Complain(
    [
        .. outcome.Conflicts.Select(conflict => new Problem(conflict.Pointer, $"was changed meanwhile, version {conflict.CurrentVersion} is current: choose for each field below")),
        .. outcome.Problems,
    ], Id);
}
