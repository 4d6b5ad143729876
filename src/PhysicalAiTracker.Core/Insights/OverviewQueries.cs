using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>A company's row in the matrix: its claims, in all planes.</summary>
public sealed record MatrixRow(PartyLink Company, IReadOnlyList<PlacementItem> Claims);

/// <summary>How much the tracker holds.</summary>
public sealed record TrackerCounts(int Companies, int Rounds, int Claims, int Sources, int Assertions, int OpenQuestions, int OpenContradictions);

/// <summary>What the first page tells of all rows.</summary>
public sealed record OverviewFigures(TrackerCounts Counts, CapitalReport Capital);

/// <summary>An accepted disclosure as a list names it.</summary>
public sealed record DisclosureLink(Guid Id, string Title, string? SourceSlug, string? SourceTitle, string? Publisher, string By, DateTime AcceptedAt);

/// <summary>What the tracker knows at a glance.</summary>
public sealed class OverviewQueries(TrackerDbContext db, CapitalQueries capital)
{
    /// <summary>Companies that have been claimed about, then those that have raised or been asked about, by name; at most as many as asked for.</summary>
    public Task<IReadOnlyList<MatrixRow>> MatrixAsync(int most, CancellationToken cancellation) => db.KeptAsync<IReadOnlyList<MatrixRow>>($"matrix {most}", async () =>
    {
        // One after the other, so that the index of names leads to the first of them, and not all companies are looked at to be sorted.
        var companies = db.Parties.AsNoTracking().Where(p => p.Type == PartyKind.Company);
        var claimed = await companies.Where(p => p.Claims.Any()).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(most)
            .Select(p => new MatrixRow(
                new PartyLink(p.Slug, p.Name, p.Type), p.Claims.OrderBy(c => c.Id).Select(c => new PlacementItem(c.Id, c.Plane, c.Placement, c.Modality)).ToList()))
            .ToListAsync(cancellation);
        var others = claimed.Count == most ? [] : await companies.Where(p => !p.Claims.Any() && (p.Rounds.Any() || p.Questions.Any()))
            .OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(most - claimed.Count)
            .Select(p => new MatrixRow(new PartyLink(p.Slug, p.Name, p.Type), new List<PlacementItem>())).ToListAsync(cancellation);
        return [.. claimed, .. others];
    });

    /// <summary>Counted once for each state of the database.</summary>
    public async Task<OverviewFigures> FiguresAsync(CancellationToken cancellation) =>
        new(await CountsAsync(cancellation), await capital.ReportAsync(new CapitalOptions(), cancellation));

    public async Task<IReadOnlyList<DisclosureLink>> NewestDisclosuresAsync(int most, CancellationToken cancellation) => await db.Disclosures.AsNoTracking()
        .Where(d => d.State == DisclosureState.Accepted).OrderByDescending(d => d.DecidedAt).ThenByDescending(d => d.Id).Take(most)
        .Select(d => new DisclosureLink(
            d.Id, d.Title, d.Source == null ? null : d.Source.Slug, d.Source == null ? null : d.Source.Title, d.Source == null ? null : d.Source.Publisher, d.By, d.DecidedAt!.Value)).ToListAsync(cancellation);

    private Task<TrackerCounts> CountsAsync(CancellationToken cancellation) => db.KeptAsync("overview", async () => new TrackerCounts(
        await db.Parties.CountAsync(p => p.Type == PartyKind.Company, cancellation),
        await db.FundingRounds.CountAsync(r => !r.Unspecified, cancellation),
        await db.Claims.CountAsync(cancellation),
        await db.Sources.CountAsync(cancellation),
        await db.Assertions.CountAsync(cancellation),
        await db.Questions.CountAsync(q => q.Status == Core.Questions.QuestionStatus.Open, cancellation),
        await db.Contradictions.CountAsync(c => c.State == Contradictions.ContradictionState.Open, cancellation)));
}
