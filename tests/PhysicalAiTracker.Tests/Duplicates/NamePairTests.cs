using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Support;
using Xunit.Abstractions;

namespace PhysicalAiTracker.Tests.Duplicates;

/// <summary>Pairs of names that are, or are not, one party's: <c>NamePairs.tsv</c>, ours, with the patterns that sources show.</summary>
public sealed class NamePairTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.95;
    private const double LeastRecall = 0.9;

    private static readonly IReadOnlyList<Labelled> Pairs =
    [
        .. File.ReadLines(Repository.Path("tests", "PhysicalAiTracker.Tests", "Duplicates", "NamePairs.tsv")).Select(line => line.Split('\t'))
            .Select(part => new Labelled(part[0] == "same", Facts(part[1], part[2]), Facts(part[3], part[4]))),
    ];

    [Fact]
    public void Precision_and_recall_stay_above_their_floor()
    {
        var judged = Pairs.Select(pair => (pair, Score: Point.Score(PartyMatcher.Compare(pair.One, pair.Other)))).Select(p => (p.pair, p.Score, Likely: p.Score >= DraftDuplicate.LeastScore)).ToList();
        foreach (var (pair, score, likely) in judged.Where(p => p.Likely != p.pair.Same))
        {
            output.WriteLine($"{(likely ? "wrong" : "missed")} {score}: {pair.One.Name} / {pair.Other.Name}");
        }

        var right = judged.Count(p => p.Likely && p.pair.Same);
        var (precision, recall) = ((double)right / judged.Count(p => p.Likely), (double)right / judged.Count(p => p.pair.Same));
        output.WriteLine($"{judged.Count} pairs, precision {precision:0.000}, recall {recall:0.000}");

        judged.Count.Should().BeGreaterThanOrEqualTo(60);
        judged.Count(p => !p.pair.Same).Should().BeGreaterThan(30);
        precision.Should().BeGreaterThanOrEqualTo(LeastPrecision);
        recall.Should().BeGreaterThanOrEqualTo(LeastRecall);
    }

    [Theory]
    [InlineData("Figure AI, Inc.", "Figure", true)]
    [InlineData("1X Technologies", "1X", true)]
    [InlineData("General Agents", "General Motors", false)]
    [InlineData("World Labs", "AMI Labs", false)]
    [InlineData("Playground Global Fund II", "Playground Global Fund III", false)]
    public void The_best_known_traps(string one, string other, bool likely) =>
        (Point.Score(PartyMatcher.Compare(Facts("company", one), Facts("company", other))) >= DraftDuplicate.LeastScore).Should().Be(likely);

    [Fact]
    public void Names_found_alike_have_a_hash_in_common_so_that_no_pair_is_missed()
    {
        var all = Pairs.SelectMany(pair => new[] { pair.One, pair.Other }).ToList();
        var missed = from one in all from other in all where PartyMatcher.Compare(one, other).Any(p => p.Value > 0) && !one.Hashes.Overlaps(other.Hashes) select $"{one.Name} / {other.Name}";

        missed.Should().BeEmpty();
    }

    [Fact]
    public void Who_is_like_a_name_is_found_by_what_is_sought_for_it()
    {
        string[] slips = ["Aardvark Motion", "Abrdvark Motion", "Aarrdvark Motion", "Aardvakr Motion", "Aaardvark Motion", "A13n", "Bcdefghijk Motion", "Bxdefghijk Motion", "Bbdefghijk Motion", "Cbdefghijk Motion"];
        var all = Pairs.SelectMany(pair => new[] { pair.One, pair.Other }).Concat(slips.Select(name => Facts("company", name))).ToList();
        var missed = from one in all from other in all where PartyMatcher.Compare(one, other).Any(p => p.Value > 0) && !one.Sought.Overlaps(other.Hashes) select $"{one.Name} / {other.Name}";

        missed.Should().BeEmpty();
    }

    [Fact]
    public void Long_names_are_not_sought_by_their_first_letter_last_letter_and_length() =>
        Facts("company", "Bababa Machines").Sought.Overlaps(Facts("company", "Bonoro Controls").Hashes).Should().BeFalse();

    [Fact]
    public void The_order_of_the_two_does_not_matter()
    {
        foreach (var pair in Pairs)
        {
            PartyMatcher.Compare(pair.One, pair.Other).Should().BeEquivalentTo(PartyMatcher.Compare(pair.Other, pair.One));
        }
    }

    [Theory]
    [InlineData("prometheus", "promethius", true)]
    [InlineData("prometheus", "prometheu", true)]
    [InlineData("prometheus", "promtheus", true)]
    [InlineData("prometheus", "pormetheus", true)]
    [InlineData("prometheus", "promethesu", true)]
    [InlineData("prometheus", "promethious", false)]
    [InlineData("prometheus", "pormethues", false)]
    public void One_slip_is_a_letter_more_less_other_or_exchanged(string one, string other, bool slip)
    {
        NameMatcher.IsOneSlip(one, other).Should().Be(slip);
        NameMatcher.IsOneSlip(other, one).Should().Be(slip);
    }

    private static PartyFacts Facts(string kind, string name) =>
        new(Guid.Empty, name, null, Words.Parse<PartyKind>(kind), PartyFacts.FormsOf([name]), null, null, new HashSet<Guid>());

    private sealed record Labelled(bool Same, PartyFacts One, PartyFacts Other);
}
