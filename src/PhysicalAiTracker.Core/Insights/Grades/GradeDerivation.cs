using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>Computes the grades of records from their evidence and stores what differs from before.</summary>
internal sealed class GradeDerivation(TrackerDbContext db)
{
    /// <summary>So many records at a time: their ids are parameters of a statement.</summary>
    private const int Batch = 200;

    /// <param name="arrivals">Those of the records that are new and need not be read.</param>
    /// <param name="onSides">Every record that may be on a side of a contradiction.</param>
    public async Task DeriveAsync(IReadOnlyCollection<Guid> records, Arrivals arrivals, IReadOnlyCollection<Guid> onSides, CancellationToken cancellation)
    {
        var origins = await Origins.LoadAsync(db, cancellation);
        var (arrived, known) = arrivals.Split(records);
        foreach (var ids in known.Chunk(Batch))
        {
            var states = await LoadRecordsAsync(ids, cancellation);
            var rows = await GradeAsync(states, await EvidenceRows.LoadAsync(db, ids, origins, cancellation), await LoadContestedAsync(ids, cancellation), cancellation);
            await StoreAsync(ids, rows, cancellation);
            await StoreAsync(states, rows, cancellation);
        }

        if (arrived.Count > 0)
        {
            List<Guid> sides = [.. onSides.Where(arrivals.Have)];
            List<(Guid Id, RecordKind Kind, JsonObject State)> states = [.. arrived.Select(a => (a.Record.Id, a.Record.Kind, a.State))];
            var rows = await GradeAsync(states, await EvidenceRows.OfAsync(db, arrived, origins, cancellation), sides.Count == 0 ? [] : await LoadContestedAsync(sides, cancellation), cancellation);
            await NewRows.WriteAsync(db, rows, cancellation);
            await StoreAsync(states, rows, cancellation);
        }
    }

    /// <summary>The grades of one record's fields, and of the record as a whole last.</summary>
    /// <param name="state">Its fields as canonical JSON.</param>
    /// <param name="isAdopted">Whether a passage affirms what a field shows.</param>
    /// <param name="evidence">What speaks for and against a field.</param>
    /// <param name="contested">Whether a field stands in an open contradiction.</param>
    /// <param name="known">Of the records before.</param>
    internal static List<FieldGrade> RowsOf(
        Guid id, RecordKind kind, JsonObject state, Func<string, bool> isAdopted, Func<string, IReadOnlyCollection<GradeEvidence>> evidence, Func<string, bool> contested, KnownOutcomes known)
    {
        var fields = new List<(string Field, GradeOutcome Outcome, int? Months)>();
        foreach (var field in RecordSchemas.Of(kind).Fields.Where(f => !f.IsEditorial))
        {
            if (state.ContainsKey(field.Name) || isAdopted(field.Name))
            {
                var months = ShelfLife.Of(kind, field.Name, name => state[name] is JsonValue value && value.TryGetValue<string>(out var word) ? word : null)?.Months;
                fields.Add((field.Name, known.Of(evidence(field.Name), contested(field.Name), months), months));
            }
        }

        return [.. fields.Select(f => Row(id, f.Field, f.Outcome, known.TraceOf(f.Outcome, f.Months))), Whole(id, kind, fields, known)];
    }

    private static FieldGrade Row(Guid record, string field, GradeOutcome outcome, string trace) => new()
    {
        RecordId = record,
        Field = field,
        Fresh = outcome.Fresh,
        Stale = outcome.Stale,
        StaleFrom = outcome.StaleFrom,
        EvidenceOn = outcome.EvidenceOn,
        Trace = trace,
    };

    /// <summary>
    /// The lowest of the main fields, on every day. A field falls by one step at most, so their minimum does too: on the first day
    /// on which one of them falls below what was the lowest before.
    /// </summary>
    private static FieldGrade Whole(Guid record, RecordKind kind, List<(string Field, GradeOutcome Outcome, int? Months)> fields, KnownOutcomes known)
    {
        var main = MainFields.Of(kind);
        var graded = fields.Where(f => main.Contains(f.Field)).OrderBy(f => main.ToList().IndexOf(f.Field)).ToList();
        graded = graded.Count > 0 ? graded : [.. fields.OrderBy(f => f.Field, StringComparer.Ordinal)];
        if (graded.Count == 0)
        {
            var none = GradeRule.Of([], contradicted: false, shelfLife: null);
            return Row(record, FieldGrade.Whole, none, known.TraceOf(none, null));
        }

        var fresh = graded.Min(f => f.Outcome.Fresh);
        var falls = graded.Where(f => f.Outcome.Stale < fresh && f.Outcome.StaleFrom is not null).OrderBy(f => f.Outcome.StaleFrom).ToList();
        // Where age lowers the record, the field that ages first is the one to look at.
        var weakest = falls.Count > 0 ? falls[0] : graded.First(f => f.Outcome.Fresh == fresh);
        return Row(record, FieldGrade.Whole, weakest.Outcome, known.TraceOf(weakest.Outcome, weakest.Months, weakest.Field));
    }

    /// <summary>What stands open between values of these records.</summary>
    private async Task<HashSet<(Guid Record, string Field)>> LoadContestedAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation) =>
        (await ContradictionQueries.ContestedAsync(db, records, cancellation)).Keys.ToHashSet();

    private async Task<List<FieldGrade>> GradeAsync(
        List<(Guid Id, RecordKind Kind, JsonObject State)> records, EvidenceRows evidence, HashSet<(Guid Record, string Field)> contested, CancellationToken cancellation)
    {
        var interests = await Interests.LoadAsync(db, evidence.Claimants, cancellation);
        var rows = new List<FieldGrade>();
        var before = new KnownOutcomes();
        foreach (var (id, kind, state) in records)
        {
            var subjects = Interests.SubjectsOf(kind, id, state);
            rows.AddRange(RowsOf(
                id, kind, state, field => evidence.IsAdopted(id, field), field => evidence.Of(id, field, who => interests.Of(who, subjects)), field => contested.Contains((id, field)), before));
        }

        return rows;
    }

    /// <summary>The grades of whole records, where lists look for them.</summary>
    private async Task StoreAsync(List<(Guid Id, RecordKind Kind, JsonObject State)> records, List<FieldGrade> rows, CancellationToken cancellation)
    {
        foreach (var same in records.Join(rows.Where(r => r.Field == FieldGrade.Whole), r => r.Id, r => r.RecordId, (record, row) => (record, row))
            .GroupBy(pair => (pair.record.Kind, pair.row.Fresh, pair.row.Stale, pair.row.StaleFrom)))
        {
            var (kind, fresh, stale, from) = same.Key;
            await RecordSchemas.Of(kind).StoreGradeAsync(db, [.. same.Select(pair => pair.record.Id)], fresh, stale, from, cancellation);
        }
    }

    /// <summary>The live records among the ids, with their fields as the latest revision has them.</summary>
    private async Task<List<(Guid Id, RecordKind Kind, JsonObject State)>> LoadRecordsAsync(Guid[] ids, CancellationToken cancellation)
    {
        var latest = await db.Revisions.AsNoTracking()
            .Where(r => ids.Contains(r.RecordId) && !db.Revisions.Any(later => later.RecordId == r.RecordId && later.Version > r.Version))
            .Select(r => new { r.RecordId, r.Record.Kind, r.State }).ToListAsync(cancellation);
        return [.. latest.Where(r => r.State is not null).OrderBy(r => r.RecordId).Select(r => (r.RecordId, r.Kind, JsonNode.Parse(r.State!)!.AsObject()))];
    }

    private async Task StoreAsync(Guid[] ids, List<FieldGrade> rows, CancellationToken cancellation)
    {
        var stored = await db.Grades.AsTracking().Where(g => ids.Contains(g.RecordId)).ToDictionaryAsync(g => (g.RecordId, g.Field), cancellation);
        var added = new List<FieldGrade>();
        foreach (var row in rows)
        {
            if (stored.Remove((row.RecordId, row.Field), out var old))
            {
                db.Entry(old).CurrentValues.SetValues(row);
            }
            else
            {
                added.Add(row);
            }
        }

        db.Grades.RemoveRange(stored.Values);
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellation);
        }

        await NewRows.WriteAsync(db, added, cancellation);
    }
}
