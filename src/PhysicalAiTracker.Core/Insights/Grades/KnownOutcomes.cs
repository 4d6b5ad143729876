namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>What came of evidence before. The fields of an import rest on one passage each, and the passages of a disclosure weigh alike: a few outcomes for thousands of fields.</summary>
internal sealed class KnownOutcomes
{
    private readonly Dictionary<(GradeEvidence Evidence, bool Contradicted, int? Months), GradeOutcome> _outcomes = [];
    private readonly Dictionary<(GradeOutcome Outcome, int? Months, string? Weakest), string> _traces = [];

    /// <inheritdoc cref="GradeRule.Of(IReadOnlyCollection{GradeEvidence}, bool, int?)"/>
    public GradeOutcome Of(IReadOnlyCollection<GradeEvidence> evidence, bool contradicted, int? shelfLife)
    {
        if (evidence.Count != 1)
        {
            return GradeRule.Of(evidence, contradicted, shelfLife);
        }

        var key = (evidence.First(), contradicted, shelfLife);
        if (!_outcomes.TryGetValue(key, out var outcome))
        {
            _outcomes[key] = outcome = GradeRule.Of(evidence, contradicted, shelfLife);
        }

        return outcome;
    }

    /// <summary>How an outcome is stored, see <see cref="GradeTrace"/>.</summary>
    public string TraceOf(GradeOutcome outcome, int? months, string? weakest = null)
    {
        if (!_traces.TryGetValue((outcome, months, weakest), out var trace))
        {
            _traces[(outcome, months, weakest)] = trace = GradeTrace.Of(outcome, months, weakest).ToJson();
        }

        return trace;
    }
}
