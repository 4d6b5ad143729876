using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Disclosures.Analyst;

namespace PhysicalAiTracker.Tests.Disclosures;

public sealed class DraftTests
{
    [Theory, EachDatabase]
    public async Task A_draft_is_seen_by_its_author_and_admins_only(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var id = await CreateAsync(analyst, Document());
        var other = new Drafter(analyst.AddUser("bob"), "bob", SeesAll: false);

        (await FindAsync(analyst, id, analyst.Who)).Should().NotBeNull();
        (await FindAsync(analyst, id, other)).Should().BeNull();
        (await FindAsync(analyst, id, other with { SeesAll = true })).Should().NotBeNull();
        (await SaveAsync(analyst, id, 1, Document(), other)).Should().BeOfType<DraftSave.Gone>();
        (await analyst.InScopeAsync<DraftCommands, bool>(drafts => drafts.DiscardAsync(id, other, CancellationToken.None))).Should().BeFalse();
        (await analyst.InScopeAsync<DraftCommands, DisclosureOutcome?>(drafts => drafts.PublishAsync(id, other, CancellationToken.None))).Should().BeNull();
    }

    [Theory, EachDatabase]
    public async Task A_save_from_an_old_tab_shows_what_was_saved_meanwhile(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var id = await CreateAsync(analyst, new JsonObject { ["title"] = "Mine" });

        (await SaveAsync(analyst, id, 1, new JsonObject { ["title"] = "First tab" })).Should().Be(new DraftSave.Saved(2));
        var late = await SaveAsync(analyst, id, 1, new JsonObject { ["title"] = "Second tab" });
        var same = await SaveAsync(analyst, id, 1, new JsonObject { ["title"] = "First tab" });

        late.Should().BeOfType<DraftSave.Stale>().Which.Theirs.Title.Should().Be("First tab");
        same.Should().Be(new DraftSave.Saved(2), "the same text sent twice is no conflict");
    }

    [Theory, EachDatabase]
    public async Task Whatever_was_typed_is_kept_as_it_was_typed(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var typed = new JsonObject { ["title"] = new string('ü', 400), ["changes"] = new JsonArray(Json("{ 'record': 'nonsense', 'set': { 'amount': 'ten \\u0000 bn <b>' } }")) };
        var id = await CreateAsync(analyst, typed);

        var draft = await FindAsync(analyst, id, analyst.Who);

        JsonNode.DeepEquals(draft!.Typed, typed).Should().BeTrue();
        draft.Title.Should().HaveLength(Disclosure.TitleLength);
    }

    [Theory, EachDatabase]
    public async Task Publishing_turns_the_draft_into_the_disclosure_once(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var id = await CreateAsync(analyst, Document(Company(), Round("Project Prometheus")));

        var outcome = await analyst.InScopeAsync<DraftCommands, DisclosureOutcome?>(drafts => drafts.PublishAsync(id, analyst.Who, CancellationToken.None));
        var again = await analyst.PublishAsync(Document(Company("Another")), draft: id);

        outcome!.DisclosureId.Should().Be(id);
        again.Accepted.Should().BeFalse();
        (await FindAsync(analyst, id, analyst.Who)).Should().BeNull();
        await using var db = analyst.Database.NewContext();
        (await db.Disclosures.SingleAsync()).State.Should().Be(DisclosureState.Accepted);
        (await db.FundingRounds.CountAsync()).Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task Publishing_twice_at_once_publishes_once(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var id = await CreateAsync(analyst, Document(Company(), Round("Project Prometheus")));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => analyst.InScopeAsync<DraftCommands, DisclosureOutcome?>(drafts => drafts.PublishAsync(id, analyst.Who, CancellationToken.None)))));

        outcomes.Count(outcome => outcome is { Accepted: true }).Should().Be(1);
        await using var db = analyst.Database.NewContext();
        (await db.FundingRounds.CountAsync()).Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task An_edit_of_a_record_starts_with_its_values_and_publishes_what_was_changed(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var found = await analyst.InScopeAsync<EditQueries, (Core.History.RecordKind, Guid)?>(edits => edits.FindAsync("https://tracker.example/companies/project-prometheus", CancellationToken.None));
        var change = await analyst.InScopeAsync<EditQueries, JsonObject?>(edits => edits.StartAsync(found!.Value.Item1, found.Value.Item2, CancellationToken.None));
        change!["set"]!["name"]!.ToString().Should().Be("Project Prometheus");
        change["version"]!.ToString().Should().Be("1");
        change["set"]!["website"] = "https://prometheus.example/";
        var id = await CreateAsync(analyst, Document(change));

        var outcome = await analyst.InScopeAsync<DraftCommands, DisclosureOutcome?>(drafts => drafts.PublishAsync(id, analyst.Who, CancellationToken.None));

        outcome!.Problems.Should().BeEmpty("nothing but our own words has changed");
        outcome.Changes.Should().ContainSingle().Which.Version.Should().Be(2);
    }

    [Theory, EachDatabase]
    public async Task A_preview_shows_the_outcome_and_writes_nothing(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var seen = 0;

        var outcome = await analyst.InScopeAsync<DraftCommands, DisclosureOutcome>(drafts => drafts.PreviewAsync(
            Document(Company(), Round("Project Prometheus")), analyst.Who, o => { seen = o.Changes.Count; return Task.CompletedTask; }, CancellationToken.None));

        (outcome.Accepted, seen).Should().Be((true, 2));
        await using var db = analyst.Database.NewContext();
        (await db.Records.CountAsync() + await db.Disclosures.CountAsync()).Should().Be(0);
    }

    private static Task<Guid> CreateAsync(Analyst analyst, JsonObject typed) =>
        analyst.InScopeAsync<DraftCommands, Guid>(drafts => drafts.CreateAsync(typed, analyst.Who, CancellationToken.None));

    private static Task<DraftItem?> FindAsync(Analyst analyst, Guid id, Drafter who) =>
        analyst.InScopeAsync<DraftQueries, DraftItem?>(drafts => drafts.FindAsync(id, who, CancellationToken.None));

    private static Task<DraftSave> SaveAsync(Analyst analyst, Guid id, int version, JsonObject typed, Drafter? who = null) =>
        analyst.InScopeAsync<DraftCommands, DraftSave>(drafts => drafts.SaveAsync(id, version, typed, who ?? analyst.Who, CancellationToken.None));
}
