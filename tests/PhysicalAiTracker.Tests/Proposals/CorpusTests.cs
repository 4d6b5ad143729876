using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;
using Xunit.Abstractions;

namespace PhysicalAiTracker.Tests.Proposals;

/// <summary>Scores what is proposed for the corpus. A proposal with one wrong key field is wrong, and a fact is found only when all are right.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.95;
    private const double LeastRecall = 0.75;
    private const int ScoredKinds = 5;

    [Fact]
    public async Task Proposals_are_right_and_few_facts_are_missed()
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        var rows = new List<(string Kind, int Right, int Proposed, int Expected)>();
        foreach (var text in Corpora.All)
        {
            var proposals = await ProposedAsync(analyst, text);
            var missed = text.Expected.ToList();
            foreach (var proposed in proposals.Select(proposal => KeyFields.Of(proposal, proposals)))
            {
                var right = missed.Remove(proposed);
                rows.Add((proposed.Kind, right ? 1 : 0, 1, 0));
                Tell(right ? null : $"{text}: wrong: {proposed}");
            }

            rows.AddRange(text.Expected.Select(fact => (fact.Kind, 0, 0, 1)));
            missed.ForEach(fact => Tell($"{text}: missed: {fact}"));
        }

        var failures = rows.GroupBy(row => row.Kind).Select(group => Score(group.Key, [.. group])).Append(Score("all", rows)).OfType<string>().ToList();

        failures.Should().BeEmpty();
    }

    [Fact]
    public void The_corpus_is_large_enough_to_say_something()
    {
        Corpora.All.Should().HaveCountGreaterThanOrEqualTo(25);
        Corpora.All.Count(text => text.Expected.Count > 0).Should().Be(Corpora.All.Count);
        Corpora.Find("long-article").Source.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.Should().BeGreaterThanOrEqualTo(1500);
    }

    private static Task<IReadOnlyList<Proposal>> ProposedAsync(Analyst analyst, CorpusText text) =>
        analyst.InScopeAsync<ProposalQueries, IReadOnlyList<Proposal>>(queries => queries.OfTextAsync(text.Source, CancellationToken.None));

    private string? Score(string kind, IReadOnlyList<(string Kind, int Right, int Proposed, int Expected)> rows)
    {
        var (right, proposed, expected) = (rows.Sum(row => row.Right), rows.Sum(row => row.Proposed), rows.Sum(row => row.Expected));
        var (precision, recall) = ((double)right / Math.Max(1, proposed), (double)right / Math.Max(1, expected));
        var line = FormattableString.Invariant($"{kind,-12} right {right,4} of {proposed,4} proposed, {expected,4} expected: precision {precision:0.000}, recall {recall:0.000}");
        Tell(line);
        return expected >= ScoredKinds && (precision < LeastPrecision || recall < LeastRecall) ? line : null;
    }

    private void Tell(string? line)
    {
        if (line is not null)
        {
            output.WriteLine(line);
        }
    }
}
