using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Observations;

/// <summary>A dated measurement as readers get it.</summary>
public sealed record ObservationItem : RecordItem
{
    /// <summary>Null where a market or group is measured.</summary>
    public PartyLink? Party { get; init; }

    /// <summary>The market or group; null where a party is measured.</summary>
    public string? Subject { get; init; }

    public Metric Metric { get; init; }

    /// <summary>A count or share; null where the value is money.</summary>
    public QuantityItem? Quantity { get; init; }

    /// <summary>Money; null where the value is a count or share.</summary>
    public MoneyItem? Money { get; init; }

    public required PartialDate AsOf { get; init; }

    public Period? Period { get; init; }

    public string? Note { get; init; }
}

/// <summary>Reads observations.</summary>
public sealed class ObservationQueries(TrackerDbContext db)
{
    private static readonly Expression<Func<Observation, ObservationItem>> Projection = o => new ObservationItem
    {
        Id = o.Id,
        Version = o.Version,
        CreatedAt = o.CreatedAt,
        UpdatedAt = o.UpdatedAt,
        Party = o.Party == null ? null : new PartyLink(o.Party.Slug, o.Party.Name, o.Party.Type),
        Subject = o.Subject,
        Metric = o.Metric,
        Quantity = QuantityItem.Of(o.Quantity),
        Money = MoneyItem.Of(Money.Stored((long?)o.Money!.Minor, o.Money!.Currency, (Qualifier?)o.Money!.Qualifier, o.Money!.UsdMinor, o.Money!.UsdRateOn)),
        AsOf = o.AsOf,
        Period = o.Period,
        Note = o.Note,
    };

    /// <summary>Filters, orders and shape of the list.</summary>
    public static ListDefinition<Observation, ObservationItem> List { get; } = new(
        [
            Filters.Party<Observation>("party", "The party measured.", "project-prometheus", ids => o => o.PartyId != null && ids.Contains(o.PartyId.Value)),
            Filters.Word<Observation, Metric>("metric", "What is measured.", o => o.Metric),
            Filters.Span<Observation>("asOf", "Measured", (from, to) => o => o.AsOfFrom <= to && o.AsOfTo >= from, o => o.AsOfFrom),
            SearchMatches.Filter<Observation>("Words of the measurement: party by any of its names, subject, metric, note."),
            GradeLists.Filter<Observation>(),
            Stated.Of<Observation>(
                ("party", o => o.PartyId != null),
                ("subject", o => o.Subject != null),
                ("quantity", o => o.Quantity != null),
                ("money", o => o.Money != null),
                ("period", o => o.Period != null),
                ("note", o => o.Note != null)),
        ],
        [
            new Sort<Observation, DateOnly>("asOf", "First day the date may mean.", o => o.AsOfFrom),
            GradeLists.Sort<Observation>(),
            Sorts.Created<Observation>(),
            Sorts.Updated<Observation>(),
        ],
        "-asOf",
        Projection);

    public Task<ListResult<ObservationItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others) =>
        List.ListAsync(db, request, cancellation, others);

    public Task<ObservationItem?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Observations.AsNoTracking().Where(o => o.Id == id).Select(Projection).FirstOrDefaultAsync(cancellation);

    /// <summary>A party's measurements, each series from its oldest value on.</summary>
    internal Task<List<ObservationItem>> OfPartyAsync(Guid party, CancellationToken cancellation) =>
        db.Observations.AsNoTracking().Where(o => o.PartyId == party).OrderBy(o => o.Metric).ThenBy(o => o.AsOfFrom).ThenBy(o => o.Id).Select(Projection).ToListAsync(cancellation);

    /// <summary>Measurements of markets and groups, newest first.</summary>
    public Task<List<ObservationItem>> OfMarketsAsync(int most, CancellationToken cancellation) =>
        db.Observations.AsNoTracking().Where(o => o.PartyId == null).OrderByDescending(o => o.AsOfFrom).ThenBy(o => o.Id).Take(most).Select(Projection).ToListAsync(cancellation);
}
