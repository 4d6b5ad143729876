using PhysicalAiTracker.Core.Insights.Interests;

namespace PhysicalAiTracker.Web.Rendering.Insights;

/// <summary>Findings in words.</summary>
public static class InterestText
{
    /// <summary>As the title of a part.</summary>
    public static string TitleOf(InterestKind kind) => kind switch
    {
        InterestKind.CloudBehindEdge => "Cloud interest behind an edge claim",
        InterestKind.EdgeBehindCloud => "Edge interest behind a cloud claim",
        InterestKind.Undecided => "Undecided: an interest, and a placement that takes no side",
        _ => "Suppliers that invest",
    };

    /// <summary>After their number: "suppliers that invest".</summary>
    public static string Of(InterestKind kind) => kind == InterestKind.SupplierInvestor ? "of suppliers that invest" : Labels.Of(kind);

    /// <summary>What stands before the party that a link leads to: "founder of".</summary>
    public static string Of(Tie tie) => tie switch
    {
        Tie.Executive => "executive of",
        Tie.Board => "on the board of",
        Tie.ParentOf => "parent of",
        Tie.Investor => "investor in",
        _ => Labels.Of(tie) + " of",
    };
}

/// <summary>A chain of links with what says so.</summary>
/// <param name="Behind">Where the chain starts.</param>
public sealed record ChainView(Core.Parties.PartyLink Behind, IReadOnlyList<ChainLink> Links, ILookup<Guid, Core.Sources.AssertionItem> Evidence);
