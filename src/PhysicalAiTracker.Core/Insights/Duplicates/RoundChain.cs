namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Rounds that supersede one another are the same money told again, and known to be.</summary>
internal static class RoundChain
{
    public static bool Joins(IReadOnlyCollection<RoundFacts> rounds, RoundFacts one, RoundFacts other) => EndOf(rounds, one.Id) == EndOf(rounds, other.Id);

    /// <summary>The round whose figures stand in the end.</summary>
    public static Guid EndOf(IReadOnlyCollection<RoundFacts> rounds, Guid round)
    {
        var (end, steps) = (round, 0);
        while (steps++ < rounds.Count && rounds.FirstOrDefault(later => later.Supersedes == end) is { } later)
        {
            end = later.Id;
        }

        return end;
    }
}
