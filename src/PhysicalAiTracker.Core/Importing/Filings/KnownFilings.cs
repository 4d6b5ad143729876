using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>Filings that were taken in before, read again from the text that is stored of them.</summary>
internal sealed class KnownFilings(TrackerDbContext db)
{
    /// <summary>The filings of some rounds of an issuer, by round, and which of the rounds filings made.</summary>
    public async Task<(ILookup<Guid, FormD> Filings, IReadOnlySet<Guid> Made)> OfAsync(string cik, Guid[] rounds, CancellationToken cancellation)
    {
        var key = FormDDocument.KeyOf(cik);
        var told = await db.Assertions.Where(a => a.Disclosure.Key == key && rounds.Contains(a.RecordId)).Select(a => new { a.RecordId, a.SourceId, a.Source.Slug }).Distinct().ToListAsync(cancellation);
        var sources = told.Select(pair => pair.SourceId).Distinct().ToArray();
        var texts = (await db.Snapshots.AsNoTracking().Where(s => sources.Contains(s.SourceId)).OrderBy(s => s.CapturedAt).ThenBy(s => s.Id).Select(s => new { s.SourceId, s.Text }).ToListAsync(cancellation))
            .ToLookup(s => s.SourceId, s => s.Text);
        var filings = told.DistinctBy(pair => pair.SourceId)
            .Select(pair => (pair.RecordId, Form: texts[pair.SourceId].Select(text => Read(cik, pair.Slug, text)).FirstOrDefault(form => form is not null)))
            .Where(pair => pair.Form is not null).ToLookup(pair => pair.RecordId, pair => pair.Form!);
        var start = FormDDocument.RoundsOf(cik);
        return (filings, (await db.Records.Where(r => rounds.Contains(r.Id) && r.ImportKey!.StartsWith(start)).Select(r => r.Id).ToListAsync(cancellation)).ToHashSet());
    }

    /// <summary>The texts that are stored of a filing, the first that came first; none of one that is not known.</summary>
    public async Task<IReadOnlyList<string>?> TextsAsync(FormD form, CancellationToken cancellation)
    {
        var slug = FormDDocument.SlugOf(form);
        return await db.Sources.AnyAsync(source => source.Slug == slug, cancellation)
            ? await db.Snapshots.Where(s => s.Source.Slug == slug).OrderBy(s => s.CapturedAt).ThenBy(s => s.Id).Select(s => s.Text).ToListAsync(cancellation)
            : null;
    }

    /// <summary>Sources of an issuer's filings that credit nobody.</summary>
    public async Task<IReadOnlyList<string>> UncreditedAsync(string cik, CancellationToken cancellation)
    {
        var key = FormDDocument.KeyOf(cik);
        return await db.Disclosures.Where(d => d.Key == key && d.Source!.OriginId == null).Select(d => d.Source!.Slug).Distinct().Order().Take(MostUncredited).ToListAsync(cancellation);
    }

    /// <summary>A disclosure credits no more than this.</summary>
    private const int MostUncredited = Disclosures.DisclosureDocument.MaxOrigins - 1;

    private static FormD? Read(string cik, string slug, string text) =>
        FormD.Read(new FilingText(slug, text, SnapshotText.Sha256(text), FilingText.AccessionIn(slug[Math.Min(slug.Length, FormDDocument.KeyOf(cik).Length)..])), []);
}
