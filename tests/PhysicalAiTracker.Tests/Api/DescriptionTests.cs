using System.Text.Json.Nodes;
using PhysicalAiTracker.Web.Api.Lists;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>The description in OpenAPI says what the API does.</summary>
[Collection(FullApi.Name)]
public sealed class DescriptionTests(FullApi api)
{
    [Fact]
    public async Task It_has_every_path()
    {
        var document = await ReadAsync();

        document["paths"]!.AsObject().Select(path => path.Key).Should().BeEquivalentTo(Described.Paths);
    }

    [Fact]
    public async Task It_has_every_parameter_with_its_meaning_and_its_words()
    {
        var document = await ReadAsync();
        foreach (var collection in Described.Collections)
        {
            var parameters = document["paths"]![collection.Url]!["get"]!["parameters"]!.AsArray();
            foreach (var parameter in collection.Definition.Parameters)
            {
                var described = parameters.Should().ContainSingle(p => (string?)p!["name"] == parameter.Name).Subject!;
                ((string?)described["description"]).Should().StartWith(parameter.Description);
                var words = (described["schema"]!["items"] ?? described["schema"])!["enum"]?.AsArray().Select(word => (string)word!) ?? [];
                words.Should().Equal(parameter.Allowed);
            }
        }
    }

    [Fact]
    public async Task Answers_have_the_members_it_promises_and_no_others()
    {
        var document = await ReadAsync();
        foreach (var collection in Described.Collections)
        {
            var items = (await api.GetAsync($"{collection.Name}?limit=1{(collection.HasEvidence ? $"&include={string.Join(',', collection.Includes)}" : "")}")).Items;
            items.Should().NotBeEmpty($"the packs have some of {collection.Name}");
            foreach (var item in items)
            {
                SchemaCheck.Problems(document, collection.Url, item).Should().BeEmpty($"of {collection.Name}");
            }
        }
    }

    [Fact]
    public async Task Each_operation_says_what_may_go_wrong()
    {
        var document = await ReadAsync();
        foreach (var path in document["paths"]!.AsObject().Where(path => path.Value!["get"] is not null))
        {
            var responses = path.Value!["get"]!["responses"]!.AsObject();
            // A list that is streamed has no ETag.
            var isFile = ListFormat.All.Any(format => format != ListFormat.Atom && format.Suffix.Length > 0 && path.Key.EndsWith(format.Suffix, StringComparison.Ordinal));
            responses.Select(response => response.Key).Should().Contain(isFile ? ["200", "400", "401", "403", "414", "429", "500", "503"] : ["200", "304", "400", "401", "403", "414", "429", "500", "503"], path.Key);
            responses.ContainsKey("304").Should().Be(!isFile, path.Key);
            responses["400"]!["content"]!.AsObject().Should().ContainKey("application/problem+json");
            responses["429"]!["headers"]!.AsObject().Should().ContainKey("Retry-After");
            responses.ContainsKey("404").Should().Be(path.Key.Contains("{id}", StringComparison.Ordinal) || path.Key.Contains("{file}", StringComparison.Ordinal));
        }

        document["paths"]!["/api/v1/disclosures"]!["post"]!["responses"]!.AsObject().Select(response => response.Key)
            .Should().BeEquivalentTo("200", "201", "400", "401", "403", "409", "413", "414", "415", "422", "429", "500", "503");
        document["paths"]!["/api/v1/contradictions/{id}/rulings"]!["post"]!["responses"]!.AsObject().Select(response => response.Key)
            .Should().BeEquivalentTo("200", "400", "401", "403", "404", "409", "413", "414", "415", "429", "500", "503");
        document["paths"]!["/api/v1/disclosures"]!["post"]!["security"]!.AsArray().Select(either => either!.AsObject().Single().Key).Should().Equal("session", "key");
        document["components"]!["securitySchemes"]!["key"]!["scheme"]!.ToString().Should().Be("bearer");
        document["paths"]!["/api/v1/disclosures"]!["post"]!["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.ToString()).Should().BeEquivalentTo("Idempotency-Key", "state");
    }

    [Fact]
    public async Task Its_page_loads_nothing_from_elsewhere_and_has_no_script_of_its_own()
    {
        var page = await api.Client().GetStringAsync("/swagger/index.html");

        page.Should().NotContain("http:").And.NotContain("https:").And.NotMatchRegex("<script>");
        (await api.Client().GetStringAsync("/swagger/index.js")).Should().Contain("/swagger/v1/swagger.json");
    }

    private async Task<JsonNode> ReadAsync() => JsonNode.Parse(await api.Client().GetStringAsync("/swagger/v1/swagger.json"))!;
}
