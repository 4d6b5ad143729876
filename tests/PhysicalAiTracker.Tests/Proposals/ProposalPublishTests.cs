using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Proposals;

/// <summary>What is proposed can be put into a draft as it is, and published.</summary>
public sealed class ProposalPublishTests
{
    [Theory, EachDatabase]
    public async Task Every_proposal_of_the_corpus_publishes_with_the_parties_it_needs(DatabaseProvider provider)
    {
        // What is proposed does not depend on the database; how it is stored does, and some texts show that.
        foreach (var text in provider == DatabaseProvider.Sqlite ? Corpora.All : Corpora.All.Where((_, place) => place % 6 == 0))
        {
            await using var analyst = new Analyst(provider);
            var proposals = await ProposedAsync(analyst, text.Source);
            var outcome = await PublishAsync(analyst, text.Source, proposals);

            outcome.Problems.Should().BeEmpty(text.Name);
            outcome.Changes.Should().HaveCount(proposals.Count, text.Name);
        }
    }

    [Theory, EachDatabase]
    public async Task Each_proposal_publishes_alone_with_what_it_needs(DatabaseProvider provider)
    {
        var text = Corpora.Find("long-article");
        await using var analyst = new Analyst(provider);
        var proposals = await ProposedAsync(analyst, text.Source);
        foreach (var proposal in proposals)
        {
            var taken = proposals.Where(other => other == proposal || proposal.Needs.Contains(other.Id)).ToList();
            var document = Document(text.Source, taken);
            var preview = await analyst.InScopeAsync<DraftCommands, DisclosureOutcome>(drafts => drafts.PreviewAsync(document, analyst.Who, _ => Task.CompletedTask, CancellationToken.None));

            preview.Problems.Should().BeEmpty(proposal.Summary);
        }
    }

    [Theory, EachDatabase]
    public async Task A_party_that_the_tracker_knows_is_named_by_its_slug_and_not_proposed_again(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var source = Source("Project Prometheus has raised $12 billion in a Series B round led by Alder Ventures. It trains its models on AWS.");

        var proposals = await ProposedAsync(analyst, source);

        proposals.Where(p => p.Record == RecordKind.Party).Select(p => p.Change["set"]!["name"]!.ToString()).Should().Equal("Alder Ventures");
        var round = proposals.Single(p => p.Record == RecordKind.FundingRound);
        round.Change["set"]!["company"]!.ToString().Should().Be("project-prometheus");
        var claim = proposals.Single(p => p.Record == RecordKind.Claim);
        claim.Change["set"]!["hosts"]![0]!["party"]!.ToString().Should().Be("amazon-web-services");
        (await PublishAsync(analyst, source, proposals)).Problems.Should().BeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Reading_the_same_text_again_gives_the_same_ids(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var source = Corpora.Find("01-wire-series-b").Source;

        var first = await ProposedAsync(analyst, source);
        var second = await ProposedAsync(analyst, source);

        second.Select(p => p.Id).Should().Equal(first.Select(p => p.Id)).And.OnlyHaveUniqueItems();
    }

    [Theory, EachDatabase]
    public async Task Selected_words_are_offered_as_every_kind_with_what_they_say(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var source = Source("Acme Robotics is in talks to raise about $40 million in a Series B. It declined to comment.");
        var end = source.Text.IndexOf('.', StringComparison.Ordinal);

        var offered = await analyst.InScopeAsync<ProposalQueries, IReadOnlyList<Proposal>>(queries => queries.OfSelectionAsync(source, 0, end, CancellationToken.None));

        offered[0].Rule.Should().Be("round-in-talks");
        var chosen = offered.Where(p => p.Rule == Proposal.Chosen).ToList();
        chosen.Select(p => p.Record).Should().BeEquivalentTo(Enum.GetValues<RecordKind>());
        var round = chosen[0];
        round.Record.Should().Be(RecordKind.FundingRound);
        round.Change["set"]!.ToJsonString().Should().Be("""{"company":"#acme-robotics","amount":"about $40 m","stage":"series-b","status":"in-talks"}""");
        round.Change["assertions"]![0]!["modality"]!.ToString().Should().Be("hedged");
        round.Change["assertions"]![0]!["passage"]!["exact"]!.ToString().Should().Be(source.Text[..end]);
        offered.Where(p => round.Needs.Contains(p.Id)).Should().ContainSingle().Which.Change["ref"]!.ToString().Should().Be("acme-robotics");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, 900000)]
    [InlineData(13, 14)]
    [InlineData(40, 3)]
    public async Task Any_selection_is_answered(int start, int end)
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);

        var offered = await analyst.InScopeAsync<ProposalQueries, IReadOnlyList<Proposal>>(
            queries => queries.OfSelectionAsync(Source("Acme Robotics raised $5 million.\n\n  Nothing else."), start, end, CancellationToken.None));

        offered.Where(p => p.Rule == Proposal.Chosen).Select(p => p.Record).Should().BeEquivalentTo(Enum.GetValues<RecordKind>());
    }

    private static ProposalSource Source(string text) => new(text, "A text", null, null);

    private static Task<IReadOnlyList<Proposal>> ProposedAsync(Analyst analyst, ProposalSource source) =>
        analyst.InScopeAsync<ProposalQueries, IReadOnlyList<Proposal>>(queries => queries.OfTextAsync(source, CancellationToken.None));

    private static async Task<DisclosureOutcome> PublishAsync(Analyst analyst, ProposalSource source, IReadOnlyList<Proposal> proposals)
    {
        var id = await analyst.InScopeAsync<DraftCommands, Guid>(drafts => drafts.CreateAsync(Document(source, proposals), analyst.Who, CancellationToken.None));
        return (await analyst.InScopeAsync<DraftCommands, DisclosureOutcome?>(drafts => drafts.PublishAsync(id, analyst.Who, CancellationToken.None)))!;
    }

    /// <summary>A draft with the proposals taken over as they are.</summary>
    private static JsonObject Document(ProposalSource source, IReadOnlyList<Proposal> proposals) => new()
    {
        ["title"] = source.Title,
        ["source"] = new JsonObject { ["title"] = source.Title, ["kind"] = Core.Shared.Words.Of(SourceKind.Article), ["snapshot"] = new JsonObject { ["kind"] = "full-text", ["text"] = source.Text } },
        ["changes"] = new JsonArray([.. proposals.Select(proposal => proposal.Change.DeepClone())]),
    };
}
