using System.Net;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>What belongs to a record comes with it, where it is asked for.</summary>
[Collection(FullApi.Name)]
public sealed class IncludeTests(FullApi api)
{
    [Theory, EachDatabase]
    public async Task A_round_comes_with_its_company_investors_and_history(DatabaseProvider provider)
    {
        var rounds = await api.GetAsync(provider, "funding-rounds?has=investors&include=company,investors,history&limit=5");

        rounds.Status.Should().Be(HttpStatusCode.OK, rounds.Text);
        rounds.Items.Should().NotBeEmpty();
        foreach (var round in rounds.Items)
        {
            var included = round["included"]!;
            ((string)included["company"]!["slug"]!).Should().Be((string)round["company"]!["slug"]!);
            included["company"]!["summary"].Should().NotBeNull();
            included["company"]!["url"]!.ToString().Should().Be(round["company"]!["url"]!.ToString());
            included["investors"]!.AsArray().Select(party => (string)party!["slug"]!).Should()
                .BeEquivalentTo(round["investors"]!.AsArray().Select(party => (string)party!["slug"]!).Distinct());
            included["history"]!.AsArray().Select(revision => (int)revision!["version"]!).Should().BeInDescendingOrder().And.StartWith((int)round["version"]!);
        }
    }

    [Theory, EachDatabase]
    public async Task Only_what_is_asked_for_is_there(DatabaseProvider provider)
    {
        var item = (await api.GetAsync(provider, "companies/physical-intelligence?include=investors&fields=slug")).Body;

        item.Select(member => member.Key).Should().Equal("slug", "included");
        item["included"]!.AsObject().Select(member => member.Key).Should().Equal("investors");
        item["included"]!["investors"]!.AsArray().Should().NotBeEmpty();
        (await api.GetAsync(provider, "claims?limit=1")).Items[0].ContainsKey("included").Should().BeFalse();
        (await api.GetAsync(provider, "claims?limit=1&include=company,assertions")).Items[0].Select(member => member.Key).Should().Contain("assertions", "included");
        (await api.GetAsync(provider, "milestones?limit=1&include=history")).Items[0]["included"]!["history"]!.AsArray().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("people?include=company")]
    [InlineData("people?include=investors")]
    [InlineData("sources?include=history")]
    [InlineData("funding-rounds.csv?include=company")]
    public async Task What_does_not_belong_there_is_refused(string path) => (await api.GetAsync(path)).Refused.Should().Equal("include");
}
