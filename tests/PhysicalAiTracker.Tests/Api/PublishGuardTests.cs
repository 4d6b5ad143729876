using System.Net;
using System.Net.Http.Json;
using System.Text;
using PhysicalAiTracker.Tests.Accounts;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Who may publish, and from where.</summary>
public sealed class PublishGuardTests
{
    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        await using var app = new TrackerApp();
        using var stranger = new Visitor(app);

        var answer = await PublishTests.PostAsync(stranger, Body());

        answer.Status.Should().Be(HttpStatusCode.Unauthorized);
        answer.MediaType.Should().Be("application/problem+json");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost:8080")]
    [InlineData("Origin", "https://localhost")]
    [InlineData("Origin", "null")]
    public async Task A_page_of_another_origin_cannot_ride_on_the_session(string header, string value)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var answer = await PublishTests.PostAsync(ana, Body(), (header, value));

        answer.Status.Should().Be(HttpStatusCode.Forbidden);
        answer.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task A_page_of_this_site_may_publish()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var answer = await PublishTests.PostAsync(ana, Body(), ("Sec-Fetch-Site", "same-origin"), ("Origin", "http://localhost"));

        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/xml")]
    [InlineData("application/problem+json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Only_JSON_is_read_which_no_form_of_another_site_can_send(string? type)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("script", 30, "read", "submit", "publish"));
        foreach (var client in new[] { ana.Client, program })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Analyst.Document().ToJsonString()));
            content.Headers.ContentType = type is null ? null : System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

            var answer = await RestAnswer.OfAsync(await client.PostAsync("/api/v1/disclosures", content));

            answer.Status.Should().Be(HttpStatusCode.UnsupportedMediaType, answer.Text);
            answer.MediaType.Should().Be("application/problem+json");
        }
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", "identity", HttpStatusCode.BadRequest)]
    [InlineData("application/json; charset=\"UTF-8\"", null, HttpStatusCode.BadRequest)]
    [InlineData("application/json", "gzip", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_is_read_as_it_is_sent_and_not_unpacked(string type, string? coding, HttpStatusCode status)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        if (coding is not null)
        {
            content.Headers.ContentEncoding.Add(coding);
        }

        (await PublishTests.PostAsync(ana, content)).Status.Should().Be(status);
    }

    private static JsonContent Body() => JsonContent.Create(Analyst.Document(Analyst.Company()));
}
