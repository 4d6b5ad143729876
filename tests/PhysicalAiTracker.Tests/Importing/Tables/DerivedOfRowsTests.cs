using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>What an import derives from memory, of what it has just written, is what a rebuild reads from the database.</summary>
public sealed class DerivedOfRowsTests : IDisposable
{
    private static readonly string[] Names = ["Figurine", "Figurine AI", "Käfer Robotics", "Kafer Robotics GmbH", "Vexzimsyn Systems", "Vexzimsym Systems", "North Capital Labs", "Zeta Machine Works"];

    /// <summary>More rows than wait to be derived at once.</summary>
    private const int ManyEach = 80;

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, EachDatabase]
    public async Task Rows_of_every_kind_about_new_and_known_parties_are_derived_as_a_rebuild_derives_them(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await using var core = database.BuildCore();

        await ImportAsync(core, "parties.ndjson", [.. Names.Select(Party), .. Names.SelectMany((name, index) => About(name, index, count: 8))]);
        await ImportAsync(core, "more.ndjson", [Party("Kaefer Robotic", 20), Party("Zeta Machines Works", 21), .. Names.SelectMany((name, index) => About(name, index + 3, count: ManyEach))]);

        var derived = await DerivedAsync(database);
        derived.Count(row => row.StartsWith("contradiction ", StringComparison.Ordinal)).Should().BeGreaterThan(10);
        derived.Count(row => row.StartsWith("pair Party", StringComparison.Ordinal)).Should().BeGreaterThan(2);
        derived.Count(row => row.StartsWith("pair FundingRound", StringComparison.Ordinal)).Should().BeGreaterThan(2);
        await using (var scope = core.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Derivation>().RebuildAsync(CancellationToken.None);
        }

        (await DerivedAsync(database)).Should().Equal(derived);
    }

    [Theory, EachDatabase]
    public async Task Parties_are_found_alike_whether_their_hashes_wait_or_were_written_in_between(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await using var core = database.BuildCore();
        var random = new Random(20);
        var names = Enumerable.Range(0, 900).Select(_ => Enumerable.Range(0, 4).Select(_ => new string([.. Enumerable.Range(0, 22).Select(_ => (char)('a' + random.Next(26)))])).ToArray()).ToArray();
        foreach (var (one, other) in new[] { (3, 4), (5, 450), (6, 890), (500, 510), (520, 880), (881, 882) })
        {
            // One letter left out of a name by which it is known too.
            names[other][2] = names[one][1].Remove(7, 1);
        }

        await ImportAsync(core, "parties.ndjson", [.. names.Select((its, number) => Row("party", $"party-{number}", new() { ["kind"] = "company", ["name"] = its[0], ["aliases"] = new JsonArray([.. its[1..].Select(alias => (JsonNode)alias)]) }))]);

        var derived = await DerivedAsync(database);
        derived.Count(row => row.StartsWith("pair Party", StringComparison.Ordinal)).Should().Be(6);
        derived.Count(row => row.StartsWith("name ", StringComparison.Ordinal)).Should().BeGreaterThan(70_000, "40,000 wait");
        await using (var scope = core.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Derivation>().RebuildAsync(CancellationToken.None);
        }

        (await DerivedAsync(database)).Should().Equal(derived);
    }

    private static string Party(string name, int number) => Row("party", $"party-{number}", new() { ["kind"] = "company", ["name"] = name, ["foundedOn"] = $"20{10 + (number % 9)}" });

    private static IEnumerable<string> About(string name, int index, int count) => Enumerable.Range(index, count).Select(n => (n % 5) switch
    {
        0 => Row("funding-round", $"{index}-{n}", new()
        {
            ["company"] = name, ["stage"] = "seed", ["status"] = "closed", ["amount"] = $"${n + 1} million", ["announcedOn"] = $"2024-0{1 + (n % 9)}",
            ["participations"] = new JsonArray(new JsonObject { ["investor"] = Names[(index + 1) % Names.Length], ["role"] = "lead" }),
        }),
        1 => Row("observation", $"{index}-{n}", new() { ["party"] = name, ["metric"] = "total-raised", ["money"] = $"${n * 7} million", ["asOf"] = $"2025-0{1 + (n % 9)}" }),
        2 => Row("claim", $"{index}-{n}", new() { ["company"] = name, ["plane"] = "control", ["placement"] = n % 2 == 0 ? "cloud" : "on-device", ["modality"] = "in-use" }),
        3 => Row("milestone", $"{index}-{n}", new() { ["party"] = name, ["kind"] = "product", ["title"] = $"Launch {n}", ["on"] = "2025-03" }),
        _ => Row("funding-round", $"{index}-{n}", new() { ["company"] = name, ["status"] = "announced", ["amount"] = $"${n + 1} million", ["announcedOn"] = "2024-05" }),
    });

    private static string Row(string record, string name, JsonObject set) => new JsonObject { ["record"] = record, ["ref"] = name, ["set"] = set }.ToJsonString();

    private static async Task<List<string>> DerivedAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        List<string> rows =
        [
            .. await DerivedRows.ReadAsync(db),
            .. (await db.DuplicatePairs.AsNoTracking().ToListAsync()).Select(p => $"pair {p.Kind} {p.FirstId} {p.SecondId} {p.Score} {p.State} {p.Points}"),
            .. (await db.PartyHashes.AsNoTracking().ToListAsync()).Select(h => $"name {h.PartyId} {h.Hash}"),
            .. (await db.SearchDocuments.AsNoTracking().ToListAsync()).Select(d => $"words {d.ItemId} {d.Kind} {d.Title} {d.Body} {d.TitleKey} {d.BodyKey}"),
        ];
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private async Task ImportAsync(ServiceProvider core, string name, string[] lines)
    {
        await File.WriteAllLinesAsync(_folder.File(name), lines);
        await using var scope = core.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<TableImporter>().ImportAsync(new TableImport(_folder.File(name), null, false, false, null, 100, null), null, CancellationToken.None);
        report.Problems.Should().BeEmpty();
    }
}
