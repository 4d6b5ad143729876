using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Pages;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing;

/// <summary>What the packs on placements tell together.</summary>
public sealed class PlacementSeedsTests
{
    [Theory, EachDatabase]
    public async Task A_dozen_companies_have_a_known_place_on_a_plane(DatabaseProvider provider)
    {
        using var database = await ImportedAsync(provider);
        using var context = database.NewContext();

        var companies = await context.Claims.Where(c => c.CompanyId != null && c.Plane != Plane.Inference && c.Placement != Placement.Undisclosed)
            .Select(c => c.Company!.Slug).Distinct().ToListAsync();

        companies.Should().HaveCountGreaterThanOrEqualTo(12).And.Contain(["physical-intelligence", "nvidia", "figure", "1x", "world-labs"]);
    }

    [Theory, EachDatabase]
    public async Task The_brain_of_Figure_is_in_two_places_at_equal_scope_and_the_guess_at_its_host_stays_a_guess(DatabaseProvider provider)
    {
        using var database = await ImportedAsync(provider);
        using var context = database.NewContext();

        var claims = await context.Claims.Include(c => c.Hosts).ThenInclude(h => h.Party)
            .Where(c => c.Company!.Slug == "figure" && c.Plane == Plane.Planning && c.Product == null && c.Deployment == null && c.Purpose == null).ToListAsync();

        claims.Select(c => c.Placement).Should().BeEquivalentTo([Placement.OnDevice, Placement.Cloud]);
        var host = claims.Single(c => c.Placement == Placement.Cloud).Hosts.Should().ContainSingle().Which;
        (host.Party.Slug, host.Candidate).Should().Be(("amazon-web-services", true));
    }

    [Theory, EachDatabase]
    public async Task Nothing_of_a_text_is_stored_but_a_few_words_to_find_the_place(DatabaseProvider provider)
    {
        using var database = await ImportedAsync(provider);
        using var context = database.NewContext();

        var places = await context.Passages.Where(p => p.Locator != null).Select(p => p.Exact).ToListAsync();

        places.Should().NotBeEmpty().And.OnlyContain(words => words == null || words.Split(' ').Length <= 12);
        (await context.Snapshots.CountAsync()).Should().Be(1, "the brief of the article is the only text that the project wrote");
    }

    [Fact]
    public async Task Which_control_loops_run_in_a_cloud_is_one_query()
    {
        await using var app = new TrackerApp();
        (await Pack.ImportAsync(app.Database, Seeds.All)).Problems.Should().BeEmpty();

        var answer = await RestAnswer.OfAsync(await app.CreateClient().GetAsync("/api/v1/claims?plane=control&placement=cloud&limit=100"));

        answer.Items.Select(claim => (string?)claim["company"]!["slug"]).Distinct().Should().BeEquivalentTo("physical-intelligence", "nvidia");
    }

    [Fact]
    public async Task The_home_page_shows_both_places_of_one_plane()
    {
        await using var app = new TrackerApp();
        (await Pack.ImportAsync(app.Database, Seeds.All)).Problems.Should().BeEmpty();

        var page = await Page.GetAsync(app, "/");

        page.Text.Should().Contain("Evidence for placement, Figure, planning");
        page.LinksTo("cloud").Should().Contain("/companies/figure#claims");
        page.LinksTo("on-device").Should().Contain("/companies/figure#claims");
    }

    private static async Task<TestDatabase> ImportedAsync(DatabaseProvider provider)
    {
        var database = new TestDatabase(provider);
        (await Pack.ImportAsync(database, Seeds.All)).Problems.Should().BeEmpty();
        return database;
    }
}
