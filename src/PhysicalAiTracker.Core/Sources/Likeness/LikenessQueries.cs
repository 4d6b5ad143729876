using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources.Likeness;

/// <summary>Another source with a text much like this one's.</summary>
/// <param name="State">Suggested where nobody has judged it.</param>
public sealed record LikenessItem(SourceLink Other, double Jaccard, double Containment, LikenessState State, string? By, DateTime? At, string? Note);

/// <summary>Finds sources whose texts are alike.</summary>
public sealed class LikenessQueries(TrackerDbContext db)
{
    /// <summary>The sources like a known one, judged or not; the most alike first. Empty where the slug is unknown.</summary>
    public async Task<IReadOnlyList<LikenessItem>> OfSourceAsync(string slug, CancellationToken cancellation)
    {
        var rows = await db.SourceLikenesses.AsNoTracking().Where(l => l.First.Slug == slug || l.Second.Slug == slug)
            .Select(l => new { Likeness = l, Other = l.First.Slug == slug ? l.Second : l.First }).ToListAsync(cancellation);
        var origins = rows.Count == 0 ? null : await Origins.LoadAsync(db, cancellation);
        return
        [
            // What is of one origin already, by way of another source, need not be asked.
            .. rows.Where(row => row.Likeness.State != LikenessState.Suggested || origins!.Of(row.Likeness.FirstId) != origins.Of(row.Likeness.SecondId))
                .OrderByDescending(row => row.Likeness.Containment).ThenBy(row => row.Other.Slug, StringComparer.Ordinal).Select(row => new LikenessItem(
                LinkTo(row.Other), row.Likeness.Jaccard, row.Likeness.Containment, row.Likeness.State, row.Likeness.By, row.Likeness.At, row.Likeness.Note)),
        ];
    }

    /// <summary>The known sources like a text that is about to be entered, the most alike first.</summary>
    public async Task<IReadOnlyList<LikenessItem>> OfTextAsync(string text, CancellationToken cancellation)
    {
        var found = await LikenessDerivation.LikeAsync(db, Shingles.Of(SnapshotText.Normalise(text)), [], new ReadTexts(), cancellation);
        var ids = found.Select(f => f.Source).ToList();
        var sources = await db.Sources.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
        return [.. found.Select(f => new LikenessItem(LinkTo(sources[f.Source]), f.Resemblance.Jaccard, f.Resemblance.Containment, LikenessState.Suggested, null, null, null))];
    }

    private static SourceLink LinkTo(Source source) => new(source.Slug, source.Title, source.Publisher, source.Url, source.Seen);
}
