using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Interests;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>The parameters of the insights but for those of capital.</summary>
public static class InsightParameters
{
    public static Parameter InterestKinds { get; } = new("kind", "Sort of finding.", Words.All<InterestKind>());

    public static Parameter Planes { get; } = new("plane", "Plane of the claims that name a provider or hardware.", Words.All<Plane>());

    public static Parameter Modalities { get; } = new("modality", "Whether the claims say that it is so, can be, is to be, or ought to be.", Words.All<ClaimModality>());

    public static Parameter RecordKinds { get; } = new("record", "Kind of record that a fact is of.", Words.All<RecordKind>());
}
