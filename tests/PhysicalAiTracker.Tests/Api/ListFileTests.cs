using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Insights;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Api.Lists;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Lists as tables, lines and feeds.</summary>
[Collection(SeededApi.Name)]
public sealed class ListFileTests(SeededApi api)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string> Names => [.. Described.Collections.Select(collection => collection.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Lines_are_the_items_of_the_list(string name)
    {
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            var items = (await api.GetAsync(provider, $"{name}?limit=200")).Items.Select(item => item.ToJsonString());
            var file = await api.GetAsync(provider, $"{name}.ndjson");

            file.Status.Should().Be(HttpStatusCode.OK, file.Text);
            file.MediaType.Should().Be("application/x-ndjson");
            file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.ToJsonString()).Should().Equal(items);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_table_has_a_line_for_each_item_and_a_cell_for_each_column(string name)
    {
        var total = (int)(await api.GetAsync($"{name}?limit=1")).Body["total"]!;

        var file = await api.GetAsync($"{name}.csv");

        file.Status.Should().Be(HttpStatusCode.OK, file.Text);
        file.Message.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8; header=present");
        var table = Parse(file.Text);
        table.Should().HaveCount(total + 1).And.OnlyContain(line => line.Count == table[0].Count);
        table[0].Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_feed_has_an_entry_for_each_item_with_an_address_that_answers(string name)
    {
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            var items = (await api.GetAsync(provider, $"{name}?limit=200")).Items;
            var file = await api.GetAsync(provider, $"{name}.atom");

            file.MediaType.Should().Be("application/atom+xml", file.Text);
            var entries = XDocument.Parse(file.Text).Root!.Elements(Atom + "entry").ToList();
            entries.Select(entry => entry.Element(Atom + "id")!.Value).Should().BeSubsetOf(items.Select(item => $"urn:uuid:{item["id"]}"));
            entries.Should().HaveCount(Math.Min(50, items.Count));
            entries.Select(entry => entry.Element(Atom + "title")!.Value).Should().NotContain("");
            if (entries.Count > 0)
            {
                var address = new Uri(entries[0].Element(Atom + "link")!.Attribute("href")!.Value).PathAndQuery;
                (await api.Client(provider).GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.OK, address);
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_table_names_units_leaves_undisclosed_empty_and_follows_filters_sort_and_fields(DatabaseProvider provider)
    {
        var file = await api.GetAsync(provider, "funding-rounds.csv?sort=-amount&fields=company,amount,announcedOn,investors&company=project-prometheus,physical-intelligence");

        var table = Parse(file.Text);
        table[0].Should().Equal(
            "company", "companyName", "amount (in its currency)", "amountCurrency (ISO 4217)", "amountUsd (US dollars)", "amountQualifier", "amountUsdRateOn (ISO 8601)", "announcedOn (EDTF)", "investors");
        table[1].Take(5).Should().Equal("project-prometheus", "Project Prometheus", "10000000000", "USD", "10000000000");
        table[2].Should().Equal("physical-intelligence", "Physical Intelligence", "", "", "", "", "", "", "jeff-bezos");
    }

    [Theory, EachDatabase]
    public async Task A_list_longer_than_a_page_is_sent_whole_and_no_text_becomes_a_formula(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await using var ledger = new Ledger(app);
        var names = Enumerable.Range(0, 230).Select(i => $"Maker {i:000}").Append("=1+2, \"sum\"").ToList();
        await ledger.EnterAsync("Many makers.", "2026-01-02", [.. names.Select(name => new JsonObject { ["record"] = "party", ["set"] = new JsonObject { ["kind"] = "company", ["name"] = name } })]);

        var file = await RestAnswer.OfAsync(await app.CreateClient().GetAsync("/api/v1/companies.csv?fields=name"));

        file.Text.Should().EndWith("\r\n").And.Contain("\"'=1+2, \"\"sum\"\"\"\r\n");
        Parse(file.Text).Skip(1).Select(line => line[0]).Should().BeEquivalentTo(names.Select(name => name.StartsWith('=') ? "'" + name : name));
    }

    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/x-ndjson", "application/x-ndjson")]
    [InlineData("application/json;q=0.5, text/csv", "text/csv")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("application/json;q=0, */*", "text/csv")]
    [InlineData("text/*;q=0.5, application/x-ndjson;q=0.4, text/csv;q=0.1", "application/x-ndjson")]
    [InlineData("application/atom+xml", "application/atom+xml")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    [InlineData("text/html", "application/problem+json")]
    [InlineData("text/csv;q=0", "application/problem+json")]
    public async Task What_is_accepted_decides_the_form(string accept, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/companies");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        var answer = await RestAnswer.OfAsync(await api.Client().SendAsync(request));

        answer.MediaType.Should().Be(type);
        answer.Status.Should().Be(type == "application/problem+json" ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK);
        answer.Header("Vary").Should().Contain("Accept");
    }

    [Theory]
    [InlineData("companies.csv?limit=5", "limit")]
    [InlineData("companies.ndjson?cursor=abc", "cursor")]
    [InlineData("companies.csv?include=assertions", "include")]
    [InlineData("companies.csv?colour=red", "colour")]
    [InlineData("companies.atom?sort=name", "sort")]
    [InlineData("companies.ndjson?stage!=seed", "stage!")]
    public async Task What_a_form_cannot_do_is_refused(string path, string parameter)
    {
        var answer = await api.GetAsync(path);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Refused.Should().Equal(parameter);
    }

    [Fact]
    public async Task A_feed_has_one_id_however_it_is_asked_for()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["Accounts:Address"] = "https://tracker.example" } };
        var ids = new List<string>();
        foreach (var (host, path, accept) in new[] { ("localhost", "companies.atom", "*/*"), ("127.0.0.1", "companies.atom", "*/*"), ("localhost", "companies", "application/atom+xml") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}?q=robot") { Headers = { Host = host, Accept = { new(accept) } } };

            var feed = await RestAnswer.OfAsync(await app.CreateClient().SendAsync(request));

            feed.MediaType.Should().Be("application/atom+xml", feed.Text);
            ids.Add(XDocument.Parse(feed.Text).Root!.Element(Atom + "id")!.Value);
        }

        ids.Distinct().Should().Equal("https://tracker.example/api/v1/companies.atom?q=robot");
    }

    [Theory, EachDatabase]
    public async Task A_company_and_a_question_have_feeds_of_their_own(DatabaseProvider provider)
    {
        foreach (var (path, title) in new[] { ("companies/project-prometheus", "Project Prometheus: $10 bn round (new)"), ("questions/prometheus-edge-or-cloud", "(new)") })
        {
            var feed = await api.GetAsync(provider, path + ".atom");

            feed.MediaType.Should().Be("application/atom+xml", feed.Text);
            var entries = XDocument.Parse(feed.Text).Root!.Elements(Atom + "entry").ToList();
            entries.Should().Contain(entry => entry.Element(Atom + "title")!.Value.Contains(title, StringComparison.Ordinal));
            var address = new Uri(entries[0].Element(Atom + "link")!.Attribute("href")!.Value).PathAndQuery;
            (await api.Client(provider).GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.OK, address);
        }

        (await api.GetAsync(provider, "companies/nobody.atom")).Status.Should().Be(HttpStatusCode.NotFound);
        (await api.GetAsync(provider, "companies/jeff-bezos.atom")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task A_feed_has_all_letters_leads_to_its_page_and_says_why_a_record_is_gone(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await using var ledger = new Ledger(app);
        var company = (await ledger.EnterAsync("They build 😀.", "2026-05-01", Ledger.Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Smiles 😀', 'slug': 'smiles' } }")))[0];
        using var client = app.CreateClient();

        var feed = XDocument.Parse((await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/companies/{company}.atom"))).Text).Root!;
        feed.Element(Atom + "title")!.Value.Should().Be("Smiles 😀");
        feed.Element(Atom + "id")!.Value.Should().EndWith("/api/v1/companies/smiles.atom");
        feed.Elements(Atom + "link").Select(link => $"{link.Attribute("rel")!.Value} {new Uri(link.Attribute("href")!.Value).PathAndQuery}")
            .Should().Equal("self /api/v1/companies/smiles.atom", "alternate /companies/smiles");
        var list = XDocument.Parse((await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/companies.atom?q=smiles&asOf={DateTime.UtcNow:yyyy-MM-dd}"))).Text).Root!;
        list.Element(Atom + "id")!.Value.Should().EndWith($"/api/v1/companies.atom?q=smiles&asOf={DateTime.UtcNow:yyyy-MM-dd}");

        await ledger.RemoveAsync(company, "There is no such company.");

        var gone = await RestAnswer.OfAsync(await client.GetAsync("/api/v1/companies/smiles.atom"));
        gone.Status.Should().Be(HttpStatusCode.Gone, gone.Text);
        gone.Text.Should().Contain("There is no such company.");
    }

    [Theory]
    [InlineData("/funding-rounds?status=announced", "/api/v1/funding-rounds.atom?status=announced")]
    [InlineData("/companies/project-prometheus", "/api/v1/companies/project-prometheus.atom")]
    [InlineData("/questions/prometheus-edge-or-cloud", "/api/v1/questions/prometheus-edge-or-cloud.atom")]
    [InlineData("/people/jeff-bezos", null)]
    [InlineData("/funding-rounds?status=nonsense", null)]
    public async Task A_page_names_its_feed_for_readers_of_feeds(string path, string? feed)
    {
        var html = (await Page.GetAsync(api.App(), path)).Html;

        html.Contains("<link rel=\"alternate\" type=\"application/atom+xml\"", StringComparison.Ordinal).Should().Be(feed is not null);
        if (feed is not null)
        {
            html.Should().Contain($"href=\"{feed}\"");
            (await api.Client().GetAsync(feed)).StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_list_page_links_its_own_view()
    {
        var page = await Page.GetAsync(api.App(), "/funding-rounds?status=announced&sort=-amount&limit=10");

        page.LinksTo("CSV").Should().Equal("/api/v1/funding-rounds.csv?status=announced&sort=-amount");
        page.LinksTo("Atom").Should().Equal("/api/v1/funding-rounds.atom?status=announced");
    }

    /// <summary>Reads RFC 4180 back.</summary>
    private static List<List<string>> Parse(string text)
    {
        var table = new List<List<string>> { new() };
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append(text[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    table[^1].Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted:
                    break;
                case '\n' when !quoted:
                    table[^1].Add(cell.ToString());
                    cell.Clear();
                    table.Add([]);
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }

        table[^1].Should().BeEmpty("the last line ends");
        table.RemoveAt(table.Count - 1);
        return table;
    }
}
