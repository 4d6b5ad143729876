using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class SignInTests
{
    [Theory, EachDatabase]
    public async Task Opens_a_session_that_signing_out_ends(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var visitor = await Visitor.SignedInAsync(app);
        (await visitor.Client.GetStringAsync("/account")).Should().Contain("ana").And.Contain("analyst");

        (await visitor.PostAsync("/account/sign-out")).StatusCode.Should().Be(HttpStatusCode.BadRequest, "a sign-out needs the token of a page");
        await visitor.PostFormAsync("/account", "/account/sign-out");

        (await visitor.GetAsync("/account")).Headers.Location.Should().Be(new Uri("/account/sign-in?returnUrl=%2Faccount", UriKind.Relative));
    }

    [Theory]
    [InlineData("/account/password", "/account/password")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task Goes_on_to_addresses_of_this_site_only(string returnUrl, string expected)
    {
        await using var app = new TrackerApp();
        await app.AddUserAsync("ana", Visitor.Password);
        using var visitor = new Visitor(app);

        var answer = await visitor.SignInAsync("ana", path: $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        answer.Headers.Location!.OriginalString.Should().Be(expected);
    }

    [Fact]
    public async Task Says_the_same_whether_the_name_the_password_or_the_account_is_wrong()
    {
        await using var app = new TrackerApp();
        foreach (var name in new[] { "ana", "disabled", "locked" })
        {
            await app.AddUserAsync(name, Visitor.Password);
        }

        await WithAccountsAsync(app, accounts => accounts.SetDisabledAsync("disabled", disabled: true));
        using var visitor = new Visitor(app);
        for (var i = 0; i < AccountRegistration.FailuresToLock; i++)
        {
            await visitor.SignInAsync("locked", "wrong");
        }

        var answers = new List<string>
        {
            await RefusalAsync(visitor.SignInAsync("nobody")),
            await RefusalAsync(visitor.SignInAsync("ana", "wrong")),
            await RefusalAsync(visitor.SignInAsync("disabled")),
            await RefusalAsync(visitor.SignInAsync("locked")),
        };

        answers.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Locks_an_account_after_five_wrong_passwords_until_it_is_reset()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["SignIn:RateLimit"] = "100" } };
        await app.AddUserAsync("ana", Visitor.Password);
        using var visitor = new Visitor(app);
        for (var i = 0; i < AccountRegistration.FailuresToLock - 1; i++)
        {
            await visitor.SignInAsync("ana", "wrong");
        }

        (await visitor.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.Redirect, "four wrong passwords are forgiven");
        using var other = new Visitor(app);
        for (var i = 0; i < AccountRegistration.FailuresToLock; i++)
        {
            await other.SignInAsync("ana", "wrong");
        }

        (await other.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.OK, "the account is locked now");
        await WithAccountsAsync(app, accounts => accounts.ResetPasswordAsync("ana", "another good one, please", CancellationToken.None));
        (await other.SignInAsync("ana", "another good one, please")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Counts_wrong_passwords_that_come_at_once()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["SignIn:RateLimit"] = "100" } };
        await app.AddUserAsync("ana", Visitor.Password);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PasswordCheck>().FindAsync("ana", "wrong", CancellationToken.None);
        }));

        using var visitor = new Visitor(app);
        (await visitor.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ends_the_sessions_of_a_disabled_account_within_a_minute()
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var app = new TrackerApp { Clock = clock };
        using var visitor = await Visitor.SignedInAsync(app);
        await WithAccountsAsync(app, accounts => accounts.SetDisabledAsync("ana", disabled: true));

        clock.Advance(TimeSpan.FromSeconds(61));

        (await visitor.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Answers_429_with_a_wait_after_too_many_tries_from_one_address()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["SignIn:RateLimit"] = "2" } };
        using var visitor = new Visitor(app);
        await visitor.SignInAsync("nobody");
        await visitor.SignInAsync("nobody");

        var answer = await visitor.SignInAsync("nobody");

        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.Should().BeInRange(1, 60);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Too many attempts");
    }

    [Fact]
    public async Task Hashes_passwords_with_210000_rounds_of_PBKDF2()
    {
        await using var app = new TrackerApp { HashesAsShipped = true };
        await app.AddUserAsync("ana", Visitor.Password);
        await using var db = app.Database.NewContext();

        var hash = Convert.FromBase64String(db.Users.Single().PasswordHash!);

        // Identity's version 3: a marker, the function (2 is HMAC-SHA512), the rounds, each big-endian.
        hash[..5].Should().Equal(1, 0, 0, 0, 2);
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)).Should().BeGreaterThanOrEqualTo(210_000);
    }

    private static async Task<string> RefusalAsync(Task<HttpResponseMessage> answer)
    {
        var page = await (await answer).Content.ReadAsStringAsync();
        return page[page.IndexOf("class=\"errors\"", StringComparison.Ordinal)..page.IndexOf("</p></div>", StringComparison.Ordinal)];
    }

    private static async Task WithAccountsAsync(TrackerApp app, Func<AccountCommands, Task<AccountOutcome>> command)
    {
        await using var scope = app.Services.CreateAsyncScope();
        (await command(scope.ServiceProvider.GetRequiredService<AccountCommands>())).Problems.Should().BeEmpty();
    }
}
