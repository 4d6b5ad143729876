using System.Net;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Reviewing;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

/// <summary>What an admin reads of the activity log.</summary>
public sealed class ActivityPageTests
{
    [Theory, EachDatabase]
    public async Task Each_step_of_a_review_and_each_publication_is_there(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        using var admin = await Visitor.SignedInAsync(desk.App, Roles.Admin, "eve");
        var (url, version) = await desk.SubmitAsync(Desk.Round());
        await Desk.StepAsync(desk.Reviewer, url, "reject", $"{version}", new JsonObject { ["reason"] = "=HYPERLINK(\"http://example.org\")" });
        var (party, at) = await desk.PartyAsync("jeff-bezos");
        await Desk.SendAsync(desk.Reviewer, Desk.Edit(party, at, "Ours."), "accepted");

        var lines = (await admin.Client.GetStringAsync("/admin/activity.ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();

        lines.Select(line => ((string?)line["kind"], (string?)line["actor"])).Should().ContainInOrder(("published", "rita"), ("rejected", "rita"), ("submitted", "carl"));
        var csv = await admin.Client.GetStringAsync("/admin/activity.csv?kind=rejected");
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2);
        csv.Should().Contain("'=HYPERLINK(").And.NotContain(",=HYPERLINK");
        var page = await FormPage.OpenAsync(admin, "/admin/activity?actor=RITA&kind=rejected");
        page.Text.Should().Contain("1 entry").And.Contain("Prometheus, June 2026");
        (await admin.GetAsync("/admin/activity?kind=nonsense")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await admin.GetAsync("/admin/activity.csv?kind=nonsense")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory, EachDatabase]
    public async Task Days_and_pages_narrow_it(DatabaseProvider provider)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 5, 1, 23, 0, 0, TimeSpan.Zero));
        await using var app = new TrackerApp { Provider = provider, Clock = clock };
        using var admin = await Visitor.SignedInAsync(app, Roles.Admin, "eve");
        clock.Advance(TimeSpan.FromHours(2));
        using var guest = new Visitor(app);
        await guest.SignInAsync("eve", "wrong");

        (await FormPage.OpenAsync(admin, "/admin/activity?onFrom=2026-05-02")).Text.Should().Contain("1 entry").And.Contain("wrong password");
        (await FormPage.OpenAsync(admin, "/admin/activity?onTo=2026-05-01")).Text.Should().Contain("2 entries").And.NotContain("wrong password");
        (await FormPage.OpenAsync(admin, "/admin/activity?limit=1")).Html.Should().Contain("rel=\"next\"");
    }

    [Fact]
    public void Every_kind_has_a_word_that_fits() => Words.All<ActivityKind>().Should().OnlyContain(word => word.Length <= 24);
}
