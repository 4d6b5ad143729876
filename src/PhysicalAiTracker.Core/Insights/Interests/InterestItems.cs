using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Insights.Interests;

/// <summary>What an interest and a claim have to do with one another.</summary>
public enum InterestKind
{
    /// <summary>Somebody with an interest in cloud compute is behind a company that claims the edge.</summary>
    CloudBehindEdge,

    /// <summary>Somebody with an interest in edge silicon is behind a company that claims the cloud.</summary>
    EdgeBehindCloud,

    /// <summary>Somebody with an interest on one side is behind a company whose placement is undisclosed, or on neither side alone.</summary>
    Undecided,

    /// <summary>An investor sells compute, or hosts or makes what the company's claims name.</summary>
    SupplierInvestor,
}

/// <summary>One link of a chain: <em>from</em> is this to <em>to</em>.</summary>
public enum Tie
{
    Founder,
    CoFounder,
    Executive,
    Board,
    ParentOf,
    Shareholder,
    Investor,
}

/// <summary>One link of a chain, with the record that says so.</summary>
/// <param name="RecordId">An affiliation; of an investor, the funding round.</param>
public sealed record ChainLink(PartyLink From, Tie Tie, PartyLink To, Guid RecordId);

/// <summary>Compute that ends a chain.</summary>
/// <param name="Links">From the one behind to the seller; empty where the one behind sells itself.</param>
/// <param name="SellerId">The seller's record, which says what it sells.</param>
/// <param name="Supplies">What of it the company's claims name, for a supplier: a host, or hardware; empty otherwise.</param>
public sealed record InterestChain(IReadOnlyList<ChainLink> Links, PartyLink Seller, Guid SellerId, IReadOnlyList<ComputeKind> Sells, IReadOnlyList<string> Supplies);

/// <summary>A claim that an interest bears on.</summary>
public sealed record InterestClaim(Guid Id, Plane Plane, Placement Placement, ClaimModality Modality);

/// <summary>What was put in along a chain, by kind of money, never added to one another.</summary>
/// <param name="Cash">The backer's own part where a source tells it; otherwise the round is counted as undisclosed.</param>
public sealed record InterestMoney(CapitalSum Cash, CapitalSum ComputeCredits, CapitalSum Commitments);

/// <summary>An interest found behind a company.</summary>
/// <param name="Behind">Who has both.</param>
/// <param name="Stake">From the one behind to the company.</param>
/// <param name="Interests">From the one behind to compute that is sold, shortest first; at most <see cref="InterestQueries.MostChains"/>.</param>
/// <param name="Claims">What the company is claimed to do; at most <see cref="InterestQueries.MostChains"/>.</param>
/// <param name="Money">What came along the stake; nothing where the stake is no investment.</param>
public sealed record InterestFinding(
    InterestKind Kind,
    PartyLink Behind,
    PartyLink Company,
    IReadOnlyList<ChainLink> Stake,
    IReadOnlyList<InterestChain> Interests,
    IReadOnlyList<InterestClaim> Claims,
    InterestMoney Money);

/// <summary>How many findings of a kind there are.</summary>
public sealed record InterestCount(InterestKind Kind, int Findings);

/// <summary>Interests in conflict.</summary>
/// <param name="Total">Findings in all; at most <see cref="InterestQueries.MostFindings"/> are listed.</param>
public sealed record InterestReport(DateOnly AsOf, string Rule, IReadOnlyList<InterestCount> Kinds, int Total, IReadOnlyList<InterestFinding> Items);
