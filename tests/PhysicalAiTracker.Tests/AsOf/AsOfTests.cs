using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.AsOf;

/// <summary>What the tracker believed on an earlier day.</summary>
public sealed class AsOfTests
{
    [Theory, EachDatabase]
    public async Task Before_a_correction_the_old_figure_stands_everywhere(DatabaseProvider provider)
    {
        await using var past = await Past.MakeAsync(provider, Past.CorrectTheRoundAsync);

        foreach (var path in new[] { "/companies/project-prometheus", "/funding-rounds", "/" })
        {
            (await past.PageAsync($"{path}?asOf={Past.Between}")).Text.Should().Contain("$10 bn", path).And.NotContain("$12 bn", path);
            (await past.PageAsync($"{path}?asOf={Past.Corrected}")).Text.Should().Contain("$12 bn", path);
            (await past.PageAsync(path)).Text.Should().Contain("$12 bn", path);
        }

        (await RoundAsync($"asOf={Past.Between}&include=assertions")).Should().Be((1_000_000_000_000 / 100m, 1, true));
        (await RoundAsync($"asOf={Past.Corrected}&include=assertions")).Should().Be((12_000_000_000m, 2, false));
        (await RoundAsync("include=assertions")).Should().Be((12_000_000_000m, 2, false));

        // Amount, version, and whether the article's figure is the one that is shown.
        async Task<(decimal, int, bool)> RoundAsync(string query)
        {
            var round = (await past.JsonAsync($"/api/v1/funding-rounds?company=project-prometheus&{query}"))["items"]!.AsArray().Single(r => (string?)r!["status"] == "in-progress")!;
            var said = round["assertions"]!.AsArray().SelectMany(a => a!["values"]!.AsArray()).First(v => (string?)v!["field"] == "amount")!;
            return (decimal.Parse(round["amount"]!["value"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture), (int)round["version"]!, (bool)said["adopted"]!);
        }
    }

    [Theory, EachDatabase]
    public async Task A_company_has_the_address_that_it_had(DatabaseProvider provider)
    {
        await using var past = await Past.MakeAsync(provider, Past.RenameAsync);

        (await past.PageAsync($"/companies/project-prometheus?asOf={Past.Between}")).Status.Should().Be(HttpStatusCode.OK);
        var unknown = await past.PageAsync($"/companies/prometheus-works?asOf={Past.Between}");
        var moved = await past.PageAsync($"/companies/project-prometheus?asOf={Past.Corrected}");
        var live = await past.PageAsync("/companies/project-prometheus");

        unknown.Status.Should().Be(HttpStatusCode.NotFound);
        unknown.Text.Should().Contain("The tracker knew nothing at this address at the end of 2026-05-02");
        unknown.Html.Should().Contain("See now");
        moved.MovedTo.Should().Be($"/companies/prometheus-works?asOf={Past.Corrected}");
        live.MovedTo.Should().Be("/companies/prometheus-works");
    }

    [Theory, EachDatabase]
    public async Task A_removed_record_is_there_before_it_was_removed(DatabaseProvider provider)
    {
        var id = Guid.Empty;
        await using var past = await Past.MakeAsync(provider, async past =>
        {
            await using var db = past.App.Database.NewContext();
            var milestone = await db.Milestones.Select(m => new { m.Id, m.Version }).FirstAsync();
            id = milestone.Id;
            await past.WithAsync<ActCommands>(async acts => (await acts.RemoveAsync(
                new RemovalRequest(id, milestone.Version, "It never happened."), new Submitter("ana", null, Imported: false), CancellationToken.None)).Problems.Should().BeEmpty());
        });

        (await past.PageAsync($"/api/v1/milestones/{id}?asOf={Past.Between}")).Status.Should().Be(HttpStatusCode.OK);
        (await past.PageAsync($"/api/v1/milestones/{id}?asOf={Past.Yesterday}")).Status.Should().NotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Before_the_first_record_the_tracker_is_empty()
    {
        await using var past = await Past.MakeAsync(DatabaseProvider.Sqlite);

        var page = await past.PageAsync("/companies?asOf=2020-01-01");
        var list = await past.JsonAsync("/api/v1/companies?asOf=0001-01-01");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.Should().Contain("As the tracker believed at the end of").And.Contain("There are no companies yet");
        ((int)list["total"]!).Should().Be(0);
        past.Files.Should().ContainSingle("days before the first revision share a file");
    }

    [Theory]
    [InlineData("asOf=2026-02-30")]
    [InlineData("asOf=20260501")]
    [InlineData("asOf=2026-05-06")]
    [InlineData("asOf=9999-12-31")]
    [InlineData("asOf=99999999999999999999-01-01")]
    [InlineData("asOf=2026-05-01&asOf=2026-05-02")]
    [InlineData("asof=yesterday%00")]
    public async Task A_day_that_is_none_or_to_come_is_refused(string query)
    {
        await using var past = await Past.MakeAsync(DatabaseProvider.Sqlite);
        using var client = past.App.CreateClient();

        var page = await past.PageAsync("/companies?" + query);
        var answer = await client.GetAsync("/api/v1/companies?" + query);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain("asOf: ");
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        ((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]![0]!["parameter"]!).Should().Be("asOf");
        past.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task What_writes_takes_no_day()
    {
        await using var past = await Past.MakeAsync(DatabaseProvider.Sqlite);
        using var visitor = await Visitor.SignedInAsync(past.App);
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        (await visitor.GetAsync($"/disclosures/new?asOf={Past.Between}")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await visitor.GetAsync($"/account?asOf={Past.Between}")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var post = await visitor.Client.PostAsync($"/api/v1/disclosures?asOf={Past.Between}", body);
        post.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await post.Content.ReadAsStringAsync()).Should().Contain("asOf: reads an earlier day");
    }

    [Theory, EachDatabase]
    public async Task Who_is_signed_in_stays_so_and_accounts_stay_out_of_the_file(DatabaseProvider provider)
    {
        await using var past = await Past.MakeAsync(provider);
        using var visitor = await Visitor.SignedInAsync(past.App);

        (await (await visitor.GetAsync($"/companies?asOf={Past.Between}")).Content.ReadAsStringAsync()).Should().Contain("Sign out");
        (await (await visitor.GetAsync("/companies")).Content.ReadAsStringAsync()).Should().Contain("Sign out");
        System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(past.Files.Should().ContainSingle().Subject)).Should().NotContain("ana\0").And.NotContain("ANA");
    }

    [Fact]
    public async Task Requests_at_once_for_a_day_make_one_file_and_the_oldest_days_go()
    {
        await using var past = await Past.MakeAsync(DatabaseProvider.Sqlite, settings: new Dictionary<string, string> { ["AsOf:Files"] = "2" });
        using var client = past.App.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.GetStringAsync($"/api/v1/companies?asOf={Past.Seeded}")));
        answers.Distinct().Should().ContainSingle();
        past.Files.Should().ContainSingle();
        await client.GetStringAsync($"/api/v1/companies?asOf={Past.Between}");
        await client.GetStringAsync($"/api/v1/companies?asOf={Past.Corrected}");

        past.Files.Select(file => Path.GetFileName(file)[..10]).Should().BeEquivalentTo([Past.Between, Past.Corrected]);
        (await client.GetStringAsync($"/api/v1/companies?asOf={Past.Seeded}")).Should().Be(answers[0]);
    }

    [Fact]
    public async Task Links_stay_on_the_day_and_leave_it_when_asked()
    {
        await using var past = await Past.MakeAsync(DatabaseProvider.Sqlite);
        using var client = past.App.CreateClient();

        var page = await past.PageAsync($"/companies?placement=undisclosed&asOf={Past.Between}");
        var answer = await client.GetAsync($"/api/v1/companies?limit=1&asOf={Past.Between}");
        var first = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]![0]!;

        page.LinksTo("Project Prometheus").Should().Contain($"/companies/project-prometheus?asOf={Past.Between}");
        page.LinksTo("Deals").Should().Equal($"/deals?asOf={Past.Between}");
        page.LinksTo("JSON").Should().Equal($"/api/v1/companies?placement=undisclosed&asOf={Past.Between}");
        page.LinksTo("See now").Should().Equal("/companies?placement=undisclosed");
        page.LinksTo("Sign in").Should().Equal("/account/sign-in");
        page.Html.Should().Contain($"<input type=\"hidden\" name=\"asOf\" value=\"{Past.Between}\">");
        ((string)first["url"]!).Should().EndWith($"?asOf={Past.Between}");
        ((string)first["page"]!).Should().EndWith($"?asOf={Past.Between}");
        answer.Headers.GetValues("Link").Should().ContainSingle().Which.Should().Contain($"asOf={Past.Between}>; rel=\"next\"");
    }
}
