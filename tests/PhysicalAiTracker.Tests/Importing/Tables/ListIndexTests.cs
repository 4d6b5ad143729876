using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>Indexes that an import into empty tables of SQLite does without are there afterwards as they were, whatever becomes of it.</summary>
public sealed class ListIndexTests : IDisposable
{
    private const string Mapping = """
        { "record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD" }, "announcedOn": { "column": "Date" } } }
        """;

    private readonly TemporaryDirectory _folder = new();
    private readonly TestDatabase _database = new(DatabaseProvider.Sqlite);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("batches")]
    [InlineData("dry run")]
    [InlineData("refused")]
    [InlineData("skipped")]
    [InlineData("stopped")]
    public async Task The_schema_is_as_it_was_and_each_index_has_its_rows(string course)
    {
        var before = await SchemaAsync();
        List<long> meanwhile = [];
        var rows = Enumerable.Range(1, 250).Select(number => $"Company {number},{(number == 240 && course is "refused" or "skipped" ? "lots" : $"${number}m")},{2000 + (number % 25)}\n");

        var import = () => ImportAsync(rows, meanwhile, course);
        if (course == "stopped")
        {
            await import.Should().ThrowAsync<ImportStoppedException>();
        }
        else
        {
            await import();
        }

        (await SchemaAsync()).Should().Equal(before);
        meanwhile.Distinct().Should().Equal(course == "batches" ? [0L, 11L] : [0L], "without them rows are written sooner; what is kept has them");
        await using var db = _database.NewContext();
        (await db.Database.SqlQueryRaw<string>("SELECT \"integrity_check\" AS \"Value\" FROM pragma_integrity_check").ToListAsync()).Should().Equal("ok");
        (await db.FundingRounds.CountAsync()).Should().Be(course switch { "whole" or "batches" => 250, "skipped" => 249, _ => 0 });
    }

    [Fact]
    public async Task Tables_that_have_rows_keep_theirs()
    {
        await ImportAsync(["First company,$1m,2025\n"], [], "whole");
        List<long> meanwhile = [];

        await ImportAsync(Enumerable.Range(1, 250).Select(number => $"Company {number},${number}m,2025\n"), meanwhile, "whole");

        meanwhile.Should().AllBeEquivalentTo(11);
    }

    private async Task ImportAsync(IEnumerable<string> rows, List<long> meanwhile, string course)
    {
        var (file, mapping) = (_folder.File("rows.csv"), _folder.File("mapping.json"));
        await File.WriteAllTextAsync(file, "Company,Amount,Date\n" + string.Concat(rows));
        await File.WriteAllTextAsync(mapping, Mapping);
        await using var core = _database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        using var stop = new CancellationTokenSource();
        var progress = new Watching(scope.ServiceProvider.GetRequiredService<TrackerDbContext>(), meanwhile, course == "stopped" ? stop : null);
        int? batch = course == "batches" ? 50 : null;
        await scope.ServiceProvider.GetRequiredService<TableImporter>().ImportAsync(new TableImport(file, mapping, course == "dry run", course == "skipped", batch, 100, null), progress, stop.Token);
    }

    private async Task<List<string>> SchemaAsync()
    {
        await using var db = _database.NewContext();
        return await db.Database.SqlQueryRaw<string>("SELECT \"type\" || ' ' || \"name\" || ' ' || coalesce(\"sql\", '') AS \"Value\" FROM \"sqlite_schema\"").OrderBy(row => row).ToListAsync();
    }

    /// <summary>Counts the indexes by which lists of rounds are read, after each disclosure and as the import sees them.</summary>
    private sealed class Watching(TrackerDbContext db, List<long> counts, CancellationTokenSource? stop) : IProgress<TableProgress>
    {
        public void Report(TableProgress value)
        {
            counts.Add(db.Database.SqlQueryRaw<long>(
                "SELECT count(*) AS \"Value\" FROM \"sqlite_schema\" WHERE \"tbl_name\" = 'FundingRounds' AND \"sql\" LIKE 'CREATE INDEX%' AND \"name\" <> 'IX_FundingRounds_CompanyId'").Single());
            stop?.Cancel();
        }
    }
}
