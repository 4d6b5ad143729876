using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Rendering.Records;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>Rows of the list of rounds that were drawn before are what they would be if they were drawn now.</summary>
public sealed partial class DrawnRoundsTests
{
    private static readonly string[] Views =
    [
        "/funding-rounds?limit=2&sort=amount", "/funding-rounds", "/funding-rounds?limit=3&sort=-announced", "/funding-rounds?company=project-prometheus", "/funding-rounds?sort=-grade,amount&limit=4",
        "/funding-rounds?q=robot", "/funding-rounds?status=announced&aggregate=sum,median&by=stage", "/funding-rounds?amountUsdMin=999000000000", "/funding-rounds?missing=valuation", "/funding-rounds?limit=2",
    ];

    [Theory, EachDatabase]
    public async Task A_page_is_the_same_whatever_of_it_was_drawn_before(DatabaseProvider provider)
    {
        await using var keeping = new TrackerApp { Provider = provider, AllSeeds = true };
        using var client = Reader(keeping);
        await using var drawing = keeping.WithWebHostBuilder(builder => builder.UseSetting("Cache:Megabytes", "0"));
        using var fresh = drawing.CreateClient();
        foreach (var view in Views.Concat(Views.Reverse()))
        {
            (await client.GetStringAsync(view)).Should().Be(await fresh.GetStringAsync(view), view);
        }

        // Where a page goes on.
        var path = "/funding-rounds?limit=1";
        for (var page = 0; page < 3; page++)
        {
            var (html, other) = (await client.GetStringAsync(path), await fresh.GetStringAsync(path));
            html.Should().Be(other, path);
            path = NextOf(html)!;
            path.Should().NotBeNull();
        }
    }

    [Theory, EachDatabase]
    public async Task What_is_said_of_a_round_and_who_raised_it_show_at_once(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var client = Reader(app);
        await using var ledger = new Ledger(app);
        var company = (await ledger.EnterAsync("They build arms.", "2026-05-01", Ledger.Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Arm Number 1' } }"))).Single();
        var round = (await ledger.EnterAsync(
            "Arm Number 1 raised $70 million.", "2026-05-02", Ledger.Change("{ 'record': 'funding-round', 'set': { 'company': 'arm-number-1', 'status': 'closed', 'amount': { 'value': 70000000, 'currency': 'USD' } } }"))).Single();
        var before = await RowAsync(client, round);
        before.Should().Contain("Arm Number 1").And.Contain("Evidence 1 for amount").And.NotContain("contested");
        (await RowAsync(client, round)).Should().Be(before);

        await ledger.EnterAsync("Arm Number 1 raised $90 million.", "2026-05-03", Ledger.Says("funding-round", round, "{ 'amount': { 'value': 90000000, 'currency': 'USD' } }"));

        (await RowAsync(client, round)).Should().Contain("Evidence 2 for amount").And.Contain("contested");
        // Another process, of which this one is told nothing.
        await using var other = app.Database.NewContext();
        await other.Parties.Where(p => p.Id == company).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "Leg Number 1"));
        (await RowAsync(client, round)).Should().Contain("Leg Number 1").And.NotContain("Arm Number 1");
        // What is taken back was never there.
        await using (await other.Database.BeginTransactionAsync())
        {
            await other.Parties.Where(p => p.Id == company).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "Nobody"));
            (await RowAsync(client, round)).Should().Contain("Leg Number 1");
        }

        (await RowAsync(client, round)).Should().Contain("Leg Number 1").And.NotContain("Nobody");
    }

    [Theory, EachDatabase]
    public async Task An_earlier_day_and_today_never_share_a_row(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true, SeededAt = new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero) };
        using var client = Reader(app);
        await using var other = app.Database.NewContext();
        await client.GetStringAsync("/funding-rounds");
        await other.Parties.Where(p => p.Slug == "project-prometheus").ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "Renamed Since"));

        (await client.GetStringAsync("/funding-rounds")).Should().Contain(">Renamed Since</a>");
        (await client.GetStringAsync("/funding-rounds?asOf=2026-06-01")).Should().Contain(">Project Prometheus</a>").And.NotContain(">Renamed Since</a>");
        (await client.GetStringAsync("/funding-rounds")).Should().Contain(">Renamed Since</a>");
    }

    [Fact]
    public async Task A_page_of_an_earlier_day_leaves_the_rows_of_today_where_they_are()
    {
        await using var app = new TrackerApp { Seeded = true, SeededAt = new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero) };
        using var client = Reader(app);
        await using var other = app.Database.NewContext();
        var rounds = await other.FundingRounds.Select(r => r.Id).ToListAsync();
        await client.GetStringAsync("/funding-rounds");
        (await HasAsync()).Should().BeTrue("they were listed");

        await client.GetStringAsync("/funding-rounds?asOf=2026-06-01");

        (await HasAsync()).Should().BeTrue("an earlier day has rows of its own");

        async Task<bool> HasAsync() => (await app.Services.GetRequiredService<DrawnRounds>().OfAsync(new DefaultHttpContext()))!.Take(rounds);
    }

    [Theory, EachDatabase]
    public async Task A_grade_that_goes_stale_at_midnight_is_drawn_anew(DatabaseProvider provider)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 6, 9, 23, 59, 0, TimeSpan.Zero));
        await using var app = new TrackerApp { Provider = provider, Seeded = true, Clock = clock };
        using var client = Reader(app);
        await using var other = app.Database.NewContext();
        var round = await other.FundingRounds.Where(r => r.Company.Slug == "project-prometheus").Select(r => r.Id).FirstAsync();
        await other.FundingRounds.Where(r => r.Id == round).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.GradeKey, (int)Grade.Confirmed).SetProperty(r => r.StaleGradeKey, (int)Grade.SingleSource).SetProperty(r => r.StaleFrom, new DateOnly(2026, 6, 10)));
        (await RowAsync(client, round)).Should().Contain("graded confirmed");

        clock.Advance(TimeSpan.FromMinutes(2));

        (await RowAsync(client, round)).Should().Contain("graded single-source");
    }

    [Theory, EachDatabase]
    public async Task More_rounds_than_there_is_room_for_are_listed_as_ever(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Settings = new Dictionary<string, string> { ["Cache:Megabytes"] = "1" } };
        using var client = Reader(app);
        await using var ledger = new Ledger(app);
        var rounds = Enumerable.Range(1, 300).ToList();
        await ledger.EnterAsync("They build arms.", "2026-05-01", Ledger.Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Arms' } }"));
        await ledger.EnterAsync(
            "Arms raised often.", "2026-05-02", [.. rounds.Select(number => Ledger.Change($"{{ 'record': 'funding-round', 'set': {{ 'company': 'arms', 'status': 'closed', 'amount': {{ 'value': {number}000000, 'currency': 'USD' }}, 'note': '{new string('n', 900)}' }} }}"))]);
        for (var walk = 0; walk < 2; walk++)
        {
            var seen = new List<string>();
            for (var path = "/funding-rounds?sort=amount&limit=100"; path is not null;)
            {
                var html = await client.GetStringAsync(path);
                seen.AddRange(html.Split("<tr>").Skip(2));
                path = NextOf(html);
            }

            seen.Should().HaveCount(rounds.Count).And.OnlyHaveUniqueItems();
        }
    }

    /// <summary>A reader whose answers as a whole do not come from memory, since they bring a cookie.</summary>
    private static HttpClient Reader(TrackerApp app)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", "any=1");
        return client;
    }

    private static string? NextOf(string html) =>
        NextPage().Match(html) is { Success: true, Groups: [_, var link] } ? WebUtility.HtmlDecode(link.Value) : null;

    [GeneratedRegex("<a href=\"([^\"]*)\" rel=\"next\">")]
    private static partial Regex NextPage();

    private static async Task<string> RowAsync(HttpClient client, Guid round) =>
        (await client.GetStringAsync("/funding-rounds")).Split("<tr").Single(row => row.Contains($"/funding-rounds/{round}", StringComparison.Ordinal));
}
