using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>A company's row in the matrix: its claims, in all planes.</summary>
public sealed record MatrixRow(PartyLink Company, IReadOnlyList<PlacementItem> Claims);

/// <summary>Capital of the companies whose claims name a placement.</summary>
/// <param name="Placement">Null for companies about which there is no claim.</param>
/// <param name="Raised">Announced, partially closed and closed rounds, in US dollars.</param>
/// <param name="Open">Rumoured, in talks and in progress: not raised.</param>
public sealed record PlacementCapital(Placement? Placement, bool Several, int Companies, CapitalSum Raised, CapitalSum Open);

/// <summary>A sum with what it leaves out.</summary>
/// <param name="Usd">US dollars.</param>
/// <param name="Rounds">Rounds in the sum.</param>
/// <param name="Undisclosed">Rounds of unknown amount, or in a currency without a rate: counted, never summed as zero.</param>
public sealed record CapitalSum(decimal Usd, int Rounds, int Undisclosed);

/// <summary>How much the tracker holds.</summary>
public sealed record TrackerCounts(int Companies, int Rounds, int Claims, int Sources, int Assertions, int OpenQuestions, int OpenContradictions);

/// <summary>An accepted disclosure as a list names it.</summary>
public sealed record DisclosureLink(Guid Id, string Title, string? SourceSlug, string? SourceTitle, string? Publisher, string By, DateTime AcceptedAt);

/// <summary>What the tracker knows at a glance.</summary>
public sealed class OverviewQueries(TrackerDbContext db)
{
    /// <summary>Companies that have raised, been claimed about or asked about, by name; at most as many as asked for.</summary>
    public async Task<IReadOnlyList<MatrixRow>> MatrixAsync(int most, CancellationToken cancellation) => await db.Parties.AsNoTracking()
        .Where(p => p.Type == PartyKind.Company && (p.Claims.Any() || p.Rounds.Any() || p.Questions.Any()))
        .OrderBy(p => p.Claims.Count == 0).ThenBy(p => p.NameKey).ThenBy(p => p.Id).Take(most)
        .Select(p => new MatrixRow(
            new PartyLink(p.Slug, p.Name, p.Type), p.Claims.OrderBy(c => c.Id).Select(c => new PlacementItem(c.Id, c.Plane, c.Placement, c.Modality)).ToList()))
        .ToListAsync(cancellation);

    /// <summary>
    /// Capital behind each placement. Rule: a company counts once, under its placement where its claims name a single one,
    /// otherwise under several; superseded, cancelled and unspecified rounds are left out.
    /// </summary>
    public async Task<IReadOnlyList<PlacementCapital>> CapitalAsync(CancellationToken cancellation)
    {
        var companies = await db.Parties.AsNoTracking().Where(p => p.Rounds.Any(r => r.SupersededBy == null && !r.Unspecified))
            .Select(p => new
            {
                Placements = p.Claims.Select(c => c.Placement).ToList(),
                Rounds = p.Rounds.Where(r => r.SupersededBy == null && !r.Unspecified && r.Status != FundingStatus.Cancelled)
                    .Select(r => new { r.Status, r.AmountUsdMinor }).ToList(),
            })
            .ToListAsync(cancellation);
        return
        [
            .. companies.GroupBy(c => c.Placements.Distinct().Count() == 1 ? (Placement: c.Placements[0], Several: false) : (Placement: (Placement?)null, Several: c.Placements.Count > 0))
                .Select(group => new PlacementCapital(
                    group.Key.Placement,
                    group.Key.Several,
                    group.Count(),
                    Sum(group.SelectMany(c => c.Rounds).Where(r => IsRaised(r.Status)).Select(r => r.AmountUsdMinor)),
                    Sum(group.SelectMany(c => c.Rounds).Where(r => !IsRaised(r.Status)).Select(r => r.AmountUsdMinor))))
                .OrderBy(row => row.Placement is null).ThenBy(row => row.Placement).ThenBy(row => !row.Several),
        ];
    }

    public async Task<TrackerCounts> CountsAsync(CancellationToken cancellation) => new(
        await db.Parties.CountAsync(p => p.Type == PartyKind.Company, cancellation),
        await db.FundingRounds.CountAsync(r => !r.Unspecified, cancellation),
        await db.Claims.CountAsync(cancellation),
        await db.Sources.CountAsync(cancellation),
        await db.Assertions.CountAsync(cancellation),
        await db.Questions.CountAsync(q => q.Status == Questions.QuestionStatus.Open, cancellation),
        await db.Contradictions.CountAsync(c => c.State == Contradictions.ContradictionState.Open, cancellation));

    public async Task<IReadOnlyList<DisclosureLink>> NewestDisclosuresAsync(int most, CancellationToken cancellation) => await db.Disclosures.AsNoTracking()
        .Where(d => d.State == DisclosureState.Accepted).OrderByDescending(d => d.DecidedAt).ThenByDescending(d => d.Id).Take(most)
        .Select(d => new DisclosureLink(
            d.Id, d.Title, d.Source == null ? null : d.Source.Slug, d.Source == null ? null : d.Source.Title, d.Source == null ? null : d.Source.Publisher, d.By, d.DecidedAt!.Value)).ToListAsync(cancellation);

    /// <summary>A status nobody stated is not raised money.</summary>
    private static bool IsRaised(FundingStatus? status) => status is FundingStatus.Announced or FundingStatus.PartiallyClosed or FundingStatus.Closed;

    private static CapitalSum Sum(IEnumerable<long?> cents)
    {
        var all = cents.ToList();
        return new CapitalSum(all.OfType<long>().Sum() / 100m, all.Count(c => c is not null), all.Count(c => c is null));
    }
}
