using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>Tables with columns whose heading is empty, as spreadsheets leave them behind.</summary>
public sealed class NamelessColumnTests : IDisposable
{
    private const string Mapping = """{ "record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount" }, "announcedOn": { "column": "Date" } } }""";

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Columns_without_a_name_are_no_matter_unless_the_mapping_reads_one()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var file = Write("nameless.csv", "Company,,Amount,, ,Date\nAlpha,a,$1m,b,c,2025\nBeta,a,$1m,2025\nGamma,a,$1m,b\u0007,c,2025\n");

        var report = await ImportAsync(database, file, Mapping, skip: true);
        var read = await ImportAsync(database, file, Mapping.Replace("\"Date\"", "\"\"", StringComparison.Ordinal), skip: false);

        report.Problems.Select(problem => $"{problem}").Should().Equal("row 3: has 4 cells, and the table 6 columns", "row 4, “b\ufffd”: has a character that is no text and cannot be stored, U+0007");
        read.Problems.Select(problem => $"{problem}").Should().Equal("row 1: columns 2, 4, 5 have no name, and the mapping reads one without: give it a name in the file");
        await using var db = database.NewContext();
        (await db.FundingRounds.Select(r => r.Company.Name).ToListAsync()).Should().Equal("Alpha");
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    private async Task<TableReport> ImportAsync(TestDatabase database, string file, string mapping, bool skip)
    {
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TableImporter>().ImportAsync(new TableImport(file, Write("mapping.json", mapping), false, skip, null, 100, null), null, CancellationToken.None);
    }
}
