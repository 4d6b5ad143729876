using System.Text.RegularExpressions;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

public sealed class ReaderTests(SeededSite site) : IClassFixture<SeededSite>
{
    private const string Private = """
        { 'title': 'Private', 'source': { 'slug': 'private', 'title': 'Private', 'kind': 'article', 'url': 'https://example.org/p', 'textIsPublic': false,
            'snapshot': { 'kind': 'full-text', 'text': 'Words at the very beginning, which the public may not read, come before those that count. Acme exists, says the paper. Then more words follow until the text is at its secret end.' } },
          'changes': [{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Acme' }, 'assertions': [{ 'passage': { 'exact': 'Acme exists' } }] }] }
        """;

    [Fact]
    public async Task Every_passage_is_marked_once_and_noted_with_its_record()
    {
        var page = await site.GetAsync("/sources/type0-bezos-prometheus");

        var marks = All(page, "<mark class=\"q\" id=\"(passage-[^\"]+)\">");
        marks.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(40);
        All(page, "<a class=\"back\" href=\"#([^\"]+)\"").Should().BeEquivalentTo(marks);
        All(page, "<a class=\"ev\" href=\"#([^\"]+)\"").Should().BeEquivalentTo(All(page, "<li id=\"(note-[^\"]+)\""));
        page.Shown.Should().Contain("This is a brief, not the document").And.Contain("amount $10 bn").And.Contain("credits Business Insider")
            .And.Contain("hedged").And.Contain("Fairly reliable");
    }

    [Theory, EachDatabase]
    public async Task A_source_that_another_rewrites_as_a_whole_is_credited_with_what_that_says(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, AllSeeds = true };

        var page = await Page.GetAsync(app, "/sources/reuters-figure-2024");

        page.Shown.Should().Contain("Credited with 1 assertion").And.Contain("Credited to it by others 1 Figure: training – cloud");
        (await Page.GetAsync(app, "/sources")).Shown.Should().NotContain("0 credited");
    }

    [Fact]
    public async Task A_card_leads_to_its_passage()
    {
        var passage = (await site.GetAsync("/companies/project-prometheus")).FirstLink("/sources/[a-z0-9-]+#passage-[0-9a-f-]+");

        (await site.GetAsync(passage.Split('#')[0])).Html.Should().Contain($"id=\"{passage.Split('#')[1]}\"");
    }

    [Fact]
    public async Task A_source_credited_and_not_seen_says_so_and_what_it_is_credited_with()
    {
        (await site.GetAsync("/sources")).Shown.Should().Contain("credited, not seen");
        (await site.GetAsync("/sources/observer-project-prometheus")).Shown.Should().Contain("Credited, not seen").And.Contain("a staff of more than 120")
            .And.Contain("headcount").And.Contain("not judged");
    }

    [Fact]
    public async Task Of_a_text_that_is_not_public_only_passages_are_shown_with_some_words_around_them()
    {
        await using var app = new TrackerApp();
        await app.PublishAsync(Private);

        var page = await Page.GetAsync(app, "/sources/private");

        page.Html.Should().Contain("href=\"https://example.org/p\"").And.Contain("Acme exists<a class=\"ev\"");
        page.Text.Should().Contain("The text is not public here").And.Contain("before those that count.").And.NotContain("very beginning").And.NotContain("secret end");
    }

    [Fact]
    public async Task Analysts_read_the_whole_of_it_and_are_told_that_others_do_not()
    {
        await using var app = new TrackerApp();
        await app.PublishAsync(Private);
        using var analyst = await Visitor.SignedInAsync(app);

        (await analyst.Client.GetStringAsync("/sources/private")).Should().Contain("very beginning").And.Contain("For analysts only");
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        await using var app = new TrackerApp();
        await app.PublishAsync("""
            { 'title': 'X', 'source': { 'slug': 'x', 'title': '<script>alert(1)</script>', 'kind': 'other', 'publisher': '<b>P</b>', 'textIsPublic': true,
                'snapshot': { 'kind': 'full-text', 'text': 'Acme <img src=x onerror=alert(2)> exists.' } },
              'changes': [{ 'record': 'party', 'set': { 'kind': 'company', 'name': '<script>alert(3)</script>' }, 'assertions': [{ 'passage': { 'exact': '<img src=x onerror=alert(2)> exists' } }] }] }
            """);

        var page = await Page.GetAsync(app, "/sources/x");

        page.Html.Should().NotContain("<script>alert").And.NotContain("<img").And.NotContain("<b>P").And.Contain("&lt;img src=x onerror=alert(2)&gt; exists<a class=\"ev\"");
    }

    private static List<string> All(Page page, string pattern) => [.. Regex.Matches(page.Html, pattern).Select(match => match.Groups[1].Value)];
}
