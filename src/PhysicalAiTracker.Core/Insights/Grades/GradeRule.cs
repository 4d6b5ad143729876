using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>
/// The one rule for grades (docs/grades.md): a value is as good as its second origin. Pure, and blind to the order of the evidence.
/// Nothing that a passage claims of itself adds a point: firm wording takes nothing away, and that is all.
/// </summary>
public static class GradeRule
{
    /// <summary>Points of a source that nobody judged, or that cannot be judged.</summary>
    public const int Unjudged = 1;

    /// <summary>A claimant with an interest.</summary>
    public const int Interest = -2;

    public const int Hedged = -1;

    /// <summary>Read out of the passage and not said by it.</summary>
    public const int Inferred = -2;

    /// <summary>Credibility 4.</summary>
    public const int Doubtful = -1;

    /// <summary>Credibility 5.</summary>
    public const int Improbable = -2;

    public const int NotCaptured = -1;

    /// <summary>From so many points an origin is solid: two such confirm.</summary>
    public const int Solid = 3;

    /// <summary>From so many points an origin is fair: two such support well.</summary>
    public const int Fair = 2;

    /// <summary>So many points make one origin a report by itself.</summary>
    public const int BeyondDoubt = 4;

    /// <param name="evidence">What the passages say of the shown value.</param>
    /// <param name="contradicted">Whether an open contradiction names the value.</param>
    /// <param name="shelfLife">Months after which such a fact is stale; null for never.</param>
    public static GradeOutcome Of(IReadOnlyCollection<GradeEvidence> evidence, bool contradicted, int? shelfLife)
    {
        var proved = evidence.Where(e => e.Proof != Proof.None).ToList();
        var affirmed = proved.Where(e => e.Polarity == Polarity.Affirms).ToList();
        var denials = proved.Count - affirmed.Count;
        List<OriginWeight> origins =
        [
            .. affirmed.GroupBy(e => e.Origin, StringComparer.Ordinal).Select(Best)
                .OrderByDescending(o => o.Points).ThenBy(o => o.Slug, StringComparer.Ordinal),
        ];
        var contested = contradicted || denials > 0;
        var fresh = origins.Count == 0 ? Grade.Unsupported : contested ? Grade.Contested : Of(origins);
        DateOnly? newest = affirmed.Count == 0 ? null : affirmed.Max(e => e.On);
        return new GradeOutcome(
            fresh, WhenStale(fresh), shelfLife is { } months ? newest?.AddMonths(months) : null, newest, origins, denials, contradicted, evidence.Count - proved.Count);
    }

    /// <summary>A stale value is a step lower, but a single source stays one.</summary>
    public static Grade WhenStale(Grade fresh) => fresh > Grade.SingleSource ? fresh - 1 : fresh;

    /// <summary>Points of one passage and why they are not more; never less than none.</summary>
    public static (int Points, IReadOnlyList<string> Lowered) Weigh(GradeEvidence evidence)
    {
        var points = Reliable(evidence.Reliability, evidence.OriginReliability);
        var lowered = new List<string>();
        Lower(evidence.Interested, Interest, "claimant has an interest");
        Lower(evidence.Modality == AssertionModality.Hedged, Hedged, "hedged");
        Lower(evidence.Modality == AssertionModality.Inferred, Inferred, "inferred");
        Lower(evidence.Credibility == 4, Doubtful, "doubtful");
        Lower(evidence.Credibility == 5, Improbable, "improbable");
        Lower(evidence.Proof == Proof.NotCaptured, NotCaptured, "passage not captured again");
        return (Math.Max(points, 0), lowered);

        void Lower(bool applies, int by, string why)
        {
            if (applies)
            {
                points += by;
                lowered.Add(why);
            }
        }
    }

    /// <summary>Points of a reliability by the Admiralty code.</summary>
    public static int PointsOf(Reliability reliability) => reliability switch
    {
        Reliability.A => 4,
        Reliability.B => 3,
        Reliability.C => 2,
        Reliability.D => 1,
        Reliability.E => 0,
        _ => Unjudged,
    };

    /// <summary>A careless retelling spoils a good origin and a good retelling does not mend a bad one: the lower of the two counts.</summary>
    private static int Reliable(params IEnumerable<Reliability?> chain) =>
        chain.OfType<Reliability>().Where(r => r != Reliability.F).Select(PointsOf).DefaultIfEmpty(Unjudged).Min();

    private static Grade Of(List<OriginWeight> origins)
    {
        var second = origins.Count > 1 ? origins[1].Points : 0;
        return second >= Solid ? Grade.Confirmed
            : second >= Fair ? Grade.WellSupported
            : second > 0 || origins[0].Points >= BeyondDoubt ? Grade.Reported
            : Grade.SingleSource;
    }

    /// <summary>An origin weighs what its best passage does.</summary>
    private static OriginWeight Best(IEnumerable<GradeEvidence> passages)
    {
        var (points, words, said) = passages.Select(said => (Weight: Weigh(said), said))
            .Select(pair => (pair.Weight.Points, Words: pair.Weight.Lowered, pair.said))
            .OrderByDescending(pair => pair.Points).ThenBy(pair => string.Join(", ", pair.Words), StringComparer.Ordinal).First();
        return new OriginWeight(said.Origin, said.OriginName, points, words);
    }
}
