using System.Text;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>Rows as spreadsheets and other programs leave them: blank ones, bytes of another encoding, names in other letters.</summary>
public sealed class StrangeRowTests : IDisposable
{
    private const string Mapping = """{ "record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD" } } }""";

    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, EachDatabase]
    public async Task Rows_of_which_all_cells_are_blank_are_passed_over_and_keep_their_numbers(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var file = _folder.Write("sheet.csv", ",,\n\nCompany,Amount,Note\nAlpha,1,\n,,\n , ,\t\n\"\",\"\",\"\"\n,\n,,,,\nBeta,lots,\n,,x\n,,\n,,");

        var report = await _folder.ImportAsync(database, file, Mapping, skip: true);

        report.Problems.Select(problem => problem.Row).Distinct().Should().Equal(10, 11);
        (report.Rows, report.Refused).Should().Be((3, 2));
    }

    [Theory]
    [InlineData("csv", 3001)]
    [InlineData("csv", 1)]
    [InlineData("ndjson", 2600)]
    public async Task Bytes_that_are_no_text_are_told_in_the_row_and_column_that_they_are_in(string ending, int row)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var lines = Enumerable.Range(1, 3500).Select(number => ending == "csv" ? $"Company {number},lots,Grösse" : $$"""{"record":"party","set":{"kind":"company","name":"Company {{number}}","aliases":["Grösse"]} }""").ToArray();
        lines[0] = ending == "csv" ? "Company,Amount,Note" : lines[0];
        lines[row - 1] = lines[row - 1].Replace("Company", "Größe", StringComparison.Ordinal);
        var bytes = lines.Index().SelectMany(line => (line.Index == row - 1 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(line.Item + "\n")).ToArray();
        await File.WriteAllBytesAsync(_folder.File($"file.{ending}"), bytes);

        var report = await _folder.ImportAsync(database, _folder.File($"file.{ending}"), ending == "csv" ? Mapping : null, dryRun: true);

        // It is told first, and not lost behind what else is wrong.
        var column = row == 1 ? "" : ending == "csv" ? ", Company" : ", name";
        report.Problems[0].ToString().Should().Be($"row {row}{column}: has bytes that are no text in utf-8: the file is not in its encoding, which is utf-8 unless the mapping says another (encoding)");
    }

    [Theory, EachDatabase]
    public async Task A_company_whose_name_makes_no_slug_is_added_by_a_row_of_its_own(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var rounds = _folder.Write("rounds.csv", "Company,Amount\n東京ロボット,1\n");

        var mentioned = await _folder.ImportAsync(database, rounds, Mapping);
        var without = await _folder.ImportAsync(database, _folder.Write("without.ndjson", """{"record":"party","set":{"kind":"company","name":"東京ロボット"}}"""), null);
        var given = await _folder.ImportAsync(database, _folder.Write("with.ndjson", """{"record":"party","set":{"kind":"company","name":"東京ロボット","slug":"tokyo-robot"}}"""), null);
        var after = await _folder.ImportAsync(database, rounds, Mapping);

        mentioned.Problems.Single().ToString().Should().Be("row 2, Company, “東京ロボット”: “東京ロボット” has no Latin letter or digit, so that the party's slug, its name in the address, cannot be made from it: "
            + "import the party first, in a row of its own with a slug (NDJSON, or a table of parties)");
        without.Problems.Single().ToString().Should().Be("row 1, slug: “東京ロボット” has no Latin letter or digit, so that the party's slug, its name in the address, cannot be made from it: give one (slug)");
        given.Problems.Concat(after.Problems).Should().BeEmpty();
        await using var db = database.NewContext();
        (await db.FundingRounds.Select(r => r.Company.Slug).SingleAsync()).Should().Be("tokyo-robot");
    }
}
