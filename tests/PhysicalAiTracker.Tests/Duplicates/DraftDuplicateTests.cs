using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.History;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Duplicates;

/// <summary>Which known records a draft is likely about.</summary>
public sealed class DraftDuplicateTests
{
    [Theory, EachDatabase]
    public async Task A_party_of_a_draft_is_found_under_its_other_names(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var prometheus = await analyst.PartyAsync("project-prometheus");

        var found = await FindAsync(analyst, "{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Prometheus, Inc.', 'aliases': '' } }", "{ 'record': 'party', 'set': { 'kind': 'person', 'name': 'Bezos, Jeff' } }");

        found.Should().Contain(f => f.Pointer == "/changes/0" && f.Record == RecordKind.Party && f.Id == prometheus && f.Slug == "project-prometheus" && f.Score >= 75);
        found.Should().Contain(f => f.Pointer == "/changes/1" && f.Slug == "jeff-bezos" && f.Reasons[0].Contains("another order"));
    }

    [Theory, EachDatabase]
    public async Task A_round_of_a_party_that_the_draft_adds_again_is_compared_with_the_rounds_of_the_known_one(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var company = await DuplicateTests.CompanyAsync(analyst, "Figure");
        var round = await DuplicateTests.RoundAsync(analyst, company, "'amount': '$675 m', 'announcedOn': '2024-02-29', 'stage': 'series-b'");

        var found = await FindAsync(
            analyst, "{ 'record': 'party', 'ref': 'figure', 'set': { 'kind': 'company', 'name': 'Figure AI' } }",
            "{ 'record': 'funding-round', 'set': { 'company': '#figure', 'amount': 'about $0.68bn', 'announcedOn': '' } }",
            "{ 'record': 'funding-round', 'set': { 'company': 'figure', 'amount': '$70m', 'announcedOn': '2023-05' } }",
            $"{{ 'record': 'funding-round', 'set': {{ 'company': 'Figure', 'amount': '$900m', 'supersedes': '{round}' }} }}");

        found.Where(f => f.Record == RecordKind.FundingRound).Should().ContainSingle().Which.Should().Match<DraftDuplicate>(f => f.Pointer == "/changes/1" && f.Id == round && f.Score >= 50);
    }

    [Theory, EachDatabase]
    public async Task A_round_said_to_supersede_one_that_is_superseded_is_the_later_one(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var company = await DuplicateTests.CompanyAsync(analyst, "Figure");
        var talks = await DuplicateTests.RoundAsync(analyst, company, "'amount': '$500 m', 'reportedOn': '2024-01'");
        var announced = await DuplicateTests.RoundAsync(analyst, company, $"'amount': '$675 m', 'announcedOn': '2024-02-29', 'supersedes': '{talks}'");

        var found = await FindAsync(analyst, $"{{ 'record': 'funding-round', 'set': {{ 'company': 'figure', 'amount': '$675 m', 'supersedes': '{talks}' }} }}");

        found.Should().ContainSingle().Which.Should().Match<DraftDuplicate>(f => f.Id == announced && f.Reasons.Any(reason => reason.Contains("told again")));
    }

    [Theory, EachDatabase]
    public async Task Deals_affiliations_claims_observations_and_questions_are_found_by_what_they_are_about(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        await DuplicateTests.CompanyAsync(analyst, "Figure");
        await DuplicateTests.CompanyAsync(analyst, "General Agents");
        await DuplicateTests.CompanyAsync(analyst, "Brett Adcock", kind: "person");
        string[] changes =
        [
            "{ 'record': 'deal', 'set': { 'kind': 'acquisition', 'acquirer': 'figure', 'target': 'general-agents', 'announcedOn': '2025-06' } }",
            "{ 'record': 'affiliation', 'set': { 'party': 'brett-adcock', 'kind': 'founder', 'organisation': 'figure' } }",
            "{ 'record': 'claim', 'set': { 'company': 'figure', 'product': 'Figure 03', 'plane': 'control', 'placement': 'on-device', 'modality': 'in-use' } }",
            "{ 'record': 'observation', 'set': { 'party': 'figure', 'metric': 'headcount', 'quantity': '120', 'asOf': '2025-11' } }",
            "{ 'record': 'question', 'set': { 'text': 'Where does Figure train its robot policies?', 'company': 'figure' } }",
        ];
        var document = Analyst.Document([.. changes.Select(Analyst.Json)]);
        foreach (var change in document["changes"]!.AsArray())
        {
            change!["assertions"] = new JsonArray(new JsonObject { ["passage"] = new JsonObject { ["exact"] = "The talks of April" } });
        }

        var published = await analyst.PublishAsync(document);
        published.Problems.Should().BeEmpty();

        var found = await FindAsync(
            analyst,
            "{ 'record': 'deal', 'set': { 'kind': 'acquisition', 'acquirer': 'Figure', 'target': 'General Agents', 'announcedOn': '2025' } }",
            "{ 'record': 'affiliation', 'set': { 'party': 'Brett Adcock', 'kind': 'founder', 'organisation': 'figure', 'from': '2022' } }",
            "{ 'record': 'claim', 'set': { 'company': 'figure', 'product': 'figure 03', 'plane': 'control', 'placement': 'cloud' } }",
            "{ 'record': 'observation', 'set': { 'party': 'figure', 'metric': 'headcount', 'quantity': 'more than 100', 'asOf': '2025' } }",
            "{ 'record': 'question', 'set': { 'text': 'Where does Figure train the policies of its robot', 'company': '' } }",
            "{ 'record': 'claim', 'set': { 'company': 'figure', 'product': 'Figure 02', 'plane': 'control', 'placement': 'on-device' } }",
            "{ 'record': 'observation', 'set': { 'party': 'figure', 'metric': 'headcount', 'quantity': '120', 'asOf': '2024' } }",
            "{ 'record': 'affiliation', 'set': { 'party': 'Brett Adcock', 'kind': 'board', 'organisation': 'figure' } }",
            "{ 'record': 'question', 'set': { 'text': 'Where does Figure train its robot policies?', 'company': 'A company that nobody knows' } }");

        found.Select(f => (f.Pointer, f.Id)).Should().BeEquivalentTo(published.Changes.Select((change, index) => ($"/changes/{index}", change.Id)));
        found.Single(f => f.Record == RecordKind.Claim).Reasons.Should().Contain(reason => reason.Contains("contradicts"));
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_typed_nothing_is_thrown_and_edits_have_no_duplicates(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        string[] garbage =
        [
            "{}", "{ 'changes': 7 }", "{ 'changes': [null, 1, 'x', [], {}] }",
            "{ 'source': 5, 'changes': [{ 'record': 5, 'set': [] }, { 'record': 'party' }, { 'record': 'party', 'set': { 'name': ['a'], 'aliases': { 'a': 1 }, 'website': 'http://', 'foundedOn': 'soon' } }] }",
            "{ 'source': { 'url': '::' }, 'changes': [{ 'record': 'funding-round', 'ref': 7, 'set': { 'company': '#', 'amount': { 'value': 'x' }, 'participations': [1, null, { 'investor': 2 }], 'supersedes': '#x' } }] }",
            "{ 'changes': [{ 'record': 'party', 'set': { 'name': '\\u0000\\ud800 ()', 'aliases': '\\n\\n( (' } }, { 'record': 'funding-round', 'set': { 'company': '\\ud800\\u0000', 'amount': 'NaN' } }] }",
            "{ 'changes': [{ 'record': 'question', 'set': { 'text': '?', 'company': '#nobody' } }, { 'record': 'observation', 'set': { 'party': 'project-prometheus', 'metric': 'headcount', 'asOf': '2026-13' } }, { 'record': 'claim', 'set': null }] }",
            "{ 'changes': [{ 'record': 'party', 'id': 'jeff-bezos', 'set': { 'name': 'Jeff Bezos', 'kind': 'person' } }] }",
        ];
        foreach (var text in garbage)
        {
            var typed = JsonNode.Parse(text.Replace('\'', '"'))!.AsObject();

            (await analyst.InScopeAsync<DuplicateQueries, IReadOnlyList<DraftDuplicate>>(queries => queries.OfDraftAsync(typed, CancellationToken.None))).Should().BeEmpty(text);
        }
    }

    private static Task<IReadOnlyList<DraftDuplicate>> FindAsync(Analyst analyst, params string[] changes) =>
        analyst.InScopeAsync<DuplicateQueries, IReadOnlyList<DraftDuplicate>>(queries => queries.OfDraftAsync(
            new JsonObject { ["source"] = new JsonObject { ["title"] = "typed" }, ["changes"] = new JsonArray([.. changes.Select(Analyst.Json)]) }, CancellationToken.None));
}
