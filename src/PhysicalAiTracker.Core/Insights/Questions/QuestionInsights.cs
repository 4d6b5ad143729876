using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Questions;

/// <summary>A trigger whose date has come or is near.</summary>
/// <param name="Passed">True where its last possible day is over.</param>
public sealed record DueTrigger(TriggerItem Trigger, bool Passed);

/// <summary>Something accepted after a question was asked, about the same company and plane.</summary>
/// <param name="AssertionId">What would be linked when this settles the question.</param>
/// <param name="Exact">The words of the passage.</param>
/// <param name="At">When it was accepted (UTC).</param>
public sealed record OfferedAnswer(Guid AssertionId, RecordName Record, string Exact, Guid PassageId, SourceLink Source, DateTime At);

/// <summary>An open question with what may bring its answer.</summary>
/// <param name="Days">Whole days since it was asked.</param>
/// <param name="Due">Triggers whose date is past or within thirty days.</param>
/// <param name="TotalOffered">Answers offered in all; at most <see cref="QuestionInsights.MostOffered"/> are listed, the newest first.</param>
public sealed record OpenQuestion(QuestionItem Question, int Days, IReadOnlyList<DueTrigger> Due, int TotalOffered, IReadOnlyList<OfferedAnswer> Offered);

/// <summary>What nobody has answered, and what may answer it.</summary>
/// <param name="Total">Open questions in all; at most <see cref="QuestionInsights.Most"/> are listed, the oldest first.</param>
/// <param name="Resolved">Questions that are resolved.</param>
/// <param name="Due">Of those listed, the ones with a trigger due.</param>
/// <param name="Offered">Of those listed, the ones with an answer on offer.</param>
public sealed record QuestionReport(DateOnly AsOf, string Rule, int Total, int Resolved, int Due, int Offered, IReadOnlyList<OpenQuestion> Items);

/// <summary>Watches the open questions.</summary>
public sealed class QuestionInsights(TrackerDbContext db, QuestionQueries questions, RecordNames names, TimeProvider time)
{
    public const int Most = 100;
    public const int MostOffered = 5;

    /// <summary>A trigger this many days ahead is due.</summary>
    public const int DueDays = 30;

    public const string Rule =
        "A question's age counts from the day it was entered. A trigger is due when the first day its date may mean is past or at most thirty days ahead. Offered as an answer is every assertion accepted after "
        + "the question was asked about a claim of the same company and plane; for a question without a plane, about any claim, round or deal of the company.";

    public async Task<QuestionReport> ReportAsync(CancellationToken cancellation)
    {
        var today = InsightDates.Today(time);
        var open = await questions.OldestOpenAsync(Most, cancellation);
        var offered = await OfferedAsync([.. open.Select(question => question.Id)], cancellation);
        OpenQuestion[] items = [.. open.Select(question => new OpenQuestion(
            question, today.DayNumber - DateOnly.FromDateTime(question.CreatedAt).DayNumber, DueOf(question, today), offered[question.Id].Count(), [.. offered[question.Id].Take(MostOffered)]))];
        return new QuestionReport(
            today,
            Rule,
            await db.Questions.CountAsync(q => q.Status == QuestionStatus.Open, cancellation),
            await db.Questions.CountAsync(q => q.Status == QuestionStatus.Resolved, cancellation),
            items.Count(item => item.Due.Count > 0),
            items.Count(item => item.TotalOffered > 0),
            items);
    }

    /// <summary>What may answer one question, the newest first.</summary>
    public async Task<IReadOnlyList<OfferedAnswer>> OfferedToAsync(Guid question, CancellationToken cancellation) =>
        [.. (await OfferedAsync([question], cancellation))[question].Take(Most)];

    private static List<DueTrigger> DueOf(QuestionItem question, DateOnly today) =>
        [.. question.Triggers.Where(trigger => trigger.On is { } on && on.Earliest <= today.AddDays(DueDays)).Select(trigger => new DueTrigger(trigger, trigger.On!.Latest < today))];

    private async Task<ILookup<Guid, OfferedAnswer>> OfferedAsync(Guid[] asked, CancellationToken cancellation)
    {
        var about = db.Questions.Where(q => asked.Contains(q.Id) && q.CompanyId != null);
        // Joined by equality: SQLite has no lateral join.
        var records = about.Join(db.Claims, q => q.CompanyId, c => c.CompanyId, (q, c) => new { Question = q.Id, q.CreatedAt, Record = c.Id, q.Plane, Of = (Plane?)c.Plane })
            .Concat(about.Join(db.FundingRounds, q => q.CompanyId, r => r.CompanyId, (q, r) => new { Question = q.Id, q.CreatedAt, Record = r.Id, q.Plane, Of = (Plane?)null }))
            .Concat(about.Join(db.Deals, q => q.CompanyId, d => d.AcquirerId, (q, d) => new { Question = q.Id, q.CreatedAt, Record = d.Id, q.Plane, Of = (Plane?)null }))
            .Concat(about.Join(db.Deals, q => q.CompanyId, d => d.TargetId, (q, d) => new { Question = q.Id, q.CreatedAt, Record = d.Id, q.Plane, Of = (Plane?)null }))
            .Where(record => record.Plane == null || record.Plane == record.Of);
        var rows = await (
            from record in records
            join assertion in db.Assertions on record.Record equals assertion.RecordId
            where assertion.CreatedAt > record.CreatedAt
            orderby assertion.CreatedAt descending, assertion.Id
            select new
            {
                record.Question,
                assertion.Id,
                assertion.RecordId,
                assertion.Record.Kind,
                assertion.Passage.Exact,
                assertion.PassageId,
                Source = new SourceLink(assertion.Source.Slug, assertion.Source.Title, assertion.Source.Publisher, assertion.Source.Url, assertion.Source.Seen),
                assertion.CreatedAt,
            }).AsNoTracking().ToListAsync(cancellation);
        var named = await names.OfAsync([.. rows.Select(row => (row.Kind, row.RecordId))], cancellation);
        return rows.Where(row => named.ContainsKey(row.RecordId))
            .ToLookup(row => row.Question, row => new OfferedAnswer(row.Id, named[row.RecordId], row.Exact, row.PassageId, row.Source, row.CreatedAt));
    }
}
