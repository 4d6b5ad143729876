using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Staleness;

/// <summary>Finds what has not been confirmed for too long, and what later events put in doubt.</summary>
public sealed class StalenessQueries(TrackerDbContext db, RecordNames names, TimeProvider time)
{
    /// <summary>No answer lists more of either.</summary>
    public const int Most = 200;
    public const int MostEvents = 5;

    public const string Rule =
        "A shown value is confirmed as of the latest date that a passage affirming it gives; where none does, as of its source's publication, or else of its entry. It is "
        + "stale when that is longer ago than the table allows for its kind. Rounds and deals that are closed, completed or cancelled are settled, claims that ended are past, and of a series of "
        + "measurements only the newest can go stale. A claim's placement, a headcount and an open round are in doubt when the same company announced a round, made a deal or had a milestone "
        + "after they were last confirmed.";

    private static readonly string[] Settled = ["\"closed\"", "\"completed\"", "\"cancelled\""];

    /// <param name="kinds">Only records of these; null means all.</param>
    public async Task<StalenessReport> ReportAsync(IReadOnlyCollection<RecordKind>? kinds, CancellationToken cancellation)
    {
        var today = InsightDates.Today(time);
        var facts = await ConfirmedAsync(kinds, cancellation);
        var past = await PastAsync(today, cancellation);
        facts.RemoveAll(fact => past.Contains(fact.Record));
        var stale = facts.Select(fact => (Fact: fact, From: ShelfLives.StaleFrom(fact.Kind, fact.Field, fact.On)))
            .Where(fact => fact.From <= today).OrderBy(fact => fact.From).ThenBy(fact => fact.Fact.Record).ToList();
        var doubtful = await DoubtfulAsync(facts, cancellation);
        var (listed, doubted) = (stale.Take(Most).ToList(), doubtful.Take(Most).ToList());
        var named = await names.OfAsync(
            [
                .. listed.Select(fact => (fact.Fact.Kind, fact.Fact.Record)),
                .. doubted.Select(fact => (fact.Fact.Kind, fact.Fact.Record)),
                .. doubted.SelectMany(fact => fact.Events.Select(happened => (happened.Kind, happened.Record))),
            ],
            cancellation);
        return new StalenessReport(
            today,
            Rule,
            ShelfLives.All,
            stale.Count,
            [.. listed.Where(fact => named.ContainsKey(fact.Fact.Record)).Select(fact => new StaleFact(named[fact.Fact.Record], fact.Fact.Field, fact.Fact.On, fact.From!.Value))],
            doubtful.Count,
            [
                .. doubted.Where(fact => named.ContainsKey(fact.Fact.Record)).Select(fact => new DoubtfulFact(
                    named[fact.Fact.Record], fact.Fact.Field, fact.Fact.On, [.. fact.Events.Select(happened => new DoubtEvent(named[happened.Record], happened.On))])),
            ]);
    }

    /// <summary>The fields with a shelf life, each with the latest date as of which it is confirmed.</summary>
    private async Task<List<Fact>> ConfirmedAsync(IReadOnlyCollection<RecordKind>? kinds, CancellationToken cancellation)
    {
        var fields = ShelfLives.All.Select(life => life.Field).Distinct().ToArray();
        var rows = db.Assertions.AsNoTracking().Where(a => a.Polarity == Polarity.Affirms && (kinds == null || kinds.Contains(a.Record.Kind)))
            .SelectMany(a => a.Values.Where(v => v.Adopted && fields.Contains(v.Field)), (a, v) => new { a.RecordId, a.Record.Kind, v.Field, v.Value, a.AsOf, a.Source.PublishedOn, a.CreatedAt })
            .AsAsyncEnumerable();
        var latest = new Dictionary<(Guid, string), Fact>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            var on = row.AsOf ?? row.PublishedOn ?? PartialDate.Of(DateOnly.FromDateTime(row.CreatedAt));
            var settled = row.Field == "status" && Settled.Contains(row.Value);
            if (!settled && ShelfLives.StaleFrom(row.Kind, row.Field, on) is not null
                && (!latest.TryGetValue((row.RecordId, row.Field), out var known) || known.On.Latest < on.Latest))
            {
                latest[(row.RecordId, row.Field)] = new Fact(row.RecordId, row.Kind, row.Field, on);
            }
        }

        return [.. latest.Values];
    }

    /// <summary>Records that tell of what is over: claims that ended, superseded rounds, measurements with a newer one.</summary>
    private async Task<HashSet<Guid>> PastAsync(DateOnly today, CancellationToken cancellation)
    {
        var ended = await db.Claims.AsNoTracking().Where(c => c.ValidTo != null).Select(c => new { c.Id, c.ValidTo }).ToListAsync(cancellation);
        var superseded = await db.FundingRounds.AsNoTracking().Where(r => r.SupersededBy != null).Select(r => r.Id).ToListAsync(cancellation);
        var older = await db.Observations.AsNoTracking()
            .Where(o => db.Observations.Any(n => n.PartyId == o.PartyId && n.Subject == o.Subject && n.Metric == o.Metric && n.AsOfFrom > o.AsOfFrom))
            .Select(o => o.Id).ToListAsync(cancellation);
        return [.. ended.Where(claim => !InsightDates.Holds(claim.ValidTo, today)).Select(claim => claim.Id), .. superseded, .. older];
    }

    private async Task<List<(Fact Fact, List<Happened> Events)>> DoubtfulAsync(List<Fact> facts, CancellationToken cancellation)
    {
        var owners = (await db.Claims.AsNoTracking().Where(c => c.CompanyId != null).Select(c => new { c.Id, Company = c.CompanyId!.Value })
            .Concat(db.FundingRounds.AsNoTracking().Where(r => !r.Unspecified).Select(r => new { r.Id, Company = r.CompanyId }))
            .Concat(db.Observations.AsNoTracking().Where(o => o.PartyId != null && o.Metric == Observations.Metric.Headcount).Select(o => new { o.Id, Company = o.PartyId!.Value }))
            .ToListAsync(cancellation)).ToDictionary(owner => owner.Id, owner => owner.Company);
        var events = await DoubtEvents.LoadAsync(db, cancellation);
        var found = from fact in facts
                    where fact.Field is "placement" or "quantity" or "status" && owners.ContainsKey(fact.Record)
                    let after = events[owners[fact.Record]].Where(happened => happened.Record != fact.Record && happened.On.Earliest > fact.On.Latest)
                        .OrderByDescending(happened => happened.On).ThenBy(happened => happened.Record).Take(MostEvents).ToList()
                    where after.Count > 0
                    orderby after[0].On descending, fact.Record
                    select (fact, after);
        return [.. found];
    }

    private sealed record Fact(Guid Record, RecordKind Kind, string Field, PartialDate On);
}
