using System.Net;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Who declined did not take part (docs/contradictions.md): they are told with the round, and counted nowhere.</summary>
public sealed class DeclinedInvestorTests
{
    [Theory, EachDatabase]
    public async Task Who_declined_is_no_investor(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await using var ledger = new Ledger(app);
        await ledger.EnterAsync(
            "Arms raised money.", "2026-05-01",
            Ledger.Change("{ 'record': 'party', 'ref': 'arms', 'set': { 'kind': 'company', 'name': 'Arms', 'slug': 'arms' } }"),
            Ledger.Change("{ 'record': 'party', 'ref': 'yes', 'set': { 'kind': 'investment-firm', 'name': 'Yes', 'slug': 'yes' } }"),
            Ledger.Change("{ 'record': 'party', 'ref': 'soon', 'set': { 'kind': 'person', 'name': 'Soon', 'slug': 'soon' } }"),
            Ledger.Change("{ 'record': 'party', 'ref': 'no', 'set': { 'kind': 'company', 'name': 'No', 'slug': 'no' } }"),
            Ledger.Change(
                """
                { 'record': 'funding-round', 'set': { 'company': '#arms', 'amount': 'USD 5 m', 'announcedOn': '2026-05', 'status': 'closed', 'participations': [
                    { 'investor': '#yes', 'status': 'invested' }, { 'investor': '#soon', 'status': 'pledged' }, { 'investor': '#no', 'status': 'declined' }] } }
                """));
        using var client = app.CreateClient();

        (await SlugsAsync("investors")).Should().Equal("soon", "yes");
        (await SlugsAsync("investors?company=arms")).Should().Equal("soon", "yes");
        (await SlugsAsync("companies?investor=no")).Should().BeEmpty();
        (await SlugsAsync("companies?investor=soon")).Should().Equal("arms");
        (await GetAsync("funding-rounds?investor=no")).Items.Should().BeEmpty();
        ((int)(await GetAsync("companies/no")).Body["portfolioCount"]!).Should().Be(0);
        (await GetAsync("investors/no")).Status.Should().Be(HttpStatusCode.NotFound);
        var round = (await GetAsync("funding-rounds?include=investors")).Items.Should().ContainSingle().Subject;
        round["investors"]!.AsArray().Select(investor => $"{investor!["slug"]} {investor["status"]}").Should().Equal("yes invested", "soon pledged", "no declined");
        round["included"]!["investors"]!.AsArray().Select(investor => (string?)investor!["slug"]).Should().Equal("soon", "yes");
        (await GetAsync("companies/arms?include=investors")).Body["included"]!["investors"]!.AsArray().Select(investor => (string?)investor!["slug"]).Should().Equal("soon", "yes");
        var profile = await Page.GetAsync(app, "/investors/yes");
        profile.Text.Should().Contain("Soon");
        profile.TextOfPart("co-investors").Should().NotContain("No");

        async Task<IEnumerable<string?>> SlugsAsync(string path) => (await GetAsync(path)).Items.Select(item => (string?)item["slug"]);
        async Task<RestAnswer> GetAsync(string path) => await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/{path}"));
    }
}
