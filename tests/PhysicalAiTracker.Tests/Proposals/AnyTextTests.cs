using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Tests.Disclosures;

namespace PhysicalAiTracker.Tests.Proposals;

/// <summary>Whatever a text is, reading it does no harm, and what it proposes is quoted where it stands.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "Acme Robotics", "raised", "$50 million", "(about €46 million)", "in a", "Series B", "round", "led by", "Alder Ventures", ",", "and", "with participation from", "Bosch", ".", "\n\n", "on Tuesday", "in talks to", "raise", "trains its models", "on AWS",
        "on the robot", "at 200 Hz", "was founded in 2021 by", "Jane Doe", "employs", "more than 120 people", "declined to comment", "said", "it", "had", "acquired", "for", "’s", "“", "”", "not", "if", "The company", "CEO", "-based", "Berlin", "(", ")", "💡", "100–150", "ＡＣＭＥ", "ß", "\u0301",
    ];

    private static readonly string[] Facts =
    [
        ". Acme Robotics raised $50 million in a Series B round led by Alder Ventures, with participation from Bosch.", ". Acme Robotics trains its models on AWS.", ". Beta Motion employs more than 120 people.",
        ". Gamma Labs acquired Delta Vision for €12 million.", ". Jane Doe, chief executive of Beta Motion, declined to comment.", ". Beta Motion has not said where its inference runs.", ". Gamma Labs was founded by Jane Doe and John Smith.",
    ];

    [Fact]
    public async Task Any_text_gives_proposals_that_anchor_exactly_once()
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        var joined = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces));
        var noise = Gen.OneOf(joined, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));
        var texts = Gen.Elements(Facts).ArrayOf(3).SelectMany(facts => noise.ArrayOf(3).Select(around => string.Join("\n\n", facts.Zip(around, (fact, words) => $"{words} {fact}"))));

        var proposed = 0;
        foreach (var text in Gen.Sample(texts, 20, 300).Concat(Gen.Sample(noise, 60, 200)))
        {
            proposed += (await ProveAsync(analyst, text)).Count;
        }

        proposed.Should().BeGreaterThan(20, "noise keeps some facts from being read, but not all");
    }

    [Theory]
    [InlineData("raised ", 142_000)]
    [InlineData("Acme Robotics raised $50 million. ", 29_000)]
    [InlineData("Acme, Beta and Gamma, ", 45_000)]
    [InlineData("x", 1_000_000)]
    [InlineData("((((", 250_000)]
    [InlineData("$1 ", 333_000)]
    [InlineData("\u0001\u0002\n", 333_000)]
    [InlineData("Aa Bb Cc is said to have in talks led by ", 24_000)]
    public async Task A_million_characters_are_read_and_proposals_stay_few(string piece, int times)
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);

        var proposals = await ProveAsync(analyst, string.Concat(Enumerable.Repeat(piece, times)));

        proposals.Count.Should().BeLessThanOrEqualTo(300);
    }

    private static async Task<IReadOnlyList<Proposal>> ProveAsync(Analyst analyst, string raw)
    {
        var text = SnapshotText.Normalise(raw);
        var source = new ProposalSource(text, null, "Acme Robotics", PartialDate.Parse("2026-03-04"));
        var proposals = await analyst.InScopeAsync<ProposalQueries, IReadOnlyList<Proposal>>(queries => queries.OfTextAsync(source, CancellationToken.None));
        foreach (var passage in proposals.SelectMany(proposal => proposal.Change["assertions"]!.AsArray()).Select(assertion => assertion!["passage"]!))
        {
            Anchoring.Find(text, passage["exact"]!.ToString(), passage["prefix"]!.ToString(), passage["suffix"]!.ToString()).Should().BeOfType<Anchor.Intact>();
        }

        proposals.SelectMany(proposal => proposal.Needs).Should().BeSubsetOf(proposals.Select(proposal => proposal.Id));
        proposals.SelectMany(proposal => proposal.Values).Where(value => value.Start < 0 || value.Start >= value.End || value.End > text.Length).Should().BeEmpty();
        return proposals;
    }
}
