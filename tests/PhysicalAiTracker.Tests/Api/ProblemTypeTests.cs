using System.Net;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Each kind of problem has an address, a page there, and a part in the docs.</summary>
[Collection(SeededApi.Name)]
public sealed class ProblemTypeTests(SeededApi api)
{
    [Fact]
    public async Task Each_has_a_page_at_its_address_and_a_part_in_the_docs()
    {
        var docs = await File.ReadAllTextAsync(Repository.Path("docs", "problems.md"));
        var list = await Page.GetAsync(api.App(), "/problems");
        ProblemType.All.Select(type => type.Name).Should().OnlyHaveUniqueItems();
        foreach (var type in ProblemType.All)
        {
            var page = await Page.GetAsync(api.App(), type.Address);

            page.Status.Should().Be(HttpStatusCode.OK, type.Address);
            page.Text.Should().Contain(type.Title).And.Contain(type.Meaning).And.Contain(type.Remedy);
            list.LinksTo(type.Title).Should().Equal(type.Address);
            docs.Should().Contain($"## `{type.Address}`").And.Contain($"**{type.Status}**");
        }

        (await Page.GetAsync(api.App(), "/problems/of-another-kind")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("companies?colour=red", "/problems/invalid-parameters")]
    [InlineData("companies/nobody", "/problems/not-found")]
    [InlineData("nothing", "/problems/not-found")]
    [InlineData("companies?access_token=x", "/problems/bad-request")]
    public async Task An_answer_names_its_kind(string path, string type) => (await api.GetAsync(path)).Body["type"]!.ToString().Should().Be(type);
}
