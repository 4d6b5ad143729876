using System.Net;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

public sealed class ApiErrorTests
{
    [Theory]
    [InlineData("GET", "/api", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/robots", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/companies", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/companies/amazon/rounds", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/companies", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/v1/funding-rounds", HttpStatusCode.MethodNotAllowed)]
    public async Task A_program_gets_every_error_as_a_problem_with_a_trace(string method, string path, HttpStatusCode status)
    {
        await using var app = new TrackerApp();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        var answer = await RestAnswer.OfAsync(await app.CreateClient().SendAsync(request));

        answer.Status.Should().Be(status);
        answer.MediaType.Should().Be("application/problem+json");
        ((int)answer.Body["status"]!).Should().Be((int)status);
        answer.Body.Should().ContainKey("traceId");
    }

    [Fact]
    public async Task Beyond_the_limit_a_reader_is_told_when_to_come_again()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["Api:RateLimit"] = "2" } };
        var client = app.CreateClient();
        await client.GetAsync("/api/v1");
        await client.GetAsync("/api/v1/companies");

        var answer = await RestAnswer.OfAsync(await client.GetAsync("/api/v1/companies"));

        answer.Status.Should().Be(HttpStatusCode.TooManyRequests);
        answer.MediaType.Should().Be("application/problem+json");
        int.Parse(answer.Header("Retry-After")!, null).Should().BeInRange(1, 60);
    }

    [Fact]
    public async Task Who_is_signed_in_has_a_limit_of_their_own()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["Api:RateLimit"] = "1", ["Api:SignedInRateLimit"] = "3" } };
        using var analyst = await Visitor.SignedInAsync(app);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((await analyst.GetAsync("/api/v1")).StatusCode);
        }

        statuses.Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
    }
}
