using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Tests.Sources;

public sealed class AnchoringTests
{
    private const string Text =
        "The control loop runs on the\nrobot at  200 Hz. Training runs in the cloud. The “planner” runs in the cloud too.\n";

    [Theory]
    [InlineData("The control loop", null, null, "The control loop")]
    [InlineData("runs on the robot at 200 Hz", null, null, "runs on the\nrobot at  200 Hz")] // a line was wrapped
    [InlineData("runs on\u00A0the\r\n   robot", null, null, "runs on the\nrobot")]
    [InlineData("\n Training ", null, null, "Training")]
    [InlineData("runs in the cloud", "Training ", null, "runs in the cloud")]
    [InlineData("runs in the cloud", null, " too", "runs in the cloud")]
    [InlineData("runs in the cloud", "”\n ", " too.", "runs in the cloud")]
    [InlineData(" runs in the cloud", "Training", null, "runs in the cloud")] // the space belongs to the context
    [InlineData("too.", null, "\n", "too.")]
    public void A_quote_anchors_where_it_stands_once(string exact, string? prefix, string? suffix, string slice)
    {
        var anchor = Anchoring.Find(Text, exact, prefix, suffix).Should().BeOfType<Anchor.Intact>().Subject;
        Text[anchor.Start..anchor.End].Should().Be(slice);
        anchor.Problem.Should().BeNull();
    }

    [Theory]
    [InlineData("The control loop runs on the cloud", null, null, "*does not stand*")]
    [InlineData("the control loop", null, null, "*other capitals*")]
    [InlineData("The \"planner\"", null, null, "*quotation marks*")]
    [InlineData("runsin the cloud", null, null, "*does not stand*")]
    [InlineData("200Hz", null, null, "*does not stand*")]
    [InlineData("runs in the cloud", "Training", null, "*not with these words*")] // the join is exact
    [InlineData("Training", "control loop ", null, "*not with these words*")]
    [InlineData("Training runs in the cloud", null, " too", "*not with these words*")]
    public void A_quote_that_does_not_stand_there_is_missing(string exact, string? prefix, string? suffix, string expected) =>
        Anchoring.Find(Text, exact, prefix, suffix).Should().BeOfType<Anchor.Missing>().Which.Reason.Should().Match(expected);

    [Theory]
    [InlineData(Text, "runs in the cloud", 2)]
    [InlineData(Text, "The", 2)]
    [InlineData("aaaa", "aa", 3)] // overlapping ones count
    [InlineData("a b, a\nb", "a b", 2)] // both are the quote: which one was meant is not guessed
    [InlineData("abcabcabcab", "abcab", 3)]
    public void A_quote_that_stands_there_more_often_is_ambiguous(string text, string exact, int count)
    {
        var anchor = Anchoring.Find(text, exact).Should().BeOfType<Anchor.Ambiguous>().Subject;
        anchor.Count.Should().Be(count);
        anchor.Problem.Should().Contain($"{count} times");
    }

    [Fact]
    public void A_quote_must_have_words_and_an_end()
    {
        Anchoring.Find(Text, " \n\t\u00A0").Should().BeOfType<Anchor.Invalid>().Which.Reason.Should().Contain("empty");
        Anchoring.Find(Text, "\uFEFF\0").Should().BeOfType<Anchor.Invalid>();
        Anchoring.Find(Text, new string('a', 2001)).Should().BeOfType<Anchor.Invalid>().Which.Reason.Should().Contain("2,000");
        Anchoring.Find(Text, "The", new string('a', 201)).Should().BeOfType<Anchor.Invalid>();
        Anchoring.Find(new string('a', 2000), new string('a', 2000)).Should().BeOfType<Anchor.Intact>();
    }

    [Fact]
    public void A_quote_is_normalised_as_the_text_was()
    {
        var text = SnapshotText.Normalise("Le cafe\u0301 de la gare.");
        Anchoring.Find(text, "cafe\u0301 de").Should().Be(new Anchor.Intact(3, 10));
        Anchoring.Find(text, "cafe").Should().BeOfType<Anchor.Missing>("another letter is not matched loosely");
    }

    [Fact]
    public void A_selector_has_the_words_around_the_quote()
    {
        var start = Text.IndexOf("Training", StringComparison.Ordinal);
        var quote = Anchoring.Selector(Text, start - 1, start + 9);
        quote.Should().Be(new TextQuote("Training", "p runs on the\nrobot at  200 Hz. ", " runs in the cloud. The “planner"));
        (quote.Prefix.Length, quote.Suffix.Length).Should().Be((32, 32));
        Anchoring.Selector("whole", 0, 5).Should().Be(new TextQuote("whole", "", ""));
    }

    [Fact]
    public void A_selector_does_not_split_a_character()
    {
        var text = "🤖" + new string('x', 31) + "quote" + new string('y', 31) + "🤖";
        var start = text.IndexOf("quote", StringComparison.Ordinal);
        Anchoring.Selector(text, start, start + 5).Should().Be(new TextQuote("quote", new string('x', 31), new string('y', 31)));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(3, 2)]
    [InlineData(0, 100)]
    [InlineData(1, 2)]
    public void A_stretch_outside_the_text_or_of_white_space_has_no_selector(int start, int end)
    {
        var act = () => Anchoring.Selector("a b", start, end);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Every_selector_finds_its_own_stretch()
    {
        var cases =
            from text in Gen.Elements("ab \n\u00A0é".ToCharArray()).ListOf().Select(list => string.Concat(list))
            from start in Gen.Choose(0, text.Length)
            from length in Gen.Choose(0, text.Length - start)
            where !string.IsNullOrWhiteSpace(text.Substring(start, length))
            select (Text: text, Start: start, End: start + length);
        Prop.ForAll(cases.ToArbitrary(), stretch =>
        {
            var quote = Anchoring.Selector(stretch.Text, stretch.Start, stretch.End);
            return Anchoring.Find(stretch.Text, quote.Exact, quote.Prefix, quote.Suffix) switch
            {
                Anchor.Intact intact => stretch.Text[intact.Start..intact.End] == quote.Exact
                    && intact.Start >= stretch.Start && intact.End <= stretch.End,
                Anchor.Ambiguous ambiguous => ambiguous.Count > 1,
                _ => false,
            };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Counting_agrees_with_looking_at_every_place()
    {
        var cases =
            from text in Gen.Elements("aab ".ToCharArray()).ListOf().Select(list => string.Concat(list))
            from exact in Gen.Elements("a", "aa", "aab", "aba", "a a", "a b a")
            select (Text: text, Exact: exact);
        Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var folded = string.Join(' ', pair.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            var places = Enumerable.Range(0, folded.Length)
                .Count(i => string.CompareOrdinal(folded, i, pair.Exact, 0, pair.Exact.Length) == 0);
            return Anchoring.Find(pair.Text, pair.Exact) switch
            {
                Anchor.Intact => places == 1,
                Anchor.Ambiguous ambiguous => places == ambiguous.Count,
                _ => places == 0,
            };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_quote_is_found_at_the_end_of_a_long_repetitive_text_or_nowhere()
    {
        var text = new string('a', 2_000_000) + "b";

        Anchoring.Find(text, new string('a', 1999) + "b").Should().BeOfType<Anchor.Intact>().Which.End.Should().Be(text.Length);
        Anchoring.Find(text, new string('a', 1000) + "c" + new string('a', 999)).Should().BeOfType<Anchor.Missing>();
        Anchoring.Find(new string(' ', 2_000_000) + "b", new string('a', 1999) + "b").Should().BeOfType<Anchor.Missing>();
    }
}
