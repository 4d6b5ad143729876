namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Puts arithmetic and rulings together.</summary>
internal static class ContradictionSettlement
{
    /// <summary>Sets state and explanation: an analyst's ruling on this very evidence, otherwise what arithmetic found.</summary>
    public static void Settle(this Contradiction contradiction, IReadOnlyCollection<ContradictionRuling> rulings)
    {
        var found = contradiction.Comparisons.OrderBy(c => c.Left).ThenBy(c => c.Right).ToList();
        (contradiction.State, contradiction.Explanation) = rulings.InForce(contradiction.Fingerprint) switch
        {
            { Kind: RulingKind.Explained } ruling => (ContradictionState.Explained, ruling.Explanation),
            { Kind: RulingKind.Upheld } => (ContradictionState.Resolved, null),
            _ when found.Exists(c => c.Explanation is null) => (ContradictionState.Open, null),
            _ => (ContradictionState.Explained, found[0].Explanation),
        };
    }

    /// <summary>The last ruling, while the evidence is that on which it was made; null where it was withdrawn.</summary>
    /// <param name="rulings">In the order in which they were made.</param>
    public static ContradictionRuling? InForce(this IEnumerable<ContradictionRuling> rulings, string fingerprint) =>
        rulings.LastOrDefault() is { } last && last.Fingerprint == fingerprint && last.Kind != RulingKind.Withdrawn ? last : null;
}
