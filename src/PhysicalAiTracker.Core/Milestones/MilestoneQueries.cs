using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Milestones;

/// <summary>A milestone as readers get it.</summary>
public sealed record MilestoneItem : RecordItem
{
    public required PartyLink Party { get; init; }

    public MilestoneKind Kind { get; init; }

    public required string Title { get; init; }

    public PartialDate? On { get; init; }

    public string? Note { get; init; }
}

/// <summary>Reads milestones.</summary>
public sealed class MilestoneQueries(TrackerDbContext db)
{
    private static readonly Expression<Func<Milestone, MilestoneItem>> Projection = m => new MilestoneItem
    {
        Id = m.Id,
        Version = m.Version,
        CreatedAt = m.CreatedAt,
        UpdatedAt = m.UpdatedAt,
        Party = new PartyLink(m.Party.Slug, m.Party.Name, m.Party.Type),
        Kind = m.Type,
        Title = m.Title,
        On = m.On,
        Note = m.Note,
    };

    /// <summary>Filters, orders and shape of the list.</summary>
    public static ListDefinition<Milestone, MilestoneItem> List { get; } = new(
        [
            Filters.Party<Milestone>("party", "Whose milestone.", "physical-intelligence", ids => m => ids.Contains(m.PartyId)),
            Filters.Word<Milestone, MilestoneKind>("kind", "Sort of event.", m => m.Type),
            Filters.Span<Milestone>("on", "Dated", (from, to) => m => m.OnFrom <= to && m.OnTo >= from, m => m.OnFrom),
            SearchMatches.Filter<Milestone>("Words of the milestone: party by any of its names, title, note."),
            GradeLists.Filter<Milestone>(),
            Stated.Of<Milestone>(
                ("on", m => m.On != null),
                ("note", m => m.Note != null)),
        ],
        [
            new Sort<Milestone, DateOnly?>("on", "First day the date may mean.", m => m.OnFrom),
            GradeLists.Sort<Milestone>(),
            Sorts.Created<Milestone>(),
            Sorts.Updated<Milestone>(),
        ],
        "-on",
        Projection);

    public Task<ListResult<MilestoneItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others) =>
        List.ListAsync(db, request, cancellation, others);

    public Task<MilestoneItem?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Milestones.AsNoTracking().Where(m => m.Id == id).Select(Projection).FirstOrDefaultAsync(cancellation);

    internal Task<List<MilestoneItem>> OfPartyAsync(Guid party, CancellationToken cancellation) =>
        db.Milestones.AsNoTracking().Where(m => m.PartyId == party).OrderByDescending(m => m.OnFrom).ThenBy(m => m.Id).Select(Projection).ToListAsync(cancellation);
}
