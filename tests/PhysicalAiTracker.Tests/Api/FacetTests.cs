using System.Net;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Counts beside a list: of every collection, on either database, and on its page.</summary>
[Collection(FullApi.Name)]
public sealed class FacetTests(FullApi api)
{
    [Theory, EachDatabase]
    public async Task Every_facet_of_every_list_adds_up_to_the_list(DatabaseProvider provider)
    {
        foreach (var collection in Described.Collections.Where(collection => collection.Definition.FacetNames.Count > 0))
        {
            var list = await api.GetAsync(provider, $"{collection.Name}?limit=1&facet={string.Join(',', collection.Definition.FacetNames)}");

            list.Status.Should().Be(HttpStatusCode.OK, list.Text);
            list.Body["facets"]!.AsObject().Select(facet => facet.Key).Should().BeEquivalentTo(collection.Definition.FacetNames);
            foreach (var (name, facet) in list.Body["facets"]!.AsObject())
            {
                var counts = facet!["values"]!.AsArray().Select(value => (long)value!["count"]!).ToList();
                counts.Should().NotContain(count => count < 1);
                // One with several values is counted with each of them.
                (counts.Sum() + (long)facet["missing"]!).Should().BeGreaterThanOrEqualTo((long)list.Body["total"]!, $"{name} of {collection.Name}");
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Each_count_is_the_total_of_the_list_of_that_value(DatabaseProvider provider)
    {
        foreach (var (list, name) in new[] { ("companies", "sector"), ("companies", "country"), ("companies", "sellsCompute"), ("companies", "grade"), ("sources", "publisher"), ("contradictions", "field"), ("investors", "kind") })
        {
            var facet = (await api.GetAsync(provider, $"{list}?facet={name}&limit=1")).Body["facets"]![name]!;
            var values = facet["values"]!.AsArray();
            values.Should().NotBeEmpty(name);
            foreach (var value in values.Take(4))
            {
                var found = await api.GetAsync(provider, $"{list}?limit=1&{name}={Uri.EscapeDataString((string)value!["value"]!)}");
                found.Body["total"]!.ToString().Should().Be(value["count"]!.ToString(), $"{name}={value["value"]} of {list}");
            }
        }
    }

    [Fact]
    public async Task A_facet_ignores_its_own_filter_and_no_other()
    {
        var free = await api.GetAsync("funding-rounds?facet=stage,status&limit=1");
        var chosen = await api.GetAsync("funding-rounds?facet=stage,status&limit=1&stage=seed");

        chosen.Body["facets"]!["stage"]!.ToJsonString().Should().Be(free.Body["facets"]!["stage"]!.ToJsonString());
        chosen.Body["facets"]!["status"]!.ToJsonString().Should().NotBe(free.Body["facets"]!["status"]!.ToJsonString());
    }

    [Fact]
    public async Task Years_come_from_the_oldest_and_what_has_no_date_apart()
    {
        var years = (await api.GetAsync("funding-rounds?facet=year&limit=1")).Body["facets"]!["year"]!;

        years["values"]!.AsArray().Select(year => (string)year!["value"]!).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.NotBeEmpty();
        years["missing"]!.ToString().Should().Be((await api.GetAsync("funding-rounds?missing=announcedOn&limit=1")).Body["total"]!.ToString());
    }

    [Theory]
    [InlineData("funding-rounds?facet=stage,colour", "stage")]
    [InlineData("companies?facet=stage", "sector")]
    [InlineData("disclosures?facet=year", null)]
    public async Task An_unknown_facet_is_refused_with_those_there_are(string path, string? allowed)
    {
        var refused = await api.GetAsync(path);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Refused.Should().Equal("facet");
        refused.Allowed("facet").Contains(allowed ?? "").Should().Be(allowed is not null);
    }

    [Fact]
    public async Task Counts_are_of_the_list_and_not_of_a_page_or_a_file()
    {
        var first = await api.GetAsync("funding-rounds?facet=stage&limit=2");
        var second = await api.GetAsync($"funding-rounds?limit=2&cursor={first.Next}");

        second.Status.Should().Be(HttpStatusCode.OK, "counts need not be asked for again");
        second.Body.ContainsKey("facets").Should().BeFalse();
        (await api.GetAsync("funding-rounds.csv?facet=stage")).Refused.Should().Equal("facet");
    }

    [Fact]
    public async Task A_page_shows_the_counts_beside_the_values()
    {
        var facets = (await api.GetAsync("funding-rounds?facet=stage,year&status=announced&limit=1")).Body["facets"]!;
        var page = await Page.GetAsync(api.App(), "/funding-rounds?status=announced");

        page.Text.Should().Contain($"seed: {CountOf(facets["stage"]!, "seed")} round").And.Contain("in talks: ");
        page.Text.Should().Contain($"2025: {CountOf(facets["year"]!, "2025")} round");
        page.Html.Should().MatchRegex("href=\"/funding-rounds\\?status=announced&amp;announcedFrom=2025&amp;announcedTo=2025\"");
    }

    [Theory, EachDatabase]
    public async Task A_page_has_the_figures_of_its_list_in_a_table(DatabaseProvider provider)
    {
        var page = await Page.GetAsync(api.App(provider), "/funding-rounds?aggregate=sum,median,p25,p75&by=stage&limit=1");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.Should().MatchRegex("<caption>Disclosed amounts and valuations of [0-9,]+ rounds, in US dollars, by stage");
        page.Html.Should().Contain("name=\"by\" value=\"stage\"", "the filters keep the figures");
        (await Page.GetAsync(api.App(provider), "/funding-rounds")).Html.Should().NotContain("<caption>Disclosed").And.Contain("&amp;by=year#figures");
    }

    private static int CountOf(JsonNode facet, string value) => facet["values"]!.AsArray().Where(count => (string)count!["value"]! == value).Sum(count => (int)count!["count"]!);
}
