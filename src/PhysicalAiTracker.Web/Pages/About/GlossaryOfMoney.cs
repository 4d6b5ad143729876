using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Web.Pages.About;

/// <summary>Who pays for it.</summary>
internal static class GlossaryOfMoney
{
    public static IReadOnlyList<Vocabulary> All { get; } =
    [
        Vocabulary.Of<FundingStatus>("round-statuses", "Status of a round", "How far it has come, by its sources. The disc fills as the money becomes certain.", status => status switch
        {
            FundingStatus.Rumored => "Somebody unnamed says that there is something.",
            FundingStatus.InTalks => "The company is said to be talking to investors.",
            FundingStatus.InProgress => "Being raised: sums or terms may still change, and nothing is closed.",
            FundingStatus.Announced => "A party to it has said so; the money need not have come.",
            FundingStatus.PartiallyClosed => "A first part of the money has come.",
            FundingStatus.Closed => "The money has come.",
            FundingStatus.Cancelled => "It did not take place.",
        }, "status"),
        Vocabulary.Of<FundingStage>("stages", "Stage of a round", "Standardised; what the announcement called it stands beside.", stage => stage switch
        {
            FundingStage.PreSeed => "Before a seed round.",
            FundingStage.Seed => "The first round with investors from outside.",
            FundingStage.SeriesA => "The first lettered round.",
            FundingStage.SeriesB => "The second lettered round.",
            FundingStage.SeriesC => "The third lettered round.",
            FundingStage.SeriesD => "The fourth lettered round.",
            FundingStage.SeriesE => "The fifth lettered round.",
            FundingStage.SeriesF => "The sixth lettered round or a later one.",
            FundingStage.Growth => "Late money without a letter.",
            FundingStage.Other => "Called something else; the announcement’s own word stands beside.",
        }),
        Vocabulary.Of<Instrument>("instruments", "Instruments", "What was given for the money.", instrument => instrument switch
        {
            Instrument.Equity => "New shares.",
            Instrument.Debt => "A promise to pay it back.",
            Instrument.Convertible => "Debt that may turn into shares.",
            Instrument.Secondary => "Shares that others held; the company itself gets nothing.",
            Instrument.ComputeCredit => "Compute instead of cash.",
            Instrument.Commitment => "A promise of money to come.",
        }),
        Vocabulary.Of<ValuationKind>("valuation-kinds", "Kinds of valuation", "Whether a valuation counts the new money.", kind => kind switch
        {
            ValuationKind.PreMoney => "Without it.",
            ValuationKind.PostMoney => "With it.",
            ValuationKind.Unspecified => "The source does not say.",
        }),
        Vocabulary.Of<ParticipationRole>("roles", "Role of an investor", "What an investor was in a round.", role => role switch
        {
            ParticipationRole.Lead => "Set the terms.",
            ParticipationRole.CoLead => "Set the terms together with another.",
            ParticipationRole.Participant => "Put money in.",
        }),
        Vocabulary.Of<ParticipationStatus>("participation", "Whether an investor’s money came", "Said only where a source says it.", status => status switch
        {
            ParticipationStatus.Invested => "It came.",
            ParticipationStatus.Pledged => "It was promised.",
            ParticipationStatus.Declined => "Asked, and did not.",
        }),
        Vocabulary.Of<DealKind>("deal-kinds", "Kinds of deal", "What one party does with another.", kind => kind switch
        {
            DealKind.Acquisition => "Takes it over.",
            DealKind.LicenceAndHire => "Hires its people and licenses its work; the company is left behind.",
            DealKind.Contemplated => "Is said to think of taking it over.",
        }),
        Vocabulary.Of<DealStatus>("deal-statuses", "Status of a deal", "How far it has come, by its sources.", status => status switch
        {
            DealStatus.Rumored => "Somebody unnamed says that there is something.",
            DealStatus.InTalks => "The two are said to be talking.",
            DealStatus.Announced => "A party to it has said so; it need not be done.",
            DealStatus.Completed => "Done.",
            DealStatus.Cancelled => "It did not take place.",
        }, "status"),
    ];
}
