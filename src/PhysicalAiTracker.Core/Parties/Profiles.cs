using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Parties;

/// <summary>Everything that a party's page tells, with who says so.</summary>
/// <param name="Rounds">Raised by the party, oldest first; unspecified backings among them.</param>
/// <param name="Affiliations">From either side.</param>
/// <param name="Questions">About the party, or put to it.</param>
/// <param name="Portfolio">Rounds of others in which the party took part.</param>
/// <param name="CoInvestors">Who took part in the same rounds, most often first.</param>
/// <param name="ComputeInterests">Compute sold by the party, by what it owns, by what owns it, and by what it founded or leads.</param>
/// <param name="Evidence">Assertions by record id, for all records above and the sellers of compute.</param>
/// <param name="Sources">The sources of that evidence, most quoted first.</param>
/// <param name="Revisions">Of the party itself, newest first.</param>
public sealed record PartyProfile(
    PartyItem Party,
    IReadOnlyList<FundingRoundItem> Rounds,
    IReadOnlyList<ClaimItem> Claims,
    IReadOnlyList<DealItem> Deals,
    IReadOnlyList<AffiliationItem> Affiliations,
    IReadOnlyList<ObservationItem> Observations,
    IReadOnlyList<MilestoneItem> Milestones,
    IReadOnlyList<QuestionItem> Questions,
    IReadOnlyList<FundingRoundItem> Portfolio,
    IReadOnlyList<CoInvestor> CoInvestors,
    IReadOnlyList<ComputeInterest> ComputeInterests,
    ILookup<Guid, AssertionItem> Evidence,
    IReadOnlyList<(SourceLink Source, int Assertions)> Sources,
    IReadOnlyList<RevisionItem> Revisions);

/// <summary>Somebody who put money into the same companies.</summary>
public sealed record CoInvestor(PartyLink Party, IReadOnlyList<PartyLink> Companies);

/// <summary>Compute that somebody close to a party sells.</summary>
/// <param name="SellerId">The seller's record, which has the evidence.</param>
/// <param name="Through">The affiliation that ties the two; null where the party sells it itself.</param>
/// <param name="AffiliationId">The record behind it; null where the party sells it itself.</param>
public sealed record ComputeInterest(PartyLink Seller, Guid SellerId, IReadOnlyList<ComputeKind> Sells, AffiliationKind? Through, Guid? AffiliationId);
