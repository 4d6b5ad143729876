using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Affiliations;

/// <summary>An affiliation as readers get it: party – kind – organisation.</summary>
public sealed record AffiliationItem : RecordItem
{
    public required PartyLink Party { get; init; }

    public AffiliationKind Kind { get; init; }

    public required PartyLink Organisation { get; init; }

    public string? Title { get; init; }

    public PartialDate? From { get; init; }

    public PartialDate? To { get; init; }

    public string? Note { get; init; }
}

/// <summary>Reads affiliations.</summary>
public sealed class AffiliationQueries(TrackerDbContext db)
{
    private static readonly Expression<Func<Affiliation, AffiliationItem>> Projection = a => new AffiliationItem
    {
        Id = a.Id,
        Version = a.Version,
        CreatedAt = a.CreatedAt,
        UpdatedAt = a.UpdatedAt,
        Party = new PartyLink(a.Party.Slug, a.Party.Name, a.Party.Type),
        Kind = a.Type,
        Organisation = new PartyLink(a.Organisation.Slug, a.Organisation.Name, a.Organisation.Type),
        Title = a.Title,
        From = a.From,
        To = a.To,
        Note = a.Note,
    };

    /// <summary>Filters, orders and shape of the list.</summary>
    public static ListDefinition<Affiliation, AffiliationItem> List { get; } = new(
        [
            Filters.Party<Affiliation>("party", "The one spoken of.", "jeff-bezos", ids => a => ids.Contains(a.PartyId)),
            Filters.Party<Affiliation>("organisation", "What it is affiliated to.", "amazon", ids => a => ids.Contains(a.OrganisationId)),
            Filters.Party<Affiliation>("either", "Either side.", "project-prometheus", ids => a => ids.Contains(a.PartyId) || ids.Contains(a.OrganisationId)),
            Filters.Word<Affiliation, AffiliationKind>("kind", "Sort of affiliation.", a => a.Type),
            SearchMatches.Filter<Affiliation>("Words of the affiliation: either side by any of its names, title, note."),
            GradeLists.Filter<Affiliation>(),
            Stated.Of<Affiliation>(
                ("title", a => a.Title != null),
                ("from", a => a.From != null),
                ("to", a => a.To != null),
                ("note", a => a.Note != null)),
        ],
        [GradeLists.Sort<Affiliation>(), Sorts.Created<Affiliation>(), Sorts.Updated<Affiliation>()],
        "-created",
        Projection);

    public Task<ListResult<AffiliationItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others) =>
        List.ListAsync(db, request, cancellation, others);

    public Task<AffiliationItem?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Affiliations.AsNoTracking().Where(a => a.Id == id).Select(Projection).FirstOrDefaultAsync(cancellation);

    internal Task<List<AffiliationItem>> OfPartyAsync(Guid party, CancellationToken cancellation) =>
        db.Affiliations.AsNoTracking().Where(a => a.PartyId == party || a.OrganisationId == party)
            .OrderBy(a => a.Type).ThenBy(a => a.Party.NameKey).ThenBy(a => a.Organisation.NameKey).ThenBy(a => a.Id).Select(Projection).ToListAsync(cancellation);
}
