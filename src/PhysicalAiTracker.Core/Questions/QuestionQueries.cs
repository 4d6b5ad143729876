using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Questions;

/// <summary>Something to watch for.</summary>
public sealed record TriggerItem(TriggerKind Kind, string Text, PartyLink? Party, PartialDate? On);

/// <summary>What an asked party did.</summary>
public sealed record ResponseItem(ResponseKind Kind, PartyLink Party, PartialDate? On, string? Note);

/// <summary>The assertion that settled a question.</summary>
/// <param name="Record">What it is about.</param>
/// <param name="Exact">The words of its passage.</param>
public sealed record SettlingAssertion(Guid Id, RecordKind Record, Guid RecordId, string Exact, Guid PassageId, SourceLink Source);

/// <summary>A question as readers get it.</summary>
public sealed record QuestionItem : RecordItem
{
    public required string Slug { get; init; }

    public required string Text { get; init; }

    public PartyLink? Company { get; init; }

    public Plane? Plane { get; init; }

    public string? SettledBy { get; init; }

    public required IReadOnlyList<TriggerItem> Triggers { get; init; }

    public required IReadOnlyList<ResponseItem> Responses { get; init; }

    public QuestionStatus Status { get; init; }

    public string? Resolution { get; init; }

    public PartialDate? ResolvedOn { get; init; }

    /// <summary>The assertion that settled it; null while open, and where no single one did.</summary>
    public SettlingAssertion? SettledByAssertion { get; init; }
}

/// <summary>Reads questions.</summary>
public sealed class QuestionQueries(TrackerDbContext db)
{
    private static readonly Expression<Func<Question, QuestionItem>> Projection = q => new QuestionItem
    {
        Id = q.Id,
        Version = q.Version,
        CreatedAt = q.CreatedAt,
        UpdatedAt = q.UpdatedAt,
        Slug = q.Slug,
        Text = q.Text,
        Company = q.Company == null ? null : new PartyLink(q.Company.Slug, q.Company.Name, q.Company.Type),
        Plane = q.Plane,
        SettledBy = q.SettledBy,
        Triggers = q.Triggers.OrderBy(t => t.Ordinal).Select(t => new TriggerItem(
            t.Type, t.Text, t.Party == null ? null : new PartyLink(t.Party.Slug, t.Party.Name, t.Party.Type), t.On)).ToList(),
        Responses = q.Responses.OrderBy(r => r.Ordinal).Select(r => new ResponseItem(r.Type, new PartyLink(r.Party.Slug, r.Party.Name, r.Party.Type), r.On, r.Note)).ToList(),
        Status = q.Status,
        Resolution = q.Resolution,
        ResolvedOn = q.ResolvedOn,
        SettledByAssertion = q.SettledByAssertion == null ? null : new SettlingAssertion(
            q.SettledByAssertion.Id, q.SettledByAssertion.Record.Kind, q.SettledByAssertion.RecordId, q.SettledByAssertion.Passage.Exact, q.SettledByAssertion.PassageId,
            new SourceLink(q.SettledByAssertion.Source.Slug, q.SettledByAssertion.Source.Title, q.SettledByAssertion.Source.Publisher, q.SettledByAssertion.Source.Url, q.SettledByAssertion.Source.Seen)),
    };

    /// <summary>Filters, orders and shape of the list.</summary>
    public static ListDefinition<Question, QuestionItem> List { get; } = new(
        [
            Filters.Party<Question>("company", "The company asked about.", "project-prometheus", ids => q => q.CompanyId != null && ids.Contains(q.CompanyId.Value)),
            Filters.Word<Question, Plane>("plane", "The plane asked about.", q => q.Plane),
            Filters.Word<Question, QuestionStatus>("status", "Open or resolved.", q => q.Status),
            SearchMatches.Filter<Question>("Words of the question, of what would settle it, its triggers, responses and resolution."),
            GradeLists.Filter<Question>(),
            Stated.Of<Question>(
                ("company", q => q.CompanyId != null),
                ("plane", q => q.Plane != null),
                ("settledBy", q => q.SettledBy != null),
                ("triggers", q => q.Triggers.Any()),
                ("responses", q => q.Responses.Any()),
                ("resolution", q => q.Resolution != null),
                ("resolvedOn", q => q.ResolvedOn != null),
                ("settledByAssertion", q => q.SettledByAssertionId != null)),
        ],
        [GradeLists.Sort<Question>(), Sorts.Created<Question>(), Sorts.Updated<Question>()],
        "-created",
        Projection);

    public Task<ListResult<QuestionItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others) =>
        List.ListAsync(db, request, cancellation, others);

    /// <summary>By slug or id; a former slug answers with the current one and nothing else.</summary>
    public async Task<Found<QuestionItem>> FindAsync(string slugOrId, CancellationToken cancellation)
    {
        var id = Guid.TryParse(slugOrId, out var parsed) ? parsed : Guid.Empty;
        var found = await db.Questions.AsNoTracking().Where(q => q.Slug == slugOrId || q.Id == id).Select(Projection).FirstOrDefaultAsync(cancellation);
        return found is not null
            ? new Found<QuestionItem>(found, null)
            : new Found<QuestionItem>(null, await db.FormerSlugs.Where(s => s.Kind == RecordKind.Question && s.Slug == slugOrId)
                .Join(db.Questions, s => s.RecordId, q => q.Id, (s, q) => q.Slug).FirstOrDefaultAsync(cancellation));
    }

    /// <summary>The companies asked about; null where they are too many to choose from.</summary>
    public Task<IReadOnlyList<PartyLink>?> CompaniesAsync(CancellationToken cancellation) => db.ChoicesAsync("asked about", p => p.Questions.Any(), cancellation);

    internal Task<List<QuestionItem>> OfCompanyAsync(Guid company, CancellationToken cancellation) =>
        db.Questions.AsNoTracking().Where(q => q.CompanyId == company).OrderBy(q => q.CreatedAt).ThenBy(q => q.Id).Select(Projection).ToListAsync(cancellation);

    /// <summary>Questions in which the party was asked.</summary>
    internal Task<List<QuestionItem>> AskedOfAsync(Guid party, CancellationToken cancellation) =>
        db.Questions.AsNoTracking().Where(q => q.CompanyId == party || q.Responses.Any(r => r.PartyId == party))
            .OrderBy(q => q.CreatedAt).ThenBy(q => q.Id).Select(Projection).ToListAsync(cancellation);

    /// <summary>Open questions, the oldest first.</summary>
    internal Task<List<QuestionItem>> OldestOpenAsync(int most, CancellationToken cancellation) =>
        db.Questions.AsNoTracking().Where(q => q.Status == QuestionStatus.Open).OrderBy(q => q.CreatedAt).ThenBy(q => q.Id).Take(most).Select(Projection).ToListAsync(cancellation);

    public Task<List<QuestionItem>> OpenAsync(int most, CancellationToken cancellation) =>
        db.Questions.AsNoTracking().Where(q => q.Status == QuestionStatus.Open).OrderByDescending(q => q.CreatedAt).ThenBy(q => q.Id).Take(most).Select(Projection).ToListAsync(cancellation);
}
