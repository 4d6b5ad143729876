using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Insights.Interests;

namespace PhysicalAiTracker.Web.Pages.About;

/// <summary>What the tracker derives.</summary>
internal static class GlossaryOfInsights
{
    public static IReadOnlyList<Vocabulary> All { get; } =
    [
        Vocabulary.Of<CapitalMeasure>("capital-measures", "Kinds of money in sums", "Each round is exactly one of them; they are never added to one another.", measure => measure switch
        {
            CapitalMeasure.Raised => "Cash of announced, partially closed and closed rounds.",
            CapitalMeasure.Open => "Cash that is rumoured, talked about or in progress.",
            CapitalMeasure.ComputeCredit => "The right to use somebody’s compute.",
            CapitalMeasure.Commitment => "Promised for later, on conditions.",
            CapitalMeasure.Secondary => "Shares that changed hands; nothing came to the company.",
            CapitalMeasure.Superseded => "Told again by a later round, and in no total.",
        }),
        Vocabulary.Of<InterestKind>("interest-kinds", "Findings about interests", "What somebody’s interest and a company’s claims have to do with one another.", kind => kind switch
        {
            InterestKind.CloudBehindEdge => "Whoever sells, or holds who sells, cloud compute is behind a company that claims the edge.",
            InterestKind.EdgeBehindCloud => "Whoever sells, or holds who sells, edge silicon is behind a company that claims the cloud.",
            InterestKind.Undecided => "There is an interest on one side, and the company’s placement is undisclosed or on neither side alone.",
            InterestKind.SupplierInvestor => "An investor sells compute, or hosts or makes what the company’s claims name.",
        }),
        Vocabulary.Of<Tie>("ties", "Links of a chain of interests", "Read as a sentence: from is this to to.", tie => tie switch
        {
            Tie.Founder => "Founded it.",
            Tie.CoFounder => "Founded it with others.",
            Tie.Executive => "Leads it, or a part of it.",
            Tie.Board => "Sits on its board.",
            Tie.ParentOf => "Owns or controls it.",
            Tie.Shareholder => "Holds shares of it.",
            Tie.Investor => "Took part in one of its rounds.",
        }),
    ];
}
