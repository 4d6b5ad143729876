using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights;

/// <summary>Tables of docs/insights.md.</summary>
internal static class DocumentTable
{
    /// <summary>The rows, cell by cell, of the first table with this head.</summary>
    public static IReadOnlyList<string[]> Of(params string[] head)
    {
        var lines = File.ReadAllLines(Repository.Path("docs", "insights.md"));
        var start = Array.IndexOf(lines, $"| {string.Join(" | ", head)} |");
        start.Should().BeGreaterThan(0, "the document has a table {0}", string.Join(", ", head));
        return [.. lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select(line => line[1..^1].Split('|', StringSplitOptions.TrimEntries))];
    }
}
