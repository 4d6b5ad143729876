using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Core.Insights.Interests;

/// <summary>Finds interests in conflict, and suppliers that invest. Nobody types them in: they are read off affiliations, rounds and claims.</summary>
public sealed class InterestQueries(TrackerDbContext db, TimeProvider time)
{
    public const int MostFindings = 100;
    public const int MostChains = 6;

    /// <param name="kinds">Only these; null means all.</param>
    public Task<InterestReport> ReportAsync(IReadOnlyCollection<InterestKind>? kinds, CancellationToken cancellation) =>
        db.KeptAsync($"interests {(kinds is null ? "*" : string.Join(',', kinds.Order()))}", () => FindAsync(kinds, cancellation));

    private async Task<InterestReport> FindAsync(IReadOnlyCollection<InterestKind>? kinds, CancellationToken cancellation)
    {
        var today = InsightDates.Today(time);
        var data = await InterestData.LoadAsync(db, today, cancellation);
        var all = Find(data).ToList();
        var wanted = all.Where(finding => kinds is null || kinds.Contains(finding.Kind))
            .OrderBy(finding => finding.Kind).ThenBy(finding => finding.Company.Name, StringComparer.Ordinal).ThenBy(finding => finding.Behind.Name, StringComparer.Ordinal).ToList();
        return new InterestReport(
            today,
            InterestRule.Text,
            [.. Enum.GetValues<InterestKind>().Select(kind => new InterestCount(kind, all.Count(finding => finding.Kind == kind)))],
            wanted.Count,
            [.. wanted.Take(MostFindings)]);
    }

    private static IEnumerable<InterestFinding> Find(InterestData data)
    {
        var sellers = data.Parties.Values.Where(party => party.Sells.Any(kind => kind != ComputeKind.Accelerators)).OrderBy(party => party.NameKey, StringComparer.Ordinal).ToList();
        var interests = sellers.SelectMany(seller => data.Graph.ChainsTo(seller.Id).Prepend([]).Select(chain => (Seller: seller, Chain: chain)))
            .ToLookup(interest => interest.Chain.Count == 0 ? interest.Seller.Id : interest.Chain[0].From);
        var owned = Owned(data);
        foreach (var company in data.Claims)
        {
            if (!data.Parties.TryGetValue(company.Key, out var claimed))
            {
                continue;
            }

            foreach (var behind in data.Graph.ChainsTo(company.Key).GroupBy(chain => chain[0].From))
            {
                var stakes = behind.OrderBy(chain => chain.Count).ToList();
                var conflicts = from stake in stakes
                                from interest in interests[behind.Key]
                                where AreApart(stake, company.Key, interest.Chain, interest.Seller.Id)
                                from sells in interest.Seller.Sells
                                let kind = InterestRule.KindOf(sells, [.. company.Select(claim => claim.Item.Placement).Distinct()])
                                where kind is not null
                                group (Stake: stake, interest.Chain, interest.Seller) by kind.Value;
                foreach (var conflict in conflicts)
                {
                    yield return Finding(data, conflict.Key, stakes.First(stake => conflict.Any(c => c.Stake == stake)), claimed, [.. company], [.. conflict.Select(c => ChainOf(data, c.Chain, c.Seller, []))]);
                }

                if (stakes.Find(stake => stake is [{ Tie: Tie.Investor }]) is { } investment && Supplies(data, owned, behind.Key, company) is { Count: > 0 } supplies)
                {
                    yield return Finding(data, InterestKind.SupplierInvestor, investment, claimed, [.. company], supplies);
                }
            }
        }
    }

    /// <summary>Whether the two chains meet only in whoever is behind both; otherwise the finding is about a party further down.</summary>
    private static bool AreApart(IReadOnlyList<TieGraph.Edge> stake, Guid company, IReadOnlyList<TieGraph.Edge> interest, Guid seller)
    {
        var held = stake.Select(link => link.To).ToHashSet();
        return company != seller && !held.Contains(seller) && !interest.Any(link => held.Contains(link.To));
    }

    /// <summary>What a party is the parent of, over however many steps, each with the chain that leads there.</summary>
    private static ILookup<Guid, (Guid Party, IReadOnlyList<TieGraph.Edge> Chain)> Owned(InterestData data) => (
        from party in data.Graph.HeldBy(Tie.ParentOf)
        from chain in data.Graph.ChainsTo(party).Where(chain => chain.All(link => link.Tie == Tie.ParentOf)).DistinctBy(chain => chain[0].From)
        select (Owner: chain[0].From, Party: party, Chain: chain)).ToLookup(found => found.Owner, found => (found.Party, found.Chain));

    /// <summary>What the investor, or what it is the parent of, sells or is named for.</summary>
    private static List<InterestChain> Supplies(
        InterestData data, ILookup<Guid, (Guid Party, IReadOnlyList<TieGraph.Edge> Chain)> owned, Guid investor, IEnumerable<InterestData.Claim> claims)
    {
        var hosts = claims.SelectMany(claim => claim.Hosts).ToHashSet();
        var hardware = claims.SelectMany(claim => claim.Hardware).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            .. from candidate in owned[investor].Prepend((Party: investor, Chain: []))
               let party = data.Parties.GetValueOrDefault(candidate.Party)
               where party is not null
               let named = hosts.Contains(party.Id) ? hardware.Where(name => InterestRule.IsMadeBy(name, party.NameKey)).Prepend("host").ToList()
                   : hardware.Where(name => InterestRule.IsMadeBy(name, party.NameKey)).ToList()
               where party.Sells.Count > 0 || named.Count > 0
               orderby candidate.Chain.Count, party.NameKey
               select ChainOf(data, candidate.Chain, party, named),
        ];
    }

    private static InterestFinding Finding(
        InterestData data, InterestKind kind, IReadOnlyList<TieGraph.Edge> stake, InterestData.Stakeholder company, IReadOnlyList<InterestData.Claim> claims, IReadOnlyList<InterestChain> interests) => new(
        kind,
        data.Parties[stake[0].From].Link,
        company.Link,
        LinksOf(data, stake),
        [.. interests.DistinctBy(chain => string.Join(' ', chain.Links.Select(link => link.RecordId).Append(chain.SellerId))).OrderBy(chain => chain.Links.Count).Take(MostChains)],
        [.. claims.Select(claim => claim.Item).Take(MostChains)],
        MoneyOf(data, stake[^1]));

    private static InterestChain ChainOf(InterestData data, IReadOnlyList<TieGraph.Edge> chain, InterestData.Stakeholder seller, IReadOnlyList<string> supplies) =>
        new(LinksOf(data, chain), seller.Link, seller.Id, seller.Sells, supplies);

    private static List<ChainLink> LinksOf(InterestData data, IReadOnlyList<TieGraph.Edge> chain) =>
        [.. chain.Select(edge => new ChainLink(data.Parties[edge.From].Link, edge.Tie, data.Parties[edge.To].Link, edge.Record))];

    /// <summary>What whoever stands last in the stake put into the company, in all its rounds.</summary>
    private static InterestMoney MoneyOf(InterestData data, TieGraph.Edge last)
    {
        var money = last.Tie == Tie.Investor ? data.Moneys[(last.To, last.From)] : [];
        var kinds = money.ToLookup(part => CapitalRule.MeasureOf(FundingStatus.Announced, part.Instrument, superseded: false, new CapitalOptions()));
        return new InterestMoney(
            Sum(kinds[CapitalMeasure.Raised].Concat(kinds[CapitalMeasure.Secondary])), Sum(kinds[CapitalMeasure.ComputeCredit]), Sum(kinds[CapitalMeasure.Commitment]));
    }

    private static CapitalSum Sum(IEnumerable<InterestData.Money> parts)
    {
        var all = parts.ToList();
        return new CapitalSum(all.Sum(part => part.Cents ?? 0) / 100m, all.Count(part => part.Cents is not null), all.Count(part => part.Cents is null), 0, 0);
    }
}
