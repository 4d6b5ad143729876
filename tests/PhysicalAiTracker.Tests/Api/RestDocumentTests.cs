using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>docs/rest.md has everything that the API has.</summary>
public sealed class RestDocumentTests
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
    [InlineData("fields")]
    [InlineData("include")]
    public void It_has_the_parameters_of_all_lists(string name) => Text.Should().Contain($"`{name}`");

    /// <summary>From the heading that names the path to the next heading.</summary>
    private static string Section(string path)
    {
        var start = Text.IndexOf($"\n### `{path}`", StringComparison.Ordinal);
        start.Should().BeGreaterThan(0, $"{path} has a section");
        var end = Text.IndexOf("\n##", start + 1, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }
}
