using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.BrowserTests.Journey;

/// <summary>
/// The long article of the corpus, under names that no other journey uses: 1,500 words and more, with ten facts and three traps, which are
/// a title that the body contradicts, a rumour that was denied, and the round of a rival.
/// </summary>
/// <param name="Company">First word of the company's name, and so of the article's title.</param>
/// <param name="Founders">Family names of Maria and Thomas.</param>
/// <param name="Officer">Family name of Julia.</param>
/// <param name="Lead">First word of the investor that leads.</param>
/// <param name="With">First word of the one that takes part.</param>
public sealed record Article(string Company, (string Maria, string Thomas) Founders, string Officer, string Lead, string With)
{
    /// <summary>A sentence that the rules read nothing from, and a person does.</summary>
    public const string Unsaid = "nowhere in the hall is there a notice that says how long any of it is kept";

    private static readonly string[] Parts =
        File.ReadAllText(Repository.Path("tests", "PhysicalAiTracker.Tests", "Proposals", "Corpus", "long-article.txt")).Split("\n---\n");

    /// <summary>How many facts the corpus expects of it, the parties not counted.</summary>
    public static int Facts { get; } = Parts[2].Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => !line.StartsWith("party ", StringComparison.Ordinal));

    public string Name => $"{Company} Robotics";

    public string Slug => $"{Company.ToLowerInvariant()}-robotics";

    public string Title => $"{Name} closes $240 million round as it takes its robots off the cloud";

    public string Text => Parts[1].Replace("Harrow", Company, StringComparison.Ordinal)
        .Replace("Visser", Founders.Maria, StringComparison.Ordinal).Replace("Okoye", Founders.Thomas, StringComparison.Ordinal)
        .Replace("Brandt", Officer, StringComparison.Ordinal)
        .Replace("Meridian", Lead, StringComparison.Ordinal).Replace("Polder", With, StringComparison.Ordinal);
}
