using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Knows which judgements hold for a pair, over any number of merges.</summary>
internal sealed class DuplicateJudgements
{
    private readonly ILookup<(Guid, Guid), DuplicateJudgement> _standing;
    private readonly ILookup<(Guid, Guid), int> _numbers;

    private DuplicateJudgements(List<DuplicateJudgement> all, Dictionary<Guid, Guid> now)
    {
        _numbers = all.ToLookup(j => (j.FirstId, j.SecondId), j => j.Number);
        _standing = all.GroupBy(j => (j.FirstId, j.SecondId)).Select(group => group.MaxBy(j => j.Number)!)
            .Where(j => j.Verdict == DuplicateVerdict.Different)
            .OrderByDescending(j => j.At).ThenBy(j => j.Id)
            .ToLookup(j => PairOf(now[j.FirstId], now[j.SecondId]));
    }

    /// <summary>Judgements on these records and on those merged into them.</summary>
    public static async Task<DuplicateJudgements> OfAsync(TrackerDbContext db, IReadOnlyCollection<Guid> records, CancellationToken cancellation)
    {
        var now = records.Distinct().ToDictionary(id => id);
        var level = now.Keys.ToList();
        while (level.Count > 0)
        {
            var merged = await db.Tombstones.AsNoTracking().Where(t => t.MergedIntoId != null && level.Contains(t.MergedIntoId.Value))
                .Select(t => new { t.Id, Into = t.MergedIntoId!.Value }).ToListAsync(cancellation);
            merged.ForEach(tombstone => now[tombstone.Id] = now[tombstone.Into]);
            level = merged.ConvertAll(tombstone => tombstone.Id);
        }

        var ids = now.Keys.ToList();
        var rows = await db.DuplicateJudgements.AsNoTracking().Where(j => ids.Contains(j.FirstId) && ids.Contains(j.SecondId)).ToListAsync(cancellation);
        return new DuplicateJudgements(rows, now);
    }

    /// <summary>Those not taken back, newest first.</summary>
    public IReadOnlyList<DuplicateJudgement> On(Guid one, Guid other) => [.. _standing[PairOf(one, other)]];

    /// <summary>The number of the next judgement on exactly these records, whatever they were merged into.</summary>
    public int NextNumber(Guid first, Guid second) => _numbers[(first, second)].DefaultIfEmpty().Max() + 1;

    /// <summary>
    /// The judgement that holds for a pair as it is now: one made when everything that now speaks for the pair spoke at least as strongly.
    /// A new or a stronger reason brings the pair back; that a reason went, or that one source more names both, does not.
    /// </summary>
    public DuplicateJudgement? InForce(Guid one, Guid other, IReadOnlyList<Point> points) => On(one, other).FirstOrDefault(judgement => Covers(Read(judgement.Points), points));

    public static (Guid First, Guid Second) PairOf(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    public static IReadOnlyList<Point> Read(string points) => JsonSerializer.Deserialize<IReadOnlyList<Point>>(points) ?? [];

    public static string Write(IReadOnlyList<Point> points) => JsonSerializer.Serialize(points);

    private static bool Covers(IReadOnlyList<Point> judged, IReadOnlyList<Point> now) =>
        now.Where(point => point.IsMaterial).All(point => judged.Any(then => then.Rule == point.Rule && then.Value >= point.Value));
}
