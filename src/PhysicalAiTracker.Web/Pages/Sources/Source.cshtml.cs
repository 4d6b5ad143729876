using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>The reader: a source's text with every passage highlighted and linked to what it supports.</summary>
public sealed class SourceModel(SourceQueries sources, IAuthorizationService authorization) : PageModel
{
    public SourceReading Reading { get; private set; } = null!;

    public IReadOnlyList<ReaderParagraph> Paragraphs { get; private set; } = [];

    /// <summary>Whether the text is shown although the public may not see it.</summary>
    public bool IsPrivileged => Reading is { Text: not null, Source.TextIsPublic: false };

    public async Task<IActionResult> OnGetAsync(string slugOrId, CancellationToken cancellation)
    {
        var analyst = (await authorization.AuthorizeAsync(User, Policies.Analyst)).Succeeded;
        if (await sources.ReadAsync(slugOrId, analyst, cancellation) is not { } reading)
        {
            return NotFound();
        }

        if (reading.Source.Slug != slugOrId)
        {
            return RedirectToPagePermanent("/Sources/Source", new { slugOrId = reading.Source.Slug });
        }

        Reading = reading;
        Paragraphs = ReaderParagraph.Of(reading);
        return Page();
    }
}
