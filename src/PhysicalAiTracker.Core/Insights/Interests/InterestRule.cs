using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Interests;

/// <summary>What makes an interest, and when it is in conflict with a claim. docs/insights.md explains it.</summary>
internal static class InterestRule
{
    public const string Text =
        "Somebody is behind a company as its founder, executive, board member, parent or shareholder, or by taking part in one of its rounds, directly or through at "
        + "most three such links; the same links lead to what they have an interest in. Former and ended affiliations and pledges withdrawn do not count. Whoever sells cloud "
        + "compute has an interest in the cloud, whoever sells edge silicon in the edge; accelerators serve both and take no side. On-device and on-site are "
        + "the edge; where a company's valid claims are undisclosed, hybrid, left to the customer or on both sides, the conflict is undecided. An investor is a "
        + "supplier where it, or what it is the parent of, sells compute or is named in the company's claims as host or maker of hardware. A company without a claim is no finding.";

    /// <summary>No chain is longer on either side.</summary>
    public const int MaxLinks = 3;

    public static Tie? TieOf(AffiliationKind kind) => kind switch
    {
        AffiliationKind.Founder => Tie.Founder,
        AffiliationKind.CoFounder => Tie.CoFounder,
        AffiliationKind.Executive => Tie.Executive,
        AffiliationKind.Board => Tie.Board,
        AffiliationKind.ParentOf => Tie.ParentOf,
        AffiliationKind.Shareholder => Tie.Shareholder,
        _ => null,
    };

    /// <summary>What an interest in this compute is to a company of these placements; null where it takes no side or nothing is claimed.</summary>
    public static InterestKind? KindOf(ComputeKind sells, IReadOnlyCollection<Placement> claimed)
    {
        var edge = claimed.Any(placement => placement is Placement.OnDevice or Placement.OnSite);
        var cloud = claimed.Contains(Placement.Cloud);
        return (sells, edge, cloud) switch
        {
            (ComputeKind.Accelerators, _, _) => null,
            _ when claimed.Count == 0 => null,
            (ComputeKind.Cloud, true, false) => InterestKind.CloudBehindEdge,
            (ComputeKind.EdgeSilicon, false, true) => InterestKind.EdgeBehindCloud,
            (ComputeKind.Cloud, false, true) or (ComputeKind.EdgeSilicon, true, false) => null,
            _ => InterestKind.Undecided,
        };
    }

    /// <summary>Whether hardware bears the maker's name: "NVIDIA Jetson Thor" is NVIDIA's.</summary>
    public static bool IsMadeBy(string hardware, string makerKey) =>
        NameKey.Of(hardware) is var name && makerKey.Length > 1 && (name == makerKey || name.StartsWith(makerKey + " ", StringComparison.Ordinal));
}
