using System.Net;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Reconciling;

/// <summary>The reconciliation service, asked as OpenRefine asks.</summary>
[Collection(SeededApi.Name)]
public sealed class ReconcileTests(SeededApi api)
{
    [Fact]
    public async Task Without_parameters_it_tells_what_it_offers()
    {
        var manifest = (await api.GetAsync("reconcile")).Body;

        manifest["versions"]!.AsArray().Select(v => (string)v!).Should().Equal("0.2");
        ((string)manifest["name"]!).Should().NotBeEmpty();
        manifest["defaultTypes"]!.AsArray().Select(type => (string)type!["id"]!).Should().Equal("company", "person", "investor");
        ((string)manifest["identifierSpace"]!).Should().Be("http://localhost/companies/");
        ((string)manifest["view"]!["url"]!).Should().Be("http://localhost/companies/{{id}}");
        ((string)manifest["preview"]!["url"]!).Should().Contain("{{id}}");
        ((int)manifest["batchSize"]!).Should().Be(50);
        manifest["suggest"]!.AsObject().Select(s => s.Key).Should().BeEquivalentTo("entity", "property", "type");
        foreach (var service in new[] { manifest["suggest"]!["entity"]!, manifest["suggest"]!["property"]!, manifest["suggest"]!["type"]!, manifest["extend"]!["propose_properties"]! })
        {
            (await api.Client().GetAsync($"{service["service_url"]}{service["service_path"]}?prefix=a")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        manifest["extend"]!["property_settings"]!.AsArray().Should().OnlyContain(s => s!["name"] != null && s["label"] != null && s["type"] != null);
    }

    [Theory, EachDatabase]
    public async Task A_column_of_names_is_matched_in_one_batch(DatabaseProvider provider)
    {
        var results = await QueryAsync(provider, """
            { "q0": { "query": "Project Prometheus, Inc.", "type": "company", "type_strict": "should", "limit": 3 },
              "q1": { "query": "Bezos, Jeff", "type": [ { "id": "person", "name": "Person" } ] },
              "q2": { "query": "Nobody At All" },
              "q3": { "query": "jeff-bezos", "type": "investor" },
              "q4": { "query": "Jeff Bezos", "type": "company" },
              "q5": { "query": "Project Prometeus" } }
            """);

        var best = results["q0"]!["result"]![0]!;
        ((string)best["name"]!, (bool)best["match"]!).Should().Be(("Project Prometheus", true));
        best["features"]!.AsArray().Sum(feature => (int)feature!["value"]!).Should().Be((int)best["score"]!, "the features explain the score");
        best["type"]!.AsArray().Select(type => (string)type!["id"]!).Should().Contain("company");
        ((string)results["q1"]!["result"]![0]!["name"]!).Should().Be("Jeff Bezos");
        results["q1"]!["result"]![0]!["type"]!.AsArray().Select(type => (string)type!["id"]!).Should().BeEquivalentTo(["person", "investor"]);
        results["q2"]!["result"]!.AsArray().Should().BeEmpty();
        ((int)results["q3"]!["result"]![0]!["score"]!).Should().Be(100, "a slug is known");
        results["q4"]!["result"]!.AsArray().Should().BeEmpty("types are kept to unless they only should be");
        ((bool)results["q5"]!["result"]![0]!["match"]!).Should().BeFalse("a slip of a letter is for a person to judge");
        var page = await api.Client(provider).GetAsync($"/companies/{best["id"]}");
        page.Headers.Location!.OriginalString.Should().Be("/companies/project-prometheus", "the view leads to the party");
    }

    [Theory, EachDatabase]
    public async Task Matched_parties_are_extended(DatabaseProvider provider)
    {
        var found = await QueryAsync(provider, """{ "q": { "query": "Project Prometheus" }, "r": { "query": "Periodic Labs" } }""");
        var (prometheus, periodic) = ((string)found["q"]!["result"]![0]!["id"]!, (string)found["r"]!["result"]![0]!["id"]!);
        var extend = new JsonObject
        {
            ["ids"] = new JsonArray(prometheus, periodic, $"{Guid.Empty}", "not-an-id"),
            ["properties"] = new JsonArray(
                new JsonObject { ["id"] = "founded" }, new JsonObject { ["id"] = "places" }, new JsonObject { ["id"] = "total-raised", ["settings"] = new JsonObject { ["open"] = true } },
                new JsonObject { ["id"] = "latest-round" }, new JsonObject { ["id"] = "investors", ["settings"] = new JsonObject { ["limit"] = "1" } }, new JsonObject { ["id"] = "placement-inference" }),
        };

        var answer = await PostAsync(provider, ("extend", extend.ToJsonString()));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Body["meta"]!.AsArray().Select(meta => (string)meta!["id"]!).Should().Equal("founded", "places", "total-raised", "latest-round", "investors", "placement-inference");
        answer.Body["meta"]![4]!["type"]!["id"]!.ToString().Should().Be("investor");
        var row = answer.Body["rows"]![prometheus]!;
        ((string)row["founded"]![0]!["str"]!).Should().MatchRegex(@"^\d{4}");
        row["places"]!.AsArray().Should().NotBeEmpty();
        ((decimal)(row["total-raised"]![0]!["int"] ?? row["total-raised"]![0]!["float"])!).Should().BeGreaterThan(1_000_000_000);
        ((string)row["latest-round"]![0]!["str"]!).Should().Contain("bn");
        ((string)answer.Body["rows"]![periodic]!["investors"]!.AsArray().Should().ContainSingle("the setting says so").Subject!["name"]!).Should().NotBeEmpty();
        foreach (var unknown in new[] { $"{Guid.Empty}", "not-an-id" })
        {
            answer.Body["rows"]![unknown]!.AsObject().Should().OnlyContain(cell => cell.Value!.AsArray().Count == 0);
        }
    }

    [Fact]
    public async Task Names_are_suggested_while_somebody_types()
    {
        var entities = (await api.GetAsync("reconcile/suggest/entity?prefix=prom&type=company&_=1700000000&lang=en")).Body["result"]!.AsArray();
        entities.Should().Contain(e => (string)e!["name"]! == "Project Prometheus");
        (await api.GetAsync($"reconcile/suggest/entity?prefix={entities[0]!["id"]}")).Body["result"]!.AsArray().Should().ContainSingle();
        (await api.GetAsync("reconcile/suggest/entity?prefix=prom&cursor=500")).Body["result"]!.AsArray().Should().BeEmpty();
        (await api.GetAsync("reconcile/suggest/entity?prefix=%00%ED%A0%80")).Status.Should().Be(HttpStatusCode.OK);
        (await api.GetAsync("reconcile/suggest/property?prefix=raised")).Body["result"]!.AsArray().Select(p => (string)p!["id"]!).Should().Equal("total-raised");
        (await api.GetAsync("reconcile/suggest/type?prefix=pers")).Body["result"]![0]!["id"]!.ToString().Should().Be("person");
        (await api.GetAsync("reconcile/properties?type=investor&limit=3")).Body["properties"]!.AsArray().Should().HaveCount(3);
        (await api.GetAsync("reconcile/properties?type=robot")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("queries", "not json", HttpStatusCode.BadRequest, "no JSON")]
    [InlineData("queries", "[]", HttpStatusCode.BadRequest, "no JSON object")]
    [InlineData("queries", """{"q":{"query":"a"},"q":{"query":"b"}}""", HttpStatusCode.BadRequest, "twice")]
    [InlineData("queries", """{"q":{"query":"\ud800"}}""", HttpStatusCode.BadRequest, "no Unicode")]
    [InlineData("queries", """{"q":{}}""", HttpStatusCode.BadRequest, "needs a query")]
    [InlineData("queries", """{"q":{"query":"a","type":"robot"}}""", HttpStatusCode.BadRequest, "company, person, investor")]
    [InlineData("queries", """{"q":{"query":"a","limit":0}}""", HttpStatusCode.BadRequest, "from 1")]
    [InlineData("queries", """{"q":{"query":"a","type_strict":"maybe"}}""", HttpStatusCode.BadRequest, "type_strict")]
    [InlineData("queries", """{"q":{"query":"a","properties":[{"pid":"colour","v":"red"}]}}""", HttpStatusCode.BadRequest, "founded, website, country")]
    [InlineData("extend", """{"ids":["x"]}""", HttpStatusCode.BadRequest, "two lists")]
    [InlineData("extend", """{"ids":["x"],"properties":[{"id":"colour"}]}""", HttpStatusCode.BadRequest, "no property")]
    [InlineData("other", "x", HttpStatusCode.BadRequest, "is required")]
    public async Task What_cannot_be_read_is_told(string parameter, string json, HttpStatusCode status, string text)
    {
        var answer = await PostAsync(DatabaseProvider.Sqlite, (parameter, json));

        answer.Status.Should().Be(status);
        answer.Body.ToJsonString().Should().Contain(text);
    }

    [Fact]
    public async Task A_batch_has_its_limit_and_jsonp_is_not_spoken()
    {
        var many = new JsonObject(Enumerable.Range(0, 51).Select(i => KeyValuePair.Create($"q{i}", (JsonNode?)new JsonObject { ["query"] = $"Name {i}" })));

        (await PostAsync(DatabaseProvider.Sqlite, ("queries", many.ToJsonString()))).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        many.Remove("q50");
        (await PostAsync(DatabaseProvider.Sqlite, ("queries", many.ToJsonString()))).Body.AsObject().Should().HaveCount(50);
        (await api.GetAsync("reconcile?callback=jQuery1")).Status.Should().Be(HttpStatusCode.BadRequest);
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        (await api.Client().PostAsync("/api/v1/reconcile", json)).StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Properties_tell_namesakes_apart()
    {
        var results = await QueryAsync(DatabaseProvider.Sqlite, """
            { "same": { "query": "Prometheus", "properties": [ { "pid": "founded", "v": "2025" } ] },
              "other": { "query": "Prometheus", "properties": [ { "pid": "founded", "v": [ 1988 ] } ] } }
            """);

        ((int)results["same"]!["result"]![0]!["score"]!).Should().BeGreaterThan((int)results["other"]!["result"]![0]!["score"]!);
        results["other"]!["result"]![0]!["features"]!.AsArray().Should().Contain(f => (string)f!["id"]! == "founded" && (int)f["value"]! < 0);
    }

    [Fact]
    public async Task Pages_of_any_origin_may_ask_by_get_and_by_form()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, "/api/v1/reconcile" + (method == HttpMethod.Get ? "?queries={}" : "")) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent([new("queries", "{}")]) : null };
            request.Headers.Add("Origin", "https://refine.example");
            var answer = await api.Client().SendAsync(request);

            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            answer.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        }
    }

    [Fact]
    public async Task A_preview_may_be_framed_and_nothing_else()
    {
        var id = (string)(await QueryAsync(DatabaseProvider.Sqlite, """{ "q": { "query": "Project Prometheus" } }"""))["q"]!["result"]![0]!["id"]!;

        var preview = await api.Client().GetAsync($"/reconcile/preview/{id}");

        preview.StatusCode.Should().Be(HttpStatusCode.OK);
        preview.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("frame-ancestors *").And.NotContain("script-src");
        (await preview.Content.ReadAsStringAsync()).Should().Contain("Project Prometheus").And.NotContain("<script").And.NotContain("<nav");
        (await api.Client().GetAsync($"/reconcile/preview/{Guid.Empty}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await api.Client().GetAsync("/companies")).Headers.GetValues("Content-Security-Policy").Single().Should().Contain("frame-ancestors 'none'");
    }

    private async Task<JsonNode> QueryAsync(DatabaseProvider provider, string queries)
    {
        var posted = await PostAsync(provider, ("queries", queries));
        posted.Status.Should().Be(HttpStatusCode.OK);
        var got = await api.GetAsync(provider, $"reconcile?queries={Uri.EscapeDataString(queries)}");
        JsonNode.DeepEquals(got.Body, posted.Body).Should().BeTrue("GET answers like POST");
        return posted.Body;
    }

    private async Task<RestAnswer> PostAsync(DatabaseProvider provider, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await RestAnswer.OfAsync(await api.Client(provider).PostAsync("/api/v1/reconcile", form));
    }
}
