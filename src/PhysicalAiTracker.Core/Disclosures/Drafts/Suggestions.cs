using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>A value that a form suggests, and what it is.</summary>
public sealed record Suggestion(string Value, string Label);

/// <summary>What a form offers to choose from.</summary>
public sealed class Suggestions(TrackerDbContext db)
{
    private const int Most = 2000;
    private const int MostRounds = 200;

    /// <summary>Exact names of parties; the slug where two have the same name.</summary>
    public async Task<IReadOnlyList<Suggestion>> PartiesAsync(CancellationToken cancellation)
    {
        var parties = await db.Parties.AsNoTracking().OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(Most).Select(p => new { p.Slug, p.Name, p.NameKey, p.Type }).ToListAsync(cancellation);
        var twins = parties.GroupBy(p => p.NameKey).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return [.. parties.Select(p => new Suggestion(twins.Contains(p.NameKey) ? p.Slug : p.Name, $"{p.Name}, {Words.Of(p.Type).Replace('-', ' ')}"))];
    }

    /// <summary>Slugs of sources, the newest first.</summary>
    public async Task<IReadOnlyList<Suggestion>> SourcesAsync(CancellationToken cancellation) =>
    [
        .. (await db.Sources.AsNoTracking().OrderByDescending(s => s.CreatedAt).ThenBy(s => s.Id).Take(Most).Select(s => new { s.Slug, s.Title, s.Publisher }).ToListAsync(cancellation))
            .Select(s => new Suggestion(s.Slug, s.Publisher is null ? s.Title : $"{s.Publisher}: {s.Title}")),
    ];

    /// <summary>Ids of a company's rounds, newest first; of everybody's where the text names no company.</summary>
    /// <param name="company">A slug, an exact name or an alias, as typed.</param>
    public async Task<IReadOnlyList<Suggestion>> RoundsAsync(string company, CancellationToken cancellation)
    {
        var key = NameKey.Of(company);
        var known = await db.Parties.Where(p => p.Slug == company || p.Names.Any(n => n.Whole && n.Key == key)).Select(p => p.Id).ToListAsync(cancellation);
        var rounds = await db.FundingRounds.AsNoTracking().Where(r => !r.Unspecified && (known.Count == 0 || known.Contains(r.CompanyId)))
            .OrderBy(r => r.Company.NameKey).ThenByDescending(r => r.AnnouncedFrom).ThenByDescending(r => r.Id).Take(MostRounds)
            .Select(r => new { r.Id, r.Company.Name, r.Amount, r.Status, r.AnnouncedOn, r.ReportedOn, Superseded = r.SupersededBy != null }).ToListAsync(cancellation);
        return [.. rounds.Select(r => new Suggestion(r.Id.ToString(), Called(r.Name, r.Amount, r.Status, r.AnnouncedOn ?? r.ReportedOn, r.Superseded)))];
    }

    private static string Called(string company, Money? amount, FundingStatus? status, PartialDate? on, bool superseded) => string.Join(", ", new[]
    {
        $"{company}: {amount?.ToDisplay() ?? "sum not stated"}",
        status is { } word ? Words.Of(word).Replace('-', ' ') : null,
        on?.ToDisplay(),
        superseded ? "superseded already" : null,
    }.OfType<string>());
}
