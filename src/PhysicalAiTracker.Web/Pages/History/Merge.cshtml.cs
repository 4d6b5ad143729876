using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.Disclosures.Drafts;

namespace PhysicalAiTracker.Web.Pages.History;

/// <summary>Shows what a merge would move, asks for the reason, and merges.</summary>
public sealed class MergeModel(EditQueries records, MergeQueries merges, ActCommands acts) : ActPageModel
{
    /// <summary>The record that goes, however it is named.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>The record that stays.</summary>
    [FromQuery(Name = "into")]
    public string? Into { get; set; }

    /// <summary>The version of the record that stays, which the form was drawn from.</summary>
    [BindProperty(Name = "intoVersion")]
    public int IntoVersion { get; set; }

    /// <summary>Null until both are found.</summary>
    public MergePreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(From) || string.IsNullOrWhiteSpace(Into))
        {
            return Page();
        }

        if (await IdsAsync(cancellation) is not var (from, into))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Preview = await merges.PreviewAsync(from, into, cancellation);
        if (Preview is { } preview)
        {
            Version = preview.From.Version;
            var outcome = await acts.PreviewMergeAsync(new MergeRequest(from, preview.From.Version, into, preview.Into.Version, null), Who, cancellation);
            Problems = [.. Problems.Concat(Explain(outcome)).Distinct()];
        }
        else if (Problems.Count == 0)
        {
            Problems = ["One of the two was removed or merged already, or they are not of one kind."];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => await IdsAsync(cancellation) is var (from, into)
        ? await AnswerAsync(
            await acts.MergeAsync(new MergeRequest(from, Version, into, IntoVersion, Note), Who, cancellation), into, "The two records are one now; everything moved here.", () => OnGetAsync(cancellation))
        : await OnGetAsync(cancellation);

    private async Task<(Guid From, Guid Into)?> IdsAsync(CancellationToken cancellation)
    {
        var (from, into) = (await records.FindAsync(From ?? "", cancellation), await records.FindAsync(Into ?? "", cancellation));
        Problems = [.. new[] { (From, from is null), (Into, into is null) }.Where(given => given.Item2).Select(given => $"There is no record “{given.Item1}”, or the name means several.")];
        return Problems.Count > 0 ? null : (from!.Value.Id, into!.Value.Id);
    }
}
