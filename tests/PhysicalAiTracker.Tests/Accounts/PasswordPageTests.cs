using System.Net;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class PasswordPageTests
{
    private const string Better = "seven slow lanterns drift";

    [Fact]
    public async Task Changes_the_password_keeps_this_session_and_ends_the_others()
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var app = new TrackerApp { Clock = clock };
        using var visitor = await Visitor.SignedInAsync(app);
        using var other = new Visitor(app);
        await other.SignInAsync("ana");

        (await ChangeAsync(visitor, Visitor.Password, Better, Better)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        clock.Advance(TimeSpan.FromSeconds(61));

        (await visitor.Client.GetStringAsync("/account")).Should().Contain("Your password was changed");
        (await other.GetAsync("/account")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await other.SignInAsync("ana", Better)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("wrong", Better, Better, "The current password is wrong")]
    [InlineData(Visitor.Password, Better, "something else", "The two new passwords differ")]
    [InlineData(Visitor.Password, "short", "short", "12 to 128 characters")]
    [InlineData(Visitor.Password, "123456789012", "123456789012", "easy to guess")]
    public async Task Says_what_is_wrong_and_changes_nothing(string current, string wanted, string again, string message)
    {
        await using var app = new TrackerApp();
        using var visitor = await Visitor.SignedInAsync(app);

        var answer = await ChangeAsync(visitor, current, wanted, again);

        (await answer.Content.ReadAsStringAsync()).Should().Contain(message).And.Contain("aria-invalid=\"true\"");
        using var other = new Visitor(app);
        (await other.SignInAsync("ana")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, string current, string wanted, string again) =>
        visitor.PostFormAsync("/account/password", ("current", current), ("new", wanted), ("again", again));
}
