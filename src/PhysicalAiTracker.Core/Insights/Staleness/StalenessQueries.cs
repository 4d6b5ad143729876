using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Search;
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
        "A fact is stale from the day on which its grade says so: the table's months after the first day that its newest evidence may mean. Evidence is a proved passage that affirms the shown "
        + "value; its day is the date as of which it says so, or else its source's publication, or else its entry. Rounds and deals that are closed, completed or cancelled are settled, claims "
        + "that ended and superseded rounds are past, and of a series of measurements only the newest can go stale. A claim's placement, a headcount and an open round are in doubt when the same "
        + "company announced a round, made a deal or had a milestone after the last day that any of its evidence may mean.";

    /// <summary>The fields that an event puts in doubt.</summary>
    private static readonly string[] Doubted = ["placement", "quantity", "status"];

    /// <param name="kinds">Only records of these; null means all.</param>
    public Task<StalenessReport> ReportAsync(IReadOnlyCollection<RecordKind>? kinds, CancellationToken cancellation) =>
        db.KeptAsync($"stale {(kinds is null ? "*" : string.Join(',', kinds.Order()))}", () => FindAsync(kinds, cancellation));

    private async Task<StalenessReport> FindAsync(IReadOnlyCollection<RecordKind>? kinds, CancellationToken cancellation)
    {
        var today = InsightDates.Today(time);
        var facts = await AgeingAsync(kinds, today, cancellation);
        var past = await PastAsync(today, cancellation);
        facts.RemoveAll(fact => past.Contains(fact.Record));
        var stale = facts.Where(fact => fact.StaleFrom <= today).OrderBy(fact => fact.StaleFrom).ThenBy(fact => fact.Record).ThenBy(fact => fact.Field, StringComparer.Ordinal).ToList();
        var doubtful = await DoubtfulAsync(facts, cancellation);
        var (listed, doubted) = (stale.Take(Most).ToList(), doubtful.Take(Most).ToList());
        var named = await names.OfAsync(
            [
                .. listed.Select(fact => (fact.Kind, fact.Record)),
                .. doubted.Select(fact => (fact.Fact.Kind, fact.Fact.Record)),
                .. doubted.SelectMany(fact => fact.Events.Select(happened => (happened.Kind, happened.Record))),
            ],
            cancellation);
        return new StalenessReport(
            today,
            Rule,
            ShelfLife.All,
            stale.Count,
            [.. listed.Where(fact => named.ContainsKey(fact.Record)).Select(fact => new StaleFact(named[fact.Record], fact.Field, fact.On, fact.StaleFrom))],
            doubtful.Count,
            [
                .. doubted.Where(fact => named.ContainsKey(fact.Fact.Record)).Select(fact => new DoubtfulFact(
                    named[fact.Fact.Record], fact.Fact.Field, fact.Fact.On, [.. fact.Events.Select(happened => new DoubtEvent(named[happened.Record], happened.On))])),
            ]);
    }

    /// <summary>The facts that age, as their grades have it: those that are stale and those that an event may put in doubt.</summary>
    private async Task<List<Fact>> AgeingAsync(IReadOnlyCollection<RecordKind>? kinds, DateOnly today, CancellationToken cancellation)
    {
        var ageing = db.Grades.Where(g => g.Field != FieldGrade.Whole && g.StaleFrom != null && (g.StaleFrom <= today || Doubted.Contains(g.Field)));
        var rows = db.Assertions.AsNoTracking()
            .Where(a => a.Polarity == Polarity.Affirms && (a.Passage.State == PassageState.Intact || a.Passage.State == PassageState.NotCaptured) && (kinds == null || kinds.Contains(a.Record.Kind)))
            .SelectMany(a => a.Values.Where(v => v.Adopted), (a, v) => new { a.RecordId, a.Record.Kind, v.Field, a.AsOf, a.Source.PublishedOn, a.CreatedAt })
            .Join(ageing, said => new { said.RecordId, said.Field }, grade => new { grade.RecordId, grade.Field }, (said, grade) => new { said, StaleFrom = grade.StaleFrom!.Value });
        var facts = new Dictionary<(Guid, string), Fact>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var on = row.said.AsOf ?? row.said.PublishedOn ?? PartialDate.Of(DateOnly.FromDateTime(row.said.CreatedAt));
            var known = facts.GetValueOrDefault((row.said.RecordId, row.said.Field)) ?? new Fact(row.said.RecordId, row.said.Kind, row.said.Field, on, on.Latest, row.StaleFrom);
            facts[(row.said.RecordId, row.said.Field)] = known with { On = known.On < on ? on : known.On, Latest = known.Latest < on.Latest ? on.Latest : known.Latest };
        }

        return [.. facts.Values];
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
                    where Doubted.Contains(fact.Field) && owners.ContainsKey(fact.Record)
                    let after = events[owners[fact.Record]].Where(happened => happened.Record != fact.Record && happened.On.Earliest > fact.Latest)
                        .OrderByDescending(happened => happened.On).ThenBy(happened => happened.Record).Take(MostEvents).ToList()
                    where after.Count > 0
                    orderby after[0].On descending, fact.Record
                    select (fact, after);
        return [.. found];
    }

    /// <param name="On">The newest evidence, by the first day that it may mean.</param>
    /// <param name="Latest">The last day that any evidence may mean.</param>
    private sealed record Fact(Guid Record, RecordKind Kind, string Field, PartialDate On, DateOnly Latest, DateOnly StaleFrom);
}
