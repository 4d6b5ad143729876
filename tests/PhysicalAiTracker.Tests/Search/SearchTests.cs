using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Insights;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Search;

public sealed class SearchTests
{
    [Theory, EachDatabase]
    public async Task Finds_words_by_their_beginning_without_accents_all_of_them_in_one_thing(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(
        [
            Company("Élan Robotique", ", 'aliases': ['Société Élan'], 'summary': 'Builds welding arms for shipyards.'"),
            Company("Übermotion"),
            World.Round("#elan-robotique", ", 'amount': 'USD 12 m', 'stage': 'series-a', 'status': 'announced'"),
        ]);

        (await TitlesAsync(world, "elan")).Should().BeEquivalentTo("Élan Robotique", "Élan Robotique: $12 m round");
        (await TitlesAsync(world, "UBER")).Should().Equal("Übermotion");
        (await TitlesAsync(world, "societe")).Should().Contain("Élan Robotique").And.Contain("Élan Robotique: $12 m round");
        (await TitlesAsync(world, "shipyard weld")).Should().Equal("Élan Robotique");
        (await TitlesAsync(world, "robotique series a")).Should().Equal("Élan Robotique: $12 m round");
        (await TitlesAsync(world, "elan shipyard series")).Should().BeEmpty();
        (await TitlesAsync(world, "obotique")).Should().BeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_very_name_comes_before_names_that_begin_so_and_those_before_mere_mentions(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(
        [
            Company("Watcher", ", 'summary': 'Watches Atlas, only Atlas, and again Atlas.'"),
            Company("Atlas Machines"),
            Company("New Atlas"),
            Company("Atlas"),
        ]);

        (await TitlesAsync(world, "atlas")).Should().Equal("Atlas", "Atlas Machines", "New Atlas", "Watcher");
    }

    [Theory, EachDatabase]
    public async Task A_letter_alone_finds_only_who_is_called_so(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync([Company("X"), Company("Xavier", ", 'summary': 'Known as a maker of X rays.'")]);

        (await TitlesAsync(world, "x")).Should().Equal("X");
        (await TitlesAsync(world, "xa")).Should().Equal("Xavier");
    }

    [Theory, EachDatabase]
    public async Task What_was_typed_is_text_and_no_operator(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync([Company("Near Or Not")]);

        foreach (var typed in new[] { "near or not", "\"near\" OR (not", "NEAR or* not:", "near & or | !not", "'near':* or <-> not", "near\\ or' not--" })
        {
            (await TitlesAsync(world, typed)).Should().Equal(["Near Or Not"], typed);
        }

        foreach (var nothing in new[] { "", "  ", "\"", "***", "()", "'" })
        {
            (await TitlesAsync(world, nothing)).Should().BeEmpty(nothing);
        }
    }

    [Theory, EachDatabase]
    public async Task Marks_stand_where_the_words_are(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync([Company("Moody’s Élan", ", 'summary': 'Sells <b>gripper</b> hands & Grippers to factories.'")]);

        var found = (await FindAsync(world, "moodys gripper elan")).Items.Should().ContainSingle().Subject;

        Marked(found.Title).Should().Equal("Moody’s", "Élan");
        Marked(found.Snippet!).Should().Equal("gripper", "Grippers");
        found.Snippet!.Text.Should().Contain("<b>gripper</b> hands &", "it is plain text, for the page to encode");
    }

    [Theory, EachDatabase]
    public async Task What_stands_beside_a_title_is_a_list_that_tells_each_thing_once(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync([Company("Alpha", ", 'aliases': ['Alpha Works']"), World.Round("#alpha", ", 'status': 'announced', 'note': 'Paid in tranches.'")]);

        var found = (await FindAsync(world, "tranches")).Items.Should().ContainSingle().Subject;

        found.Snippet!.Text.Split(" · ").Should().Contain("Paid in tranches.").And.Contain("announced").And.Contain("Alpha Works").And.OnlyHaveUniqueItems()
            .And.NotContain("Alpha", "the title says it: " + found.Title.Text);
        (await FindAsync(world, "alpha undisclosed")).Items.Single(item => item.Kind == "funding-round").Snippet!.Text.Should().NotStartWith("Alpha ·").And.Contain("Alpha Works");
    }

    [Theory, EachDatabase]
    public async Task A_party_with_a_new_name_is_found_by_it_and_so_is_what_mentions_it(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync([Company("Oldname"), World.Round("#oldname", ", 'amount': 'USD 1 m', 'status': 'announced'")]);
        var company = (await FindAsync(world, "oldname")).Items.Single(item => item.Kind == "company").Id;

        await world.PublishAsync($$"""{ 'record': 'party', 'id': '{{company}}', 'version': 1, 'reason': 'world-changed', 'set': { 'name': 'Newname' } }""");

        (await TitlesAsync(world, "newname")).Should().Equal("Newname", "Newname: $1 m round");
        (await FindAsync(world, "oldname")).Items.Where(item => item.Title.Text.Contains("Oldname", StringComparison.Ordinal)).Should().BeEmpty();
        await RebuildsTheSameAsync(world);
    }

    [Theory, EachDatabase]
    public async Task Every_kind_is_found_and_can_be_asked_for_alone(DatabaseProvider provider)
    {
        await using var world = new World(provider, seeded: true);

        var all = await FindAsync(world, "prometheus");
        all.Items[0].Title.Text.Should().Be("Project Prometheus");
        all.Items.Select(item => item.Kind).Distinct().Should().Contain(["company", "funding-round", "claim", "question", "source", "affiliation", "deal", "observation"]);
        foreach (var kind in all.Items.Select(item => item.Kind).Distinct())
        {
            var alone = await FindAsync(world, "prometheus", kind);
            alone.Items.Should().NotBeEmpty().And.OnlyContain(item => item.Kind == kind);
        }

        await RebuildsTheSameAsync(world);
    }

    [Theory, EachDatabase]
    public async Task A_list_takes_the_same_words(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(
        [
            Company("Alpha", ", 'aliases': ['Omega Works']"),
            Company("Beta"),
            World.Round("#alpha", ", 'status': 'announced', 'note': 'Paid in tranches.'"),
            World.Round("#beta", ", 'status': 'announced'"),
        ]);

        (await CompaniesOfRoundsAsync(world, "omega")).Should().Equal("Alpha");
        (await CompaniesOfRoundsAsync(world, "tranch beta")).Should().BeEmpty();
        (await CompaniesOfRoundsAsync(world, "tranch")).Should().Equal("Alpha");
        (await CompaniesOfRoundsAsync(world, "announced")).Should().BeEquivalentTo("Alpha", "Beta");
    }

    private static string Company(string name, string more = "") => $$"""{ 'record': 'party', 'ref': '{{Slug.From(name)}}', 'set': { 'kind': 'company', 'name': '{{name}}'{{more}} } }""";

    private static IEnumerable<string> Marked(Snippet snippet) => snippet.Marks.Select(mark => snippet.Text.Substring(mark.Start, mark.Length));

    private static Task<SearchAnswer> FindAsync(World world, string words, params string[] kinds) =>
        world.ReadAsync<SearchQueries, SearchAnswer>(search => search.FindAsync(words, kinds, SearchQueries.MaxLimit, CancellationToken.None));

    /// <summary>Of records: each disclosure has a source of its own, which the words find too.</summary>
    private static async Task<IEnumerable<string>> TitlesAsync(World world, string words) =>
        (await FindAsync(world, words)).Items.Where(item => item.Kind != SearchKinds.Source).Select(item => item.Title.Text);

    private static async Task<IEnumerable<string>> CompaniesOfRoundsAsync(World world, string words)
    {
        var request = new ListRequest(new Dictionary<string, IReadOnlyList<string>> { ["q"] = [words] });
        return (await world.ReadAsync<FundingRoundQueries, ListResult<FundingRoundItem>>(rounds => rounds.ListAsync(request, CancellationToken.None))).Page!.Items.Select(round => round.Company.Name);
    }

    /// <summary>What every change has written is what the verb writes.</summary>
    private static async Task RebuildsTheSameAsync(World world)
    {
        var before = await DocumentsAsync(world);
        before.Should().NotBeEmpty();
        await world.ReadAsync<Derivation, Rebuilt>(derivation => derivation.RebuildAsync(CancellationToken.None));
        (await DocumentsAsync(world)).Should().Equal(before);
    }

    private static async Task<List<(Guid, string, string, string)>> DocumentsAsync(World world)
    {
        await using var db = world.Database.NewContext();
        return [.. (await db.SearchDocuments.OrderBy(d => d.ItemId).ToListAsync()).Select(d => (d.ItemId, d.Kind, d.Title, d.Body))];
    }
}
