using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>The reader: a source's text with every passage highlighted and linked to what it supports.</summary>
public sealed class SourceModel(SourceQueries sources, SnapshotQueries snapshots, LikenessQueries likenesses, IAuthorizationService authorization) : PageModel
{
    /// <summary>The text to read; the newest unless given.</summary>
    [FromQuery(Name = "snapshot")]
    public Guid? Snapshot { get; set; }

    /// <summary>Another text to read beside it.</summary>
    [FromQuery(Name = "against")]
    public Guid? Against { get; set; }

    /// <summary>Null unless two texts were asked for.</summary>
    public SnapshotComparison? Comparison { get; private set; }

    /// <summary>Whether the reader may add texts and judge likeness.</summary>
    public bool IsAnalyst { get; private set; }

    /// <summary>For analysts only.</summary>
    public IReadOnlyList<LikenessItem> Likenesses { get; private set; } = [];

    public SourceReading Reading { get; private set; } = null!;

    public IReadOnlyList<ReaderParagraph> Paragraphs { get; private set; } = [];

    /// <summary>Whether the text is shown although the public may not see it.</summary>
    public bool IsPrivileged => Reading is { Text: not null, Source.TextIsPublic: false };

    public async Task<IActionResult> OnGetAsync(string slugOrId, CancellationToken cancellation)
    {
        var analyst = (await authorization.AuthorizeAsync(User, Policies.Analyst)).Succeeded;
        if (await sources.ReadAsync(slugOrId, Snapshot, analyst, cancellation) is not { } reading)
        {
            return NotFound();
        }

        if (reading.Source.Slug != slugOrId)
        {
            return RedirectToPagePermanent("/Sources/Source", new { slugOrId = reading.Source.Slug });
        }

        if (Against is { } against && reading.Snapshot is { } shown)
        {
            Comparison = await snapshots.CompareAsync(slugOrId, shown.Id, against, analyst, cancellation);
            if (Comparison is null)
            {
                return NotFound();
            }
        }

        (Reading, IsAnalyst) = (reading, analyst);
        Likenesses = analyst ? await likenesses.OfSourceAsync(slugOrId, cancellation) : [];
        Paragraphs = ReaderParagraph.Of(reading);
        return Page();
    }
}
