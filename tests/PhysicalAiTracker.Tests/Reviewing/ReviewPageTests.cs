using System.Net;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Reviewing;

/// <summary>Reviewing in a browser without scripts.</summary>
public sealed class ReviewPageTests
{
    [Theory, EachDatabase]
    public async Task A_reviewer_edits_and_accepts_and_both_names_stand_in_the_history(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (party, version) = await desk.PartyAsync("jeff-bezos");
        var (url, _) = await desk.SubmitAsync(Desk.Edit(party, version, "Theirs."));
        var page = url.Replace("/api/v1", "", StringComparison.Ordinal);

        (await FormPage.OpenAsync(desk.Reviewer, page + "/review")).Text.Should().Contain("Theirs.").And.Contain("Accept and publish");
        var editor = await FormPage.OpenAsync(desk.Reviewer, page + "/edit");
        editor["/changes/0/set/summary"].Should().Be("Theirs.", "what a program sent is typed out");
        editor["/changes/0/set/summary"] = "Theirs, mended.";
        var review = await editor.PressAsync("review");
        review.Text.Should().Contain("edited by rita").And.Contain("Theirs, mended.");
        var done = await review.PressAsync("accept");

        done.Text.Should().Contain("carl, edited and accepted by rita");
        (await FormPage.OpenAsync(desk.Reviewer, $"/history/{party}")).Text.Should().Contain("carl, edited and accepted by rita");
        await using var db = desk.App.Database.NewContext();
        (await db.Parties.SingleAsync(p => p.Id == party)).Summary.Should().Be("Theirs, mended.");
    }

    [Fact]
    public async Task What_is_submitted_stands_still_until_it_is_withdrawn()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var form = await Drafting.StartAsync(desk.Contributor);
        var draft = await EditAsync(form);
        var mine = await draft.PressAsync("submit");
        mine.Text.Should().Contain("It is submitted");

        (await draft.SendAsync("save")).Headers.Location!.OriginalString.Should().NotStartWith(draft.Path, "it becomes a draft of its own");
        var editor = await mine.PressAsync("withdraw");

        editor.Html.Should().Contain("value=\"submit\"");
    }

    [Fact]
    public async Task A_button_pressed_twice_decides_once()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (url, _) = await desk.SubmitAsync(Desk.Round());
        var review = await FormPage.OpenAsync(desk.Reviewer, url.Replace("/api/v1", "", StringComparison.Ordinal) + "/review");

        var first = await review.SendAsync("accept");
        var second = await review.SendAsync("accept");

        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        second.StatusCode.Should().Be(HttpStatusCode.Redirect, "it leads to what was published");
        await using var db = desk.App.Database.NewContext();
        (await db.Disclosures.CountAsync(d => d.By == "carl" && d.State == DisclosureState.Accepted)).Should().Be(1);
    }

    [Fact]
    public async Task A_decision_after_it_was_withdrawn_is_told_so()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (url, version) = await desk.SubmitAsync(Desk.Round());
        var review = await FormPage.OpenAsync(desk.Reviewer, url.Replace("/api/v1", "", StringComparison.Ordinal) + "/review");
        await Desk.StepAsync(desk.Contributor, url, "withdraw", $"{version}");

        var answer = await review.PressAsync("accept");

        answer.Text.Should().Contain("its author took it back");
    }

    [Fact]
    public async Task A_submission_is_seen_by_its_author_and_reviewers_alone()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        using var other = await Visitor.SignedInAsync(desk.App, Roles.Analyst, "ann");
        var (url, version) = await desk.SubmitAsync(Desk.Round());
        var page = url.Replace("/api/v1", "", StringComparison.Ordinal) + "/review";

        (await other.GetAsync(page)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await other.GetAsync(url)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await Desk.StepAsync(other, url, "withdraw", $"{version}")).Status.Should().Be(HttpStatusCode.NotFound);
        var own = await FormPage.OpenAsync(desk.Contributor, page);
        own.Status.Should().Be(HttpStatusCode.OK);
        own.Html.Should().NotContain("value=\"accept\"");
        (await desk.Contributor.PostFormAsync(page, page, ("do", "accept"), ("version", $"{version}"))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Notifications_are_marked_until_they_are_read()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var (url, version) = await desk.SubmitAsync(Desk.Round());
        await Desk.StepAsync(desk.Reviewer, url, "accept", $"{version}");

        (await FormPage.OpenAsync(desk.Contributor, "/about")).Html.Should().Contain("some not read yet");
        (await FormPage.OpenAsync(desk.Reviewer, "/about")).Html.Should().NotContain("some not read yet");
        await desk.Contributor.PostFormAsync("/account/notifications");
        (await FormPage.OpenAsync(desk.Contributor, "/about")).Html.Should().NotContain("some not read yet");
    }

    private static async Task<FormPage> EditAsync(FormPage form)
    {
        var card = await form.PressAsync("add:funding-round");
        card["/changes/0/set/company"] = "project-prometheus";
        card["/changes/0/set/status"] = "announced";
        card["/changes/0/set/amount"] = "$12 bn";
        card["/changes/0/assertions/0/passage/exact"] = "announced a round of $12 billion";
        return card;
    }
}
