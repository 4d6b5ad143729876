using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>What an import leaves behind when the database itself refuses a row in the middle of it.</summary>
public sealed class RefusedRowTests : IDisposable
{
    private const string Mapping = """{ "record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD" } } }""";

    private const int Rows = 250;

    /// <summary>Rows that become one disclosure; what is derived of it waits for others.</summary>
    private const int Batch = 100;

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Parties")]
    [InlineData(DatabaseProvider.Sqlite, "FundingRounds")]
    [InlineData(DatabaseProvider.Sqlite, "PartyHashes")]
    [InlineData(DatabaseProvider.Sqlite, "Grades")]
    [InlineData(DatabaseProvider.Sqlite, "SearchDocuments")]
    [InlineData(DatabaseProvider.Postgres, "Parties")]
    [InlineData(DatabaseProvider.Postgres, "FundingRounds")]
    [InlineData(DatabaseProvider.Postgres, "PartyHashes")]
    [InlineData(DatabaseProvider.Postgres, "Grades")]
    [InlineData(DatabaseProvider.Postgres, "SearchDocuments")]
    public async Task Nothing_of_the_batch_is_kept_and_all_of_those_before_it(DatabaseProvider provider, string table)
    {
        using var database = new TestDatabase(provider);
        await RefuseAsync(database, table);

        var whole = await ImportAsync(database, batch: null);

        (whole.Kept, whole.ProblemCount).Should().Be((false, 1));
        (await CountsAsync(database)).Should().OnlyContain(count => count.Rows == 0, "all or nothing is nothing");

        var batches = await ImportAsync(database, Batch);

        (batches.Kept, batches.ProblemCount).Should().Be((true, 1));
        (await CountsAsync(database)).Should().Equal(Expected(Batch));

        await AllowAsync(database, table);
        (await ImportAsync(database, batch: null)).Known.Should().Be(Batch);
        (await CountsAsync(database)).Where(count => count.Table is not ("Sources" or "Activity")).Should().Equal(Expected(Rows).Where(count => count.Table is not ("Sources" or "Activity")));
    }

    /// <summary>A disclosure is a source, and the file another; each row a party and a round of it, each with a grade for the whole.</summary>
    private static IEnumerable<(string Table, int Rows)> Expected(int rows) =>
        [("Records", 2 * rows), ("Sources", 2), ("Parties", rows), ("Hashed", rows), ("Rounds", rows), ("Revisions", 2 * rows), ("Assertions", 2 * rows), ("Graded", 2 * rows), ("Sought", 2 * rows), ("Activity", 1)];

    private static async Task<List<(string Table, int Rows)>> CountsAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return
        [
            ("Records", await db.Records.CountAsync()),
            ("Sources", await db.Sources.CountAsync()),
            ("Parties", await db.Parties.CountAsync()),
            ("Hashed", await db.PartyHashes.Select(h => h.PartyId).Distinct().CountAsync()),
            ("Rounds", await db.FundingRounds.CountAsync()),
            ("Revisions", await db.Revisions.CountAsync()),
            ("Assertions", await db.Assertions.CountAsync()),
            ("Graded", await db.Grades.Select(g => g.RecordId).Distinct().CountAsync()),
            ("Sought", await db.SearchDocuments.CountAsync(d => db.Records.Any(r => r.Id == d.ItemId))),
            ("Activity", await db.ActivityEntries.CountAsync()),
        ];
    }

    /// <summary>Lets the database take no more rows of the table once it has so many parties that it is in the middle of the second batch.</summary>
    private static async Task RefuseAsync(TestDatabase database, string table)
    {
        const int Most = Batch + (Batch / 2);
        var refuse = database.Provider == DatabaseProvider.Sqlite
            ? $"""CREATE TRIGGER refusing BEFORE INSERT ON "{table}" WHEN (SELECT count(*) FROM "Parties") >= {Most} BEGIN SELECT RAISE(ABORT, 'no more'); END"""
            : $"""
                CREATE FUNCTION refusing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT count(*) FROM "Parties") >= {Most} THEN RAISE EXCEPTION 'no more'; END IF; RETURN NEW; END $$;
                CREATE TRIGGER refusing BEFORE INSERT ON "{table}" FOR EACH ROW EXECUTE FUNCTION refusing();
                """;
        await using var db = database.NewContext();
        await db.Database.ExecuteSqlRawAsync(refuse);
    }

    private static async Task AllowAsync(TestDatabase database, string table)
    {
        var allow = database.Provider == DatabaseProvider.Sqlite ? "DROP TRIGGER refusing" : $"DROP TRIGGER refusing ON \"{table}\"";
        await using var db = database.NewContext();
        await db.Database.ExecuteSqlRawAsync(allow);
    }

    private async Task<TableReport> ImportAsync(TestDatabase database, int? batch)
    {
        var (file, mapping) = (_folder.File("rounds.csv"), _folder.File("mapping.json"));
        await File.WriteAllTextAsync(mapping, Mapping);
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, Rows).Select(row => $"Company {row},${row}m").Prepend("Company,Amount"));
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TableImporter>().ImportAsync(new TableImport(file, mapping, false, false, batch, 100, null), null, CancellationToken.None);
    }
}
