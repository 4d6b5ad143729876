using System.Net;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Asking again costs nothing while nothing changed.</summary>
[Collection(SeededApi.Name)]
public sealed class ConditionalTests(SeededApi api)
{
    [Theory]
    [InlineData("")]
    [InlineData("funding-rounds")]
    [InlineData("funding-rounds?limit=1&fields=amount")]
    [InlineData("companies/project-prometheus")]
    [InlineData("disclosures")]
    public async Task The_same_answer_has_the_same_strong_tag_and_is_not_sent_twice(string path)
    {
        var first = await api.GetAsync(path);
        first.ETag.Should().StartWith("\"");
        first.Message.Headers.CacheControl!.NoCache.Should().BeTrue();

        var again = await SendAsync(HttpMethod.Get, path, first.ETag!);

        again.Status.Should().Be(HttpStatusCode.NotModified);
        again.Text.Should().BeEmpty();
        again.ETag.Should().Be(first.ETag);
    }

    [Fact]
    public async Task Different_answers_have_different_tags()
    {
        var tags = new[] { await api.GetAsync("companies"), await api.GetAsync("companies?limit=3"), await api.GetAsync("companies?fields=slug") }.Select(a => a.ETag);

        tags.Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("\"something else\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("W/{tag}", HttpStatusCode.NotModified)]
    [InlineData("\"other\", {tag}", HttpStatusCode.NotModified)]
    public async Task A_tag_is_compared_as_RFC_9110_says(string given, HttpStatusCode expected)
    {
        var tag = (await api.GetAsync("companies")).ETag!;

        var again = await SendAsync(HttpMethod.Get, "companies", given.Replace("{tag}", tag, StringComparison.Ordinal));

        again.Status.Should().Be(expected);
    }

    [Fact]
    public async Task Head_answers_with_the_headers_of_get()
    {
        var whole = await api.GetAsync("companies?limit=2");

        var head = await SendAsync(HttpMethod.Head, "companies?limit=2");

        head.Status.Should().Be(HttpStatusCode.OK);
        head.Text.Should().BeEmpty();
        head.ETag.Should().Be(whole.ETag);
        head.Header("Link").Should().Be(whole.Header("Link"));
        (await SendAsync(HttpMethod.Head, "companies?limit=2", whole.ETag)).Status.Should().Be(HttpStatusCode.NotModified);
    }

    private async Task<RestAnswer> SendAsync(HttpMethod method, string path, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        return await RestAnswer.OfAsync(await api.Client().SendAsync(request));
    }
}
