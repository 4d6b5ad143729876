using System.Net;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class CookieTests
{
    [Fact]
    public async Task By_https_are_bound_to_the_host_and_to_https()
    {
        var cookies = await CookiesOfSigningInAsync("https://tracker.example");

        cookies.Should().HaveCount(2).And.OnlyContain(cookie => cookie.StartsWith("__Host-tracker-"));
        cookies.Should().OnlyContain(cookie =>
            cookie.Contains("; secure") && cookie.Contains("; httponly") && cookie.Contains("; samesite=strict") && cookie.Contains("; path=/") && !cookie.Contains("domain"));
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]:5000")]
    public async Task By_http_on_the_machine_itself_have_plain_names(string address)
    {
        var cookies = await CookiesOfSigningInAsync(address);

        cookies.Should().HaveCount(2).And.OnlyContain(cookie => cookie.StartsWith("tracker-"));
        cookies.Should().OnlyContain(cookie => !cookie.Contains("; secure") && cookie.Contains("; httponly") && cookie.Contains("; samesite=strict"));
    }

    [Theory]
    [InlineData("http://tracker.example")]
    [InlineData("http://localhost.example")]
    [InlineData("http://192.168.1.7:5000")]
    public async Task By_http_elsewhere_are_never_sent_and_signing_in_says_why(string address)
    {
        await using var app = new TrackerApp();
        await app.AddUserAsync("ana", Visitor.Password);
        using var visitor = new Visitor(app, address);

        foreach (var answer in new[] { await visitor.GetAsync("/account/sign-in"), await visitor.PostAsync("/account/sign-in", ("name", "ana"), ("password", Visitor.Password)) })
        {
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            answer.Headers.Contains("Set-Cookie").Should().BeFalse();
            (await answer.Content.ReadAsStringAsync()).Should().Contain("Signing in needs https");
        }
    }

    [Fact]
    public async Task Behind_a_proxy_that_ends_TLS_are_bound_to_https()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["ForwardedHeaders:Enabled"] = "true" } };
        using var visitor = new Visitor(app, "http://tracker.example");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        var answer = await visitor.GetAsync("/account/sign-in");

        // The test server has no address to know a proxy by, so it believes any.
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.GetValues("Set-Cookie").Should().ContainSingle().Which.Should().StartWith("__Host-tracker-form").And.Contain("; secure");
    }

    private static async Task<List<string>> CookiesOfSigningInAsync(string address)
    {
        await using var app = new TrackerApp();
        await app.AddUserAsync("ana", Visitor.Password);
        using var visitor = new Visitor(app, address);
        var page = await visitor.GetAsync("/account/sign-in");
        var answer = await visitor.SignInAsync("ana");
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return [.. page.Headers.GetValues("Set-Cookie"), .. answer.Headers.GetValues("Set-Cookie")];
    }
}
