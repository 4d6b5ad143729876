using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Insights.Grades;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>Finds what a draft would do beyond its own records. Nothing is estimated: the draft is applied, looked at and taken back.</summary>
public sealed class CheckQueries(TrackerDbContext db, DraftCommands drafts, DuplicateQueries duplicates, ContradictionQueries contradictions, RecordNames names)
{
    /// <param name="typed">Tidy, see <see cref="TidyText.Tidy"/>. Suggestions count as if they were confirmed.</param>
    public async Task<DraftCheck> OfAsync(JsonObject typed, Drafter who, CancellationToken cancellation)
    {
        var likely = await duplicates.OfDraftAsync(typed, cancellation);
        var after = Derived.Nothing;
        var outcome = await drafts.PreviewAsync(typed, who, async seen => after = await ReadAsync(seen.Derived, cancellation), cancellation);
        var before = outcome.Accepted ? await ReadAsync(outcome.Derived, cancellation) : Derived.Nothing;
        return new DraftCheck(outcome, likely, [.. ContradictionsOf(before, after)], [.. GradesOf(before, after)]);
    }

    private static IEnumerable<ContradictionChange> ContradictionsOf(Derived before, Derived after) =>
        from id in before.Contradictions.Keys.Union(after.Contradictions.Keys)
        let was = before.Contradictions.GetValueOrDefault(id)
        let becomes = after.Contradictions.GetValueOrDefault(id)
        where was?.State != becomes?.State
        let change = new ContradictionChange((becomes ?? was)!, was?.State, becomes?.State)
        orderby !change.Opens, !change.Settles, change.Contradiction.Title
        select change;

    private static IEnumerable<GradeChange> GradesOf(Derived before, Derived after)
    {
        foreach (var (id, name) in after.Names.OrderBy(record => !before.Names.ContainsKey(record.Key)).ThenBy(record => record.Value.Text, StringComparer.Ordinal))
        {
            var (was, becomes) = (before.Grades.GetValueOrDefault(id, RecordGrades.None), after.Grades.GetValueOrDefault(id, RecordGrades.None));
            if (was.Whole?.Grade != becomes.Whole?.Grade)
            {
                yield return new GradeChange(name, null, was.Whole?.Grade, becomes.Whole?.Grade, becomes.Whole?.Trace);
            }

            // Of a new record the whole tells enough; every field of it is new.
            var fields = was.Whole is null ? [] : was.Fields.Concat(becomes.Fields).Select(grade => grade.Field).Distinct(StringComparer.Ordinal);
            foreach (var field in fields.Where(field => was.Of(field)?.Grade != becomes.Of(field)?.Grade))
            {
                yield return new GradeChange(name, ContradictionQueries.LabelOf(name.Kind, field), was.Of(field)?.Grade, becomes.Of(field)?.Grade, becomes.Of(field)?.Trace);
            }
        }
    }

    private async Task<Derived> ReadAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation)
    {
        var kinds = await db.Records.AsNoTracking().Where(r => records.Contains(r.Id)).Select(r => new { r.Id, r.Kind }).ToListAsync(cancellation);
        return new Derived(
            (await contradictions.OfRecordsAsync(records, cancellation)).ToDictionary(item => item.Id),
            await GradeItems.OfAsync(db, records, cancellation),
            await names.OfAsync([.. kinds.Select(record => (record.Kind, record.Id))], cancellation));
    }

    /// <summary>What is derived about some records at one moment.</summary>
    private sealed record Derived(
        IReadOnlyDictionary<Guid, ContradictionItem> Contradictions, IReadOnlyDictionary<Guid, RecordGrades> Grades, IReadOnlyDictionary<Guid, RecordName> Names)
    {
        public static Derived Nothing { get; } = new(new Dictionary<Guid, ContradictionItem>(), new Dictionary<Guid, RecordGrades>(), new Dictionary<Guid, RecordName>());
    }
}
