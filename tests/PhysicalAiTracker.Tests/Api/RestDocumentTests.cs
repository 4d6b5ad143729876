using System.Net;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>docs/rest.md has everything that the API has.</summary>
[Collection(SeededApi.Name)]
public sealed partial class RestDocumentTests(SeededApi api)
{
    private static readonly string Text = File.ReadAllText(Repository.Path("docs", "rest.md"));

    [Fact]
    public void It_has_every_route()
    {
        Described.Paths.Where(path => !Text.Contains($"`{path}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void It_has_every_parameter_of_every_list()
    {
        foreach (var collection in Described.Collections)
        {
            var section = Section(collection.Url);
            collection.Definition.Parameters.Where(p => !section.Contains($"`{p.Name}`", StringComparison.Ordinal)).Select(p => p.Name).Should().BeEmpty($"of {collection.Name}");
            collection.Definition.Orders.Where(order => !section.Contains($"`{order.Name}`", StringComparison.Ordinal)).Select(order => order.Name).Should().BeEmpty($"of {collection.Name}");
            section.Should().Contain($"`{collection.Definition.DefaultSort}`");
        }
    }

    [Theory]
    [InlineData(ListDefinition.Limit)]
    [InlineData(ListDefinition.Cursor)]
    [InlineData(ListDefinition.SortBy)]
    [InlineData(ListDefinition.FacetBy)]
    [InlineData("fields")]
    [InlineData("include")]
    public void It_has_the_parameters_of_all_lists(string name) => Text.Should().Contain($"`{name}`");

    [Fact]
    public async Task Its_examples_find_something_in_the_seeds()
    {
        var paths = Example().Matches(Text).Select(match => match.Groups["path"].Value).ToList();
        paths.Count.Should().BeGreaterThan(5);
        foreach (var path in paths)
        {
            var answer = await RestAnswer.OfAsync(await api.Client().GetAsync(path));
            answer.Status.Should().Be(HttpStatusCode.OK, path);
            if (answer.MediaType != "application/json")
            {
                continue;
            }

            (answer.Body["items"]?.AsArray().Count).Should().NotBe(0, path);
        }
    }

    [GeneratedRegex("curl [^']*'http://localhost:5000(?<path>[^']*)'")]
    private static partial Regex Example();

    /// <summary>From the heading that names the path to the next heading.</summary>
    private static string Section(string path)
    {
        var start = Text.IndexOf($"\n### `{path}`", StringComparison.Ordinal);
        start.Should().BeGreaterThan(0, $"{path} has a section");
        var end = Text.IndexOf("\n##", start + 1, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }
}
