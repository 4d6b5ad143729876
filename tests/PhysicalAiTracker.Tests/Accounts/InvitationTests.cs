using System.Net;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Accounts.Mail;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class InvitationTests
{
    [Theory, EachDatabase]
    public async Task A_link_makes_one_account_of_its_role_and_is_shown_once(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        var link = await ada.InviteAsync(Roles.Contributor);
        (await ada.Client.GetStringAsync("/admin/accounts")).Should().NotContain(link.Split('=')[1]).And.Contain(link.Split('=')[1][..10]);

        using var carl = new Visitor(app);
        var page = await carl.GetAsync(link);
        (await page.Content.ReadAsStringAsync()).Should().Contain("ada invites you as contributor");
        page.Headers.CacheControl!.NoStore.Should().BeTrue();
        page.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        (await carl.TakeInvitationAsync(link, "carl")).Headers.Location!.OriginalString.Should().Be("/account");
        (await carl.Client.GetStringAsync("/account")).Should().Contain("carl").And.Contain("contributor");

        using var late = new Visitor(app);
        var used = await late.GetAsync(link);
        used.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await used.Content.ReadAsStringAsync()).Should().Contain("This invitation does not work");
        (await ada.Client.GetStringAsync("/admin/accounts")).Should().NotContain("Open invitations").And.Contain("carl");
        await using var db = app.Database.NewContext();
        (await db.ActivityEntries.CountAsync(entry => entry.Kind == ActivityKind.InvitationMade || entry.Kind == ActivityKind.InvitationTaken)).Should().Be(2);
        var stored = await db.Invitations.SingleAsync();
        stored.Hash.Should().Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(link.Split('=')[1])));
    }

    [Theory, EachDatabase]
    public async Task Two_who_take_one_link_at_once_make_one_account(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        var link = await ada.InviteAsync();

        var visitors = Enumerable.Range(0, 4).Select(_ => new Visitor(app)).ToList();
        // All have the form before the first sends it.
        var forms = await Task.WhenAll(visitors.Select(visitor => visitor.TokenAsync(link)));
        var answers = await Task.WhenAll(visitors.Select(async (visitor, i) =>
            (await visitor.PostAsync("/account/invitation", [.. People.InvitationFields(link, $"carl{i}"), forms[i]])).StatusCode));
        visitors.ForEach(visitor => visitor.Dispose());

        answers.Count(status => status == HttpStatusCode.Redirect).Should().Be(1);
        await using var db = app.Database.NewContext();
        (await db.Users.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task It_expires_when_the_setting_says()
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var app = new TrackerApp { Clock = clock, Settings = new Dictionary<string, string> { ["Accounts:InvitationHours"] = "2" } };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        var link = await ada.InviteAsync();
        using var carl = new Visitor(app);
        var form = await carl.GetAsync(link);
        form.StatusCode.Should().Be(HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromHours(2));

        (await carl.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_withdrawn_one_works_no_longer()
    {
        await using var app = new TrackerApp();
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        var link = await ada.InviteAsync();
        await using var db = app.Database.NewContext();
        var id = (await db.Invitations.SingleAsync()).Id.ToString();

        await ada.PostFormAsync("/admin/accounts", ("withdraw", id));

        using var carl = new Visitor(app);
        (await carl.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await db.ActivityEntries.CountAsync(entry => entry.Kind == ActivityKind.InvitationWithdrawn)).Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task A_bad_name_or_password_is_said_and_the_link_still_works(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Settings = new Dictionary<string, string> { ["SignIn:RateLimit"] = "100" } };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        var link = await ada.InviteAsync();
        using var carl = new Visitor(app);

        foreach (var (name, password, reason) in new[]
        {
            (new string('x', 10_000), Visitor.Password, "The name may have 100 characters"),
            ("carl lopez", Visitor.Password, "can only contain letters or digits"),
            ("ADA", Visitor.Password, "already taken"),
            ("", Visitor.Password, "is invalid"),
            ("carl", "short", "12 to 128 characters"),
            ("carl", new string('x', 100_000), "12 to 128 characters"),
        })
        {
            var answer = await carl.TakeInvitationAsync(link, name, password);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).Should().Contain(reason);
        }

        (await carl.TakeInvitationAsync(link, "carl")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("")]
    [InlineData("inv_")]
    [InlineData("inv_abcdefghijkmnpqrstuvwxyz23456789abcdefghijkmnpqrstuv")]
    [InlineData("pat_abcdefghijkmnpqrstuvwxyz23456789abcdefghijkmnpqrstuv")]
    [InlineData("%00")]
    public async Task A_forged_link_says_what_a_used_one_says(string token)
    {
        await using var app = new TrackerApp();
        using var visitor = new Visitor(app);

        var answer = await visitor.GetAsync($"/account/invitation?token={token}");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("It was used, has expired or was withdrawn");
    }

    [Theory, EachDatabase]
    public async Task The_link_is_sent_where_e_mail_is_configured(DatabaseProvider provider)
    {
        using var server = new MailServer();
        await using var app = new TrackerApp { Provider = provider, Settings = server.Settings };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");

        var answer = await ada.PostFormAsync("/admin/accounts", ("role", "analyst"), ("email", "carl@example.org"));

        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain("An e-mail with it is on its way").And.Contain("https://tracker.example.org/account/invitation?token=inv_");
        var message = await server.NextAsync();
        message.Should().Contain("To: carl@example.org").And.Contain("ada invites you");
        var token = page[page.IndexOf("token=inv_", StringComparison.Ordinal)..].Split('<')[0];
        message.Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal).Should().Contain(token);
        using var carl = new Visitor(app);
        await carl.TakeInvitationAsync($"/account/invitation?{token}", "carl");
        await using var db = app.Database.NewContext();
        (await db.Users.SingleAsync(user => user.UserName == "carl")).Email.Should().Be("carl@example.org");
    }

    [Theory]
    [InlineData("boss", "", "The role is one of")]
    [InlineData("analyst", "nobody", "The e-mail address is none")]
    [InlineData("analyst", "Carl <carl@example.org>", "The e-mail address is none")]
    public async Task What_cannot_be_invited_is_said(string role, string email, string reason)
    {
        await using var app = new TrackerApp();
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");

        var answer = await ada.PostFormAsync("/admin/accounts", ("role", role), ("email", email));

        (await answer.Content.ReadAsStringAsync()).Should().Contain(reason).And.NotContain("inv_");
    }
}
