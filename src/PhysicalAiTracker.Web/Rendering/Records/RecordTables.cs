using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>A table of funding rounds.</summary>
/// <param name="Evidence">What is said of each round.</param>
/// <param name="WithCompany">Whether the rounds are of several companies.</param>
/// <param name="List">The list whose page this is, for headers that sort.</param>
/// <param name="Drawn">Rows that were drawn before, of which <paramref name="Rounds"/> has no more than the id; null where all are drawn now.</param>
public sealed record RoundTable(IReadOnlyList<FundingRoundItem> Rounds, Func<Guid, IEnumerable<ISaid>> Evidence, bool WithCompany, ListView? List = null, DrawnPage? Drawn = null);

/// <summary>A table of architecture claims.</summary>
/// <param name="Evidence">What is said of each claim.</param>
/// <param name="WithCompany">Whether the claims are of several companies.</param>
public sealed record ClaimTable(IReadOnlyList<ClaimItem> Claims, Func<Guid, IEnumerable<ISaid>> Evidence, bool WithCompany);

/// <summary>A question as an article.</summary>
/// <param name="Now">UTC, where the page tells how long the question has been open.</param>
/// <param name="Brief">Only what to watch and what was answered.</param>
public sealed record QuestionView(QuestionItem Question, IEnumerable<ISaid> Assertions, DateTime? Now = null, bool Brief = false)
{
    /// <summary>"12 days"; null where the page does not tell it, or there is none yet.</summary>
    public string? Age => Now is { } now && Ages.Of(Question.CreatedAt, now) is var age && age != Ages.Today ? age : null;
}
