using System.Net;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.History;

/// <summary>Acts by the pages, and what readers and programs see of them.</summary>
public sealed class HistoryDoorsTests
{
    [Theory, EachDatabase]
    public async Task A_merge_redirects_pages_and_REST_for_ever_until_it_is_undone(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var from = await IdAsync(ana, "companies/periodic-labs");
        var into = await IdAsync(ana, "companies/world-labs");
        var start = (await GetAsync(ana, "changes?limit=1000")).Next!;
        var form = await ana.Client.GetStringAsync($"/merge?from={from}&into={into}");
        form.Should().Contain("What moves");

        var done = await ana.PostFormAsync($"/merge?from={from}&into={into}", ("note", "entered twice"), ("version", Version(form)), ("intoVersion", Regex.Match(form, "name=\"intoVersion\" value=\"(\\d+)\"").Groups[1].Value));

        done.Headers.Location!.ToString().Should().Be($"/history/{into}");
        foreach (var (asked, location) in new[]
        {
            ($"/api/v1/companies/{from}", "/api/v1/companies/world-labs"), ("/api/v1/companies/periodic-labs", "/api/v1/companies/world-labs"),
            ($"/companies/{from}", "/companies/world-labs"), ("/companies/periodic-labs", "/companies/world-labs"),
        })
        {
            var answer = await ana.GetAsync(asked);
            (answer.StatusCode, answer.Headers.Location!.ToString()).Should().Be((HttpStatusCode.MovedPermanently, location));
        }

        var history = await Page.GetAsync(app, $"/history/{into}");
        history.Shown.Should().Contain("It took in Periodic Labs: its history");
        history.Html.Should().NotContain("undo-merge", "nobody is signed in");
        (await ana.Client.GetStringAsync($"/history/{into}")).Should().Contain($"href=\"/history/{from}/undo-merge\"");
        var act = await Page.GetAsync(app, Regex.Match(history.Html, "/disclosures/[0-9a-f-]{36}").Value);
        act.Shown.Should().Contain("Periodic Labs party merged into another");
        act.Html.Should().Contain($"href=\"/history/{from}\"");
        (await GetAsync(ana, $"funding-rounds?company={from}")).Status.Should().Be(HttpStatusCode.OK, "filters know merged ids");
        var undo = await ana.Client.GetStringAsync($"/history/{from}/undo-merge");
        (await ana.PostFormAsync($"/history/{from}/undo-merge", ("note", "two after all"), ("version", Version(undo)))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await Page.GetAsync(app, $"/history/{into}")).Shown.Should().NotContain("It took in");
        (await GetAsync(ana, "companies/periodic-labs")).Status.Should().Be(HttpStatusCode.OK);
        var changes = (await GetAsync(ana, $"changes?since={start}")).Items;
        changes.Where(change => (string?)change["id"] == $"{from}").Select(change => (string?)change["change"]).Should().Equal("merged", "restored");
        ((string?)changes.First(change => (string?)change["change"] == "merged")["mergedInto"]).Should().Be($"{into}");
    }

    [Theory, EachDatabase]
    public async Task A_removed_record_answers_410_with_when_and_why(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var deal = (await GetAsync(ana, "deals")).Items[0];
        var id = (string)deal["id"]!;
        var form = await ana.Client.GetStringAsync($"/history/{id}/remove");

        (await ana.PostFormAsync($"/history/{id}/remove", ("note", "never happened"), ("version", Version(form)))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        var answer = await GetAsync(ana, $"deals/{id}");
        (answer.Status, (string?)answer.Body["reason"], (string?)answer.Body["removedBy"]).Should().Be((HttpStatusCode.Gone, "never happened", "ana"));
        var page = await Page.GetAsync(app, $"/deals/{id}");
        page.Status.Should().Be(HttpStatusCode.Gone);
        page.Text.Should().Contain("never happened").And.Contain("ana");
        (await Page.GetAsync(app, $"/evidence/{id}?field=price")).Status.Should().Be(HttpStatusCode.Gone);
        var history = await GetAsync(ana, $"deals/{id}/history");
        history.Body["revisions"]!.AsArray().Select(revision => (string?)revision!["change"]).Should().Equal("removed", "created");
        (await Page.GetAsync(app, $"/history/{id}")).Text.Should().Contain("We removed it").And.Contain("First known").And.NotContain("Go back to version");
        var revert = await ana.Client.GetStringAsync($"/history/{id}/revert?to=1");
        (await ana.PostFormAsync($"/history/{id}/revert?to=1", ("note", "it did"), ("version", "1"))).StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await ana.PostFormAsync($"/history/{id}/revert?to=1", ("note", "it did"), ("version", Version(revert)))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await GetAsync(ana, $"deals/{id}")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task Changes_come_in_order_completely_and_from_a_cursor_on(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var whole = (await GetAsync(ana, "changes?limit=1000")).Items.Select(item => (string)item["id"]!).ToList();
        var read = new List<string>();
        string? next = null;
        RestAnswer page;
        do
        {
            page = await GetAsync(ana, $"changes?limit=50{(next is null ? "" : $"&since={next}")}");
            read.AddRange(page.Items.Select(item => (string)item["id"]!));
            next = page.Next;
        }
        while (page.Items.Count > 0);

        read.Should().Equal(whole);
        var twice = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PublishTests.PostAsync(ana, System.Net.Http.Json.JsonContent.Create(Named(Guid.NewGuid())))));
        var news = (await GetAsync(ana, $"changes?since={next}")).Items;
        news.Should().HaveCount(twice.Count(answer => answer.Status == HttpStatusCode.Created)).And.OnlyContain(item => (string?)item["change"] == "created" && item["url"] != null);
        news.Select(item => DateTime.Parse((string)item["at"]!, System.Globalization.CultureInfo.InvariantCulture)).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems("each commit is later than the one before");
        (await GetAsync(ana, "changes?since=2100-01-01T00:00:00Z")).Items.Should().BeEmpty();
        (await GetAsync(ana, "changes?since=soon&limit=0&sort=at")).Refused.Should().BeEquivalentTo("since", "limit", "sort");
    }

    private static System.Text.Json.Nodes.JsonObject Named(Guid name)
    {
        var document = Analyst.Document(Analyst.Company($"Company {name}"));
        document["source"]!["title"] = $"Article {name}";
        return document;
    }

    private static string Version(string form) => Regex.Match(form, "name=\"version\" value=\"(\\d+)\"").Groups[1].Value;

    private static async Task<Guid> IdAsync(Visitor visitor, string path) => Guid.Parse((string)(await GetAsync(visitor, path)).Body["id"]!);

    private static async Task<RestAnswer> GetAsync(Visitor visitor, string path) => await RestAnswer.OfAsync(await visitor.GetAsync($"/api/v1/{path}"));
}
