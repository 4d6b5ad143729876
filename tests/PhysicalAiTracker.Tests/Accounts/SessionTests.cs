using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed partial class SessionTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

    [Theory, EachDatabase]
    public async Task Each_is_listed_with_its_device_and_ended_one_by_one(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);
        using var desktop = await SignedInWithAsync(app, Firefox);
        using var phone = await SignedInWithAsync(app, Phone);
        var page = await desktop.Client.GetStringAsync("/account/sessions");
        page.Should().Contain("Firefox on Linux<span class=\"sub\">this session").And.Contain("Safari on iPhone").And.Contain("Unknown program");
        var id = IdOf("Safari on iPhone", page);

        (await desktop.PostFormAsync("/account/sessions", ("id", id))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await phone.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect, "it ended at once");
        (await ana.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await desktop.PostFormAsync("/account/sessions", ("id", id))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await using var db = app.Database.NewContext();
        (await db.ActivityEntries.CountAsync(entry => entry.Kind == ActivityKind.SessionEnded && entry.ActorName == "ana")).Should().Be(1);
    }

    [Fact]
    public async Task All_others_are_ended_together()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        using var other = await SignedInWithAsync(app, Firefox);
        using var third = await SignedInWithAsync(app, Phone);

        await ana.PostFormAsync("/account/sessions", ("others", "true"));

        (await ana.Client.GetStringAsync("/account/sessions")).Should().Contain("2 sessions ended").And.NotContain("End all other sessions");
        (await other.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await third.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory, EachDatabase]
    public async Task Nobody_ends_the_session_of_somebody_else(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);
        using var ben = await Visitor.SignedInAsync(app, name: "ben");
        await using var db = app.Database.NewContext();
        var ofAna = await db.Sessions.Where(s => s.Account!.UserName == "ana").Select(s => s.Id).SingleAsync();

        foreach (var id in new[] { ofAna.ToString(), Guid.NewGuid().ToString(), "1", new string('x', 10_000), "" })
        {
            (await ben.PostFormAsync("/account/sessions", ("id", id))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        (await ana.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_cookie_is_worth_nothing_after_signing_out()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var page = await ana.GetAsync("/account");
        var cookie = page.RequestMessage!.Headers.GetValues("Cookie").Single();
        await ana.PostFormAsync("/account", "/account/sign-out");

        using var thief = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        thief.DefaultRequestHeaders.Add("Cookie", cookie);

        (await thief.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(false, 12)]
    [InlineData(true, 14 * 24)]
    public async Task One_that_is_not_used_ends_by_itself(bool remember, int hours)
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var app = new TrackerApp { Clock = clock };
        await app.AddUserAsync("ana", Visitor.Password);
        using var ana = new Visitor(app);
        await ana.PostFormAsync("/account/sign-in", ("name", "ana"), ("password", Visitor.Password), ("remember", remember ? "true" : "false"));
        clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(1));
        (await ana.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1));

        (await ana.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Its_last_use_is_written_once_a_minute()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
        await using var app = new TrackerApp { Clock = clock };
        using var ana = await Visitor.SignedInAsync(app);

        clock.Advance(TimeSpan.FromSeconds(59));
        await ana.GetAsync("/account");
        (await LastUseAsync(app)).Should().Be(new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc));
        clock.Advance(TimeSpan.FromSeconds(1));
        await ana.GetAsync("/account");

        (await LastUseAsync(app)).Should().Be(new DateTime(2026, 5, 1, 12, 1, 0, DateTimeKind.Utc));
    }

    [Theory, EachDatabase]
    public async Task What_has_ended_is_swept_away(DatabaseProvider provider)
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var app = new TrackerApp { Provider = provider, Clock = clock };
        using var ana = await Visitor.SignedInAsync(app);
        await ana.PostFormAsync("/about", "/account/sign-in", ("name", "ana"), ("password", Visitor.Password), ("remember", "true"));

        foreach (var (days, left) in new[] { (0, 2), (1, 1), (14, 0) })
        {
            clock.Advance(TimeSpan.FromDays(days));
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AccountSweep>().RunAsync(CancellationToken.None);
            await using var db = app.Database.NewContext();
            (await db.Sessions.CountAsync()).Should().Be(left);
        }
    }

    private static async Task<DateTime> LastUseAsync(TrackerApp app)
    {
        await using var db = app.Database.NewContext();
        return await db.Sessions.Select(s => s.LastUsedAt).SingleAsync();
    }

    private static async Task<Visitor> SignedInWithAsync(TrackerApp app, string browser)
    {
        var visitor = new Visitor(app);
        visitor.Client.DefaultRequestHeaders.Add("User-Agent", browser);
        (await visitor.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        return visitor;
    }

    private static string IdOf(string device, string page) =>
        Row().Matches(page).Single(row => row.Value.Contains(device, StringComparison.Ordinal)).Groups["id"].Value;

    [GeneratedRegex("<tr>(?:(?!</tr>).)*?name=\"id\" value=\"(?<id>[^\"]+)\".*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();
}
