using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>The one rule by which capital is counted; docs/insights.md tells it with an example, docs/decisions/0021 why.</summary>
internal static class CapitalRule
{
    public const string Text =
        "A company stands behind every placement that a valid claim about it names; undisclosed counts only where nothing else is named, and a company "
        + "without a claim stands apart. Where it stands behind several, each of its rounds is split evenly between them, to the cent, so that the "
        + "placements add up to the total; the round is counted once in each and marked as shared. Cash raised (announced, partially closed, closed) and cash not "
        + "closed (rumoured, in talks, in progress, status not stated) are never added, and neither are compute credits, commitments and secondary sales. Cancelled "
        + "rounds and backings without a round count nowhere, superseded rounds in no total, undisclosed amounts as rounds and not as zero.";

    /// <summary>The kind of money; null where the options leave the round out.</summary>
    public static CapitalMeasure? MeasureOf(FundingStatus? status, Instrument? instrument, bool superseded, CapitalOptions options)
    {
        if (status == FundingStatus.Cancelled || (superseded && !options.Superseded))
        {
            return null;
        }

        if (superseded)
        {
            return CapitalMeasure.Superseded;
        }

        var raised = status is FundingStatus.Announced or FundingStatus.PartiallyClosed or FundingStatus.Closed;
        if (!raised && !(status == FundingStatus.InProgress ? options.InProgress : options.Rumored))
        {
            return null;
        }

        return instrument switch
        {
            Instrument.ComputeCredit => CapitalMeasure.ComputeCredit,
            Instrument.Commitment => CapitalMeasure.Commitment,
            Instrument.Secondary => CapitalMeasure.Secondary,
            _ => raised ? CapitalMeasure.Raised : CapitalMeasure.Open,
        };
    }

    /// <summary>What a company stands behind, in the order of the words; one null where nothing is claimed.</summary>
    public static IReadOnlyList<Placement?> PlacementsOf(IEnumerable<Placement> claimed)
    {
        var named = claimed.Distinct().Order().ToList();
        if (named.Count > 1)
        {
            named.Remove(Placement.Undisclosed);
        }

        return named.Count == 0 ? [null] : [.. named.Select(placement => (Placement?)placement)];
    }

    /// <summary>One of the even parts of an amount in cents; the cents that do not divide go to the first parts.</summary>
    public static long? PartOf(long? cents, int parts, int index) => cents is { } whole ? (whole / parts) + (index < whole % parts ? 1 : 0) : null;
}
