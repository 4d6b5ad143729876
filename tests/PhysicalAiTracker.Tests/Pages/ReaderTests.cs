using System.Net;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

public sealed class ReaderTests
{
    private const string Private = """
        { 'title': 'Private', 'source': { 'slug': 'private', 'title': 'Private', 'kind': 'article', 'url': 'https://example.org/p', 'textIsPublic': false,
            'snapshot': { 'kind': 'full-text', 'text': 'Words at the very beginning, which the public may not read, come before those that count. Acme exists, says the paper. Then more words follow until the text is at its secret end.' } },
          'changes': [{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Acme' }, 'assertions': [{ 'passage': { 'exact': 'Acme exists' } }] }] }
        """;

    [Fact]
    public async Task Every_passage_is_marked_once_and_noted_with_its_record()
    {
        await using var app = new TrackerApp { Seeded = true };

        var html = await app.CreateClient().GetStringAsync("/sources/type0-bezos-prometheus");

        var marks = Regex.Matches(html, "<mark class=\"q\" id=\"(passage-[^\"]+)\">").Select(m => m.Groups[1].Value).ToList();
        marks.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(40);
        Regex.Matches(html, "<a class=\"back\" href=\"#([^\"]+)\"").Select(m => m.Groups[1].Value).Should().BeEquivalentTo(marks);
        Regex.Matches(html, "<a class=\"ev\" href=\"#([^\"]+)\"").Select(m => m.Groups[1].Value)
            .Should().BeEquivalentTo(Regex.Matches(html, "<li id=\"(note-[^\"]+)\"").Select(m => m.Groups[1].Value));
        PageTexts.TextOf(html).Should().Contain("This is a brief, not the document").And.Contain("amount $10 bn").And.Contain("credits Business Insider")
            .And.Contain("hedged").And.Contain("Fairly reliable");
    }

    [Fact]
    public async Task A_card_leads_to_its_passage()
    {
        await using var app = new TrackerApp { Seeded = true };

        var passage = await app.FirstLinkAsync("/funding-rounds", "/sources/[a-z0-9-]+#passage-[0-9a-f-]+");

        (await app.CreateClient().GetStringAsync(passage.Split('#')[0])).Should().Contain($"id=\"{passage.Split('#')[1]}\"");
    }

    [Fact]
    public async Task A_source_credited_and_not_seen_says_so_and_what_it_is_credited_with()
    {
        await using var app = new TrackerApp { Seeded = true };

        (await app.ReadAsync("/sources")).Should().Contain("credited, not seen");
        (await app.ReadAsync("/sources/observer-project-prometheus")).Should().Contain("Credited, not seen").And.Contain("a staff of more than 120")
            .And.Contain("headcount").And.Contain("not judged");
    }

    [Fact]
    public async Task Of_a_text_that_is_not_public_only_passages_are_shown_with_some_words_around_them()
    {
        await using var app = new TrackerApp();
        await app.PublishAsync(Private);

        var html = await app.CreateClient().GetStringAsync("/sources/private");

        html.Should().Contain("href=\"https://example.org/p\"").And.Contain("Acme exists<a class=\"ev\"");
        PageTexts.TextOf(html).Should().Contain("The text is not public here").And.Contain("before those that count.").And.NotContain("very beginning").And.NotContain("secret end");
    }

    [Fact]
    public async Task Analysts_read_the_whole_of_it_and_are_told_that_others_do_not()
    {
        await using var app = new TrackerApp();
        await app.PublishAsync(Private);
        using var analyst = await Visitor.SignedInAsync(app, Roles.Analyst);

        PageTexts.TextOf(await analyst.Client.GetStringAsync("/sources/private")).Should().Contain("very beginning").And.Contain("For analysts only");
    }

    [Fact]
    public async Task A_source_asked_for_by_id_has_one_address()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var visitor = new Visitor(app);
        var id = Regex.Match(await visitor.Client.GetStringAsync("/api/v1/sources/type0-bezos-prometheus"), "\"id\":\\s*\"([0-9a-f-]{36})\"").Groups[1].Value;

        using var answer = await visitor.GetAsync($"/sources/{id}");

        answer.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.ToString().Should().Be("/sources/type0-bezos-prometheus");
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

        var html = await app.CreateClient().GetStringAsync("/sources/x");

        html.Should().NotContain("<script>alert").And.NotContain("<img").And.NotContain("<b>P").And.Contain("&lt;img src=x onerror=alert(2)&gt; exists<a class=\"ev\"");
    }
}
