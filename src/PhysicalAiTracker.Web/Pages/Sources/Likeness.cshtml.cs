using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>Sources whose texts are alike, and the buttons that say which rewrites which.</summary>
[Authorize(Policy = Policies.Analyst)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LikenessModel(SourceQueries sources, LikenessQueries likenesses, LikenessCommands commands) : PageModel
{
    public SourceItem Source { get; private set; } = null!;

    public IReadOnlyList<LikenessItem> Likenesses { get; private set; } = [];

    /// <summary>Why the last button did nothing; null otherwise.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await ShowAsync(slug, cancellation);

    /// <param name="judgement">"rewrites": this one rewrites the other; "rewritten": the other way round; "apart": neither.</param>
    public async Task<IActionResult> OnPostAsync(
        string slug, [FromForm] string? other, [FromForm] string? judgement, [FromForm] string? note, CancellationToken cancellation)
    {
        var by = Signed.Actor(User);
        Refusal = judgement switch
        {
            "rewrites" => await commands.ConfirmAsync(slug, other ?? "", by, note, cancellation),
            "rewritten" => await commands.ConfirmAsync(other ?? "", slug, by, note, cancellation),
            "apart" => await commands.RefuseAsync(slug, other ?? "", by, note, cancellation),
            _ => "Choose one of the three.",
        };
        if (Refusal is null)
        {
            return Redirect($"{Rendering.Addresses.OfSource(slug)}#likeness");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(slug, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken cancellation)
    {
        if (await sources.FindAsync(slug, cancellation) is not { } source)
        {
            return NotFound();
        }

        (Source, Likenesses) = (source, await likenesses.OfSourceAsync(source.Slug, cancellation));
        return Page();
    }
}
