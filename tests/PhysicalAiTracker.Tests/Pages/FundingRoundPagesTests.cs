using System.Net;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

public sealed class FundingRoundPagesTests(SeededSite site) : IClassFixture<SeededSite>
{
    private const string Link = "/funding-rounds/[0-9a-f-]{36}";

    [Fact]
    public async Task The_address_of_a_list_is_its_whole_state()
    {
        var page = await site.GetAsync("/funding-rounds?status=announced&amountUsdMin=500000000&sort=amount");

        page.Shown.Should().Contain("2 rounds").And.Contain("World Labs").And.Contain("AMI Labs").And.NotContain("$300 m")
            .And.Contain("Status: announced").And.Contain("Clear all");
    }

    [Fact]
    public async Task A_page_leads_to_the_next()
    {
        var first = await site.GetAsync("/funding-rounds?limit=2&sort=-amount");
        var second = await site.GetAsync(first.FirstLink("[^\"]*cursor=[^\"]*"));

        first.Shown.Should().Contain("$10 bn").And.NotContain("$300 m");
        second.Shown.Should().Contain("$300 m").And.NotContain("$10 bn").And.Contain("First page");
    }

    [Fact]
    public async Task What_cannot_be_used_is_said_and_refused()
    {
        var page = await site.GetAsync("/funding-rounds?stage=series-z");

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Shown.Should().Contain("series-z").And.Contain("pre-seed");
    }

    [Fact]
    public async Task A_round_in_progress_never_looks_closed()
    {
        var page = await site.App.GetFirstOfAsync("/funding-rounds?company=project-prometheus");

        page.Html.Should().Contain("status in-progress").And.NotContain("status closed");
        page.Shown.Should().Contain("not closed: sum and terms may change").And.Contain("Terms could change before closing").And.Contain("Announced not stated");
    }

    [Fact]
    public async Task A_record_has_its_evidence_its_revisions_and_its_rest_address()
    {
        var list = await site.GetAsync("/funding-rounds?company=project-prometheus");
        var page = await site.GetAsync(list.FirstLink(Link));

        page.Html.Should().Contain($"href=\"/api/v1{list.FirstLink(Link)}\"").And.Contain("/sources/type0-bezos-prometheus#passage-");
        page.Shown.Should().Contain("about to close a round of $10 billion").And.Contain("Business Insider").And.Contain("Version 1, by");
    }

    [Fact]
    public async Task A_superseded_round_is_struck_and_says_by_which()
    {
        await using var app = new TrackerApp { Seeded = true };
        var old = (await Page.GetAsync(app, "/funding-rounds?company=project-prometheus")).FirstLink(Link);
        await app.PublishAsync($$"""
            { 'title': 'June', 'source': { 'title': 'June', 'kind': 'press-release', 'snapshot': { 'kind': 'full-text', 'text': 'A round of $12 billion.' } },
              'changes': [{ 'record': 'funding-round', 'set': { 'company': 'project-prometheus', 'amount': '$12 bn', 'status': 'announced', 'supersedes': '{{old.Split('/')[^1]}}' },
                'assertions': [{ 'passage': { 'exact': 'A round of $12 billion' } }] }] }
            """);

        (await Page.GetAsync(app, "/funding-rounds")).Html.Should().Contain("<tr class=\"superseded\">").And.Contain("superseded by");
        (await Page.GetAsync(app, old)).Shown.Should().Contain("Superseded. A later round replaces these figures: $12 bn, announced");
    }

    [Fact]
    public async Task What_a_source_says_is_text_in_every_part_of_a_list()
    {
        await using var app = new TrackerApp { Seeded = true };
        await app.PublishAsync("""
            { 'title': 'Evil', 'source': { 'title': 'Evil', 'kind': 'article', 'snapshot': { 'kind': 'full-text', 'text': 'Evil raised from Vile.' } },
              'changes': [{ 'record': 'party', 'ref': 'evil', 'set': { 'name': '<script>alert(1)</script>\"&evil', 'kind': 'company' }, 'assertions': [{ 'passage': { 'exact': 'Evil raised' } }] },
                { 'record': 'party', 'ref': 'vile', 'set': { 'name': '</a><script>alert(2)</script>', 'kind': 'investment-firm' }, 'assertions': [{ 'passage': { 'exact': 'from Vile' } }] },
                { 'record': 'funding-round', 'set': { 'company': '#evil', 'status': 'announced', 'stage': 'other', 'stageAsAnnounced': '<script>alert(3)</script>',
                  'note': '\"><script>alert(4)</script>', 'participations': [{ 'investor': '#vile', 'vehicle': '<script>alert(5)</script>' }] },
                'assertions': [{ 'passage': { 'exact': 'Evil raised from Vile' } }] }] }
            """);

        foreach (var address in new[] { "/funding-rounds", "/funding-rounds?q=%22%3E%3Cscript%3Ealert(6)%3C/script%3E", "/funding-rounds?amountUsdMin=%22%3E%3Cscript%3Ealert(7)%3C/script%3E" })
        {
            var page = await Page.GetAsync(app, address);
            page.Html.Should().Contain("&lt;script&gt;alert(").And.NotContain("<script>alert(");
        }

        (await Page.GetAsync(app, "/funding-rounds")).Shown.Should().Contain("<script>alert(1)</script>\"&evil").And.Contain("</a><script>alert(2)</script>").And.Contain("“<script>alert(3)</script>”")
            .And.Contain("\"><script>alert(4)</script>").And.Contain("through <script>alert(5)</script>");
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

        var page = await app.GetFirstOfAsync("/funding-rounds?company=tesla");

        page.Shown.Should().Contain("Amount not disclosed").And.Contain("Valuation not stated").And.NotContain("not what is shown");
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
        var page = await site.GetAsync(path);

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Html.Should().Contain("action=\"/search\"");
    }
}
