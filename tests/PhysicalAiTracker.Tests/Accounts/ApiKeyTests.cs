using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class ApiKeyTests
{
    private static readonly string[] All = ["read", "submit", "publish"];

    [Theory, EachDatabase]
    public async Task A_key_is_shown_once_kept_as_a_hash_and_publishes_as_its_owner(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);
        var key = await ana.MakeKeyAsync("nightly import", 30, All);
        using var program = app.Program(key);

        var answer = await PublishAsync(program);

        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        (await RestAnswer.OfAsync(await program.GetAsync(answer.Header("Location")))).Body["by"]!.ToString().Should().Be("ana");
        var page = await ana.Client.GetStringAsync("/account/keys");
        page.Should().Contain(key[..10]).And.Contain("nightly import").And.Contain("read, submit, publish").And.NotContain(key);
        await using var db = app.Database.NewContext();
        var stored = await db.ApiKeys.SingleAsync();
        stored.Hash.Should().Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(key)));
        stored.LastUsedAt.Should().NotBeNull();
        (await db.ActivityEntries.SingleAsync(entry => entry.Kind == ActivityKind.KeyMade)).Should().Match<ActivityEntry>(
            entry => entry.ActorName == "ana" && entry.SubjectName!.StartsWith(key.Substring(0, 10)) && !entry.SubjectName.Contains(key));
    }

    [Theory, EachDatabase]
    public async Task A_revoked_key_is_refused_at_once_also_for_reading(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("script", 30, All));
        (await program.GetAsync("/api/v1/companies")).StatusCode.Should().Be(HttpStatusCode.OK);
        await using var db = app.Database.NewContext();
        var id = (await db.ApiKeys.SingleAsync()).Id.ToString();

        (await ana.PostFormAsync("/account/keys", ("do", "revoke"), ("id", id))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        var answer = await RestAnswer.OfAsync(await program.GetAsync("/api/v1/companies"));
        answer.Status.Should().Be(HttpStatusCode.Unauthorized);
        answer.MediaType.Should().Be("application/problem+json");
        answer.Text.Should().Contain("This key was revoked");
        answer.Header("WWW-Authenticate").Should().Contain("Bearer").And.Contain("invalid_token");
        (await PublishAsync(program)).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await ana.PostFormAsync("/account/keys", ("do", "revoke"), ("id", id))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task Disabling_the_owner_revokes_keys_and_enabling_does_not_bring_them_back(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("script", 30, All));

        foreach (var disabled in new[] { true, false })
        {
            await using var scope = app.Services.CreateAsyncScope();
            (await scope.ServiceProvider.GetRequiredService<AccountCommands>().SetDisabledAsync("ana", disabled)).Problems.Should().BeEmpty();
            (await program.GetAsync("/api/v1")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_key_expires()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
        await using var app = new TrackerApp { Clock = clock };
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("script", 2, All));
        clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        (await program.GetAsync("/api/v1")).StatusCode.Should().Be(HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromSeconds(1));

        (await RestAnswer.OfAsync(await program.GetAsync("/api/v1"))).Should().Match<RestAnswer>(answer => answer.Status == HttpStatusCode.Unauthorized && answer.Text.Contains("expired on 2026-05-03"));
    }

    [Theory]
    [InlineData("read", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("submit", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("publish", HttpStatusCode.Forbidden, HttpStatusCode.Created)]
    public async Task A_key_does_what_its_scopes_say_and_no_more(string scope, HttpStatusCode reading, HttpStatusCode publishing)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("script", 30, scope));

        (await program.GetAsync("/api/v1/companies")).StatusCode.Should().Be(reading);
        var answer = await PublishAsync(program);

        answer.Status.Should().Be(publishing, answer.Text);
    }

    [Theory, EachDatabase]
    public async Task A_key_can_do_no_more_than_its_owner_can_by_now(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("script", 30, All));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            (await scope.ServiceProvider.GetRequiredService<AccountCommands>().SetRoleAsync("ana", Roles.Contributor)).Problems.Should().BeEmpty();
        }

        (await PublishAsync(program)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/v1/companies")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/v1/companies?access_token=whatever")]
    [InlineData("/api/v1/companies?API_KEY=whatever")]
    [InlineData("/api/v1/companies?q=pat_abcdefghijkmnpqrstuvwxyz23456789abcdefghijkmnpqrstuv")]
    [InlineData("/api/v1/companies/pat_abcdefghijkmnpqrstuvwxyz23456789abcdefghijkmnpqrstuv")]
    public async Task A_key_in_an_address_is_refused_with_the_reason(string path)
    {
        await using var app = new TrackerApp();
        using var client = app.CreateClient();

        var answer = await RestAnswer.OfAsync(await client.GetAsync(path));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Text.Should().Contain("Authorization: Bearer").And.Contain("revoke it").And.NotContain("abcdefghijkmnp");
    }

    [Theory]
    [InlineData("")]
    [InlineData("pat_")]
    [InlineData("pat_abcdefghijkmnpqrstuvwxyz23456789abcdefghijkmnpqrstuv")]
    [InlineData("inv_abcdefghijkmnpqrstuvwxyz23456789abcdefghijkmnpqrstuv")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task What_is_no_key_is_refused(string key)
    {
        await using var app = new TrackerApp();
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");

        (await client.GetAsync("/api/v1")).StatusCode.Should().Be(key.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_that_was_sent_where_others_can_read_it_is_refused()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("script", 30, All));

        var answer = await RestAnswer.OfAsync(await program.GetAsync("http://tracker.example/api/v1"));

        answer.Status.Should().Be(HttpStatusCode.Unauthorized);
        answer.Text.Should().Contain("https");
    }

    [Fact]
    public async Task A_key_opens_no_page_and_rides_on_no_cookie()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app, Roles.Admin);
        using var program = app.Program(await ana.MakeKeyAsync("script", 30, All));

        (await program.GetAsync("/admin/accounts")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        ana.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer pat_nonsense");
        (await ana.GetAsync("/api/v1")).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "a wrong key is told, whatever cookie comes with it");
    }

    [Fact]
    public async Task Each_key_has_a_rate_of_its_own()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["Api:KeyRateLimit"] = "2" } };
        using var ana = await Visitor.SignedInAsync(app);
        using var one = app.Program(await ana.MakeKeyAsync("one", 30, All));
        using var two = app.Program(await ana.MakeKeyAsync("two", 30, All));
        await one.GetAsync("/api/v1");
        await one.GetAsync("/api/v1");

        (await one.GetAsync("/api/v1")).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await two.GetAsync("/api/v1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Its_last_use_is_written_once_a_minute()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
        await using var app = new TrackerApp { Clock = clock };
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("script", 30, All));

        await program.GetAsync("/api/v1");
        clock.Advance(TimeSpan.FromSeconds(59));
        await program.GetAsync("/api/v1");
        await using var db = app.Database.NewContext();
        (await db.ApiKeys.Select(key => key.LastUsedAt).SingleAsync()).Should().Be(new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc));
        clock.Advance(TimeSpan.FromSeconds(1));
        await program.GetAsync("/api/v1");

        (await db.ApiKeys.Select(key => key.LastUsedAt).SingleAsync()).Should().Be(new DateTime(2026, 5, 1, 12, 1, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("", 30, "read", "at most 100 characters")]
    [InlineData("script", 0, "read", "1 to 365 days")]
    [InlineData("script", 366, "read", "1 to 365 days")]
    [InlineData("script", 30, "root", "at least one thing")]
    public async Task What_cannot_be_is_said_at_its_field(string name, int days, string scope, string reason)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);

        var page = await (await ana.PostKeyAsync(name, days, scope)).Content.ReadAsStringAsync();

        page.Should().Contain(reason).And.NotContain("not shown again");
    }

    [Theory, EachDatabase]
    public async Task Hostile_input_makes_no_key_and_revokes_no_others(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var ana = await Visitor.SignedInAsync(app);
        using var ben = await Visitor.SignedInAsync(app, name: "ben");
        await ana.MakeKeyAsync("script", 30, All);
        await using var db = app.Database.NewContext();
        var id = (await db.ApiKeys.SingleAsync()).Id.ToString();

        (await ben.PostFormAsync("/account/keys", ("do", "revoke"), ("id", id))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        foreach (var name in new[] { new string('x', 10_000), "a\u0001b", "<script>" })
        {
            (await ben.PostKeyAsync(name, 30, "read")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await ben.Client.GetStringAsync("/account/keys")).Should().Contain("&lt;script&gt;").And.NotContain("<script>s");
        (await db.ApiKeys.AsNoTracking().CountAsync(key => key.RevokedAt == null)).Should().Be(2);
    }

    [Fact]
    public async Task Making_one_needs_the_password()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);

        var answer = await ana.PostFormAsync("/account/keys", ("name", "script"), ("days", "30"), ("scope", "read"), ("password", "wrong"));

        (await answer.Content.ReadAsStringAsync()).Should().Contain("The password is wrong").And.NotContain("not shown again");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    private static async Task<RestAnswer> PublishAsync(HttpClient program) =>
        await RestAnswer.OfAsync(await program.PostAsJsonAsync("/api/v1/disclosures", Analyst.Document(Analyst.Company("Example Robotics"))));
}
