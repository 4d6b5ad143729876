using PhysicalAiTracker.Core.Shared.Differences;

namespace PhysicalAiTracker.Tests.Shared;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("It raised ten million.", "It raised twelve million.", "It raised -ten-+twelve+ million.")]
    [InlineData("It raised ten million euros.", "It raised two billion euros.", "It raised -ten million-+two billion+ euros.")]
    [InlineData("one two", "one two", "one two")]
    [InlineData("", "new words", "+new words+")]
    [InlineData("old words", "", "-old words-")]
    [InlineData("Robots, mostly.", "Robots; mostly.", "Robots-,-+;+ mostly.")]
    [InlineData("a\n\nb", "a\n\nc", "a\n\n-b-+c+")]
    public void A_text_is_told_by_its_words(string before, string after, string told) => Draw(WordDifference.OfText(before, after)).Should().Be(told);

    [Fact]
    public void A_list_is_told_by_its_items() =>
        WordDifference.Of(["a", "b", "c"], ["a", "d", "c", "e"]).Select(piece => (piece.Kind, piece.Text)).Should().Equal(
            (PieceKind.Kept, "a"), (PieceKind.Removed, "b"), (PieceKind.Added, "d"), (PieceKind.Kept, "c"), (PieceKind.Added, "e"));

    [Fact]
    public void Both_texts_can_be_read_out_of_the_pieces()
    {
        const string before = "The round, in progress since April, brings 10 bn; nobody confirmed it.";
        const string after = "The round closed in June and brings 12 bn. Nobody confirmed it, then.";

        var pieces = WordDifference.OfText(before, after);

        string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Added).Select(piece => piece.Text)).Should().Be(before);
        string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Removed).Select(piece => piece.Text)).Should().Be(after);
    }

    private static string Draw(IEnumerable<Piece> pieces) =>
        string.Concat(pieces.Select(piece => piece.Kind switch { PieceKind.Removed => $"-{piece.Text}-", PieceKind.Added => $"+{piece.Text}+", _ => piece.Text }));
}
