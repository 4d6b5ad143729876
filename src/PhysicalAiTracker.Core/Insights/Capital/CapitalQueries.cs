using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.Plans;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>Sums capital by placement. Two statements read a few columns of each round and each distinct claim; all figures come from these, once for each state of the database.</summary>
public sealed class CapitalQueries(TrackerDbContext db, FundingRoundQueries rounds, TimeProvider time)
{
    /// <summary>No answer lists more rounds.</summary>
    public const int MostRows = 500;

    public Task<CapitalReport> ReportAsync(CapitalOptions options, CancellationToken cancellation) =>
        db.KeptAsync($"capital {options}", () => CountAsync(options, cancellation));

    private async Task<CapitalReport> CountAsync(CapitalOptions options, CancellationToken cancellation)
    {
        var today = InsightDates.Today(time);
        return new CapitalCount(await ReadAsync(options, today, cancellation), options.Plane).ToReport(today);
    }

    /// <summary>The rounds behind a figure of the report: their parts add up to it.</summary>
    public async Task<CapitalRows> RowsAsync(CapitalOptions options, CapitalCell cell, CancellationToken cancellation)
    {
        var today = InsightDates.Today(time);
        var reading = await ReadAsync(options, today, cancellation);
        var parts = (cell.HasPlacement ? reading.Split(options.Plane).Where(part => part.Placement == cell.Placement) : reading.Whole())
            .Where(part => (cell.Measure is null || part.Round.Measure == cell.Measure)
                && (!cell.HasYear || part.Round.Year == cell.Year) && (!cell.HasStage || part.Round.Stage == cell.Stage))
            .OrderByDescending(part => part.Round.Date).ThenBy(part => part.Round.Id).ToList();
        var listed = parts.Take(MostRows).ToList();
        var items = (await rounds.OfIdsAsync([.. listed.Select(part => part.Round.Id)], cancellation)).ToDictionary(round => round.Id);
        return new CapitalRows(
            today, CapitalRule.Text, Sum(parts), parts.Count,
            [.. listed.Where(part => items.ContainsKey(part.Round.Id)).Select(part => new CapitalPart(items[part.Round.Id], part.Round.Measure, part.SharedBy, part.Cents / 100m))]);
    }

    private async Task<CapitalReading> ReadAsync(CapitalOptions options, DateOnly today, CancellationToken cancellation)
    {
        var read = await db.ReadAsync(
            options.Superseded ? "rounds, superseded ones too" : "rounds", () => RoundsOf(options),
            r => new { r.Id, r.CompanyId, r.Status, r.Instrument, r.Stage, r.AmountUsdMinor, Date = r.AnnouncedOn ?? r.ClosedOn ?? r.ReportedOn, Superseded = r.SupersededBy != null }, cancellation);
        var claims = await db.ReadAsync("claims of companies", () => db.Claims.Where(c => c.CompanyId != null), c => new { CompanyId = c.CompanyId!.Value, c.Plane, c.Placement, c.ValidTo }, cancellation);
        var reading = new CapitalReading();
        foreach (var r in read)
        {
            if (CapitalRule.MeasureOf(r.Status, r.Instrument, r.Superseded, options) is { } measure)
            {
                reading.Add(r.Id, r.CompanyId, measure, r.Stage, r.AmountUsdMinor, r.Date);
            }
        }

        foreach (var claim in claims.Where(c => InsightDates.Holds(c.ValidTo, today)))
        {
            reading.Add(claim.CompanyId, claim.Plane, claim.Placement);
        }

        return reading;
    }

    private IQueryable<FundingRound> RoundsOf(CapitalOptions options)
    {
        var counted = db.FundingRounds.Where(r => !r.Unspecified && r.Status != FundingStatus.Cancelled);
        return options.Superseded ? counted : counted.Where(r => r.SupersededBy == null);
    }

    private static CapitalSum Sum(IEnumerable<CapitalShare> parts)
    {
        var sum = new RunningSum();
        foreach (var part in parts)
        {
            sum.Add(part.Cents, part.SharedBy);
        }

        return sum.ToSum();
    }
}
