using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Tests.Proposals;

/// <summary>A text of the corpus and the facts that it should propose.</summary>
/// <param name="Expected">Each as its kind and key fields, see <see cref="KeyFields"/>.</param>
public sealed record CorpusText(string Name, ProposalSource Source, IReadOnlyList<KeyFields> Expected)
{
    /// <summary>Reads a file: a head of <c>name: value</c> lines, the text, and one expected fact a line; <c>---</c> between them.</summary>
    public static CorpusText Read(string path)
    {
        var parts = File.ReadAllText(path).Split("\n---\n");
        var head = parts[0].Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var source = new ProposalSource(
            SnapshotText.Normalise(parts[1]), head["title"], head.GetValueOrDefault("publisher"), head.TryGetValue("published", out var day) ? PartialDate.Parse(day) : null);
        var facts = parts[2].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(KeyFields.Parse).ToList();
        return new CorpusText(Path.GetFileNameWithoutExtension(path), source, facts);
    }

    public override string ToString() => Name;
}
