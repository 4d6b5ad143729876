namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>What one rule counts for or against two records being one.</summary>
/// <param name="Rule">The rule's name, kebab-case: see docs/duplicates.md.</param>
/// <param name="Value">Points, below zero where it speaks against.</param>
/// <param name="Text">A sentence for a person.</param>
public sealed record Point(string Rule, int Value, string Text)
{
    /// <summary>Rules that do not bring back a pair which somebody judged to be two: any article may name both.</summary>
    private static readonly HashSet<string> Weak = ["same-source", "same-investors", "founded", "dates"];

    /// <summary>Whether a judgement rests on it.</summary>
    internal bool IsMaterial => Value > 0 && !Weak.Contains(Rule);

    /// <summary>The sum, from 0 to 100.</summary>
    public static int Score(IEnumerable<Point> points) => Math.Clamp(points.Sum(point => point.Value), 0, 100);
}
