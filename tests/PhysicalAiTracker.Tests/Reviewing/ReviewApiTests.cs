using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Reviewing;

/// <summary>A disclosure on its way in, by programs.</summary>
public sealed class ReviewApiTests
{
    [Theory, EachDatabase]
    public async Task What_is_accepted_is_published_and_names_both(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (url, version) = await desk.SubmitAsync(Desk.Round());
        var id = url.Split('/')[^1];

        (await Desk.GetAsync(new Visitor(desk.App), url)).Status.Should().Be(HttpStatusCode.NotFound, "nothing is public before");
        var seen = await Desk.GetAsync(desk.Reviewer, url);
        seen.ETag.Should().Be($"\"{version}\"");
        ((string?)seen.Body["state"], (string?)seen.Body["by"]).Should().Be(("submitted", "carl"));

        var accepted = await Desk.StepAsync(desk.Reviewer, url, "accept", $"{version}");

        accepted.Status.Should().Be(HttpStatusCode.OK, accepted.Text);
        ((string?)accepted.Body["state"]).Should().Be("accepted");
        var published = await Desk.GetAsync(new Visitor(desk.App), url);
        ((string?)published.Body["by"], (string?)published.Body["acceptedBy"]).Should().Be(("carl", "rita"));
        var page = await FormPage.OpenAsync(desk.Contributor, $"/disclosures/{id}");
        page.Text.Should().Contain("carl, accepted by rita");
        await using var db = desk.App.Database.NewContext();
        var disclosure = Guid.Parse(id);
        (await db.Revisions.Where(r => r.DisclosureId == disclosure).Select(r => r.By).Distinct().SingleAsync()).Should().Be("carl");
        (await db.Notifications.SingleAsync()).Title.Should().Be("Prometheus, June 2026");
    }

    [Theory, EachDatabase]
    public async Task A_rejected_disclosure_tells_its_author_why_and_is_revised_with_its_history(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (url, version) = await desk.SubmitAsync(Desk.Round());
        var id = url.Split('/')[^1];

        (await Desk.StepAsync(desk.Reviewer, url, "reject", $"{version}", new JsonObject { ["reason"] = "Name the wire it rewrites." })).Status.Should().Be(HttpStatusCode.OK);

        (await Desk.GetAsync(desk.Contributor, url)).Body["reason"]!.ToString().Should().Be("Name the wire it rewrites.");
        var mine = await FormPage.OpenAsync(desk.Contributor, "/account/disclosures");
        mine.Text.Should().Contain("Name the wire it rewrites.").And.Contain("rejected");
        (await FormPage.OpenAsync(desk.Contributor, "/account/notifications")).Text.Should().Contain("rita rejected “Prometheus, June 2026”.").And.Contain("Name the wire it rewrites.");
        var feed = await desk.Contributor.Client.GetStringAsync("/account/notifications.atom");
        feed.Should().Contain("rita rejected").And.Contain($"/disclosures/{id}");

        var editor = await mine.PressAsync("revise");
        editor.Text.Should().Contain("Rejected by rita").And.Contain("Name the wire it rewrites.", "what was decided stays on record");
        editor["/title"] = "Prometheus, again";
        var again = await editor.PressAsync("submit");
        again.Text.Should().Contain("It is submitted");
        var standing = await Desk.GetAsync(desk.Reviewer, url);
        ((string?)standing.Body["title"]).Should().Be("Prometheus, again");
        standing.Body["steps"]!.AsArray().Select(step => (string?)step!["kind"]).Should().Equal("submitted", "rejected", "revised", "submitted");
        (await Desk.StepAsync(desk.Reviewer, url, "accept", $"{standing.Body["version"]}")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task A_step_names_the_version_that_was_seen(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (url, version) = await desk.SubmitAsync(Desk.Round());

        (await Desk.StepAsync(desk.Reviewer, url, "accept", null)).Status.Should().Be((HttpStatusCode)428);
        var several = await Desk.StepAsync(desk.Reviewer, url, "accept", $"9\", \"{version}");
        (several.Status, several.Body["detail"]!.ToString()).Should().Be((HttpStatusCode.BadRequest, "If-Match is none: it has one ETag, in quotation marks as it was given, or *."));
        var stale = await Desk.StepAsync(desk.Reviewer, url, "accept", $"{version + 1}");
        stale.Status.Should().Be(HttpStatusCode.PreconditionFailed);
        ((int)stale.Body["asked"]!, (int)stale.Body["version"]!).Should().Be((version + 1, version));
        (await Desk.StepAsync(desk.Contributor, url, "withdraw", $"{version}")).Status.Should().Be(HttpStatusCode.OK);
        (await Desk.StepAsync(desk.Reviewer, url, "accept", "*")).Status.Should().Be(HttpStatusCode.NotFound, "a draft is nobody else's");
        (await Desk.StepAsync(desk.Contributor, url, "withdraw", "*")).Status.Should().Be(HttpStatusCode.Conflict);
        (await Desk.StepAsync(desk.Contributor, url, "submit", $"{version + 1}")).Status.Should().Be(HttpStatusCode.OK);
        (await Desk.StepAsync(desk.Reviewer, url, "accept", "*")).Status.Should().Be(HttpStatusCode.OK);
        var twice = await Desk.StepAsync(desk.Reviewer, url, "accept", "*");
        twice.Status.Should().Be(HttpStatusCode.Conflict);
        ((string?)twice.Body["state"]).Should().Be("accepted");
    }

    [Theory, EachDatabase]
    public async Task What_moved_meanwhile_is_a_conflict_with_both_versions(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (party, version) = await desk.PartyAsync("jeff-bezos");
        var (url, submitted) = await desk.SubmitAsync(Desk.Edit(party, version, "Theirs."));
        (await Desk.SendAsync(desk.Reviewer, Desk.Edit(party, version, "Ours."), "accepted")).Status.Should().Be(HttpStatusCode.Created);

        var accepted = await Desk.StepAsync(desk.Reviewer, url, "accept", $"{submitted}");

        accepted.Status.Should().Be(HttpStatusCode.Conflict, accepted.Text);
        var conflict = accepted.Body["conflicts"]!.AsArray().Should().ContainSingle().Subject!;
        ((int)conflict["startedFrom"]!, (int)conflict["currentVersion"]!).Should().Be((version, version + 1));
        ((string?)conflict["submitted"]!["summary"], (string?)conflict["current"]!["summary"]).Should().Be(("Theirs.", "Ours."));
        (await FormPage.OpenAsync(desk.Reviewer, "/disclosures/queue")).Text.Should().Contain("1 record moved");
        (await FormPage.OpenAsync(desk.Reviewer, "/disclosures/queue?conflicts=none")).Text.Should().Contain("No submission matches");
        (await FormPage.OpenAsync(desk.Reviewer, url.Replace("/api/v1", "", StringComparison.Ordinal) + "/review")).Text.Should().Contain("Moved meanwhile");
    }

    [Theory, EachDatabase]
    public async Task Where_self_review_is_off_nobody_publishes_or_accepts_their_own(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, ("Review:AllowSelf", "false"));
        using var analyst = await Visitor.SignedInAsync(desk.App, Roles.Analyst, "ann");

        (await Desk.SendAsync(analyst, Desk.Round(), "accepted")).Status.Should().Be(HttpStatusCode.Forbidden);
        var own = await Desk.SendAsync(desk.Reviewer, Desk.Round(), "submitted");
        var url = (string)own.Body["url"]!;
        (await Desk.StepAsync(desk.Reviewer, url, "accept", "*")).Status.Should().Be(HttpStatusCode.Forbidden);
        using var other = await Visitor.SignedInAsync(desk.App, Roles.Reviewer, "otto");
        (await Desk.StepAsync(other, url, "accept", "*")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_contributor_publishes_nothing()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);

        (await Desk.SendAsync(desk.Contributor, Desk.Round(), "accepted")).Status.Should().Be(HttpStatusCode.Forbidden);
        var form = await Drafting.StartAsync(desk.Contributor);
        form.Html.Should().NotContain("value=\"publish\"").And.Contain("value=\"submit\"");
        (await form.SendAsync("publish")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("""{"reason":""}""", "is required")]
    [InlineData("""{"reason":null}""", "is required")]
    [InlineData("""{"reason":5}""", "is not text")]
    [InlineData("""{"reason":"x","more":1}""", "is no member")]
    [InlineData("""{""", "is not JSON")]
    public async Task A_reason_that_cannot_be_read_is_refused(string body, string told)
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (url, _) = await desk.SubmitAsync(Desk.Round());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{url}/reject") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        var answer = await Api.RestAnswer.OfAsync(await desk.Reviewer.Client.SendAsync(request));

        answer.Status.Should().Be(HttpStatusCode.BadRequest, answer.Text);
        ((string?)answer.Body["problems"]![0]!["message"]).Should().Contain(told);
    }

    [Theory]
    [InlineData(2000, HttpStatusCode.OK)]
    [InlineData(2001, HttpStatusCode.BadRequest)]
    public async Task A_reason_has_at_most_two_thousand_characters(int length, HttpStatusCode status)
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (url, _) = await desk.SubmitAsync(Desk.Round());

        (await Desk.StepAsync(desk.Reviewer, url, "reject", "*", new JsonObject { ["reason"] = new string('x', length) })).Status.Should().Be(status);
    }

    [Fact]
    public async Task What_is_not_fit_to_be_published_is_not_submitted_and_nothing_is_kept()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);

        var answer = await Desk.SendAsync(desk.Contributor, Analyst.Document(Analyst.Round("nobody-known")), "submitted");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        await using var db = desk.App.Database.NewContext();
        (await db.Disclosures.CountAsync(d => d.By == "carl")).Should().Be(0);
        (await Desk.SendAsync(desk.Contributor, Desk.Round(), "rejected")).Refused.Should().Equal("state");
    }
}
