using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights.Grades;

/// <summary>Grades as readers meet them: over REST, on pages, and as time goes by.</summary>
public sealed class GradeReadingTests
{
    private static readonly DateTimeOffset May = new(2026, 5, 25, 12, 0, 0, TimeSpan.Zero);

    [Theory, EachDatabase]
    public async Task A_grade_is_there_at_once_and_falls_with_age(DatabaseProvider provider)
    {
        var clock = new TestClock(May);
        await using var app = new TrackerApp { Provider = provider, Clock = clock };
        using var client = app.CreateClient();
        var round = await PublishTwiceAsync(app);

        var fresh = await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/funding-rounds/{round}?include=assertions"));
        ((string?)fresh.Body["grade"]).Should().Be("confirmed");
        var amount = fresh.Body["grades"]!.AsArray().Single(grade => (string?)grade!["field"] == "amount")!;
        ((string?)amount["trace"]).Should().Be("2 origins: courier, herald; no contradiction; 3 weeks old");
        ((string?)amount["asOf"], (string?)amount["staleFrom"]).Should().Be(("2026-05-04", "2026-11-04"));
        var page = await Page.GetAsync(app, $"/funding-rounds/{round}");
        page.Text.Should().Contain("confirmed 2 origins: courier, herald; no contradiction; 3 weeks old");

        clock.Advance(TimeSpan.FromDays(200));

        var stale = await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/funding-rounds/{round}?include=assertions"));
        ((string?)stale.Body["grade"]).Should().Be("well-supported");
        stale.Text.Should().Contain("7 months old; stale after 6 months");
        (await RestAnswer.OfAsync(await client.GetAsync("/api/v1/funding-rounds?grade=well-supported"))).Items.Should().ContainSingle();
        (await RestAnswer.OfAsync(await client.GetAsync("/api/v1/funding-rounds?grade=confirmed,contested"))).Items.Should().BeEmpty();
        (await Page.GetAsync(app, "/funding-rounds")).Shown.Should().Contain("well-supported");
    }

    [Theory, EachDatabase]
    public async Task A_list_in_the_order_of_grades_has_each_record_once_stale_ones_among_the_others(DatabaseProvider provider)
    {
        var clock = new TestClock(May);
        await using var app = new TrackerApp { Provider = provider, Clock = clock, Seeded = true, Settings = new Dictionary<string, string> { ["Api:RateLimit"] = "100000" } };
        using var client = app.CreateClient();
        await PublishTwiceAsync(app);
        clock.Advance(TimeSpan.FromDays(200));

        foreach (var list in new[] { "funding-rounds", "companies", "claims" })
        {
            var all = (await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/{list}?limit=200"))).Items;
            foreach (var sort in new[] { "grade", "-grade", "grade,created", "-grade,-updated" })
            {
                var ids = await Walk.IdsAsync(client, $"/api/v1/{list}?sort={sort}&limit=5");

                ids.Should().OnlyHaveUniqueItems().And.HaveCount(all.Count, "{0} by {1}", list, sort);
                var grades = ids.Select(id => (int)Core.Shared.Words.Parse<Grade>((string)all.Single(item => (string?)item["id"] == id)["grade"]!)).ToList();
                grades.Should().Equal(sort[0] == '-' ? grades.OrderDescending() : grades.Order());
            }
        }
    }

    [Fact]
    public async Task Every_record_of_every_list_tells_its_grade()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var client = app.CreateClient();
        foreach (var list in new[] { "companies", "people", "investors", "funding-rounds", "deals", "affiliations", "claims", "observations", "milestones", "questions" })
        {
            var answer = await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/{list}?fields=grade"));

            answer.Items.Should().OnlyContain(item => Core.Shared.Words.All<Grade>().Contains((string?)item["grade"]), list);
        }
    }

    [Theory, EachDatabase]
    public async Task Records_of_a_version_without_grades_get_them_at_the_start(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        await using var db = app.Database.NewContext();
        var before = await db.Grades.CountAsync();
        await db.Grades.ExecuteDeleteAsync();

        using var client = app.CreateClient();

        (await db.Grades.CountAsync()).Should().Be(before).And.BePositive();
    }

    /// <summary>A round that two papers tell of; answers its id.</summary>
    private static async Task<Guid> PublishTwiceAsync(TrackerApp app)
    {
        await PublishAsync(app, Press.Paper("herald", "B", Press.First()));
        await using var db = app.Database.NewContext();
        var round = await db.FundingRounds.SingleAsync(r => r.Company.Slug == "grade-robotics");
        await PublishAsync(app, Press.Paper("courier", "B", Analyst.Json($$"""
            { 'record': 'funding-round', 'id': '{{round.Id}}', 'version': 1,
              'assertions': [{ 'fields': ['company', 'amount', 'status'], 'passage': { 'exact': 'is raising $20 million; the round is in progress' } }] }
            """)));
        return round.Id;
    }

    private static async Task PublishAsync(TrackerApp app, JsonObject document)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<DisclosureCommands>()
            .PublishAsync(document, new Submitter("ana", null, Imported: false), null, CancellationToken.None);
        outcome.Problems.Should().BeEmpty();
    }
}
