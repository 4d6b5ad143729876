using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Insights.Dependencies;
using PhysicalAiTracker.Core.Insights.Interests;
using PhysicalAiTracker.Core.Insights.Questions;
using PhysicalAiTracker.Core.Insights.Staleness;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>A headline of each insight.</summary>
public sealed record InsightsSummary(
    DateOnly AsOf, CapitalSums Capital, IReadOnlyList<InterestCount> Interests, int Providers, int Hardware, int Stale, int InDoubt, int OpenQuestions, int QuestionsDue, int QuestionsOffered);

/// <summary>Takes the headlines from the insights themselves, so that they cannot differ.</summary>
public sealed class InsightsOverview(
    CapitalQueries capital, InterestQueries interests, DependencyQueries dependencies, StalenessQueries staleness, QuestionInsights questions)
{
    public async Task<InsightsSummary> ReadAsync(CancellationToken cancellation)
    {
        var money = await capital.ReportAsync(new CapitalOptions(), cancellation);
        var found = await interests.ReportAsync(null, cancellation);
        var depends = await dependencies.ReportAsync(null, null, cancellation);
        var stale = await staleness.ReportAsync(null, cancellation);
        var asked = await questions.ReportAsync(cancellation);
        return new InsightsSummary(
            money.AsOf, money.Total, found.Kinds, depends.TotalProviders, depends.TotalHardware, stale.TotalStale, stale.TotalInDoubt, asked.Total, asked.Due, asked.Offered);
    }
}
