namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>One figure of the report.</summary>
/// <param name="Work">As the table of what is to be reached names it.</param>
/// <param name="Figure">What was measured, in words.</param>
/// <param name="Ratio">To what it is compared with; null where there is nothing.</param>
/// <param name="Reach">The ratio to reach; null where it is only told.</param>
/// <param name="Reached">Whether it was; true where there is none.</param>
/// <param name="Cost">Time of one answer, to be compared between sizes; null where the size cannot matter.</param>
internal sealed record Measured(string Work, string Figure, double? Ratio, string? Reach, bool Reached, TimeSpan? Cost = null);
