using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Cli;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>A data set that comes again, with other rows or with other values in the same rows.</summary>
public sealed class KnownRowsTests : IDisposable
{
    private const string Fields = """ "record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD" }, "announcedOn": { "column": "Date" } } """;

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, EachDatabase]
    public async Task Without_a_key_another_row_at_a_known_number_is_refused_and_not_taken_for_the_known_one(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var mapping = Write("mapping.json", "{ \"name\": \"monthly\", " + Fields + " }");
        await ImportAsync(database, Write("may.csv", "Company,Amount,Date,Note\nAlpha,1,2026-05,x\nBeta,2,2026-05,y\n"), mapping);

        var june = Write("june.csv", "Company,Amount,Date,Note\nAlpha,1,2026-05,other note\nGamma,3,2026-06,y\nDelta,4,2026-06,\n");
        var all = await ImportAsync(database, june, mapping);
        var some = await ImportAsync(database, june, mapping, skip: true, refused: _folder.File("left.csv"));

        all.Kept.Should().BeFalse();
        some.Problems.Single().ToString().Should().Be("row 3: is not the row that the data set monthly had at this number before, “row 3: Beta,2,2026-05,y”: without a key in the mapping nobody can tell whether that one was changed "
            + "or this is another; import rows that are new in a file and under a name of their own");
        (some.Rows, some.Known, some.Refused, some.Differing).Should().Be((3, 1, 1, 0), "of Alpha a column is other that nobody reads");
        await using var db = database.NewContext();
        (await db.FundingRounds.Select(r => r.Company.Name).ToListAsync()).Should().BeEquivalentTo("Alpha", "Beta", "Delta");

        var left = await File.ReadAllTextAsync(_folder.File("left.csv"));
        var own = Write("own.csv", string.Concat(left.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(',', line.Split(',').Take(4)) + "\n")));
        (await ImportAsync(database, own, Write("own.json", "{ \"name\": \"monthly-june\", " + Fields + " }"))).Kept.Should().BeTrue();
        (await db.FundingRounds.Select(r => r.Company.Name).ToListAsync()).Should().BeEquivalentTo("Alpha", "Beta", "Gamma", "Delta");
    }

    [Theory, EachDatabase]
    public async Task Lines_of_json_without_a_ref_are_told_apart_as_well(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var mapping = Write("mapping.json", "{ \"name\": \"monthly\" }");
        string Line(string name, string text) => $$"""{"record":"question","set":{"text":"{{text}}","status":"open"}{{name}}}""" + "\n";
        await ImportAsync(database, Write("may.ndjson", Line("", "Who pays?") + Line(",\"ref\":\"b\"", "Where does it run?")), mapping);

        var june = await ImportAsync(database, Write("june.ndjson", Line("", "Who builds it?") + Line(",\"ref\":\"b\"", "Where does it run now?")), mapping, skip: true);

        june.Problems.Single().ToString().Should().StartWith("row 1: is not the row that the data set monthly had at this number before").And.Contain("without a ref nobody can tell");
        june.Differences.Select(difference => $"{difference}").Should().Equal("row 2, text, “\"Where does it run now?\"”: was “Where does it run?” when this row was taken in");
    }

    [Theory, EachDatabase]
    public async Task Of_known_rows_with_other_values_it_is_said_how_many_and_which(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var mapping = Write("mapping.json", "{ \"name\": \"keyed\", \"key\": [\"ID\"], " + Fields + " }");
        await ImportAsync(database, Write("may.csv", "ID,Company,Amount,Date\n1,Alpha,1,2026-05\n2,Beta,2,2026-05\n3,Gamma,3,\n"), mapping);

        var june = Write("june.csv", "ID,Company,Amount,Date\n3,Gamma,3,2026-06\n2,Beta,2.0,2026-05\n1,Alpha Works,$9,\n4,Delta,4,\n");
        foreach (var dryRun in new[] { true, false })
        {
            var report = await ImportAsync(database, june, mapping, dryRun: dryRun);

            (report.Rows, report.Known, report.Refused, report.Differing, report.DifferenceCount).Should().Be((4, 3, 0, 2, 4), "2.0 is 2");
            report.Differences.Select(difference => $"{difference}").Should().Equal(
                "row 2, Date, “2026-06”: was empty when this row was taken in",
                "row 4, Company, “Alpha Works”: was “Alpha” when this row was taken in",
                "row 4, Amount, “$9”: was “1 USD” when this row was taken in",
                "row 4, Date: was “2026-05” when this row was taken in");
        }

        await using var db = database.NewContext();
        (await db.FundingRounds.OrderBy(r => r.CreatedAt).Select(r => r.Company.Name).ToListAsync()).Should().BeEquivalentTo("Alpha", "Beta", "Gamma", "Delta");
    }

    [Fact]
    public async Task The_verb_lists_other_values_of_known_rows_up_to_the_limit_and_ends_well()
    {
        using var terminal = new TestTerminal();
        var mapping = Write("mapping.json", "{ \"name\": \"keyed\", \"key\": [\"ID\"], " + Fields + " }");
        await terminal.RunAsync("import", Write("may.csv", "ID,Company,Amount,Date\n1,Alpha,1,2026-05\n"), "--mapping", mapping);

        var june = await terminal.RunAsync("import", Write("june.csv", "ID,Company,Amount,Date\n1,Alpha,5,2026-06\n"), "--mapping", mapping, "--dry-run", "--max-errors", "1");

        (june.Code, june.Error).Should().Be((0, ""));
        june.Out.Should().EndWith("""
            1 row: 0 taken, 1 known before, 0 refused; nothing was kept, since this was a dry run.
            1 of the known rows have other values than when they were taken in; their records are left as they are:
              row 2, Amount, “5”: was “1 USD” when this row was taken in
              and 1 more (--max-errors)

            """);
    }

    [Theory, EachDatabase]
    public async Task A_mended_row_is_known_by_its_number_whatever_it_says(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var mapping = Write("mapping.json", "{ \"name\": \"mended\", " + Fields + " }");
        await ImportAsync(database, Write("some.csv", "Company,Amount,Date\nAlpha,lots,2026-05\n"), mapping, skip: true, refused: _folder.File("left.csv"));
        var left = await File.ReadAllTextAsync(_folder.File("left.csv"));
        await ImportAsync(database, Write("one.csv", left.Replace("Alpha,lots", "Alpha,1", StringComparison.Ordinal)), mapping);

        var again = await ImportAsync(database, Write("two.csv", left.Replace("Alpha,lots", "Alpha,2", StringComparison.Ordinal)), mapping);

        (again.Known, again.Refused, again.Differences.Single().ToString()).Should().Be((1, 0, "row 2, Amount, “2”: was “1 USD” when this row was taken in"));
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    private static async Task<TableReport> ImportAsync(TestDatabase database, string file, string mapping, bool skip = false, bool dryRun = false, string? refused = null)
    {
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TableImporter>().ImportAsync(new TableImport(file, mapping, dryRun, skip, Batch: null, 100, refused), null, CancellationToken.None);
    }
}
