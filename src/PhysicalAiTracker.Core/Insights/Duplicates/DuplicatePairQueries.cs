using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Lists the records that are likely entered twice.</summary>
public sealed class DuplicatePairQueries(TrackerDbContext db, RecordNames names)
{
    /// <summary>Filters and orders of the list.</summary>
    public static ListDefinition<DuplicatePair, DuplicatePair> List { get; } = new(
        [
            Filters.Word<DuplicatePair, DuplicateState>("state", "Open, or judged to be different.", p => p.State),
            Filters.Word<DuplicatePair, DuplicateKind>("kind", "What the two are.", p => p.Kind),
        ],
        [new Sort<DuplicatePair, int>("score", "How likely they are one, 0 to 100.", p => p.Score)],
        "-score",
        p => p);

    public async Task<ListResult<DuplicateItem>> ListAsync(ListRequest request, CancellationToken cancellation)
    {
        var result = await List.ListAsync(db, request, cancellation);
        return new ListResult<DuplicateItem>(
            result.Page is { } page ? page.With(await ShowAsync(page.Items, cancellation)) : null, result.Problems);
    }

    public async Task<IReadOnlyDictionary<DuplicateState, int>> CountsAsync(CancellationToken cancellation) =>
        await db.DuplicatePairs.GroupBy(p => p.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);

    /// <summary>What a pair rests on, short.</summary>
    internal static string VersionOf(string points) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(points)).AsSpan(0, 8));

    private async Task<IReadOnlyList<DuplicateItem>> ShowAsync(IReadOnlyList<DuplicatePair> pairs, CancellationToken cancellation)
    {
        var ids = pairs.SelectMany(p => new[] { p.FirstId, p.SecondId }).Distinct().ToList();
        var named = await names.OfAsync([.. pairs.SelectMany(p => new[] { (KindOf(p), p.FirstId), (KindOf(p), p.SecondId) })], cancellation);
        var about = await AboutAsync(ids, cancellation);
        var judgements = await DuplicateJudgements.OfAsync(db, ids, cancellation);
        return
        [
            .. pairs.Select(p =>
            {
                var points = DuplicateJudgements.Read(p.Points);
                var (first, second) = (named[p.FirstId], named[p.SecondId]);
                var standing = judgements.InForce(p.FirstId, p.SecondId, points);
                var overtaken = standing is null && judgements.On(p.FirstId, p.SecondId) is [var newest, ..] ? newest : null;
                return new DuplicateItem(
                    p.Id, p.Kind, p.State, p.Score, VersionOf(p.Points), new DuplicateSide(first, about.GetValueOrDefault(p.FirstId, [])), new DuplicateSide(second, about.GetValueOrDefault(p.SecondId, [])),
                    [.. points.OrderByDescending(point => Math.Abs(point.Value))], ObstacleOf(p, first, second), Show(standing), Show(overtaken));
            }),
        ];
    }

    private static string? ObstacleOf(DuplicatePair pair, RecordName first, RecordName second) =>
        pair.Kind == DuplicateKind.Party && first.PartyKind is { } one && second.PartyKind is { } other && one != other
            ? $"“{first.Text}” is entered as {PartyMatcher.Called(one)}, “{second.Text}” as {PartyMatcher.Called(other)}: correct the kind of one of them before they can be merged."
            : null;

    private static DuplicateJudgementItem? Show(DuplicateJudgement? judgement) => judgement is null ? null : new DuplicateJudgementItem(judgement.By, judgement.At, judgement.Note);

    private static RecordKind KindOf(DuplicatePair pair) => pair.Kind == DuplicateKind.Party ? RecordKind.Party : RecordKind.FundingRound;

    private async Task<Dictionary<Guid, IReadOnlyList<string>>> AboutAsync(List<Guid> ids, CancellationToken cancellation)
    {
        var about = new Dictionary<Guid, IReadOnlyList<string>>();
        foreach (var p in await db.Parties.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Type, p.FoundedOn, p.Website, Aliases = p.Names.Where(n => n.Whole && n.Name != p.Name).OrderBy(n => n.Key).Select(n => n.Name).ToList() }).ToListAsync(cancellation))
        {
            about[p.Id] = Some(Prose.Of(p.Type), p.Aliases.Count > 0 ? "also " + string.Join(", ", p.Aliases) : null, p.FoundedOn is { } founded ? "founded " + founded.ToDisplay() : null, PartyFacts.HostOf(p.Website));
        }

        foreach (var r in await db.FundingRounds.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Stage, r.Status, r.AnnouncedOn, r.ClosedOn, r.ReportedOn }).ToListAsync(cancellation))
        {
            about[r.Id] = Some(
                r.Stage is { } stage ? Prose.Of(stage) : null, r.Status is { } status ? Prose.Of(status) : null, r.AnnouncedOn is { } announced ? "announced " + announced.ToDisplay() : null,
                r.ClosedOn is { } closed ? "closed " + closed.ToDisplay() : null, r.ReportedOn is { } reported ? "reported " + reported.ToDisplay() : null);
        }

        return about;
    }

    private static IReadOnlyList<string> Some(params string?[] texts) => [.. texts.OfType<string>()];
}
