using PhysicalAiTracker.Web.Pages.Sources;

namespace PhysicalAiTracker.Tests.Pages;

public sealed class ParagraphTests
{
    [Fact]
    public void Paragraphs_are_counted_after_the_title() =>
        Split("A title\n\nFirst one.\n\nSecond one.").Should().Equal("0: A title", "1: First one.", "2: Second one.");

    [Fact]
    public void A_first_line_that_ends_like_a_sentence_is_no_title() =>
        Split("First one.\n\nSecond one.").Should().Equal("1: First one.", "2: Second one.");

    [Fact]
    public void A_text_without_blank_lines_has_a_paragraph_in_each_line() =>
        Split("First one.\nSecond one.\n").Should().Equal("1: First one.", "2: Second one.");

    [Fact]
    public void A_line_break_within_a_paragraph_stays_in_it() =>
        Split("One.\n- a\n- b\n\nTwo.").Should().Equal("1: One.\n- a\n- b", "2: Two.");

    [Fact]
    public void Blank_space_around_paragraphs_is_no_part_of_them() =>
        Split("\n\n  One. \n \t\n\n\n Two.\n\n").Should().Equal("1: One.", "2: Two.");

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    public void Nothing_has_no_paragraph(string text) => Split(text).Should().BeEmpty();

    private static IEnumerable<string> Split(string text) => Paragraph.Split(text).Select(p => $"{p.Number}: {text[p.Start..p.End]}");
}
