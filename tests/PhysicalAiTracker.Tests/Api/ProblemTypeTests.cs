using System.Net;
using PhysicalAiTracker.Core.Accounts;
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
    [InlineData("export", "/problems/unauthorized")]
    public async Task An_answer_names_its_kind(string path, string type)
    {
        var answer = (await api.GetAsync(path)).Body;

        answer["type"]!.ToString().Should().Be(type);
        answer["title"]!.ToString().Should().Be(ProblemType.All.Single(kind => kind.Address == type).Title);
        answer["detail"]!.ToString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_is_told_which_role_may()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app, Roles.Analyst);

        var answer = await RestAnswer.OfAsync(await ana.Client.PostAsync($"/api/v1/disclosures/{Guid.CreateVersion7()}/accept", null));

        ((int)answer.Status, answer.Body["detail"]!.ToString()).Should().Be((403, "It takes an account with the role of reviewer, or of one above."));
    }
}
