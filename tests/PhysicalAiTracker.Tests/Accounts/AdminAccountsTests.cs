using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class AdminAccountsTests
{
    private readonly TestClock _clock = new(DateTimeOffset.UtcNow);

    [Theory]
    [InlineData(Roles.Contributor)]
    [InlineData(Roles.Analyst)]
    [InlineData(Roles.Reviewer)]
    public async Task Only_admins_see_them(string role)
    {
        await using var app = new TrackerApp();
        using var visitor = await Visitor.SignedInAsync(app, role);

        foreach (var path in new[] { "/admin/accounts", "/admin/accounts/ana" })
        {
            (await visitor.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
            (await visitor.PostFormAsync("/account", path, ("do", "role"), ("role", "admin"))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }
    }

    [Theory, EachDatabase]
    public async Task A_role_is_changed_at_once(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        using var ana = await Visitor.SignedInAsync(app, Roles.Contributor);

        (await PressAsync(ada, "ana", ("do", "role"), ("role", "admin"))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await ana.GetAsync("/admin/accounts")).StatusCode.Should().Be(HttpStatusCode.OK, "the session goes on with the new role");
        await PressAsync(ada, "ana", ("do", "role"), ("role", "contributor"));
        (await ana.GetAsync("/admin/accounts")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        await using var db = app.Database.NewContext();
        (await db.ActivityEntries.Where(entry => entry.Kind == ActivityKind.RoleChanged).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Select(entry => entry.ActorName + ": " + entry.SubjectName + ", " + entry.Detail).ToListAsync())
            .Should().Equal("ada: ana, contributor → admin", "ada: ana, admin → contributor");
    }

    [Theory, EachDatabase]
    public async Task Disabling_ends_sessions_and_enabling_lets_sign_in_again(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        using var ana = await Visitor.SignedInAsync(app);

        await PressAsync(ada, "ana", ("do", "disable"));

        (await ana.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ana.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await ada.Client.GetStringAsync("/admin/accounts")).Should().Contain("disabled");
        await PressAsync(ada, "ana", ("do", "enable"));
        (await ana.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect, "the old session stays ended");
        (await ana.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory, EachDatabase]
    public async Task The_last_admin_cannot_lock_himself_out(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");

        foreach (var press in new (string, string)[][] { [("do", "disable")], [("do", "role"), ("role", "analyst")] })
        {
            (await (await PressAsync(ada, "ada", press)).Content.ReadAsStringAsync()).Should().Contain("is the last admin who can sign in");
        }

        (await ada.GetAsync("/admin/accounts")).StatusCode.Should().Be(HttpStatusCode.OK);
        await app.AddUserAsync("bea", Visitor.Password, Roles.Admin);
        (await PressAsync(ada, "ada", ("do", "role"), ("role", "analyst"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ada.GetAsync("/admin/accounts")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task Two_admins_who_disable_each_other_leave_one(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await app.AddUserAsync("ada", Visitor.Password, Roles.Admin);
        await app.AddUserAsync("bea", Visitor.Password, Roles.Admin);

        var outcomes = await Task.WhenAll(new[] { ("ada", "bea"), ("bea", "ada") }.Select(async pair =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<AccountCommands>().SetDisabledAsync(pair.Item1, disabled: true, new Actor(await IdAsync(app, pair.Item2), pair.Item2));
        }));

        outcomes.Count(outcome => outcome.Succeeded).Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task A_lost_second_factor_is_taken_off_and_sessions_are_ended(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Clock = _clock };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        using var ana = await Visitor.SignedInAsync(app);
        await ana.SetUpSecondFactorAsync(_clock);
        (await ada.Client.GetStringAsync("/admin/accounts/ana")).Should().Contain("Take second factor off");

        await PressAsync(ada, "ana", ("do", "reset-second-factor"));

        (await ana.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ana.SignInAsync("ana")).Headers.Location!.OriginalString.Should().Be("/");
        await PressAsync(ada, "ana", ("do", "end-sessions"));
        (await ana.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await using var db = app.Database.NewContext();
        (await db.ActivityEntries.Where(entry => entry.ActorName == "ada" && entry.SubjectName == "ana").Select(entry => entry.Kind).ToListAsync())
            .Should().BeEquivalentTo([ActivityKind.SecondFactorOff, ActivityKind.SessionEnded]);
    }

    [Fact]
    public async Task An_admin_revokes_the_keys_of_others()
    {
        await using var app = new TrackerApp();
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("script", 30, "read"));
        await using var db = app.Database.NewContext();

        await PressAsync(ada, "ana", ("do", "revoke"), ("id", (await db.ApiKeys.SingleAsync()).Id.ToString()));

        (await program.GetAsync("/api/v1")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory, EachDatabase]
    public async Task Many_are_paged_by_name(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");
        await using (var db = app.Database.NewContext())
        {
            db.Users.AddRange(Enumerable.Range(0, 2 * AccountQueries.PageSize).Select(i => $"user{i:000}")
                .Select(name => new TrackerUser { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant() }));
            await db.SaveChangesAsync();
        }

        var first = await ada.Client.GetStringAsync("/admin/accounts");
        var second = await ada.Client.GetStringAsync("/admin/accounts?after=user048");
        var third = await ada.Client.GetStringAsync("/admin/accounts?after=user098");

        first.Should().Contain("101 accounts").And.Contain("user048").And.NotContain("user049").And.Contain("after=user048");
        second.Should().Contain("user049").And.Contain("user098").And.NotContain(">user099<").And.Contain("after=user098").And.Contain("First page");
        third.Should().Contain(">user099<").And.NotContain("Next page");
        (await ada.GetAsync("/admin/accounts?after=%00" + new string('x', 5000))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await ada.GetAsync("/admin/accounts/nobody")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> PressAsync(Visitor admin, string name, params (string, string)[] fields) => admin.PostFormAsync($"/admin/accounts/{name}", fields);

    private static async Task<Guid> IdAsync(TrackerApp app, string name)
    {
        await using var db = app.Database.NewContext();
        return await db.Users.Where(user => user.UserName == name).Select(user => user.Id).SingleAsync();
    }
}
