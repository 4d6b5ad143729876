using System.Net;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

public sealed class FundingRoundPagesTests
{
    private const string Link = "/funding-rounds/[0-9a-f-]{36}";

    [Fact]
    public async Task The_address_of_a_list_is_its_whole_state()
    {
        await using var app = new TrackerApp { Seeded = true };

        var text = await app.ReadAsync("/funding-rounds?status=announced&amountUsdMin=500000000&sort=amount");

        text.Should().Contain("2 rounds").And.Contain("World Labs").And.Contain("AMI Labs").And.NotContain("Periodic Labs: ")
            .And.Contain("Status: announced").And.Contain("Clear all");
    }

    [Fact]
    public async Task A_page_leads_to_the_next()
    {
        await using var app = new TrackerApp { Seeded = true };

        var next = WebUtility.HtmlDecode(await app.FirstLinkAsync("/funding-rounds?limit=2&sort=-amount", "[^\"]*cursor=[^\"]*"));

        (await app.ReadAsync("/funding-rounds?limit=2&sort=-amount")).Should().Contain("$10 bn").And.NotContain("$300 m");
        (await app.ReadAsync(next)).Should().Contain("$300 m").And.NotContain("$10 bn").And.Contain("First page");
    }

    [Fact]
    public async Task What_cannot_be_used_is_said_and_refused()
    {
        await using var app = new TrackerApp { Seeded = true };

        using var answer = await app.CreateClient().GetAsync(new Uri("/funding-rounds?stage=series-z", UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        PageTexts.TextOf(await answer.Content.ReadAsStringAsync()).Should().Contain("series-z").And.Contain("pre-seed");
    }

    [Fact]
    public async Task A_round_in_progress_never_looks_closed()
    {
        await using var app = new TrackerApp { Seeded = true };

        var html = await app.CreateClient().GetStringAsync(await app.FirstLinkAsync("/funding-rounds?company=project-prometheus", Link));

        html.Should().Contain("status in-progress").And.NotContain("status closed");
        PageTexts.TextOf(html).Should().Contain("not closed: sum and terms may change").And.Contain("Terms could change before closing").And.Contain("not stated");
    }

    [Fact]
    public async Task A_superseded_round_is_struck_and_says_by_which()
    {
        await using var app = new TrackerApp { Seeded = true };
        var old = await app.FirstLinkAsync("/funding-rounds?company=project-prometheus", Link);
        await app.PublishAsync($$"""
            { 'title': 'June', 'source': { 'title': 'June', 'kind': 'press-release', 'snapshot': { 'kind': 'full-text', 'text': 'A round of $12 billion.' } },
              'changes': [{ 'record': 'funding-round', 'set': { 'company': 'project-prometheus', 'amount': '$12 bn', 'status': 'announced', 'supersedes': '{{old.Split('/')[^1]}}' },
                'assertions': [{ 'passage': { 'exact': 'A round of $12 billion' } }] }] }
            """);

        (await app.CreateClient().GetStringAsync("/funding-rounds")).Should().Contain("<tr class=\"superseded\">").And.Contain("superseded by");
        (await app.ReadAsync(old)).Should().Contain("Superseded. A later round replaces these figures: $12 bn, announced");
    }

    [Fact]
    public async Task A_sum_that_was_asked_for_and_not_told_differs_from_one_nobody_stated()
    {
        await using var app = new TrackerApp { Seeded = true };
        await app.PublishAsync("""
            { 'title': 'Quiet', 'source': { 'title': 'Quiet', 'kind': 'article', 'snapshot': { 'kind': 'full-text', 'text': 'Tesla raised. It would not say how much.' } },
              'changes': [{ 'record': 'funding-round', 'set': { 'company': 'tesla', 'status': 'announced' },
                'assertions': [{ 'passage': { 'exact': 'Tesla raised' } }, { 'fields': [], 'values': { 'amount': null }, 'passage': { 'exact': 'would not say how much' } }] }] }
            """);

        var text = await app.ReadAsync(await app.FirstLinkAsync("/funding-rounds?company=tesla", Link));

        text.Should().Contain("Amount not disclosed").And.Contain("Valuation not stated");
    }

    [Fact]
    public async Task A_record_has_its_evidence_its_revisions_and_its_rest_address()
    {
        await using var app = new TrackerApp { Seeded = true };
        var path = await app.FirstLinkAsync("/funding-rounds?company=project-prometheus", Link);

        var html = await app.CreateClient().GetStringAsync(path);

        html.Should().Contain($"href=\"/api/v1{path}\"").And.Contain("/sources/type0-bezos-prometheus#passage-");
        PageTexts.TextOf(html).Should().Contain("about to close a round of $10 billion").And.Contain("Business Insider").And.Contain("Version 1, by");
    }

    [Theory]
    [InlineData("/funding-rounds/0190a5f0-0000-7000-8000-000000000000")]
    [InlineData("/claims/0190a5f0-0000-7000-8000-000000000000")]
    [InlineData("/deals/0190a5f0-0000-7000-8000-000000000000")]
    [InlineData("/questions/no-such-question")]
    [InlineData("/sources/no-such-source")]
    [InlineData("/claims/not-an-id")]
    public async Task What_is_not_there_is_a_404_with_a_search(string path)
    {
        await using var app = new TrackerApp();

        using var answer = await app.CreateClient().GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("action=\"/search\"");
    }
}
