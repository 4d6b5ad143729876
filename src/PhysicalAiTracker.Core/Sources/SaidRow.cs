using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.Plans;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>That an assertion speaks of a field of a record.</summary>
internal readonly record struct SaidRow(Guid Assertion, Guid Record, RecordKind Kind, Polarity Polarity, AssertionModality Modality, string Field, bool IsTold, bool Adopted);

/// <summary>Reads them for the records of a page, oldest first: several hundred rows, by a plan where there is one (docs/decisions/0049).</summary>
internal static class SaidRows
{
    public static async Task<IReadOnlyList<SaidRow>> ReadAsync(TrackerDbContext db, Guid[] records, CancellationToken cancellation)
    {
        if (db.Plans is { } plans && plans.Get(db, "said", () => Make(db)) is { } plan)
        {
            return [.. (await plan.ReadAsync(plans.Commands, [PlanIds.Written(db, records)], cancellation)).Select(row => row.Item)];
        }

        return await Of(db, records)
            .SelectMany(a => a.Values, (a, v) => new SaidRow(a.Id, a.RecordId, a.Record.Kind, a.Polarity, a.Modality, v.Field, v.Value != AssertedValue.NotTold, v.Adopted)).ToListAsync(cancellation);
    }

    private static IQueryable<Assertion> Of(TrackerDbContext db, Guid[] records) =>
        db.Assertions.AsNoTracking().Where(a => EF.Parameter(records).Contains(a.RecordId)).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id);

    private static ListPlan<SaidRow>? Make(TrackerDbContext db)
    {
        var standIn = PlanIds.StandIn();
        using var command = Of(db, standIn)
            .SelectMany(a => a.Values, (a, v) => new object?[] { a.Id, a.RecordId, a.Record.Kind, a.Polarity, a.Modality, v.Field, v.Value != AssertedValue.NotTold, v.Adopted }).CreateDbCommand();
        return PlanIds.ParameterOf(command, db, standIn) is { } ids ? new ListPlan<SaidRow>(command.CommandText, [ids], Read) : null;
    }

    private static KeyedRow<SaidRow> Read(DbDataReader row) => new(
        new SaidRow(
            row.GetGuid(0),
            row.GetGuid(1),
            Words.Parse<RecordKind>(row.GetString(2)),
            Words.Parse<Polarity>(row.GetString(3)),
            Words.Parse<AssertionModality>(row.GetString(4)),
            row.GetString(5),
            row.GetBoolean(6),
            row.GetBoolean(7)),
        []);
}

/// <summary>What assertions say of fields whose values nobody contests: a page has hundreds of them, and of each kind one is enough.</summary>
internal static class SaidValues
{
    private static readonly ConcurrentDictionary<(RecordKind Kind, string Field, bool IsTold, bool Adopted), SaidValue> Known = new();

    /// <param name="field">A field of the kind; one that it no longer has is its own label, and is not kept.</param>
    public static SaidValue Of(RecordKind kind, string field, bool isTold, bool adopted)
    {
        if (Known.TryGetValue((kind, field, isTold, adopted), out var known))
        {
            return known;
        }

        return RecordSchemas.Of(kind).Find(field) is { } found
            ? Known.GetOrAdd((kind, field, isTold, adopted), new SaidValue(field, found.Label, isTold, adopted, Contradiction: null))
            : new SaidValue(field, field, isTold, adopted, Contradiction: null);
    }
}
