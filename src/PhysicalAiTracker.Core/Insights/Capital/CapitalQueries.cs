using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>Sums capital by placement. Two statements read a few columns of each round and each distinct claim; all figures come from these.</summary>
public sealed class CapitalQueries(TrackerDbContext db, FundingRoundQueries rounds, TimeProvider time)
{
    /// <summary>No answer lists more rounds.</summary>
    public const int MostRows = 500;

    public async Task<CapitalReport> ReportAsync(CapitalOptions options, CancellationToken cancellation)
    {
        var today = InsightDates.Today(time);
        var (all, claims) = await ReadAsync(options, today, cancellation);
        var parts = Split(all, claims, options.Plane);
        var years = parts.ToLookup(part => part.Round.Year);
        var stages = parts.ToLookup(part => part.Round.Stage);
        return new CapitalReport(
            today,
            CapitalRule.Text,
            options.Plane,
            Sums(Whole(all)),
            Placements(parts),
            [.. Enum.GetValues<Plane>().Select(plane => new PlaneCapital(plane, Placements(Split(all, claims, plane))))],
            [
                .. Whole(all).GroupBy(part => part.Round.Year).OrderBy(year => year.Key is null).ThenByDescending(year => year.Key)
                    .Select(year => new YearCapital(year.Key, Sums(year), Placements(years[year.Key]))),
            ],
            [
                .. Whole(all).GroupBy(part => part.Round.Stage).OrderBy(stage => stage.Key is null).ThenBy(stage => stage.Key)
                    .Select(stage => new StageCapital(stage.Key, Sums(stage), Placements(stages[stage.Key]))),
            ]);
    }

    /// <summary>The rounds behind a figure of the report: their parts add up to it.</summary>
    public async Task<CapitalRows> RowsAsync(CapitalOptions options, CapitalCell cell, CancellationToken cancellation)
    {
        var today = InsightDates.Today(time);
        var (all, claims) = await ReadAsync(options, today, cancellation);
        var parts = (cell.HasPlacement ? Split(all, claims, options.Plane).Where(part => part.Placement == cell.Placement) : Whole(all))
            .Where(part => (cell.Measure is null || part.Round.Measure == cell.Measure)
                && (!cell.HasYear || part.Round.Year == cell.Year) && (!cell.HasStage || part.Round.Stage == cell.Stage))
            .OrderByDescending(part => part.Round.Date).ThenBy(part => part.Round.Id).ToList();
        var listed = parts.Take(MostRows).ToList();
        var items = (await rounds.OfIdsAsync([.. listed.Select(part => part.Round.Id)], cancellation)).ToDictionary(round => round.Id);
        return new CapitalRows(
            today, CapitalRule.Text, Sum(parts), parts.Count,
            [.. listed.Where(part => items.ContainsKey(part.Round.Id)).Select(part => new CapitalPart(items[part.Round.Id], part.Round.Measure, part.SharedBy, part.Cents / 100m))]);
    }

    private async Task<(IReadOnlyList<CountedRound> Rounds, ILookup<Guid, (Plane Plane, Placement Placement)> Claims)> ReadAsync(
        CapitalOptions options, DateOnly today, CancellationToken cancellation)
    {
        var read = await db.FundingRounds.AsNoTracking()
            .Where(r => !r.Unspecified && r.Status != FundingStatus.Cancelled && (options.Superseded || r.SupersededBy == null))
            .Select(r => new { r.Id, r.CompanyId, r.Status, r.Instrument, r.Stage, r.AmountUsdMinor, r.AnnouncedOn, r.ClosedOn, r.ReportedOn, Superseded = r.SupersededBy != null })
            .ToListAsync(cancellation);
        var claims = await db.Claims.AsNoTracking().Where(c => c.CompanyId != null)
            .Select(c => new { CompanyId = c.CompanyId!.Value, c.Plane, c.Placement, c.ValidTo }).Distinct().ToListAsync(cancellation);
        return (
            [
                .. from r in read
                   let measure = CapitalRule.MeasureOf(r.Status, r.Instrument, r.Superseded, options)
                   where measure is not null
                   select new CountedRound(r.Id, r.CompanyId, measure.Value, r.Stage, r.AmountUsdMinor, r.AnnouncedOn ?? r.ClosedOn ?? r.ReportedOn),
            ],
            claims.Where(c => InsightDates.Holds(c.ValidTo, today)).ToLookup(c => c.CompanyId, c => (c.Plane, c.Placement)));
    }

    /// <summary>Each round whole.</summary>
    private static IEnumerable<Part> Whole(IReadOnlyList<CountedRound> rounds) => rounds.Select(round => new Part(round, null, 1, round.Cents));

    private static List<Part> Split(IReadOnlyList<CountedRound> rounds, ILookup<Guid, (Plane Plane, Placement Placement)> claims, Plane? plane)
    {
        var placements = rounds.Select(round => round.Company).Distinct().ToDictionary(
            company => company, company => CapitalRule.PlacementsOf(claims[company].Where(claim => plane is null || claim.Plane == plane).Select(claim => claim.Placement)));
        return
        [
            .. from round in rounds
               let all = placements[round.Company]
               from at in all.Index()
               select new Part(round, at.Item, all.Count, CapitalRule.PartOf(round.Cents, all.Count, at.Index)),
        ];
    }

    private static List<PlacementCapital> Placements(IEnumerable<Part> parts) =>
        [.. parts.GroupBy(part => part.Placement).OrderBy(group => group.Key is null).ThenBy(group => group.Key).Select(group => new PlacementCapital(group.Key, Sums(group)))];

    private static CapitalSums Sums(IEnumerable<Part> parts)
    {
        var measures = parts.ToLookup(part => part.Round.Measure);
        return new CapitalSums(
            measures.SelectMany(group => group).Select(part => part.Round.Company).Distinct().Count(),
            Sum(measures[CapitalMeasure.Raised]),
            Sum(measures[CapitalMeasure.Open]),
            Sum(measures[CapitalMeasure.ComputeCredit]),
            Sum(measures[CapitalMeasure.Commitment]),
            Sum(measures[CapitalMeasure.Secondary]),
            Sum(measures[CapitalMeasure.Superseded]));
    }

    private static CapitalSum Sum(IEnumerable<Part> parts)
    {
        var all = parts.ToList();
        return new CapitalSum(
            all.Sum(part => part.Cents ?? 0) / 100m,
            all.Count(part => part.Cents is not null),
            all.Count(part => part.Cents is null),
            all.Where(part => part.SharedBy > 1).Sum(part => part.Cents ?? 0) / 100m,
            all.Count(part => part.SharedBy > 1));
    }

    private sealed record CountedRound(Guid Id, Guid Company, CapitalMeasure Measure, FundingStage? Stage, long? Cents, PartialDate? Date)
    {
        public int? Year => Date?.Earliest.Year;
    }

    private sealed record Part(CountedRound Round, Placement? Placement, int SharedBy, long? Cents);
}
