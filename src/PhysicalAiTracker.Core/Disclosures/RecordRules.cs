using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Rules that a record keeps towards the others: unique slugs, chains of superseded rounds.</summary>
internal sealed class RecordRules(TrackerDbContext db, ReadContext context, IReadOnlyList<PendingChange> changes, CancellationToken cancellation)
{
    /// <summary>Slugs are parameters of a statement: so many at a time.</summary>
    private const int Batch = 500;

    private readonly HashSet<string> _free = new(StringComparer.Ordinal);

    /// <summary>Looks up at once which slugs of new parties nobody has or had.</summary>
    public async Task LoadAsync()
    {
        foreach (var slugs in changes.Where(change => change.IsNew).Select(change => change.Record).OfType<Party>().Select(party => party.Slug).Where(slug => slug.Length > 0).Distinct().Chunk(Batch))
        {
            var taken = await db.Parties.Where(p => slugs.Contains(p.Slug)).Select(p => p.Slug)
                .Union(db.FormerSlugs.Where(s => s.Kind == RecordKind.Party && slugs.Contains(s.Slug)).Select(s => s.Slug)).ToListAsync(cancellation);
            _free.UnionWith(slugs.Except(taken));
        }
    }

    public async Task CheckAsync(PendingChange change)
    {
        foreach (var (field, problem) in change.Record.Check())
        {
            Report(change, field, problem);
        }

        switch (change.Record)
        {
            case Party party:
                await CheckSlugAsync(change, RecordKind.Party, party.Slug, db.Parties.Where(p => p.Slug == party.Slug && p.Id != party.Id));
                break;
            case Question question:
                await CheckSlugAsync(change, RecordKind.Question, question.Slug, db.Questions.Where(q => q.Slug == question.Slug && q.Id != question.Id));
                break;
            case FundingRound { SupersedesId: not null } round when change.Changed.Contains("supersedes"):
                await CheckChainAsync(change, round);
                break;
        }
    }

    private void Report(PendingChange change, string field, string problem) =>
        context.Report(Pointers.Append(Pointers.Append(change.Pointer, "set"), field), problem);

    private async Task CheckSlugAsync<T>(PendingChange change, RecordKind kind, string slug, IQueryable<T> others)
        where T : Record
    {
        var taken = slug.Length == 0
            || (!(kind == RecordKind.Party && _free.Contains(slug))
                && (await others.AnyAsync(cancellation) || await db.FormerSlugs.AnyAsync(s => s.Kind == kind && s.Slug == slug && s.RecordId != change.Record.Id, cancellation)))
            || changes.Any(other => other != change && other.Schema.Kind == kind && SlugOf(other.Record) == slug);
        if (taken && !context.Problems.Any(p => p.Pointer.StartsWith(change.Pointer + "/", StringComparison.Ordinal)))
        {
            Report(change, "slug", slug.Length == 0 ? "cannot be made from the name: give one" : $"“{slug}” is or was another record's");
        }
    }

    public static string? SlugOf(Record record) => record switch
    {
        Party party => party.Slug,
        Question question => question.Slug,
        _ => null,
    };

    private async Task CheckChainAsync(PendingChange change, FundingRound round)
    {
        var target = round.SupersedesId!.Value;
        if (await FindAsync(target) is { } superseded && superseded.CompanyId != round.CompanyId)
        {
            Report(change, "supersedes", "is a round of another company");
        }

        if (await db.FundingRounds.AnyAsync(r => r.SupersedesId == target && r.Id != round.Id, cancellation)
            || changes.Any(other => other != change && other.Record is FundingRound rival && rival.SupersedesId == target))
        {
            Report(change, "supersedes", "is superseded by another round already: supersede that one");
        }

        var seen = new HashSet<Guid> { round.Id };
        for (Guid? next = target; next is { } id; next = (await FindAsync(id))?.SupersedesId)
        {
            if (!seen.Add(id))
            {
                Report(change, "supersedes", "closes a circle of rounds that supersede each other");
                return;
            }
        }
    }

    private async Task<FundingRound?> FindAsync(Guid id) =>
        changes.Select(change => change.Record).OfType<FundingRound>().FirstOrDefault(round => round.Id == id)
        ?? await db.FundingRounds.AsNoTracking().FirstOrDefaultAsync(round => round.Id == id, cancellation);
}
