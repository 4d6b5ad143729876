using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Compares words of an enumeration.</summary>
internal static class WordComparer
{
    public static Verdict Compare(RecordKind kind, string field, string left, string right)
    {
        if (left == right)
        {
            return Verdict.Same;
        }

        if (kind == RecordKind.FundingRound && field == "valuationKind" && (left == "unspecified" || right == "unspecified"))
        {
            return Verdict.Because(Explanation.Precision, "One of the two does not say which it is.");
        }

        if (kind == RecordKind.Claim && field == "placement")
        {
            return Placements(Words.Parse<Placement>(left), Words.Parse<Placement>(right));
        }

        return kind == RecordKind.Claim && field == "modality"
            ? Verdict.Because(Explanation.DifferentScope, $"That it is {Prose.Of(left)} does not contradict that it is {Prose.Of(right)}.")
            : Verdict.Conflict($"Only one of {Prose.Of(left)} and {Prose.Of(right)} can be so.");
    }

    /// <summary>Where one and the same thing runs, by two sources.</summary>
    public static Verdict Placements(Placement left, Placement right)
    {
        if (left == right)
        {
            return Verdict.Same;
        }

        if (left == Placement.Undisclosed || right == Placement.Undisclosed)
        {
            return Verdict.Because(Explanation.Precision, "Where one source would not tell, another does.");
        }

        return left == Placement.CustomerChoice || right == Placement.CustomerChoice
            ? Verdict.Because(Explanation.Precision, $"The customer's choice leaves room for {Prose.Of(left == Placement.CustomerChoice ? right : left)}.")
            : Verdict.Conflict($"At one scope it cannot run both {Prose.Of(left)} and {Prose.Of(right)}.");
    }
}

/// <summary>Fields that hold a state, and the order in which states follow each other.</summary>
internal static class ChangingFields
{
    /// <summary>Whether the second word may follow the first; null where the field holds no state.</summary>
    public static Func<string, string, bool, bool>? Find(RecordKind kind, string field) => (kind, field) switch
    {
        (RecordKind.FundingRound, "status") => Forward<FundingStatus>,
        // Each filing says how the offering stands on its day.
        (RecordKind.FundingRound, _) when field.StartsWith("filed", StringComparison.Ordinal) => (_, _, _) => true,
        (RecordKind.Deal, "status") => Forward<DealStatus>,
        (RecordKind.Claim, "placement" or "modality") => (_, _, _) => true,
        _ => null,
    };

    /// <summary>Rumoured before announced before closed. What was so and is denied later does not follow; what was denied may come to be so.</summary>
    private static bool Forward<TStatus>(string earlier, string later, bool denied)
        where TStatus : struct, Enum =>
        !denied && Comparer<TStatus>.Default.Compare(Words.Parse<TStatus>(earlier), Words.Parse<TStatus>(later)) <= 0;
}
