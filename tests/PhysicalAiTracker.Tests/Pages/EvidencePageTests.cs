using System.Net;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>The page behind the marks of lists.</summary>
public sealed class EvidencePageTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("/funding-rounds?company=project-prometheus", "amount", "about to close a round of $10 billion")]
    [InlineData("/claims?company=project-prometheus", "placement", "One main question still lacks a public answer from Prometheus")]
    [InlineData("/companies?placement=undisclosed", "placement", "One main question still lacks a public answer from Prometheus")]
    [InlineData("/deals", "status", "General Agents")]
    [InlineData("/questions?company=project-prometheus", "company,plane", "Prometheus")]
    [InlineData("/insights/capital/rounds", "amount", "$")]
    public async Task A_mark_of_a_list_leads_to_the_passage(string list, string field, string words)
    {
        var mark = (await site.GetAsync(list)).FirstLink($"/evidence[^\"]*field={field}");

        var page = await site.GetAsync(mark);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Text.Should().Contain("Evidence for").And.Contain(words).And.Contain("Read in source").And.Contain("Publisher");
        page.Html.Should().Contain("#passage-");
    }

    [Fact]
    public async Task A_list_of_an_earlier_day_leads_to_the_evidence_of_that_day()
    {
        var list = await site.GetAsync($"/funding-rounds?asOf={DateTime.UtcNow:yyyy-MM-dd}");

        list.FirstLink("/evidence[^\"]*").Should().EndWith($"asOf={DateTime.UtcNow:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("/evidence/one", "by their ids")]
    [InlineData("/evidence/,", "by their ids")]
    [InlineData("/evidence/00000000-0000-0000-0000-000000000001?field=amount,worth", "“worth”")]
    [InlineData("/evidence/00000000-0000-0000-0000-000000000001?field=%3Cscript%3E", "“<script>”")]
    public async Task What_cannot_be_used_is_said(string address, string words)
    {
        var page = await site.GetAsync(address);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain(words);
        page.Html.Should().NotContain("<script>”");
    }

    [Fact]
    public async Task More_records_than_a_page_shows_are_refused()
    {
        var page = await site.GetAsync($"/evidence/{string.Join(',', Enumerable.Range(0, 101).Select(_ => Guid.NewGuid()))}");

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain("one to 100");
    }

    [Fact]
    public async Task A_record_that_never_was_is_not_found() =>
        (await site.GetAsync("/evidence/00000000-0000-0000-0000-000000000001?field=amount")).Status.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task That_nothing_is_said_of_a_field_is_said()
    {
        var mark = (await site.GetAsync("/funding-rounds?company=project-prometheus")).FirstLink("/evidence[^\"]*field=amount");

        var page = await site.GetAsync(mark.Replace("amount", "closedOn", StringComparison.Ordinal));

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Text.Should().Contain("No passage on record speaks of this");
    }
}
