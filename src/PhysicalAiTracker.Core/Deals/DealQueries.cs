using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Deals;

/// <summary>A deal as readers get it.</summary>
public sealed record DealItem : RecordItem
{
    public DealKind Kind { get; init; }

    public required PartyLink Acquirer { get; init; }

    public required PartyLink Target { get; init; }

    public DealStatus? Status { get; init; }

    /// <summary>Null is undisclosed, never zero.</summary>
    public MoneyItem? Price { get; init; }

    public PartialDate? AnnouncedOn { get; init; }

    public PartialDate? ClosedOn { get; init; }

    public string? Note { get; init; }
}

/// <summary>Reads deals.</summary>
public sealed class DealQueries(TrackerDbContext db)
{
    private static readonly Expression<Func<Deal, DealItem>> Projection = d => new DealItem
    {
        Id = d.Id,
        Version = d.Version,
        CreatedAt = d.CreatedAt,
        UpdatedAt = d.UpdatedAt,
        Kind = d.Type,
        Acquirer = new PartyLink(d.Acquirer.Slug, d.Acquirer.Name, d.Acquirer.Type),
        Target = new PartyLink(d.Target.Slug, d.Target.Name, d.Target.Type),
        Status = d.Status,
        Price = MoneyItem.Of(Money.Stored((long?)d.Price!.Minor, d.Price!.Currency, (Qualifier?)d.Price!.Qualifier, d.Price!.UsdMinor, d.Price!.UsdRateOn)),
        AnnouncedOn = d.AnnouncedOn,
        ClosedOn = d.ClosedOn,
        Note = d.Note,
    };

    /// <summary>Filters, orders and shape of the list.</summary>
    public static ListDefinition<Deal, DealItem> List { get; } = new(
        [
            Filters.Party<Deal>("acquirer", "Who takes over.", "project-prometheus", ids => d => ids.Contains(d.AcquirerId)),
            Filters.Party<Deal>("target", "Who is taken over.", "general-agents", ids => d => ids.Contains(d.TargetId)),
            Filters.Party<Deal>("party", "Either side.", "project-prometheus", ids => d => ids.Contains(d.AcquirerId) || ids.Contains(d.TargetId)),
            Filters.Word<Deal, DealKind>("kind", "Sort of deal.", d => d.Type),
            Filters.Word<Deal, DealStatus>("status", "How far it has come.", d => d.Status),
            Filters.Usd<Deal>("price", "price", (low, high) => d => d.PriceUsdMinor >= low && d.PriceUsdMinor <= high),
            Filters.Span<Deal>("dated", "Announced (or, where that is unknown, closed)", (from, to) => d => d.DatedFrom <= to && d.DatedTo >= from, d => d.DatedFrom),
            SearchMatches.Filter<Deal>("Words of the deal: either side by any of its names, price, note."),
            GradeLists.Filter<Deal>(),
            Stated.Of<Deal>(
                ("status", d => d.Status != null),
                ("price", d => d.Price != null),
                ("announcedOn", d => d.AnnouncedOn != null),
                ("closedOn", d => d.ClosedOn != null),
                ("note", d => d.Note != null)),
        ],
        [
            new Sort<Deal, DateOnly?>("dated", "First day the announcement, or else the closing, may mean.", d => d.DatedFrom),
            new Sort<Deal, long?>("price", "Price in US dollars.", d => d.PriceUsdMinor),
            GradeLists.Sort<Deal>(),
            Sorts.Created<Deal>(),
            Sorts.Updated<Deal>(),
        ],
        "-dated",
        Projection);

    public Task<ListResult<DealItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others) =>
        List.ListAsync(db, request, cancellation, others);

    public Task<DealItem?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Deals.AsNoTracking().Where(d => d.Id == id).Select(Projection).FirstOrDefaultAsync(cancellation);

    /// <summary>Who the filters of the list find something for; null where they are too many to choose from.</summary>
    public async Task<(IReadOnlyList<PartyLink>? Acquirers, IReadOnlyList<PartyLink>? Targets, IReadOnlyList<PartyLink>? Either)> ChoicesAsync(CancellationToken cancellation) => (
        await db.ChoicesAsync("acquirers", p => db.Deals.Any(d => d.AcquirerId == p.Id), cancellation),
        await db.ChoicesAsync("targets", p => db.Deals.Any(d => d.TargetId == p.Id), cancellation),
        await db.ChoicesAsync("dealt", p => db.Deals.Any(d => d.AcquirerId == p.Id || d.TargetId == p.Id), cancellation));

    internal Task<List<DealItem>> OfPartyAsync(Guid party, CancellationToken cancellation) =>
        db.Deals.AsNoTracking().Where(d => d.AcquirerId == party || d.TargetId == party)
            .OrderByDescending(d => d.DatedFrom).ThenBy(d => d.Id).Select(Projection).ToListAsync(cancellation);
}
