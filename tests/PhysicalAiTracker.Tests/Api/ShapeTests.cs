using System.Net;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>How much of an item is answered.</summary>
[Collection(SeededApi.Name)]
public sealed class ShapeTests(SeededApi api)
{
    [Theory]
    [InlineData("fields=slug,name")]
    [InlineData("fields=name&fields=slug")]
    public async Task A_sparse_answer_has_the_members_asked_for_and_no_other(string query)
    {
        var list = await api.GetAsync($"companies?{query}");
        var one = await api.GetAsync($"companies/amazon?{query}");

        list.Items.Should().OnlyContain(item => string.Join(' ', item.Select(member => member.Key)) == "slug name");
        one.Body.ToJsonString().Should().Be("""{"slug":"amazon","name":"Amazon"}""");
        list.Body.Should().ContainKey("total").And.ContainKey("next");
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await api.GetAsync($"companies/amazon?{query}&asOf={today}")).Body.ToJsonString().Should().Be(one.Body.ToJsonString());
    }

    [Fact]
    public async Task Evidence_is_left_out_until_it_is_asked_for()
    {
        (await api.GetAsync("companies/amazon")).Body.Should().NotContainKey("assertions").And.NotContainKey("grades").And.ContainKey("grade");

        var with = await api.GetAsync("companies/amazon?include=assertions&fields=slug");

        with.Body.Select(member => member.Key).Should().Equal("slug", "grades", "assertions");
        with.Body["assertions"]!.AsArray().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("sources?include=assertions")]
    [InlineData("disclosures?include=assertions")]
    public async Task Where_there_is_nothing_to_include_the_request_is_refused(string path)
    {
        var answer = await api.GetAsync(path);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Refused.Should().Equal("include");
    }

    [Theory]
    [InlineData("companies/amazon?fields=soul", "fields")]
    [InlineData("companies/amazon?include=soul", "include")]
    [InlineData("companies/amazon?stage=seed", "stage")]
    [InlineData("companies/amazon?fields=", "fields")]
    [InlineData("?fields=name", "fields")]
    public async Task An_item_takes_no_other_parameters(string path, string refused)
    {
        var answer = await api.GetAsync(path);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Refused.Should().Equal(refused);
    }

    [Theory]
    [InlineData("companies?q=", "q")]
    [InlineData("companies?investor", "investor")]
    [InlineData("companies?limit=", "limit")]
    [InlineData("companies?sort=&cursor=%20", "sort", "cursor")]
    [InlineData("funding-rounds?amountUsdMin=1&amountUsdMin=2", "amountUsdMin")]
    [InlineData("funding-rounds?sort=amount,amount", "sort")]
    [InlineData("funding-rounds?amountUsdMin=-1", "amountUsdMin")]
    [InlineData("funding-rounds?announcedFrom=2025-13", "announcedFrom")]
    [InlineData("companies?country=us", "country")]
    [InlineData("companies?q=a%00b", "q")]
    [InlineData("companies?Sector=robotics", "Sector")]
    public async Task Requests_that_would_surprise_are_refused(string path, params string[] refused)
    {
        var answer = await api.GetAsync(path);

        answer.Status.Should().Be(HttpStatusCode.BadRequest, answer.Text);
        answer.Refused.Should().BeEquivalentTo(refused);
    }

    [Fact]
    public async Task An_open_vocabulary_tells_the_values_that_it_has()
    {
        var answer = await api.GetAsync("companies?country=XX");

        answer.Allowed("country").Should().BeEquivalentTo("CH", "GB", "US");
    }

    [Fact]
    public async Task A_cursor_serves_the_query_it_came_from_and_no_other()
    {
        var next = (await api.GetAsync("companies?limit=2&sort=-name")).Next;

        (await api.GetAsync($"companies?limit=5&sort=-name&cursor={next}")).Status.Should().Be(HttpStatusCode.OK, "a page's length may change");
        (await api.GetAsync($"companies?limit=2&cursor={next}")).Refused.Should().Equal("cursor");
        (await api.GetAsync($"companies?limit=2&sort=-name&q=a&cursor={next}")).Refused.Should().Equal("cursor");
        (await api.GetAsync($"deals?cursor={next}")).Refused.Should().Equal("cursor");
    }
}
