using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Tests.Disclosures;

namespace PhysicalAiTracker.Tests.Insights.Grades;

/// <summary>Papers that write about one round of one company, for tests of what their evidence is worth.</summary>
internal static class Press
{
    private const string Text = "Grade Robotics is raising $20 million; the round is in progress. Ada Grade leads Grade Robotics and said so. These are verified facts.\n";

    /// <summary>A document of its own source; the name makes the slug.</summary>
    public static JsonObject Paper(string name, string reliability, params JsonNode[] changes) => new()
    {
        ["title"] = $"What the {name} says",
        ["source"] = new JsonObject
        {
            ["slug"] = name,
            ["title"] = $"The {name} on Grade Robotics",
            ["publisher"] = name,
            ["kind"] = "article",
            ["publishedOn"] = "2026-05-04",
            ["reliability"] = reliability,
            ["textIsPublic"] = true,
            ["snapshot"] = new JsonObject { ["kind"] = "full-text", ["text"] = Text },
        },
        ["changes"] = new JsonArray(changes),
    };

    /// <summary>The company and its round in progress.</summary>
    public static JsonNode[] First(string assertion = "") =>
    [
        Analyst.Json("{ 'record': 'party', 'ref': 'company', 'set': { 'kind': 'company', 'name': 'Grade Robotics' }, 'assertions': [{ 'passage': { 'exact': 'Grade Robotics is raising' } }] }"),
        Analyst.Json("{ 'record': 'party', 'ref': 'ada', 'set': { 'kind': 'person', 'name': 'Ada Grade' }, 'assertions': [{ 'passage': { 'exact': 'Ada Grade' } }] }"),
        Analyst.Json($$"""
            { 'record': 'funding-round', 'set': { 'company': '#company', 'amount': '$20 m', 'status': 'in-progress' },
              'assertions': [{ 'passage': { 'exact': 'is raising $20 million; the round is in progress' }{{assertion}} }] }
            """),
    ];

    /// <summary>Another passage about the round's amount and status, as they are.</summary>
    public static async Task<JsonNode> AlsoAsync(Analyst analyst, string more = "")
    {
        await using var db = analyst.Database.NewContext();
        var round = await db.FundingRounds.SingleAsync(r => r.Company.Slug == "grade-robotics");
        return Analyst.Json($$"""
            { 'record': 'funding-round', 'id': '{{round.Id}}', 'version': {{round.Version}},
              'assertions': [{ 'fields': ['company', 'amount', 'status'], 'passage': { 'exact': 'is raising $20 million; the round is in progress' }{{more}} }] }
            """);
    }

    public static async Task PublishedAsync(this Analyst analyst, JsonObject document)
    {
        var outcome = await analyst.PublishAsync(document);
        outcome.Problems.Should().BeEmpty();
        outcome.Accepted.Should().BeTrue();
    }

    /// <summary>The grade of a field of the round while it is fresh.</summary>
    public static async Task<Grade> GradeAsync(this Analyst analyst, string field = "amount")
    {
        await using var db = analyst.Database.NewContext();
        var round = await db.FundingRounds.SingleAsync(r => r.Company.Slug == "grade-robotics");
        return (await db.Grades.SingleAsync(g => g.RecordId == round.Id && g.Field == field)).Fresh;
    }
}
