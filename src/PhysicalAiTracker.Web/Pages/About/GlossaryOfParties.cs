using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;

namespace PhysicalAiTracker.Web.Pages.About;

/// <summary>Who they are, what was counted, what is open.</summary>
internal static class GlossaryOfParties
{
    public static IReadOnlyList<Vocabulary> All { get; } =
    [
        Vocabulary.Of<PartyKind>("party-kinds", "Kinds of party", "Investor is no kind: it is what a party is when it takes part in a round.", kind => kind switch
        {
            PartyKind.Company => "Makes or sells something.",
            PartyKind.Person => "A human being.",
            PartyKind.InvestmentFirm => "Puts other people’s money into companies.",
            PartyKind.PublicBody => "A state, an agency, a public fund, a university.",
        }),
        Vocabulary.Of<ComputeKind>("compute", "Compute for sale", "What compute a party sells: what its interest in somebody’s placement would be.", kind => kind switch
        {
            ComputeKind.Cloud => "Rents out computers in its data centres.",
            ComputeKind.Accelerators => "Makes chips for data centres.",
            ComputeKind.EdgeSilicon => "Makes chips for machines and sites.",
        }),
        Vocabulary.Of<AffiliationKind>("affiliations", "Affiliations", "Each reads as a sentence: the party, the word, the organisation.", kind => kind switch
        {
            AffiliationKind.Founder => "Founded it.",
            AffiliationKind.CoFounder => "Founded it with others.",
            AffiliationKind.Executive => "Helps to run it.",
            AffiliationKind.Board => "Sits on its board.",
            AffiliationKind.Employee => "Works for it.",
            AffiliationKind.FormerlyAt => "Worked for it before.",
            AffiliationKind.HiredFrom => "Hired people from it.",
            AffiliationKind.FoundedByAlumniOf => "Was founded by people who had worked there.",
            AffiliationKind.ParentOf => "Owns it.",
            AffiliationKind.Shareholder => "Holds shares in it.",
        }),
        Vocabulary.Of<Metric>("metrics", "Measurements", "What is measured.", metric => metric switch
        {
            Metric.Headcount => "People who work there.",
            Metric.Office => "Places of work.",
            Metric.MarketSize => "What a market turns over.",
            Metric.Spend => "Money paid out.",
            Metric.Revenue => "Money taken in.",
            Metric.IncomeShare => "Part of a parent’s income.",
            Metric.TotalRaised => "All that it raised up to a day, as somebody states it; compared with the rounds on record.",
        }),
        Vocabulary.Of<Period>("periods", "Periods", "The span over which spending or revenue is counted.", period => period switch
        {
            Period.Year => "Twelve months.",
            Period.Quarter => "Three months.",
            Period.Month => "One month.",
        }),
        Vocabulary.Of<MilestoneKind>("milestones", "Milestones", "What sort of event it is.", kind => kind switch
        {
            MilestoneKind.ModelRelease => "A model came out.",
            MilestoneKind.Product => "A product came out or was shown.",
            MilestoneKind.Pilot => "A customer tries it.",
            MilestoneKind.Research => "A result was published.",
            MilestoneKind.Other => "None of these.",
        }),
        Vocabulary.Of<QuestionStatus>("question-statuses", "Status of a question", "Whether somebody has answered.", status => status switch
        {
            QuestionStatus.Open => "Nobody has, in public.",
            QuestionStatus.Resolved => "Answered; the answer and its day stand with it.",
        }, "status"),
        Vocabulary.Of<TriggerKind>("triggers", "What to watch", "What may bring the answer.", kind => kind switch
        {
            TriggerKind.Filing => "A paper handed to a regulator.",
            TriggerKind.EarningsCall => "A company talks to its shareholders.",
            TriggerKind.Date => "A day on which something is due.",
            TriggerKind.Event => "Something else that may happen.",
        }),
        Vocabulary.Of<ResponseKind>("responses", "Responses", "What a party did when asked.", kind => kind switch
        {
            ResponseKind.Declined => "Said that it would not say.",
            ResponseKind.NoReply => "Did not reply.",
            ResponseKind.Answered => "Answered.",
        }),
    ];
}
