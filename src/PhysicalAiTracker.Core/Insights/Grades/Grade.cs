namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>How well a shown value is borne out (docs/grades.md). The numbers are its order: more is better.</summary>
public enum Grade
{
    /// <summary>Two origins, each of them solid.</summary>
    Confirmed = 5,

    /// <summary>Two origins, each of them fair.</summary>
    WellSupported = 4,

    /// <summary>Two origins, one of them weak; or one that is beyond doubt.</summary>
    Reported = 3,

    /// <summary>One origin.</summary>
    SingleSource = 2,

    /// <summary>Denied, or in an open contradiction.</summary>
    Contested = 1,

    /// <summary>No proved passage says so.</summary>
    Unsupported = 0,
}

/// <summary>What a passage is worth as a proof.</summary>
public enum Proof
{
    /// <summary>The words stand once in the stored text.</summary>
    Intact,

    /// <summary>The words are not in the latest text that was stored, which does not have the whole document.</summary>
    NotCaptured,

    /// <summary>The words are gone, or stand there more than once: no proof.</summary>
    None,
}

/// <summary>What one passage says of the shown value of one field: all that the rule looks at.</summary>
/// <param name="Origin">Slug of the source at the end of the chain of credits: equal slugs are one origin.</param>
/// <param name="OriginName">Its publisher, or its title.</param>
/// <param name="Reliability">Of the document that was read.</param>
/// <param name="OriginReliability">Of the origin.</param>
/// <param name="Interested">Whether the claimant stands to gain, see <see cref="Interests"/>.</param>
/// <param name="Polarity">A denial is one of exactly the shown value.</param>
/// <param name="Credibility">Admiralty, 1 to 6; null where nobody judged it.</param>
/// <param name="On">The day it speaks of: the first that its as-of date may mean, else the document's, else when it was entered.</param>
public sealed record GradeEvidence(
    string Origin,
    string OriginName,
    Sources.Reliability? Reliability,
    Sources.Reliability? OriginReliability,
    bool Interested,
    Sources.Polarity Polarity,
    Sources.AssertionModality Modality,
    int? Credibility,
    Proof Proof,
    DateOnly On);

/// <summary>What one origin weighs.</summary>
/// <param name="Lowered">Why it weighs less than its reliability gives, in words.</param>
public sealed record OriginWeight(string Slug, string Name, int Points, IReadOnlyList<string> Lowered);

/// <summary>What the rule says of one value.</summary>
/// <param name="Fresh">The grade before <paramref name="StaleFrom"/>.</param>
/// <param name="Stale">The grade from then on.</param>
/// <param name="StaleFrom">Null where such a fact does not go stale, or nothing speaks for it.</param>
/// <param name="EvidenceOn">The newest day that a passage speaks of; null where none does.</param>
/// <param name="Origins">Heaviest first.</param>
/// <param name="Denials">Passages that deny it.</param>
/// <param name="Unproved">Passages left out, because their words are gone.</param>
public sealed record GradeOutcome(
    Grade Fresh,
    Grade Stale,
    DateOnly? StaleFrom,
    DateOnly? EvidenceOn,
    IReadOnlyList<OriginWeight> Origins,
    int Denials,
    bool Contradicted,
    int Unproved)
{
    /// <summary>The grade on a day.</summary>
    public Grade At(DateOnly day) => StaleFrom <= day ? Stale : Fresh;
}
