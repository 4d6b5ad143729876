using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;

namespace PhysicalAiTracker.Web.Pages.Disclosures;

/// <summary>The data and the text of the source that a draft brings.</summary>
public sealed class SourceModel(DraftQueries drafts, DraftCommands commands, SourceForm form) : DraftPageModel
{
    public DraftItem Draft { get; private set; } = null!;

    public SourceFormView Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(id, Who, cancellation) is not { } draft)
        {
            return NotFound();
        }

        if (draft.Typed["source"] is JsonValue)
        {
            return Redirect($"/disclosures/{id}/edit");
        }

        (Draft, Form) = (draft, await form.BuildAsync(draft.Typed, cancellation));
        if (draft.Typed["source"] is JsonObject)
        {
            Form.Complain(await form.ProblemsAsync(draft.Typed, Who, cancellation));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var typed = FormTree.Read(Request.Form);
        if (await drafts.FindAsync(id, Who, cancellation) is not { } draft)
        {
            return NotFound();
        }

        (Draft, Form) = (draft, await form.BuildAsync(typed, cancellation));
        var next = draft.Typed.DeepClone().AsObject();
        next["source"] = typed["source"]?.DeepClone();
        switch (await commands.SaveAsync(id, SentVersion, next, Who, cancellation))
        {
            case DraftSave.Stale stale:
                Draft = stale.Theirs;
                return Conflict(stale.Theirs, next);
            case DraftSave.Gone:
                return NotFound();
            default:
                return (await form.ProblemsAsync(next, Who, cancellation)).Count > 0 ? Redirect($"/disclosures/{id}/source#errors") : Redirect($"/disclosures/{id}/edit");
        }
    }
}
