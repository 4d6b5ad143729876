using PhysicalAiTracker.Core.Shared.Differences;

namespace PhysicalAiTracker.Tests.Sources;

public sealed class TextComparisonTests
{
    [Fact]
    public void Words_that_changed_are_told_within_their_paragraph()
    {
        var rows = Draw("One stays.\n\nAcme raised ten million euros.\n\nGone now.", "One stays.\n\nAcme raised twelve million euros.\n\nNew is this.");

        rows.Should().Equal("One stays.|One stays.", "Acme raised -ten- million euros.|Acme raised +twelve+ million euros.", "-Gone now.-|", "|+New is this.+");
    }

    [Fact]
    public void A_paragraph_put_in_between_leaves_the_others_alone() =>
        Draw("a b c d e\nf g h i j", "a b c d e\nnew words here\nf g h i k").Should().Equal("a b c d e|a b c d e", "|+new words here+", "f g h i -j-|f g h i +k+");

    [Fact]
    public void Equal_texts_differ_nowhere() =>
        TextComparison.Compare("A.\n\nB.", "A.\nB.").Should().OnlyContain(row => !row.Differs).And.HaveCount(2);

    [Theory]
    [InlineData(1)]
    [InlineData(40_000)]
    public void A_text_of_a_million_characters_keeps_every_character_of_both(int lines)
    {
        // Unbounded, a table of the words of these texts would have ten thousand million cells.
        var old = Huge(lines, "w");
        var @new = Huge(lines, "v");

        var rows = TextComparison.Compare(old, @new);

        Lengths(old, rows.SelectMany(row => row.Old)).Should().Be(old.Count(c => c != '\n'));
        Lengths(@new, rows.SelectMany(row => row.New)).Should().Be(@new.Count(c => c != '\n'));
        rows.Should().Contain(row => row.Differs);
    }

    private static string Huge(int lines, string odd)
    {
        var words = Enumerable.Range(0, 200_000).Select(n => n % 3 == 0 ? $"{odd}{n % 977}" : $"s{n % 1009}").ToList();
        return string.Join('\n', words.Chunk(words.Count / lines).Select(chunk => string.Join(' ', chunk)));
    }

    private static int Lengths(string text, IEnumerable<Stretch> pieces) => pieces.Sum(piece => text[piece.Start..piece.End].Length);

    private static IEnumerable<string> Draw(string old, string @new) => TextComparison.Compare(old, @new)
        .Select(row => $"{Draw(old, row.Old, '-')}|{Draw(@new, row.New, '+')}");

    private static string Draw(string text, IReadOnlyList<Stretch> pieces, char mark) =>
        string.Concat(pieces.Select(piece => piece.Differs ? $"{mark}{text[piece.Start..piece.End]}{mark}" : text[piece.Start..piece.End]));
}
