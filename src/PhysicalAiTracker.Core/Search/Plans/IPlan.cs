namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>A statement that is kept ready.</summary>
internal interface IPlan
{
    string Text { get; }

    IReadOnlyList<PlanParameter> Parameters { get; }
}
