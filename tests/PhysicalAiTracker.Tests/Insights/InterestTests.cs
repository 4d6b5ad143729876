using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Interests;
using PhysicalAiTracker.Tests.Support;
using Link = PhysicalAiTracker.Core.Insights.Interests.Tie;

namespace PhysicalAiTracker.Tests.Insights;

public sealed class InterestTests
{
    private static readonly string[] Cast =
    [
        World.Company("Skyhost", ", 'sellsCompute': ['cloud']"), World.Company("Chipmaker", ", 'sellsCompute': ['edge-silicon', 'accelerators']"),
        World.Company("Fund"), World.Company("Edgy"), World.Company("Cloudy"), World.Company("Silent"),
        """{ 'record': 'party', 'ref': 'Ada', 'set': { 'kind': 'person', 'name': 'Ada' } }""",
        World.Claim("#Edgy", "control", "on-device", ", 'hardware': ['Chipmaker Nano 3']"), World.Claim("#Cloudy", "training", "cloud", ", 'hosts': [{ 'party': '#Skyhost' }]"),
    ];

    [Theory, EachDatabase]
    public async Task The_article_s_paradox_is_found_from_affiliations(DatabaseProvider provider)
    {
        await using var world = new World(provider, seeded: true);

        var finding = (await FindAsync(world)).Items.Should().ContainSingle().Subject;

        finding.Kind.Should().Be(InterestKind.Undecided, "the placement is undisclosed");
        (finding.Behind.Slug, finding.Company.Slug).Should().Be(("jeff-bezos", "project-prometheus"));
        finding.Stake.Select(link => link.Tie).Should().Equal(Link.CoFounder);
        finding.Interests.Select(chain => string.Join(" → ", chain.Links.Select(link => $"{link.Tie} {link.To.Slug}")))
            .Should().BeEquivalentTo("Founder amazon", "Founder amazon-web-services", "Founder amazon → ParentOf amazon-web-services");
        await using var db = world.Database.NewContext();
        var links = finding.Stake.Concat(finding.Interests.SelectMany(chain => chain.Links)).Select(link => link.RecordId).Distinct().ToList();
        db.Assertions.Count(a => links.Contains(a.RecordId)).Should().BeGreaterThanOrEqualTo(links.Count, "each link has its evidence");
    }

    [Theory, EachDatabase]
    public async Task The_paradox_takes_a_side_once_a_claim_does(DatabaseProvider provider)
    {
        await using var world = new World(provider, seeded: true);
        await world.PublishAsync(World.Claim("project-prometheus", "control", "on-device"));

        (await FindAsync(world)).Items.Should().ContainSingle().Which.Kind.Should().Be(InterestKind.CloudBehindEdge, "undisclosed inference takes no side beside an edge claim");
    }

    [Theory, EachDatabase]
    public async Task An_interest_is_found_through_a_parent_s_fund_with_its_kinds_of_money_apart(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(
        [
            .. Cast, World.Tie("#Skyhost", "parent-of", "#Fund"),
            World.Round("#Edgy", ", 'status': 'closed', 'amount': 'USD 50 m', 'participations': [{ 'investor': '#Fund', 'amount': 'USD 10 m' }]"),
            World.Round("#Edgy", ", 'status': 'closed', 'instrument': 'compute-credit', 'participations': [{ 'investor': '#Fund', 'amount': 'USD 4 m' }]"),
            World.Round("#Edgy", ", 'status': 'announced', 'instrument': 'commitment', 'participations': [{ 'investor': '#Fund' }]"),
        ]);

        var finding = (await FindAsync(world)).Items.Single(item => item.Kind == InterestKind.CloudBehindEdge);

        (finding.Behind.Name, finding.Company.Name).Should().Be(("Skyhost", "Edgy"));
        finding.Stake.Select(link => link.Tie).Should().Equal(Link.ParentOf, Link.Investor);
        finding.Interests.Should().ContainSingle().Which.Links.Should().BeEmpty("it sells cloud itself");
        (finding.Money.Cash.Usd, finding.Money.ComputeCredits.Usd, finding.Money.Commitments.Undisclosed).Should().Be((10_000_000m, 4_000_000m, 1));
    }

    [Theory, EachDatabase]
    public async Task Suppliers_that_invest_are_found_by_host_by_hardware_and_by_what_they_sell(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(
        [
            .. Cast, World.Round("#Edgy", ", 'participations': [{ 'investor': '#Chipmaker' }]"), World.Round("#Cloudy", ", 'participations': [{ 'investor': '#Skyhost' }, { 'investor': '#Chipmaker' }]"),
        ]);

        var report = await FindAsync(world);

        report.Items.Where(item => item.Kind == InterestKind.SupplierInvestor).Select(item => (item.Behind.Name, item.Company.Name, string.Join(", ", item.Interests[0].Supplies)))
            .Should().BeEquivalentTo([("Chipmaker", "Edgy", "Chipmaker Nano 3"), ("Skyhost", "Cloudy", "host"), ("Chipmaker", "Cloudy", "")]);
        report.Items.Single(item => item.Kind == InterestKind.EdgeBehindCloud).Behind.Name.Should().Be("Chipmaker");
        (await world.ReadAsync<InterestQueries, InterestReport>(interests => interests.ReportAsync([InterestKind.EdgeBehindCloud], CancellationToken.None))).Total.Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task What_is_over_unclaimed_or_somebody_else_s_is_no_finding(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(
        [
            .. Cast, World.Tie("#Ada", "founder", "#Skyhost"),
            World.Tie("#Ada", "formerly-at", "#Edgy"), World.Tie("#Ada", "board", "#Edgy", ", 'to': '2020'"), World.Tie("#Ada", "founder", "#Silent"),
            World.Tie("#Skyhost", "shareholder", "#Edgy"),
            World.Round("#Edgy", ", 'participations': [{ 'investor': '#Ada', 'status': 'declined' }]"),
        ]);

        (await FindAsync(world)).Items.Should().ContainSingle("Skyhost itself holds shares; its founder holds them through it").Which.Behind.Name.Should().Be("Skyhost");
    }

    private static Task<InterestReport> FindAsync(World world) => world.ReadAsync<InterestQueries, InterestReport>(interests => interests.ReportAsync(null, CancellationToken.None));
}
