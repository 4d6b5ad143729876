using System.IO.Compression;
using System.Net;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>The API behaves as RFC 9110 has it.</summary>
[Collection(SeededApi.Name)]
public sealed class HttpTests(SeededApi api)
{
    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, gzip;q=0.2", "gzip")]
    public async Task An_answer_is_compressed_as_is_accepted_and_its_tag_names_those_bytes(string accepted, string coding)
    {
        var plain = await SendAsync(HttpMethod.Get, "funding-rounds");

        var compressed = await SendAsync(HttpMethod.Get, "funding-rounds", ("Accept-Encoding", accepted));

        compressed.Content.Headers.ContentEncoding.Should().Equal(coding);
        (await DecodedAsync(compressed, coding)).Should().Be(await plain.Content.ReadAsStringAsync());
        compressed.Headers.ETag!.IsWeak.Should().BeFalse();
        compressed.Headers.ETag.Should().NotBe(plain.Headers.ETag);
        string.Join(", ", compressed.Headers.Vary).Should().Contain("Accept-Encoding").And.Contain("Accept");
        (await SendAsync(HttpMethod.Get, "funding-rounds", ("Accept-Encoding", accepted), ("If-None-Match", compressed.Headers.ETag.ToString()))).StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await SendAsync(HttpMethod.Get, "funding-rounds", ("If-None-Match", compressed.Headers.ETag.ToString()))).StatusCode.Should().Be(HttpStatusCode.OK, "the plain bytes have another tag");
        var head = await SendAsync(HttpMethod.Head, "funding-rounds", ("Accept-Encoding", accepted));
        head.Headers.ETag.Should().Be(compressed.Headers.ETag);
        head.Content.Headers.ContentLength.Should().Be(compressed.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("br;q=0")]
    [InlineData("zstd")]
    public async Task An_answer_is_plain_where_nothing_else_is_accepted(string accepted) =>
        (await SendAsync(HttpMethod.Get, "funding-rounds", ("Accept-Encoding", accepted))).Content.Headers.ContentEncoding.Should().BeEmpty();

    [Fact]
    public async Task A_streamed_list_is_compressed_and_a_page_with_secrets_is_not()
    {
        var lines = await SendAsync(HttpMethod.Get, "companies.ndjson", ("Accept-Encoding", "gzip"));

        lines.Content.Headers.ContentEncoding.Should().Equal("gzip");
        (await DecodedAsync(lines, "gzip")).Should().Be(await (await SendAsync(HttpMethod.Get, "companies.ndjson")).Content.ReadAsStringAsync());
        using var page = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        page.Headers.Add("Accept-Encoding", "gzip, br");
        (await api.Client().SendAsync(page)).Content.Headers.ContentEncoding.Should().BeEmpty();
    }

    /// <summary>Of nothing written, .NET makes a beginning of gzip without an end.</summary>
    [Fact]
    public async Task An_empty_stream_is_sent_as_it_is()
    {
        var none = await SendAsync(HttpMethod.Get, "companies.ndjson?q=nowhereatall", ("Accept-Encoding", "gzip"));

        none.StatusCode.Should().Be(HttpStatusCode.OK);
        none.Content.Headers.ContentEncoding.Should().BeEmpty();
        (await none.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        string.Join(", ", none.Headers.Vary).Should().Contain("Accept-Encoding");
    }

    [Theory]
    [InlineData("/api/v1/claims.atom")]
    [InlineData("/swagger/v1/swagger.json")]
    public async Task Feeds_and_the_description_are_compressed_and_have_tags(string path)
    {
        var compressed = await SendAsync(HttpMethod.Get, path, ("Accept-Encoding", "br"));

        compressed.Content.Headers.ContentEncoding.Should().Equal("br");
        (await DecodedAsync(compressed, "br")).Should().Be(await (await SendAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync());
        compressed.Headers.CacheControl!.NoCache.Should().BeTrue();
        (await SendAsync(HttpMethod.Get, path, ("Accept-Encoding", "br"), ("If-None-Match", $"{compressed.Headers.ETag}"))).StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await SendAsync(HttpMethod.Head, path, ("Accept-Encoding", "br"))).Headers.ETag.Should().Be(compressed.Headers.ETag);
    }

    [Fact]
    public async Task A_preflight_for_what_no_other_origin_may_do_is_told_the_methods_and_allowed_nothing()
    {
        var answer = await SendAsync(HttpMethod.Options, "disclosures", ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "POST"));

        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        answer.Content.Headers.Allow.Should().BeEquivalentTo("GET", "HEAD", "POST", "OPTIONS");
        answer.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Theory]
    [InlineData("companies", "GET", "HEAD")]
    [InlineData("companies/project-prometheus", "GET", "HEAD")]
    [InlineData("disclosures", "GET", "HEAD", "POST")]
    public async Task Options_tells_the_methods(string path, params string[] methods)
    {
        var answer = await SendAsync(HttpMethod.Options, path);

        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        answer.Content.Headers.Allow.Should().BeEquivalentTo([.. methods, "OPTIONS"]);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("companies/project-prometheus/nothing")]
    [InlineData("companies.xml")]
    public async Task Nothing_has_no_methods(string path)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options, HttpMethod.Delete, HttpMethod.Post })
        {
            var answer = await SendAsync(method, path);

            answer.StatusCode.Should().Be(HttpStatusCode.NotFound, "{0}", method);
            answer.Content.Headers.Allow.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        var answer = await SendAsync(HttpMethod.Delete, "companies");

        answer.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.Should().BeEquivalentTo("GET", "HEAD", "OPTIONS");
        (await RestAnswer.OfAsync(answer)).Body["type"]!.ToString().Should().Be("/problems/method-not-allowed");
    }

    [Theory]
    [InlineData("companies/project-prometheus", "text/csv", 406)]
    [InlineData("search?q=bezos", "text/html", 406)]
    [InlineData("changes", "text/html, */*;q=0.1", 200)]
    [InlineData("companies/project-prometheus/history", "application/json; charset=utf-8", 200)]
    [InlineData("companies/project-prometheus", "application/json;q=0", 406)]
    [InlineData("companies", "image/png", 406)]
    public async Task What_is_not_to_be_had_is_not_sent(string path, string accepted, int status) =>
        ((int)(await SendAsync(HttpMethod.Get, path, ("Accept", accepted))).StatusCode).Should().Be(status);

    [Theory]
    [InlineData("text/plain", 0, 415, "application/json")]
    [InlineData("application/json", 9_000_000, 413, "8,388,608 bytes")]
    public async Task A_body_that_is_not_taken_is_told_what_is(string type, int length, int status, string detail)
    {
        using var body = new StringContent(new string(' ', length), System.Text.Encoding.UTF8, type);

        var answer = await RestAnswer.OfAsync(await api.Client().PostAsync("/api/v1/disclosures", body));

        ((int)answer.Status).Should().Be(status);
        ((string)answer.Body["detail"]!).Should().Contain(detail);
    }

    [Fact]
    public async Task An_address_too_long_is_told_so()
    {
        var answer = await RestAnswer.OfAsync(await SendAsync(HttpMethod.Get, "companies?q=" + new string('a', 8001)));

        answer.Status.Should().Be(HttpStatusCode.RequestUriTooLong);
        answer.Body["type"]!.ToString().Should().Be("/problems/address-too-long");
        ((string)answer.Body["detail"]!).Should().Contain("8,000 characters");
        (await api.Client().GetAsync("/companies?q=" + new string('a', 8001))).StatusCode.Should().Be(HttpStatusCode.RequestUriTooLong);
    }

    [Theory]
    [InlineData("return=minimal")]
    [InlineData("respond-async, wait=0")]
    [InlineData("handling=lenient; ???")]
    public async Task A_preference_changes_nothing(string preference)
    {
        var answer = await SendAsync(HttpMethod.Get, "companies", ("Prefer", preference));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.ETag.Should().Be((await SendAsync(HttpMethod.Get, "companies")).Headers.ETag);
        answer.Headers.Contains("Preference-Applied").Should().BeFalse();
    }

    [Fact]
    public async Task An_item_says_when_it_changed_and_where_it_belongs()
    {
        var answer = await SendAsync(HttpMethod.Get, "companies/project-prometheus");
        var body = (await RestAnswer.OfAsync(answer)).Body;

        answer.Content.Headers.LastModified.Should().BeCloseTo(DateTimeOffset.Parse((string)body["updatedAt"]!, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromSeconds(1));
        answer.Headers.GetValues("Link").Should().Contain("</api/v1/companies>; rel=\"collection\"").And.Contain("</companies/project-prometheus>; rel=\"alternate\"; type=\"text/html\"");
        (await SendAsync(HttpMethod.Get, "")).Headers.GetValues("Link").Should().Contain("</swagger/v1/swagger.json>; rel=\"service-desc\"; type=\"application/json\"");
        var earlier = await SendAsync(HttpMethod.Get, "companies/project-prometheus?asOf=2099-01-01");
        earlier.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Each_answer_tells_how_many_requests_are_left()
    {
        await using var app = new TrackerApp { Settings = new Dictionary<string, string> { ["Api:RateLimit"] = "2" } };
        var client = app.CreateClient();

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add(await client.GetAsync("/api/v1"));
        }

        answers.Select(answer => string.Join('/', answer.Headers.GetValues("RateLimit-Remaining"))).Should().Equal("1", "0", "0");
        answers.Select(answer => answer.StatusCode).Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
        answers[0].Headers.GetValues("RateLimit-Limit").Should().Equal("2");
        answers[0].Headers.GetValues("RateLimit-Policy").Should().Equal("2;w=60");
        int.Parse(answers[2].Headers.GetValues("RateLimit-Reset").Single(), null).Should().BeInRange(1, 60);
        answers[2].Headers.RetryAfter!.Delta.Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(60));
        (await client.GetAsync("/companies")).Headers.Contains("RateLimit-Limit").Should().BeFalse("pages are not counted");
    }

    [Theory]
    [InlineData("GET", "nothing")]
    [InlineData("POST", "funding-rounds")]
    [InlineData("OPTIONS", "companies")]
    [InlineData("GET", "companies/nobody")]
    public async Task What_comes_to_nothing_is_counted_too(string method, string path)
    {
        var answer = await SendAsync(new HttpMethod(method), path);

        answer.Headers.Contains("RateLimit-Remaining").Should().BeTrue();
    }

    private static async Task<string> DecodedAsync(HttpResponseMessage answer, string coding)
    {
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream decoded = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(decoded);
        return await reader.ReadToEndAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.Length == 0 ? "/api/v1" : path[0] == '/' ? path : $"/api/v1/{path}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await api.Client().SendAsync(request);
    }
}
