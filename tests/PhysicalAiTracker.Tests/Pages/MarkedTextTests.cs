using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Pages.Sources;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>A passage is drawn as letters here: its number stands behind it in brackets, <c>(…)</c> is a mark.</summary>
public sealed class MarkedTextTests
{
    [Fact]
    public void Passages_side_by_side_have_a_mark_each() =>
        Draw("abcdefgh", (0, 2), (2, 4), (6, 8)).Should().Be("#1(ab[1])#2(cd[2])ef#3(gh[3])");

    [Fact]
    public void A_passage_in_another_nests() =>
        Draw("abcdefgh", (0, 8), (2, 4)).Should().Be("#1(ab#2(cd[2])efgh[1])");

    [Fact]
    public void Of_two_that_cross_the_later_goes_on_in_a_second_mark() =>
        Draw("abcdefgh", (0, 5), (3, 8)).Should().Be("#1(abc#2(de[1]))(fgh[2])");

    [Fact]
    public void Passages_that_begin_or_end_together_nest_the_shorter_in_the_longer()
    {
        Draw("abcdef", (0, 6), (0, 3)).Should().Be("#1(#2(abc[2])def[1])");
        Draw("abcdef", (0, 6), (3, 6)).Should().Be("#1(abc#2(def[1][2]))");
    }

    [Fact]
    public void A_passage_over_two_paragraphs_begins_in_one_and_is_numbered_in_the_other()
    {
        var notes = Notes((2, 8));

        Draw("abcdefgh", 0, 5, notes).Should().Be("ab#1(cde)");
        Draw("abcdefgh", 5, 8, notes).Should().Be("(fgh[1])");
    }

    [Fact]
    public void Hostile_text_stays_text() =>
        Html("<script>alert(1)</script>", 0, 25, Notes((0, 8))).Should().NotContain("<script").And.Contain("&lt;script&gt;");

    [Fact]
    public void Whatever_the_passages_the_text_is_whole_and_the_marks_balance() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Cuts(), cuts =>
        {
            var notes = Notes([.. cuts]);
            var drawn = Draw("abcdefghijklmnop", 0, 16, notes);

            Regex.Replace(drawn, @"#\d+|\[\d+\]|[()]", "").Should().Be("abcdefghijklmnop");
            foreach (var note in notes)
            {
                Regex.Count(drawn, $@"#{note.Number}\(").Should().Be(1, "a passage has one beginning to jump to");
                Regex.Count(drawn, $@"\[{note.Number}\]").Should().Be(1, "a passage has one number");
            }

            var depth = drawn.Select(c => c switch { '(' => 1, ')' => -1, _ => 0 }).Aggregate(new List<int> { 0 }, (all, step) => [.. all, all[^1] + step]);
            depth.Should().OnlyContain(d => d >= 0);
            depth[^1].Should().Be(0);
        }));

    private static Arbitrary<(int Start, int End)[]> Cuts() => Gen.Choose(0, 15)
        .SelectMany(start => Gen.Choose(start + 1, 16), (start, end) => (start, end)).ArrayOf(8).Select(all => all.Distinct().ToArray()).ToArbitrary();

    private static string Draw(string text, params (int Start, int End)[] passages) => Draw(text, 0, text.Length, Notes(passages));

    private static string Draw(string text, int start, int end, IReadOnlyList<Note> notes)
    {
        var html = Html(text, start, end, notes);
        html = Regex.Replace(html, "<a class=\"ev\"[^>]*>(\\d+)</a>", "[$1]");
        html = Regex.Replace(html, "<mark class=\"q\" id=\"passage-0+-0000-0000-0000-0*(\\d+)\">", "#$1(");
        return html.Replace("<mark class=\"q\">", "(", StringComparison.Ordinal).Replace("</mark>", ")", StringComparison.Ordinal);
    }

    private static string Html(string text, int start, int end, IReadOnlyList<Note> notes)
    {
        using var writer = new StringWriter();
        new MarkedText(text, start, end, notes).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static List<Note> Notes(params (int Start, int End)[] passages) =>
    [
        .. passages.OrderBy(p => p.Start).ThenByDescending(p => p.End).Select((p, index) => new Note(
            index + 1,
            new ReaderPassage(new PassageItem(Guid.Parse($"00000000-0000-0000-0000-{index + 1:D12}"), PassageState.Intact, null, "", "", "", p.Start, p.End), p.Start, p.End, "", "", "", []))),
    ];
}
