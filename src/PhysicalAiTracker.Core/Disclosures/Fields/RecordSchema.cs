using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>What one kind of record consists of, for whoever does not know its type.</summary>
public abstract class RecordSchema(RecordKind kind)
{
    public RecordKind Kind { get; } = kind;

    public abstract IReadOnlyList<Field> Fields { get; }

    public Field? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public abstract Record Create();

    /// <summary>The tracked record with all its parts, or null.</summary>
    public abstract Task<Record?> LoadAsync(TrackerDbContext db, Guid id, CancellationToken cancellation);

    /// <summary>Puts the grade that some records have in common to where lists look for it.</summary>
    internal abstract Task StoreGradeAsync(
        TrackerDbContext db, IReadOnlyCollection<Guid> records, Grade fresh, Grade stale, DateOnly? staleFrom, CancellationToken cancellation);

    /// <summary>All fields that have a value, as canonical JSON.</summary>
    public abstract JsonObject Show(Record record);

    /// <summary>One field's value as canonical JSON.</summary>
    public abstract JsonNode? Show(Record record, string field);

    /// <summary>Sets one field from JSON, or reports why not.</summary>
    public abstract void Read(Record record, string field, JsonNode? node, string pointer, ReadContext context);
}

/// <inheritdoc/>
internal sealed class RecordSchema<T>(RecordKind kind, Func<IQueryable<T>, IQueryable<T>> parts, Action<FieldSetBuilder<T>> define) : RecordSchema(kind)
    where T : Record, new()
{
    private readonly FieldSet<T> _fields = new(define);

    public override IReadOnlyList<Field> Fields => _fields.All;

    public override Record Create() => new T();

    public override async Task<Record?> LoadAsync(TrackerDbContext db, Guid id, CancellationToken cancellation) =>
        await parts(db.Set<T>()).AsTracking().FirstOrDefaultAsync(record => record.Id == id, cancellation);

    internal override Task StoreGradeAsync(
        TrackerDbContext db, IReadOnlyCollection<Guid> records, Grade fresh, Grade stale, DateOnly? staleFrom, CancellationToken cancellation) =>
        db.Set<T>().Where(r => records.Contains(r.Id) && (r.GradeKey != (int)fresh || r.StaleGradeKey != (int)stale || r.StaleFrom != staleFrom))
            .ExecuteUpdateAsync(
                row => row.SetProperty(r => r.GradeKey, (int)fresh).SetProperty(r => r.StaleGradeKey, (int)stale).SetProperty(r => r.StaleFrom, staleFrom), cancellation);

    public override JsonObject Show(Record record) => _fields.Show((T)record);

    public override JsonNode? Show(Record record, string field) => _fields.Find(field)?.Show((T)record);

    public override void Read(Record record, string field, JsonNode? node, string pointer, ReadContext context) =>
        _fields.Find(field)!.Read((T)record, node, pointer, context);
}

/// <summary>The eight schemas.</summary>
public static class RecordSchemas
{
    public static IReadOnlyList<RecordSchema> All { get; } =
    [
        Parties.PartyChanges.Schema,
        Funding.FundingRoundChanges.Schema,
        Deals.DealChanges.Schema,
        Affiliations.AffiliationChanges.Schema,
        Architecture.ArchitectureClaimChanges.Schema,
        Observations.ObservationChanges.Schema,
        Milestones.MilestoneChanges.Schema,
        Questions.QuestionChanges.Schema,
    ];

    public static RecordSchema Of(RecordKind kind) => All[(int)kind];
}
