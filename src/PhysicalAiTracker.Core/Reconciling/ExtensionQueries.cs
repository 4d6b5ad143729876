using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Reconciling;

/// <summary>Fetches properties of matched parties, one query a sort of property for all parties together.</summary>
public sealed class ExtensionQueries(TrackerDbContext db)
{
    /// <summary>Parties of one request.</summary>
    public const int MaxParties = 500;

    /// <summary>Values by party and property; a party that is not known has none.</summary>
    public async Task<IReadOnlyDictionary<(Guid Party, string Property), IReadOnlyList<ReconcileValue>>> ExtendAsync(
        IReadOnlyCollection<Guid> parties, IReadOnlyList<ReconcileRequest> requests, CancellationToken cancellation)
    {
        var ids = parties.Distinct().Take(MaxParties).ToArray();
        var asked = requests.Select(request => request.Property.Id).ToHashSet(StringComparer.Ordinal);
        var known = await db.Parties.AsNoTracking().Where(p => ids.Contains(p.Id)).Include(p => p.Names).Include(p => p.Places).Include(p => p.Sectors).AsSplitQuery().ToDictionaryAsync(p => p.Id, cancellation);
        var rounds = asked.Overlaps([ReconcileProperties.Raised, ReconcileProperties.Rounds, ReconcileProperties.LatestRound, ReconcileProperties.LatestRoundOn, ReconcileProperties.LatestRoundUsd])
            ? (await db.FundingRounds.AsNoTracking().Where(r => ids.Contains(r.CompanyId) && !r.Unspecified && r.SupersededBy == null).ToListAsync(cancellation)).ToLookup(r => r.CompanyId)
            : Nothing<FundingRound>();
        var claims = asked.Any(id => id.StartsWith(ReconcileProperties.PlacementPrefix, StringComparison.Ordinal))
            ? (await db.Claims.AsNoTracking().Where(c => c.CompanyId != null && ids.Contains(c.CompanyId.Value)).ToListAsync(cancellation)).Where(c => c.ValidTo is null || c.ValidTo.Latest >= db.Today).ToLookup(c => c.CompanyId!.Value)
            : Nothing<ArchitectureClaim>();
        var investors = asked.Contains(ReconcileProperties.Investors)
            ? (await db.Set<Participation>().Where(x => ids.Contains(x.Round.CompanyId) && x.Status != ParticipationStatus.Declined)
                .Select(x => new { Of = x.Round.CompanyId, x.Investor.Id, x.Investor.Name, x.Investor.NameKey }).Distinct().ToListAsync(cancellation))
                .OrderBy(x => x.NameKey, StringComparer.Ordinal).ToLookup(x => x.Of, x => (x.Id, x.Name))
            : Nothing<(Guid Id, string Name)>();
        var portfolio = asked.Contains(ReconcileProperties.Portfolio)
            ? (await db.Set<Participation>().Where(x => ids.Contains(x.InvestorId) && x.Status != ParticipationStatus.Declined)
                .Select(x => new { Of = x.InvestorId, x.Round.Company.Id, x.Round.Company.Name, x.Round.Company.NameKey }).Distinct().ToListAsync(cancellation))
                .OrderBy(x => x.NameKey, StringComparer.Ordinal).ToLookup(x => x.Of, x => (x.Id, x.Name))
            : Nothing<(Guid Id, string Name)>();
        return (
            from id in ids
            where known.ContainsKey(id)
            from request in requests
            select (Key: (id, request.Property.Id), Values: (IReadOnlyList<ReconcileValue>)[.. ValuesOf(request, known[id], [.. rounds[id]], claims[id], investors[id], portfolio[id]).Take(request.Most)]))
            .GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Values);
    }

    private static ILookup<Guid, T> Nothing<T>() => Array.Empty<(Guid Id, T Item)>().ToLookup(pair => pair.Id, pair => pair.Item);

    private static IEnumerable<ReconcileValue> ValuesOf(
        ReconcileRequest request, Party party, List<FundingRound> rounds, IEnumerable<ArchitectureClaim> claims, IEnumerable<(Guid Id, string Name)> investors, IEnumerable<(Guid Id, string Name)> portfolio)
    {
        var latest = rounds.Where(r => r.Status != FundingStatus.Cancelled).MaxBy(r => (DateOf(r)?.Latest ?? DateOnly.MinValue, r.Id));
        return request.Property.Id switch
        {
            ReconcileProperties.Founded => Texts(party.FoundedOn?.Text),
            ReconcileProperties.Website => Texts(party.Website),
            ReconcileProperties.Country => Texts([.. party.Places.OrderBy(place => place.Ordinal).Select(place => place.Country).Distinct()]),
            ReconcileProperties.Name => Texts(party.Name),
            ReconcileProperties.Aliases => Texts([.. party.Names.Where(n => n.Whole && n.Name != party.Name).Select(n => n.Name).Order(StringComparer.Ordinal)]),
            ReconcileProperties.Summary => Texts(party.Summary),
            ReconcileProperties.Places => Texts([.. party.Places.OrderBy(place => place.Ordinal).Select(place => place.Country is { } country ? $"{place.Name}, {country}" : place.Name)]),
            ReconcileProperties.Sectors => Texts([.. party.Sectors.Select(sector => sector.Name).Order(StringComparer.Ordinal)]),
            ReconcileProperties.Raised => Numbers(TotalOf(rounds, request.Open)),
            ReconcileProperties.Rounds => [new ReconcileValue(Number: rounds.Count)],
            ReconcileProperties.LatestRound => Texts(latest is null ? null : Called(latest)),
            ReconcileProperties.LatestRoundOn => Texts(latest is null ? null : DateOf(latest)?.Text),
            ReconcileProperties.LatestRoundUsd => Numbers(latest?.Amount?.UsdMinor / 100m),
            ReconcileProperties.Investors => investors.Select(investor => new ReconcileValue(Party: investor)),
            ReconcileProperties.Portfolio => portfolio.Select(company => new ReconcileValue(Party: company)),
            var placement => Texts([.. claims.Where(c => ReconcileProperties.PlacementPrefix + Words.Of(c.Plane) == placement).Select(c => c.Placement).Distinct().Order().Select(Words.Of)]),
        };
    }

    /// <summary>Null where no amount is known: that is not zero.</summary>
    private static decimal? TotalOf(List<FundingRound> rounds, bool open)
    {
        List<long> cents =
        [
            .. rounds.Where(r => r.Amount?.UsdMinor is not null
                && CapitalRule.MeasureOf(r.Status, r.Instrument, superseded: false, new CapitalOptions()) is var measure && (measure == CapitalMeasure.Raised || (open && measure == CapitalMeasure.Open)))
                .Select(r => r.Amount!.UsdMinor!.Value),
        ];
        return cents.Count == 0 ? null : cents.Sum() / 100m;
    }

    private static PartialDate? DateOf(FundingRound round) => round.AnnouncedOn ?? round.ClosedOn ?? round.ReportedOn;

    private static string Called(FundingRound round) => string.Join(", ", new[]
    {
        round.Amount?.ToDisplay() ?? "amount not disclosed", round.Stage is { } stage ? Prose.Of(stage) : null, round.Status is { } status ? Prose.Of(status) : null, DateOf(round)?.ToDisplay(),
    }.OfType<string>());

    private static IEnumerable<ReconcileValue> Texts(params string?[] texts) => texts.OfType<string>().Select(text => new ReconcileValue(Text: text));

    private static IEnumerable<ReconcileValue> Numbers(decimal? number) => number is { } value ? [new ReconcileValue(Number: value)] : [];
}
