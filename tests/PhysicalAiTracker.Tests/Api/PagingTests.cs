using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>A walk over many rows, alike and incomplete ones, meets each once and in order.</summary>
public sealed class PagingTests
{
    private static readonly string[] Sorts =
        ["", "announced", "-announced", "amount", "-amount", "valuation,-amount", "-valuation,announced", "amount,valuation,-announced", "created", "-updated", "-announced,-amount,-valuation,created"];

    [Theory, EachDatabase]
    public async Task Pages_of_any_length_put_together_are_the_whole_list(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Settings = new Dictionary<string, string> { ["Api:RateLimit"] = "1000000" } };
        await GeneratedRounds.PublishAsync(app);
        var client = app.CreateClient();
        foreach (var sort in Sorts)
        {
            var query = sort.Length == 0 ? "" : $"&sort={sort}";
            var whole = await Walk.IdsAsync(client, $"/api/v1/funding-rounds?limit=200{query}");
            whole.Should().HaveCount(GeneratedRounds.Count).And.OnlyHaveUniqueItems();
            foreach (var limit in new[] { 1, 4, 22 })
            {
                (await Walk.IdsAsync(client, $"/api/v1/funding-rounds?limit={limit}{query}")).Should().Equal(whole, $"sorted by {sort} in pages of {limit}");
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Values_come_in_order_and_missing_ones_last_for_every_key(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await GeneratedRounds.PublishAsync(app);
        var client = app.CreateClient();
        foreach (var (sort, amounts, valuations) in new[] { ("amount,-valuation", 1, -1), ("-amount,valuation", -1, 1), ("-amount,-valuation", -1, -1) })
        {
            var rounds = (await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/funding-rounds?limit=200&sort={sort}"))).Items;
            var keys = rounds.Select(round => (Key(round["amount"]?["usd"], amounts), Key(round["valuation"]?["usd"], valuations))).ToList();

            keys.Should().BeInAscendingOrder($"sorted by {sort}");
        }
    }

    [Theory, EachDatabase]
    public async Task A_page_leads_to_both_its_neighbours(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await GeneratedRounds.PublishAsync(app);
        var client = app.CreateClient();

        var first = await RestAnswer.OfAsync(await client.GetAsync("/api/v1/funding-rounds?limit=5&stage!=seed"));
        var second = await RestAnswer.OfAsync(await client.GetAsync(Walk.LinkOf(first, "next")));
        var back = await RestAnswer.OfAsync(await client.GetAsync(Walk.LinkOf(second, "prev")));

        first.Body["prev"].Should().BeNull();
        Walk.LinkOf(first, "prev").Should().BeNull();
        Walk.LinkOf(second, "prev").Should().EndWith((string)second.Body["prev"]!);
        back.Items.Select(item => item.ToJsonString()).Should().Equal(first.Items.Select(item => item.ToJsonString()));
        back.Body["prev"].Should().BeNull();
        Walk.LinkOf(second, "first").Should().Be("/api/v1/funding-rounds?limit=5&stage!=seed");

        var page = await Page.GetAsync(app, Walk.LinkOf(second, "next")!.Replace("/api/v1", "", StringComparison.Ordinal));
        page.Html.Should().MatchRegex("<a href=\"/funding-rounds[^\"]*cursor=[^\"]*\" rel=\"prev\">Previous page</a>");
    }

    [Theory, EachDatabase]
    public async Task The_total_counts_the_whole_list_on_every_page(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await GeneratedRounds.PublishAsync(app);
        var client = app.CreateClient();

        var first = await RestAnswer.OfAsync(await client.GetAsync("/api/v1/funding-rounds?limit=5&amountUsdMin=3e6"));
        var second = await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/funding-rounds?limit=5&amountUsdMin=3e6&cursor={first.Next}"));

        ((int)first.Body["total"]!).Should().Be((int)second.Body["total"]!);
        first.Items.Should().HaveCount(5);
        (first.Items.Count + second.Items.Count).Should().BeLessThanOrEqualTo((int)first.Body["total"]!);
    }

    /// <summary>Ascending whatever the direction, with the missing ones behind all others.</summary>
    private static decimal Key(JsonNode? value, int direction) => value is null ? decimal.MaxValue : (decimal)value * direction;
}
