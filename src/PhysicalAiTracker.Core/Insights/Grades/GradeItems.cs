using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>The grade of one shown value, with how it came about.</summary>
/// <param name="Field">The record's field.</param>
/// <param name="Trace">In words: "2 origins: Observer, company filing; no contradiction; 3 weeks old".</param>
/// <param name="AsOf">The newest day that a passage speaks of; null where none does.</param>
/// <param name="StaleFrom">The day on which age lowers it, or lowered it; null for never.</param>
/// <param name="Origins">What each origin weighs, heaviest first.</param>
public sealed record GradeItem(string Field, Grade Grade, string Trace, DateOnly? AsOf, DateOnly? StaleFrom, IReadOnlyList<OriginWeight> Origins);

/// <summary>All grades of a record.</summary>
/// <param name="Whole">Its own; null where nothing was derived yet.</param>
public sealed record RecordGrades(GradeItem? Whole, IReadOnlyList<GradeItem> Fields)
{
    public static RecordGrades None { get; } = new(null, []);

    public GradeItem? Of(string field) => Fields.FirstOrDefault(grade => grade.Field == field);
}

/// <summary>Reads grades as they are today.</summary>
internal static class GradeItems
{
    /// <summary>Puts to each item the grade of the record.</summary>
    public static async Task AddToAsync(TrackerDbContext db, IEnumerable<RecordItem> items, CancellationToken cancellation)
    {
        var records = items.ToList();
        if (records.Count == 0)
        {
            return;
        }

        var ids = records.Select(item => item.Id).ToList();
        var grades = await db.Grades.AsNoTracking().Where(g => ids.Contains(g.RecordId) && g.Field == FieldGrade.Whole)
            .Select(g => new { g.RecordId, g.Fresh, g.Stale, g.StaleFrom }).ToDictionaryAsync(g => g.RecordId, cancellation);
        var today = db.Today;
        foreach (var item in records)
        {
            item.Grade = grades.TryGetValue(item.Id, out var grade) ? grade.StaleFrom <= today ? grade.Stale : grade.Fresh : Grade.Unsupported;
        }
    }

    /// <summary>The grades of records and all their fields.</summary>
    public static async Task<IReadOnlyDictionary<Guid, RecordGrades>> OfAsync(TrackerDbContext db, IReadOnlyCollection<Guid> records, CancellationToken cancellation)
    {
        var rows = await db.Grades.AsNoTracking().Where(g => records.Contains(g.RecordId))
            .Join(db.Records, g => g.RecordId, r => r.Id, (g, r) => new { Grade = g, r.Kind }).ToListAsync(cancellation);
        var today = db.Today;
        return rows.GroupBy(row => (row.Grade.RecordId, row.Kind)).ToDictionary(group => group.Key.RecordId, group => Of(group.Key.Kind, [.. group.Select(row => row.Grade)], today));
    }

    private static RecordGrades Of(RecordKind kind, IReadOnlyList<FieldGrade> rows, DateOnly today)
    {
        var fields = RecordSchemas.Of(kind).Fields;
        var whole = rows.FirstOrDefault(row => row.Field == FieldGrade.Whole);
        return new RecordGrades(
            whole is null ? null : Of(whole),
            [.. fields.Select(field => rows.FirstOrDefault(row => row.Field == field.Name)).OfType<FieldGrade>().Select(Of)]);

        GradeItem Of(FieldGrade row)
        {
            var trace = GradeTrace.Parse(row.Trace);
            return new GradeItem(
                row.Field, row.StaleFrom <= today ? row.Stale : row.Fresh, trace.InWords(row.EvidenceOn, row.StaleFrom, today, Label), row.EvidenceOn, row.StaleFrom, trace.Origins);
        }

        string Label(string name) => fields.FirstOrDefault(field => field.Name == name)?.Label.ToLowerInvariant() ?? name;
    }
}
