namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Builds findings so that the order in which evidence came in never shows.</summary>
internal static class Findings
{
    /// <summary>Everything that differs among the facts.</summary>
    public static IReadOnlyList<Finding> Of(Facts facts) =>
    [
        .. FieldFindings.Of(facts).Concat(ClaimFindings.Of(facts)).Concat(MeasurementFindings.Of(facts)).Concat(RoundFindings.Of(facts))
            .OrderBy(finding => finding.Subject, StringComparer.Ordinal),
    ];

    /// <summary>Puts sides in order and compares each with each; null where all agree.</summary>
    /// <param name="compare">Null where two sides are not to be compared.</param>
    public static Finding? Build(
        ContradictionKind kind, string subject, Owner owner, Guid? record, string field, string? topic, IEnumerable<Side> sides, Func<Side, Side, Verdict?> compare)
    {
        List<Side> ordered = [.. sides.OrderBy(side => side.Since ?? DateOnly.MaxValue).ThenBy(side => side.Key, StringComparer.Ordinal)];
        var comparisons = new List<Compared>();
        for (var left = 0; left < ordered.Count; left++)
        {
            for (var right = left + 1; right < ordered.Count; right++)
            {
                if (compare(ordered[left], ordered[right]) is { Agrees: false } verdict)
                {
                    comparisons.Add(new Compared(left + 1, right + 1, verdict));
                }
            }
        }

        return comparisons.Count == 0 ? null : new Finding(kind, subject, owner, record, field, topic, ordered, comparisons);
    }

    /// <summary>Those who say it, in an order of their own.</summary>
    public static IReadOnlyList<Statement> Ordered(IEnumerable<Statement> statements) =>
        [.. statements.OrderBy(s => s.Published?.Earliest ?? DateOnly.MaxValue).ThenBy(s => s.Assertion).ThenBy(s => s.Field, StringComparer.Ordinal)];
}
