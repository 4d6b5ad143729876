using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Hosting;

public sealed class SecurityHeadersTests
{
    [Fact]
    public async Task Are_on_every_answer()
    {
        await using var app = new TrackerApp();
        using var visitor = new Visitor(app);

        foreach (var path in new[] { "/", "/css/base.css", "/nowhere", "/api/v1/funding-rounds", "/api/nowhere", "/account", "/health/live", "/error/500" })
        {
            var headers = (await visitor.GetAsync(path)).Headers;

            headers.GetValues("Content-Security-Policy").Should().Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
            headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
            headers.GetValues("Cross-Origin-Opener-Policy").Should().Equal("same-origin");
            headers.Contains("Permissions-Policy").Should().BeTrue();
            headers.Contains("Strict-Transport-Security").Should().BeFalse("this is http");
        }
    }

    [Fact]
    public async Task Allow_inline_styles_to_Swagger_UI_alone_and_inline_scripts_to_nobody()
    {
        await using var app = new TrackerApp();
        using var visitor = new Visitor(app);

        (await visitor.GetAsync("/swagger/index.html")).Headers.GetValues("Content-Security-Policy").Should().ContainSingle()
            .Which.Should().Contain("style-src 'self' 'unsafe-inline';").And.Contain("script-src 'self';");
    }

    [Fact]
    public async Task By_https_ask_for_https_from_now_on()
    {
        await using var app = new TrackerApp();
        using var visitor = new Visitor(app, "https://tracker.example");

        (await visitor.GetAsync("/")).Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000");
    }

    [Fact]
    public async Task Behind_a_proxy_plain_http_is_sent_to_https_but_for_health_checks()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["ForwardedHeaders:Enabled"] = "true" } };
        using var visitor = new Visitor(app, "http://tracker.example");

        (await visitor.GetAsync("/companies?q=a")).Headers.Location.Should().Be(new Uri("https://tracker.example/companies?q=a"));
        (await visitor.GetAsync("/health/live")).IsSuccessStatusCode.Should().BeTrue();
    }
}
