using System.Net;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>What the article says about funding rounds, as a program is told.</summary>
[Collection(SeededApi.Name)]
public sealed class FundingRoundsApiTests(SeededApi api)
{
    [Theory, EachDatabase]
    public async Task Project_Prometheus_raises_ten_billion_on_no_stated_date(DatabaseProvider provider)
    {
        var rounds = await api.GetAsync(provider, "funding-rounds?company=project-prometheus");

        var round = rounds.Items.Should().ContainSingle().Subject;
        ((string?)round["status"]).Should().Be("in-progress");
        round.Should().ContainKey("announcedOn").WhoseValue.Should().BeNull();
        round["amount"]!.ToJsonString().Should().Be("""{"value":10000000000,"currency":"USD","usd":10000000000,"qualifier":"exactly","usdRateOn":null,"text":"$10 bn"}""");
        ((long)round["valuation"]!["value"]!).Should().Be(38_000_000_000);
        ((string?)round["valuation"]!["kind"]).Should().Be("unspecified");
        ((int)rounds.Body["total"]!).Should().Be(1);
        rounds.Next.Should().BeNull();
    }

    [Theory, EachDatabase]
    public async Task A_round_has_the_promised_members_and_says_null_for_what_no_source_says(DatabaseProvider provider)
    {
        var round = (await api.GetAsync(provider, "funding-rounds?company=project-prometheus")).Items[0];

        round.Select(member => member.Key).Should().Contain([
            "id", "company", "stage", "stageAsAnnounced", "status", "instrument", "amount", "valuation", "announcedOn", "closedOn", "reportedOn",
            "investors", "supersedes", "version", "createdAt", "updatedAt", "url"]);
        ((string?)round["company"]!["slug"], (string?)round["company"]!["name"]).Should().Be(("project-prometheus", "Project Prometheus"));
        round["stage"].Should().BeNull();
        round["supersedes"].Should().BeNull();
        round["investors"]!.AsArray().Should().BeEmpty();
        ((string?)round["reportedOn"]).Should().Be("2026-04~");
        ((string?)round["createdAt"]).Should().EndWith("Z");
    }

    [Theory, EachDatabase]
    public async Task Its_url_answers_with_the_same_round(DatabaseProvider provider)
    {
        var listed = (await api.GetAsync(provider, "funding-rounds?company=project-prometheus")).Items[0];

        var found = await RestAnswer.OfAsync(await api.Client(provider).GetAsync((string)listed["url"]!));

        found.Status.Should().Be(HttpStatusCode.OK);
        JsonNode.DeepEquals(found.Body, listed).Should().BeTrue();
    }

    [Theory]
    [InlineData("investor=jeff-bezos", "periodic-labs", "physical-intelligence")]
    [InlineData("investor=jeff-bezos&status=announced", "periodic-labs")]
    [InlineData("leadInvestor=jeff-bezos")]
    [InlineData("stage=seed,series-a", "ami-labs")]
    [InlineData("stage=series-a&stage=seed", "ami-labs")]
    [InlineData("stage=series-a")]
    [InlineData("status=in-progress", "project-prometheus")]
    [InlineData("instrument=equity")]
    [InlineData("placement=undisclosed", "project-prometheus")]
    [InlineData("placement=undisclosed&plane=inference", "project-prometheus")]
    [InlineData("placement=undisclosed&plane=control")]
    [InlineData("placement=cloud")]
    [InlineData("amountUsdMin=1000000000", "ami-labs", "project-prometheus", "world-labs")]
    [InlineData("amountUsdMin=1000000000.01", "project-prometheus")]
    [InlineData("amountUsdMax=3e8", "periodic-labs")]
    [InlineData("amountUsdMin=0", "ami-labs", "periodic-labs", "project-prometheus", "world-labs")]
    [InlineData("valuationUsdMin=38000000000", "project-prometheus")]
    [InlineData("valuationUsdMax=37999999999")]
    [InlineData("announcedFrom=2025-06&announcedTo=2025-07", "periodic-labs")]
    [InlineData("announcedFrom=2025-12-31", "periodic-labs")]
    [InlineData("announcedFrom=2026")]
    [InlineData("announcedTo=2025-01-01", "periodic-labs")]
    [InlineData("announcedTo=2024")]
    [InlineData("q=prom", "project-prometheus")]
    [InlineData("q=BEZOS", "periodic-labs", "physical-intelligence")]
    [InlineData("q=labs", "ami-labs", "periodic-labs", "world-labs")]
    [InlineData("q=romet")]
    [InlineData("company=ami-labs,world-labs&stage=seed", "ami-labs")]
    public async Task Filters_mean_any_within_one_and_all_across(string query, params string[] companies)
    {
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            var rounds = await api.GetAsync(provider, $"funding-rounds?{query}");

            rounds.Status.Should().Be(HttpStatusCode.OK, rounds.Text);
            rounds.Items.Select(round => (string?)round["company"]!["slug"]).Should().BeEquivalentTo(companies, $"of {provider}");
        }
    }

    [Theory]
    [InlineData("announced", "periodic-labs")]
    [InlineData("-announced", "periodic-labs")]
    [InlineData("amount", "periodic-labs", "*", "*", "project-prometheus", "physical-intelligence")]
    [InlineData("-amount", "project-prometheus", "*", "*", "periodic-labs", "physical-intelligence")]
    [InlineData("-valuation,amount", "project-prometheus", "periodic-labs")]
    public async Task Rounds_without_the_value_come_last_whichever_way(string sort, params string[] first)
    {
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            var companies = (await api.GetAsync(provider, $"funding-rounds?sort={sort}")).Items.Select(round => (string)round["company"]!["slug"]!).ToList();

            companies.Should().HaveCount(5);
            companies.Take(first.Length).Zip(first).Should().OnlyContain(pair => pair.Second == "*" || pair.First == pair.Second, $"of {provider}");
        }
    }

    [Theory, EachDatabase]
    public async Task Evidence_tells_who_says_so_in_which_words(DatabaseProvider provider)
    {
        var round = (await api.GetAsync(provider, "funding-rounds?company=project-prometheus&include=assertions")).Items[0];

        var assertion = round["assertions"]!.AsArray().First(a => a!["values"]!.AsArray().Any(v => (string?)v!["field"] == "amount"))!;
        ((string)assertion["passage"]!["exact"]!).Should().Contain("$10 billion");
        ((string?)assertion["source"]!["slug"]).Should().Be("type0-bezos-prometheus");
        ((string?)assertion["origin"]!["publisher"]).Should().Be("Business Insider");
        ((string?)assertion["polarity"]).Should().Be("affirms");
        var amount = assertion["values"]!.AsArray().First(v => (string?)v!["field"] == "amount")!;
        amount["value"]!.ToJsonString().Should().Be("""{"value":10000000000,"currency":"USD"}""");
        ((bool)amount["adopted"]!).Should().BeTrue();
    }
}
