using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;

namespace PhysicalAiTracker.Core.Architecture;

/// <summary>Reads architecture claims.</summary>
public sealed class ClaimQueries(TrackerDbContext db)
{
    private static readonly Expression<Func<ArchitectureClaim, ClaimItem>> Projection = c => new ClaimItem
    {
        Id = c.Id,
        Version = c.Version,
        CreatedAt = c.CreatedAt,
        UpdatedAt = c.UpdatedAt,
        Company = c.Company == null ? null : new PartyLink(c.Company.Slug, c.Company.Name, c.Company.Type),
        Subject = c.Subject,
        Product = c.Product,
        ProductVersion = c.ProductVersion,
        Deployment = c.Deployment,
        Purpose = c.Purpose,
        Plane = c.Plane,
        Placement = c.Placement,
        Modality = c.Modality,
        Parts = c.Parts.OrderBy(p => p.Ordinal).Select(p => new PartItem(p.Component, p.Placement)).ToList(),
        Hosts = c.Hosts.OrderBy(h => h.Ordinal).Select(h => new HostItem(h.Party.Slug, h.Party.Name, h.Party.Type, h.Candidate)).ToList(),
        Hardware = c.Hardware.OrderBy(h => h.Ordinal).Select(h => h.Name).ToList(),
        Latencies = c.Latencies.OrderBy(l => l.Ordinal).Select(l => new LatencyItem(l.Low, l.High, l.Unit, l.Qualifier, l.Measures, l.Conditions)).ToList(),
        ValidFrom = c.ValidFrom,
        ValidTo = c.ValidTo,
        Note = c.Note,
    };

    /// <summary>Filters, orders and shape of the list.</summary>
    public static ListDefinition<ArchitectureClaim, ClaimItem> List { get; } = new(
        [
            Filters.Party<ArchitectureClaim>("company", "The company the claim is about.", "project-prometheus", ids => c => c.CompanyId != null && ids.Contains(c.CompanyId.Value)),
            ClaimFilters.Of<ArchitectureClaim>(
                (planes, placements) => c => planes.Contains(c.Plane) && placements.Contains(c.Placement),
                claims => claims.Select(c => new ClaimKey { Row = c.Id, Plane = c.Plane, Placement = c.Placement }),
                _ => false),
            Filters.Word<ArchitectureClaim, ClaimModality>("modality", "Whether it is so, can be, is to be, or ought to be.", c => c.Modality),
            Filters.Party<ArchitectureClaim>("host", "Whose compute it runs on, candidates included.", "amazon-web-services", (db, ids) => c => db.Set<ClaimHost>().Where(h => ids.Contains(h.PartyId)).Select(h => h.ClaimId).Contains(c.Id)),
            GradeLists.Filter<ArchitectureClaim>(),
            Stated.Of<ArchitectureClaim>(
                ("company", c => c.CompanyId != null),
                ("subject", c => c.Subject != null),
                ("product", c => c.Product != null),
                ("productVersion", c => c.ProductVersion != null),
                ("deployment", c => c.Deployment != null),
                ("purpose", c => c.Purpose != null),
                ("parts", c => c.Parts.Any()),
                ("hosts", c => c.Hosts.Any()),
                ("hardware", c => c.Hardware.Any()),
                ("latencies", c => c.Latencies.Any()),
                ("validFrom", c => c.ValidFrom != null),
                ("validTo", c => c.ValidTo != null),
                ("note", c => c.Note != null)),
            SearchMatches.Filter<ArchitectureClaim>("Words of the claim: company and hosts by any of their names, product, hardware, note."),
        ],
        [GradeLists.Sort<ArchitectureClaim>(), Sorts.Created<ArchitectureClaim>(), Sorts.Updated<ArchitectureClaim>()],
        "-updated",
        Projection);

    public Task<ListResult<ClaimItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others) =>
        List.ListAsync(db, request, cancellation, others);

    public Task<ClaimItem?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Claims.AsNoTracking().Where(c => c.Id == id).Select(Projection).FirstOrDefaultAsync(cancellation);

    /// <summary>Who the filters of the list find something for; null where they are too many to choose from.</summary>
    public async Task<(IReadOnlyList<PartyLink>? Companies, IReadOnlyList<PartyLink>? Hosts)> ChoicesAsync(CancellationToken cancellation) => (
        await db.ChoicesAsync("claimed of", p => p.Claims.Any(), cancellation),
        await db.ChoicesAsync("hosts", p => db.Set<ClaimHost>().Any(h => h.PartyId == p.Id), cancellation));

    internal Task<List<ClaimItem>> OfCompanyAsync(Guid company, CancellationToken cancellation) =>
        db.Claims.AsNoTracking().Where(c => c.CompanyId == company).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).Select(Projection).ToListAsync(cancellation);
}
