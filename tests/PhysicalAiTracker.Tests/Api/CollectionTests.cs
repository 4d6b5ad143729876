using System.Globalization;
using System.Net;
using System.Xml.Linq;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Api;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>What holds for every collection.</summary>
[Collection(FullApi.Name)]
public sealed class CollectionTests(FullApi api)
{
    public static TheoryData<string> Names => [.. Described.Collections.Select(collection => collection.Name)];

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory, EachDatabase]
    public async Task A_contradiction_is_as_new_in_the_feed_as_what_the_tracker_knows_of_it(DatabaseProvider provider)
    {
        var known = (await api.GetAsync(provider, "contradictions?sort=-updated")).Items;

        var entries = XDocument.Parse((await api.GetAsync(provider, "contradictions.atom")).Text).Root!.Elements(Atom + "entry").ToList();

        entries.Select(entry => entry.Element(Atom + "id")!.Value).Should().NotBeEmpty().And.Equal(known.Take(50).Select(item => $"urn:uuid:{item["id"]}"));
        entries.Should().OnlyContain(entry => DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow.AddHours(-1), "sources are older");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_index_leads_to_it(string name)
    {
        var index = await api.GetAsync("");

        index.Body["collections"]!.AsArray().Should().Contain(entry => (string?)entry!["name"] == name && (string?)entry["url"] == $"/api/v1/{name}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Items_answer_at_their_url_on_either_database(string name)
    {
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            var list = await api.GetAsync(provider, $"{name}?limit=200");

            list.Status.Should().Be(HttpStatusCode.OK, list.Text);
            list.Items.Should().NotBeEmpty().And.HaveCount((int)list.Body["total"]!);
            // Some of each, from the first to the last.
            foreach (var item in list.Items.Where((_, index) => index % ((list.Items.Count / 10) + 1) == 0))
            {
                var found = await RestAnswer.OfAsync(await api.Client(provider).GetAsync((string)item["url"]!));
                found.Status.Should().Be(HttpStatusCode.OK);
                ((string?)found.Body["id"]).Should().Be((string?)item["id"]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_parameter_takes_what_its_description_says(string name)
    {
        foreach (var parameter in Described.Collection(name).Definition.Parameters)
        {
            var values = parameter.Allowed.Count > 0 ? parameter.Allowed : [parameter.Example!];
            var query = $"{parameter.Name}={Uri.EscapeDataString(string.Join(',', values))}";
            foreach (var provider in Enum.GetValues<DatabaseProvider>())
            {
                var list = await api.GetAsync(provider, $"{name}?{query}");
                list.Status.Should().Be(HttpStatusCode.OK, $"{query}: {list.Text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_order_walks_all_items_both_ways(string name)
    {
        var definition = Described.Collection(name).Definition;
        var all = (await api.GetAsync($"{name}?limit=200")).Items.Select(item => (string)item["id"]!).ToList();
        // Several pages, of which the last is not full where that can be.
        var limit = (all.Count / 4) + 1;
        foreach (var sort in definition.Orders.SelectMany(order => new[] { order.Name, "-" + order.Name }))
        {
            var walked = await Walk.IdsAsync(api.Client(), $"/api/v1/{name}?sort={sort}&limit={limit}");
            walked.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(all, $"sorted by {sort}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_unknown_id_is_not_found(string name)
    {
        foreach (var id in new[] { "nobody-knows", Guid.NewGuid().ToString() })
        {
            var answer = await api.GetAsync($"{name}/{id}");

            answer.Status.Should().Be(HttpStatusCode.NotFound);
            answer.MediaType.Should().Be("application/problem+json");
            ((string?)answer.Body["detail"]).Should().Contain(id);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Wrong_parameters_are_named_all_at_once_with_what_is_allowed(string name)
    {
        var answer = await api.GetAsync($"{name}?colour=red&sort=beauty&fields=soul&limit=201&cursor=abc&include=everything");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.MediaType.Should().Be("application/problem+json");
        answer.Refused.Should().BeEquivalentTo("colour", "sort", "fields", "limit", "cursor", "include");
        var definition = Described.Collection(name).Definition;
        answer.Allowed("colour").Should().Contain([.. definition.Parameters.Select(p => p.Name), ListDefinition.Limit, ListDefinition.Cursor, ListDefinition.SortBy, "fields", "include"]);
        answer.Allowed("sort").Should().Equal(definition.Orders.Select(order => order.Name));
        answer.Allowed("fields").Should().Contain("id").And.Contain("url");
        ((string?)answer.Body["traceId"]).Should().MatchRegex("^[0-9a-f]{32}$");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Wrong_values_are_refused_by_name(string name)
    {
        foreach (var parameter in Described.Collection(name).Definition.Parameters.Where(p => p.Name != "q"))
        {
            foreach (var provider in Enum.GetValues<DatabaseProvider>())
            {
                var answer = await api.GetAsync(provider, $"{name}?{parameter.Name}=no%20such%20value");

                answer.Status.Should().Be(HttpStatusCode.BadRequest, $"{parameter.Name} took it");
                answer.Refused.Should().Equal(parameter.Name);
                parameter.Allowed.Except(answer.Allowed(parameter.Name)).Should().BeEmpty();
            }
        }
    }
}
