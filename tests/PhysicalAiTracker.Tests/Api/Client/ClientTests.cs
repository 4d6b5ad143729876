using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api.Client;

/// <summary>A client that was generated from docs/openapi.json reads what the API answers; it is compiled where tests/openapi/run has generated it.</summary>
[Collection(FullApi.Name)]
public sealed class ClientTests(FullApi api)
{
    private readonly TrackerClient _client = new(api.Client());

    [Fact]
    public async Task It_walks_a_list_forward_and_knows_the_way_back()
    {
        var first = await _client.ListFundingRoundsAsync(limit: 1);
        var second = await _client.ListFundingRoundsAsync(limit: 1, cursor: first.Next);

        first.Prev.Should().BeNull();
        first.Items.Single().Company!.Slug.Should().NotBeNullOrEmpty();
        second.Items.Single().Id.Should().NotBe(first.Items.Single().Id!.Value);
        second.Prev.Should().NotBeNull();
    }

    [Fact]
    public async Task It_reads_one_company_and_the_evidence_of_its_claims()
    {
        var company = await _client.GetCompanyAsync("project-prometheus");
        var claims = await _client.ListClaimsAsync(company: [company.Slug!]);

        company.Name.Should().Be("Project Prometheus");
        claims.Items.Should().NotBeEmpty();
        claims.Items.First().Company!.Name.Should().Be("Project Prometheus");
    }

    [Fact]
    public async Task It_knows_the_problems_by_their_types()
    {
        var missing = await FluentActions.Awaiting(() => _client.GetCompanyAsync("nobody-of-that-name")).Should().ThrowAsync<TrackerException<ApiProblem>>();
        missing.Which.Result.Type.Should().Be("/problems/not-found");

        var wrong = await FluentActions.Awaiting(() => _client.ListCompaniesAsync(country: ["XX"])).Should().ThrowAsync<TrackerException<ParameterApiProblem>>();
        wrong.Which.Result.Errors.Should().ContainSingle().Which.Parameter.Should().Be("country");
    }
}
