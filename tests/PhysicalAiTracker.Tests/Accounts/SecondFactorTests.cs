using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.SecondFactor;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class SecondFactorTests
{
    private static readonly TimeSpan NextCode = TimeSpan.FromSeconds(Totp.Period);

    private readonly TestClock _clock = new(DateTimeOffset.UtcNow);

    [Theory, EachDatabase]
    public async Task Signing_in_asks_for_a_code_which_works_once(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Clock = _clock };
        using var ana = await Visitor.SignedInAsync(app);
        var (key, _) = await ana.SetUpSecondFactorAsync(_clock);
        _clock.Advance(NextCode);
        var code = People.CodeOf(key, _clock);

        using var first = new Visitor(app);
        (await first.SignInAsync("ana")).Headers.Location!.OriginalString.Should().Be("/account/sign-in/code");
        (await first.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect, "the password alone opens nothing");
        (await first.PostFormAsync("/account/sign-in/code", ("code", code[..3] + " " + code[3..]))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await first.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.OK);

        using var second = new Visitor(app);
        (await second.SignInWithAsync("ana", code)).StatusCode.Should().Be(HttpStatusCode.OK, "a code that somebody looked at is used up");
        (await second.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        _clock.Advance(NextCode);
        (await second.PostFormAsync("/account/sign-in/code", ("code", People.CodeOf(key, _clock)))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ana.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.OK, "whoever set it up stays signed in");
    }

    [Theory, EachDatabase]
    public async Task One_code_sent_twice_at_once_lets_one_in(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Clock = _clock };
        using var ana = await Visitor.SignedInAsync(app);
        var (key, _) = await ana.SetUpSecondFactorAsync(_clock);
        _clock.Advance(NextCode);
        var code = People.CodeOf(key, _clock);

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
            return await scope.ServiceProvider.GetRequiredService<SecondFactorCheck>().TakeCodeAsync(await db.Users.SingleAsync(), code, CancellationToken.None);
        }));

        taken.Count(won => won).Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task A_recovery_code_works_once_and_only_its_hash_is_stored(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Clock = _clock };
        using var ana = await Visitor.SignedInAsync(app);
        var (key, codes) = await ana.SetUpSecondFactorAsync(_clock);

        using var visitor = new Visitor(app);
        (await visitor.SignInWithAsync("ana", codes[3].ToUpperInvariant())).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await visitor.Client.GetStringAsync("/account/second-factor")).Should().Contain("9 recovery codes left").And.NotContain(codes[0]);
        using var again = new Visitor(app);
        (await again.SignInWithAsync("ana", codes[3])).StatusCode.Should().Be(HttpStatusCode.OK);

        await using var db = app.Database.NewContext();
        var stored = string.Concat(await db.UserTokens.Select(token => token.Value).ToListAsync());
        stored.Should().NotBeEmpty().And.NotContain(codes[0]).And.NotContain(codes[0].ToUpperInvariant());
        stored.Should().NotContain(Convert.ToHexString(key));
    }

    [Theory, EachDatabase]
    public async Task The_use_of_one_recovery_code_leaves_all_others_working(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Clock = _clock, Settings = new Dictionary<string, string> { ["SignIn:RateLimit"] = "1000" } };
        using var ana = await Visitor.SignedInAsync(app);
        var (_, codes) = await ana.SetUpSecondFactorAsync(_clock);

        foreach (var code in codes)
        {
            using var visitor = new Visitor(app);
            (await visitor.SignInWithAsync("ana", code)).StatusCode.Should().Be(HttpStatusCode.Redirect, "{0} was not used yet", code);
        }

        using var late = new Visitor(app);
        (await late.SignInWithAsync("ana", codes[^1])).StatusCode.Should().Be(HttpStatusCode.OK, "none is left");
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones_for_whoever_knows_the_password()
    {
        await using var app = new TrackerApp { Clock = _clock };
        using var ana = await Visitor.SignedInAsync(app);
        var (_, codes) = await ana.SetUpSecondFactorAsync(_clock);

        (await (await ana.PostFormAsync("/account/second-factor", ("do", "renew"), ("password", "wrong"))).Content.ReadAsStringAsync()).Should().Contain("The password is wrong");
        (await (await ana.PostFormAsync("/account/second-factor", ("do", "renew"), ("password", Visitor.Password))).Content.ReadAsStringAsync()).Should().Contain("not shown again");

        using var visitor = new Visitor(app);
        (await visitor.SignInWithAsync("ana", codes[0])).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task Wrong_codes_lock_the_account_though_the_password_is_right_each_time(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Clock = _clock, Settings = new Dictionary<string, string> { ["SignIn:RateLimit"] = "1000" } };
        using var ana = await Visitor.SignedInAsync(app);
        var (key, _) = await ana.SetUpSecondFactorAsync(_clock);
        for (var i = 0; i < AccountRegistration.FailuresToLock; i++)
        {
            using var guesser = new Visitor(app);
            (await guesser.SignInWithAsync("ana", "not a code")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        _clock.Advance(NextCode);
        using var late = new Visitor(app);
        (await late.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.OK, "it is locked");
        await using var db = app.Database.NewContext();
        (await db.ActivityEntries.CountAsync(entry => entry.Kind == ActivityKind.Lock)).Should().Be(1);
        (await db.ActivityEntries.CountAsync(entry => entry.Kind == ActivityKind.SignInFailed && entry.Detail == "wrong code")).Should().Be(5);
    }

    [Fact]
    public async Task The_second_step_is_limited_by_address_and_needs_the_first()
    {
        await using var app = new TrackerApp { Clock = _clock, Settings = new Dictionary<string, string> { ["SignIn:RateLimit"] = "4" } };
        using var ana = await Visitor.SignedInAsync(app);
        await ana.SetUpSecondFactorAsync(_clock);
        using var guesser = new Visitor(app);
        (await guesser.GetAsync("/account/sign-in/code")).Headers.Location!.OriginalString.Should().Be("/account/sign-in");

        await guesser.SignInWithAsync("ana", "000000");

        (await guesser.PostFormAsync("/account/sign-in/code", ("code", "000001"))).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Theory, EachDatabase]
    public async Task A_role_that_demands_it_does_not_work_without(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Clock = _clock, Settings = new Dictionary<string, string> { ["Accounts:SecondFactorRoles"] = "admin, reviewer" } };
        using var ada = await Visitor.SignedInAsync(app, Roles.Admin, "ada");

        (await ada.GetAsync("/admin/accounts")).Headers.Location!.OriginalString.Should().Be("/account/second-factor?returnUrl=%2Fadmin%2Faccounts");
        (await ada.GetAsync("/disclosures/new")).Headers.Location!.OriginalString.Should().StartWith("/account/second-factor");
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        var refusal = await ada.Client.PostAsync("/api/v1/disclosures", body);
        refusal.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await refusal.Content.ReadAsStringAsync()).Should().Contain("second factor");
        (await ada.Client.GetStringAsync("/account/second-factor")).Should().Contain("The role admin works only with a second factor");

        await ada.SetUpSecondFactorAsync(_clock);
        (await ada.GetAsync("/admin/accounts")).StatusCode.Should().Be(HttpStatusCode.OK);
        using var ana = await Visitor.SignedInAsync(app);
        (await ana.GetAsync("/disclosures/new")).StatusCode.Should().Be(HttpStatusCode.OK, "other roles go on without");
    }

    [Fact]
    public async Task Switching_it_off_needs_the_password_and_ends_other_sessions()
    {
        await using var app = new TrackerApp { Clock = _clock };
        using var ana = await Visitor.SignedInAsync(app);
        var (_, codes) = await ana.SetUpSecondFactorAsync(_clock);
        using var other = new Visitor(app);
        await other.SignInWithAsync("ana", codes[0]);

        (await ana.PostFormAsync("/account/second-factor", ("do", "off"), ("password", "wrong"))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await ana.PostFormAsync("/account/second-factor", ("do", "off"), ("password", Visitor.Password))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await ana.Client.GetStringAsync("/account")).Should().Contain("The second factor is off");
        (await other.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var later = new Visitor(app);
        (await later.SignInAsync("ana")).Headers.Location!.OriginalString.Should().Be("/");
    }
}
