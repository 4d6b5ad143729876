using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Search.Plans;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Funding;

/// <summary>Reads funding rounds.</summary>
public sealed class FundingRoundQueries(TrackerDbContext db)
{
    private static readonly Expression<Func<Participation, ParticipationItem>> Participant = p => new ParticipationItem(
        p.Investor.Slug, p.Investor.Name, p.Investor.Type, p.Role, p.Status,
        MoneyItem.Of(Money.Stored((long?)p.Amount!.Minor, p.Amount!.Currency, (Qualifier?)p.Amount!.Qualifier, p.Amount!.UsdMinor, p.Amount!.UsdRateOn)), p.Vehicle);

    private static readonly Expression<Func<FundingRound, FundingRoundItem>> Projection = r => new FundingRoundItem
    {
        Id = r.Id,
        Version = r.Version,
        CreatedAt = r.CreatedAt,
        UpdatedAt = r.UpdatedAt,
        Company = new PartyLink(r.Company.Slug, r.Company.Name, r.Company.Type),
        Stage = r.Stage,
        StageAsAnnounced = r.StageAsAnnounced,
        Status = r.Status,
        Instrument = r.Instrument,
        Amount = MoneyItem.Of(Money.Stored((long?)r.Amount!.Minor, r.Amount!.Currency, (Qualifier?)r.Amount!.Qualifier, r.Amount!.UsdMinor, r.Amount!.UsdRateOn)),
        Valuation = ValuationItem.Of(Money.Stored((long?)r.Valuation!.Minor, r.Valuation!.Currency, (Qualifier?)r.Valuation!.Qualifier, r.Valuation!.UsdMinor, r.Valuation!.UsdRateOn), r.ValuationKind),
        AnnouncedOn = r.AnnouncedOn,
        ClosedOn = r.ClosedOn,
        ReportedOn = r.ReportedOn,
        Investors = r.Participations.OrderBy(p => p.Ordinal).Select(p => new ParticipationItem(
            p.Investor.Slug, p.Investor.Name, p.Investor.Type, p.Role, p.Status,
            MoneyItem.Of(Money.Stored((long?)p.Amount!.Minor, p.Amount!.Currency, (Qualifier?)p.Amount!.Qualifier, p.Amount!.UsdMinor, p.Amount!.UsdRateOn)), p.Vehicle)).ToList(),
        Supersedes = r.Supersedes == null ? null : new RoundLink(
            r.Supersedes.Id, MoneyItem.Of(Money.Stored((long?)r.Supersedes.Amount!.Minor, r.Supersedes.Amount!.Currency, (Qualifier?)r.Supersedes.Amount!.Qualifier, r.Supersedes.Amount!.UsdMinor, r.Supersedes.Amount!.UsdRateOn)), r.Supersedes.Status),
        SupersededBy = r.SupersededBy == null ? null : new RoundLink(
            r.SupersededBy.Id, MoneyItem.Of(Money.Stored((long?)r.SupersededBy.Amount!.Minor, r.SupersededBy.Amount!.Currency, (Qualifier?)r.SupersededBy.Amount!.Qualifier, r.SupersededBy.Amount!.UsdMinor, r.SupersededBy.Amount!.UsdRateOn)), r.SupersededBy.Status),
        Unspecified = r.Unspecified,
        Filed = FiledItem.Of(
            Money.Stored((long?)r.FiledOffering!.Minor, r.FiledOffering!.Currency, (Qualifier?)r.FiledOffering!.Qualifier, r.FiledOffering!.UsdMinor, r.FiledOffering!.UsdRateOn),
            r.FiledIndefinite,
            Money.Stored((long?)r.FiledSold!.Minor, r.FiledSold!.Currency, (Qualifier?)r.FiledSold!.Qualifier, r.FiledSold!.UsdMinor, r.FiledSold!.UsdRateOn),
            Money.Stored((long?)r.FiledRemaining!.Minor, r.FiledRemaining!.Currency, (Qualifier?)r.FiledRemaining!.Qualifier, r.FiledRemaining!.UsdMinor, r.FiledRemaining!.UsdRateOn),
            r.FiledFirstSaleOn,
            r.FiledYetToOccur,
            r.FiledRevenue),
        Note = r.Note,
    };

    /// <summary>Filters, orders and shape of the list.</summary>
    public static ListDefinition<FundingRound, FundingRoundItem> List { get; } = new(
        [
            Filters.Party<FundingRound>("company", "The company that raises.", "project-prometheus", ids => r => ids.Contains(r.CompanyId)),
            Filters.Party<FundingRound>("investor", "Anybody who takes part, in whatever role, or pledged to; not who declined.", "jeff-bezos", (db, ids) => r => db.Set<Participation>().Where(p => ids.Contains(p.InvestorId) && p.Status != ParticipationStatus.Declined).Select(p => p.RoundId).Contains(r.Id)),
            Filters.Party<FundingRound>("leadInvestor", "Who leads or co-leads.", "jeff-bezos", (db, ids) => r => db.Set<Participation>()
                .Where(p => ids.Contains(p.InvestorId) && (p.Role == ParticipationRole.Lead || p.Role == ParticipationRole.CoLead)).Select(p => p.RoundId).Contains(r.Id)),
            Filters.Word<FundingRound, FundingStage>("stage", "Standardised stage.", r => r.Stage),
            Filters.Word<FundingRound, FundingStatus>("status", "How far it has come.", r => r.Status),
            Filters.Word<FundingRound, Instrument>("instrument", "What was given for the money.", r => r.Instrument),
            ClaimFilters.Of<FundingRound>(
                (planes, placements) => r => r.Company.Claims.Any(c => planes.Contains(c.Plane) && placements.Contains(c.Placement)),
                rounds => rounds.SelectMany(r => r.Company.Claims, (r, c) => new ClaimKey { Row = r.Id, Plane = c.Plane, Placement = c.Placement }),
                r => !r.Company.Claims.Any()),
            Filters.Usd<FundingRound>("amount", "amount", (low, high) => r => r.AmountUsdMinor >= low && r.AmountUsdMinor <= high, r => r.AmountUsdMinor),
            Filters.Usd<FundingRound>("valuation", "valuation", (low, high) => r => r.ValuationUsdMinor >= low && r.ValuationUsdMinor <= high, r => r.ValuationUsdMinor),
            Filters.Span<FundingRound>(
                "announced",
                "Announced",
                (from, to) => r => r.AnnouncedFrom <= to && r.AnnouncedTo >= from,
                Facets.OfStoredYears<FundingRound>("announced", r => r.AnnouncedYear),
                [r => r.AnnouncedFrom, r => r.AnnouncedTo, r => r.AnnouncedYear]),
            GradeLists.Filter<FundingRound>(),
            Stated.Of<FundingRound>(
                ("stage", r => r.Stage != null),
                ("stageAsAnnounced", r => r.StageAsAnnounced != null),
                ("status", r => r.Status != null),
                ("instrument", r => r.Instrument != null),
                ("amount", r => r.Amount != null),
                ("valuation", r => r.Valuation != null),
                ("announcedOn", r => r.AnnouncedOn != null),
                ("closedOn", r => r.ClosedOn != null),
                ("reportedOn", r => r.ReportedOn != null),
                ("investors", r => r.Participations.Any()),
                ("supersedes", r => r.SupersedesId != null),
                ("supersededBy", r => r.SupersededBy != null),
                ("filed", r => r.FiledSold != null || r.FiledOffering != null || r.FiledIndefinite),
                ("note", r => r.Note != null)),
            SearchMatches.Filter<FundingRound>("Words of the round: company and investors by any of their names, stage, amounts, dates, note."),
        ],
        [
            new Sort<FundingRound, DateOnly?>("announced", "First day the announcement may mean.", r => r.AnnouncedFrom),
            new Sort<FundingRound, long?>("amount", "Amount in US dollars.", r => r.AmountUsdMinor),
            new Sort<FundingRound, long?>("valuation", "Valuation in US dollars.", r => r.ValuationUsdMinor),
            GradeLists.Sort<FundingRound>(),
            Sorts.Created<FundingRound>(),
            Sorts.Updated<FundingRound>(),
        ],
        "-announced",
        Projection)
    {
        Summary = new FundingRoundSummary(),
        Collections = [new ItemCollection<FundingRoundItem, Participation, ParticipationItem>(nameof(FundingRoundItem.Investors), r => r.Investors, r => r.Id, p => p.RoundId, p => p.Ordinal, Participant)],
    };

    public Task<ListResult<FundingRoundItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others) =>
        List.ListAsync(db, request, cancellation, others);

    public Task<FundingRoundItem?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.FundingRounds.AsNoTracking().Where(r => r.Id == id).Select(Projection).FirstOrDefaultAsync(cancellation);

    /// <summary>Who the filters of the list find something for; null where they are too many to choose from.</summary>
    public async Task<(IReadOnlyList<PartyLink>? Companies, IReadOnlyList<PartyLink>? Investors)> ChoicesAsync(CancellationToken cancellation) => (
        await db.ChoicesAsync("raised", p => p.Rounds.Any(), cancellation),
        await db.ChoicesAsync("investors", p => p.Participations.Any(x => x.Status != ParticipationStatus.Declined), cancellation));

    /// <summary>How many backings are on record whose round no source states; lists have them, counts and sums do not.</summary>
    public Task<int> CountBackingsAsync(CancellationToken cancellation) =>
        db.KeptAsync("backings", () => db.FundingRounds.CountAsync(r => r.Unspecified, cancellation));

    /// <summary>A company's rounds, oldest first; those without a date last.</summary>
    internal Task<List<FundingRoundItem>> OfCompanyAsync(Guid company, CancellationToken cancellation) =>
        db.FundingRounds.AsNoTracking().Where(r => r.CompanyId == company)
            .OrderBy(r => r.AnnouncedFrom == null).ThenBy(r => r.AnnouncedFrom).ThenBy(r => r.CreatedAt).ThenBy(r => r.Id).Select(Projection).ToListAsync(cancellation);

    internal Task<List<FundingRoundItem>> OfIdsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation) =>
        db.FundingRounds.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(Projection).ToListAsync(cancellation);

    /// <summary>The rounds an investor took part in, newest first.</summary>
    internal Task<List<FundingRoundItem>> OfInvestorAsync(Guid investor, CancellationToken cancellation) =>
        db.FundingRounds.AsNoTracking().Where(r => db.Set<Participation>().Where(p => p.InvestorId == investor && p.Status != ParticipationStatus.Declined).Select(p => p.RoundId).Contains(r.Id))
            .OrderByDescending(r => r.AnnouncedFrom).ThenBy(r => r.Id).Select(Projection).ToListAsync(cancellation);
}
