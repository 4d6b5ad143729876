using System.Net;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Any page may read, none but ours may write.</summary>
[Collection(SeededApi.Name)]
public sealed class CrossOriginTests(SeededApi api)
{
    private const string Elsewhere = "https://notebook.example";

    [Theory]
    [InlineData("companies", HttpStatusCode.OK)]
    [InlineData("companies?colour=red", HttpStatusCode.BadRequest)]
    [InlineData("companies/nobody", HttpStatusCode.NotFound)]
    public async Task A_page_of_any_origin_may_read_without_credentials(string path, HttpStatusCode status)
    {
        var answer = await SendAsync(HttpMethod.Get, path);

        answer.Status.Should().Be(status);
        answer.Header("Access-Control-Allow-Origin").Should().Be("*");
        answer.Header("Access-Control-Allow-Credentials").Should().BeNull();
        answer.Header("Access-Control-Expose-Headers").Should().ContainAll("ETag", "Link", "Retry-After");
    }

    [Fact]
    public async Task A_browser_may_ask_with_a_tag()
    {
        var answer = await SendAsync(HttpMethod.Options, "companies", ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));

        answer.Status.Should().Be(HttpStatusCode.NoContent);
        answer.Header("Access-Control-Allow-Headers").Should().Contain("If-None-Match");
    }

    [Fact]
    public async Task A_browser_is_not_allowed_to_write()
    {
        var answer = await SendAsync(HttpMethod.Options, "disclosures", ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));

        answer.Header("Access-Control-Allow-Origin").Should().BeNull();
        answer.Header("Access-Control-Allow-Methods").Should().BeNull();
    }

    private async Task<RestAnswer> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        foreach (var (name, value) in headers.Append(("Origin", Elsewhere)))
        {
            request.Headers.Add(name, value);
        }

        return await RestAnswer.OfAsync(await api.Client().SendAsync(request));
    }
}
