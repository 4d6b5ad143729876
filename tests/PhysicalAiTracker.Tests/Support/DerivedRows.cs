using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Sources.Likeness;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>All that is derived and stored, to compare what changes derived with what a rebuild derives.</summary>
public static class DerivedRows
{
    /// <summary>One line a row, sorted.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(TrackerDbContext db)
    {
        var rows = new List<string>();
        rows.AddRange((await db.Grades.AsNoTracking().ToListAsync()).Select(g => $"grade {g.RecordId} {g.Field} {g.Fresh} {g.Stale} {g.StaleFrom} {g.EvidenceOn} {g.Trace}"));
        rows.AddRange(await KeysAsync(db.Parties));
        rows.AddRange(await KeysAsync(db.FundingRounds));
        rows.AddRange(await KeysAsync(db.Deals));
        rows.AddRange(await KeysAsync(db.Affiliations));
        rows.AddRange(await KeysAsync(db.Claims));
        rows.AddRange(await KeysAsync(db.Observations));
        rows.AddRange(await KeysAsync(db.Milestones));
        rows.AddRange(await KeysAsync(db.Questions));
        rows.AddRange((await db.Contradictions.AsNoTracking().ToListAsync()).Select(c =>
            $"contradiction {c.Id} {c.Subject} {c.Kind} {c.OwnerId} {c.PartyId} {c.RecordId} {c.Field} {c.Topic} {c.State} {c.Explanation} {c.SeenOn} {c.UpdatedAt:O} {c.Fingerprint}"));
        rows.AddRange((await db.Set<ContradictionSide>().AsNoTracking().ToListAsync()).Select(s => $"side {s.ContradictionId} {s.Number} {s.Kind} {s.Field} {s.Value} {s.Label} {s.Denied}"));
        rows.AddRange((await db.Set<ContradictionStatement>().AsNoTracking().ToListAsync()).Select(s => $"statement {s.ContradictionId} {s.Side} {s.AssertionId} {s.RecordId} {s.Field}"));
        rows.AddRange((await db.Set<ContradictionComparison>().AsNoTracking().ToListAsync()).Select(c => $"comparison {c.ContradictionId} {c.Left} {c.Right} {c.Explanation} {c.Text}"));
        rows.AddRange((await db.SourceLikenesses.AsNoTracking().ToListAsync()).Select(l => $"likeness {l.FirstId} {l.SecondId} {l.State} {l.Jaccard} {l.Containment}"));
        rows.AddRange((await db.SnapshotHashes.AsNoTracking().ToListAsync()).Select(h => $"hash {h.SnapshotId} {h.Hash}"));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static async Task<IEnumerable<string>> KeysAsync<T>(IQueryable<T> records)
        where T : Core.History.Record =>
        (await records.AsNoTracking().ToListAsync()).Select(r => $"{r.Kind} {r.Id} {r.GradeKey} {r.StaleGradeKey} {r.StaleFrom}");
}
