using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Parties;

/// <summary>Puts together what a party's page tells: one query a kind, whatever the number of records.</summary>
public sealed class ProfileQueries(
    TrackerDbContext db,
    PartyQueries parties,
    FundingRoundQueries rounds,
    ClaimQueries claims,
    DealQueries deals,
    AffiliationQueries affiliations,
    ObservationQueries observations,
    MilestoneQueries milestones,
    QuestionQueries questions,
    EvidenceQueries evidence,
    HistoryQueries history)
{
    /// <summary>By slug or id; a former slug answers with the current one and nothing else.</summary>
    public async Task<Found<PartyProfile>> FindAsync(string slugOrId, CancellationToken cancellation)
    {
        var found = await parties.FindAsync(slugOrId, among: null, cancellation);
        if (found.Item is not { } party)
        {
            return new Found<PartyProfile>(null, found.MovedTo);
        }

        var id = party.Id;
        var raised = await rounds.OfCompanyAsync(id, cancellation);
        var claimed = await claims.OfCompanyAsync(id, cancellation);
        var dealt = await deals.OfPartyAsync(id, cancellation);
        var tied = await affiliations.OfPartyAsync(id, cancellation);
        var observed = await observations.OfPartyAsync(id, cancellation);
        var reached = await milestones.OfPartyAsync(id, cancellation);
        var asked = await questions.AskedOfAsync(id, cancellation);
        var portfolio = await rounds.OfInvestorAsync(id, cancellation);
        IEnumerable<RecordItem> all = [party, .. raised, .. claimed, .. dealt, .. tied, .. observed, .. reached, .. asked, .. portfolio];
        await evidence.GradeAsync(all, cancellation);
        var interests = await ComputeInterestsAsync(party, tied, cancellation);
        var assertions = await evidence.OfAsync([.. all.Select(record => record.Id).Union(interests.Select(interest => interest.SellerId))], cancellation);
        return new Found<PartyProfile>(
            new PartyProfile(
                party,
                raised,
                claimed,
                dealt,
                tied,
                observed,
                reached,
                asked,
                portfolio,
                CoInvestorsOf(party, portfolio),
                interests,
                assertions,
                [.. assertions.SelectMany(group => group).GroupBy(a => a.Source).Select(group => (group.Key, group.Count())).OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key.Title, StringComparer.Ordinal)],
                await history.OfAsync(id, cancellation)),
            null);
    }

    private static List<CoInvestor> CoInvestorsOf(PartyItem party, List<FundingRoundItem> portfolio) =>
    [
        .. portfolio.Where(round => !round.Unspecified).SelectMany(round => round.Investors, (round, investor) => (investor, round.Company))
            .Where(pair => pair.investor.Slug != party.Slug && pair.investor.Status != ParticipationStatus.Declined)
            .GroupBy(pair => new PartyLink(pair.investor.Slug, pair.investor.Name, pair.investor.Kind), pair => pair.Company)
            .Select(group => new CoInvestor(group.Key, [.. group.Distinct()]))
            .OrderByDescending(other => other.Companies.Count).ThenBy(other => other.Party.Name, StringComparer.Ordinal),
    ];

    /// <summary>Rule: the party; whatever it is founder, executive, board, parent or shareholder of; and its parents and shareholders.</summary>
    private async Task<IReadOnlyList<ComputeInterest>> ComputeInterestsAsync(PartyItem party, List<AffiliationItem> tied, CancellationToken cancellation)
    {
        var ties = tied.Where(tie => tie.Party.Slug == party.Slug
                ? tie.Kind is AffiliationKind.Founder or AffiliationKind.CoFounder or AffiliationKind.Executive or AffiliationKind.Board or AffiliationKind.ParentOf or AffiliationKind.Shareholder
                : tie.Kind is AffiliationKind.ParentOf or AffiliationKind.Shareholder)
            .Select(tie => (Tie: tie, Other: tie.Party.Slug == party.Slug ? tie.Organisation : tie.Party)).ToList();
        var slugs = ties.Select(tie => tie.Other.Slug).Distinct().ToList();
        var sold = await db.Parties.AsNoTracking().Where(p => slugs.Contains(p.Slug) && p.SellsCompute.Any())
            .Select(p => new { p.Id, p.Slug, Sells = p.SellsCompute.OrderBy(c => c.Kind).Select(c => c.Kind).ToList() }).ToDictionaryAsync(p => p.Slug, cancellation);
        IEnumerable<ComputeInterest> own = party.SellsCompute.Count > 0
            ? [new ComputeInterest(new PartyLink(party.Slug, party.Name, party.Kind), party.Id, party.SellsCompute, null, null)]
            : [];
        return
        [
            .. own,
            .. from tie in ties
               where sold.ContainsKey(tie.Other.Slug)
               let seller = sold[tie.Other.Slug]
               select new ComputeInterest(tie.Other, seller.Id, seller.Sells, tie.Tie.Kind, tie.Tie.Id),
        ];
    }
}
