using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Many rounds of one company, some without amount, date or valuation, some alike in all of them.</summary>
internal static class GeneratedRounds
{
    public const int Count = 23;

    public static async Task PublishAsync(TrackerApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<DisclosureCommands>()
            .PublishAsync(Document(), new Submitter("generator", null, Imported: true), draft: null, CancellationToken.None);
        outcome.Problems.Should().BeEmpty();
        outcome.Conflicts.Should().BeEmpty();
    }

    private static JsonObject Document() => new()
    {
        ["title"] = "Generated rounds",
        ["source"] = new JsonObject
        {
            ["title"] = "Generated rounds",
            ["kind"] = "other",
            ["snapshot"] = new JsonObject { ["kind"] = "full-text", ["text"] = "Maker of many rounds.\n" + string.Join('\n', Enumerable.Range(0, Count).Select(Line)) },
        },
        ["changes"] = new JsonArray([Company(), .. Enumerable.Range(0, Count).Select(Round)]),
    };

    private static string Line(int i) => string.Create(CultureInfo.InvariantCulture, $"Round number {i:00} was told.");

    private static JsonObject Company() => Change("party", "maker", "Maker of many rounds", new JsonObject { ["kind"] = "company", ["name"] = "Maker" });

    private static JsonObject Round(int i)
    {
        var set = new JsonObject { ["company"] = "#maker", ["status"] = "announced" };
        if (i % 3 != 0)
        {
            // Five amounts only, so that many rounds are alike and the id has to tell them apart.
            set["amount"] = $"USD {i % 5 + 1} m";
        }

        if (i % 4 != 0)
        {
            set["announcedOn"] = string.Create(CultureInfo.InvariantCulture, $"{2020 + i % 3}-{1 + i % 7:00}");
        }

        if (i % 2 == 0)
        {
            set["valuation"] = $"USD {i % 6 + 10} m";
        }

        return Change("funding-round", $"round-{i}", Line(i), set);
    }

    private static JsonObject Change(string record, string name, string passage, JsonObject set) => new()
    {
        ["record"] = record,
        ["ref"] = name,
        ["set"] = set,
        ["assertions"] = new JsonArray(new JsonObject { ["passage"] = new JsonObject { ["exact"] = passage } }),
    };
}
