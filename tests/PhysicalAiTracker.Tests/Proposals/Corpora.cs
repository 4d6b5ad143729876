using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Proposals;

/// <summary>The scored texts, all in wordings of our own; names are invented or those of known companies, and what is said of them is invented too.</summary>
public static class Corpora
{
    public static IReadOnlyList<CorpusText> All { get; } =
        [.. Directory.GetFiles(Repository.Path("tests", "PhysicalAiTracker.Tests", "Proposals", "Corpus"), "*.txt").Order(StringComparer.Ordinal).Select(CorpusText.Read)];

    public static CorpusText Find(string name) => All.Single(text => text.Name == name);
}
