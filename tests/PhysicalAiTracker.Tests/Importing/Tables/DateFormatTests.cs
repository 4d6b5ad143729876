using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>A format that says less than a date, or something else, is refused with the mapping: by it a wrong date would be stored that looks like a right one.</summary>
public sealed class DateFormatTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dd.mm.yyyy", "“mm” is minutes: write MM for the month")]
    [InlineData("DD.MM.YYYY", "“DD” is nothing of a date: write dd for the day")]
    [InlineData("dd.MM.YYYY", "“YYYY” is nothing of a date: write yyyy for the year")]
    [InlineData("dd.MM.yy", "“yy” is no year of four digits, and nobody can tell the century: write yyyy, in the file too")]
    [InlineData("dddd, d MMM yyyy", "“dddd” is the day of a week: write d or dd for the day")]
    [InlineData("xyz", "“x” is nothing that a date is written with: known are d, dd, M, MM, MMM, MMMM and yyyy, with blanks, full stops, commas, hyphens or slashes between")]
    [InlineData("dd.MM.yyyy HH:mm", "“HH” is nothing that*")]
    [InlineData("'q'yyyy", "“'” is nothing that*")]
    [InlineData("%", "“%” is nothing that*")]
    [InlineData("", "has no year (yyyy), and nobody can tell which one is meant")]
    [InlineData("dd.MM", "has no year (yyyy), and nobody can tell which one is meant")]
    [InlineData("dd yyyy", "has a day and no month (M, MM, MMM or MMMM)")]
    [InlineData("MM/MMM/yyyy", "names the same part of a date twice")]
    [InlineData("yyyyMd", "has nothing between two numbers of which one may have one digit or two: write dd and MM, or what stands between them")]
    [InlineData("yyyy-dd-MM", "reads “2012-02-01” as another date than yyyy-MM-dd, which is always read")]
    public async Task A_format_that_is_none_is_refused_with_what_to_write_and_no_row_is_read(string format, string rule)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var file = _folder.Write("rounds.csv", "Company,Date\nAlpha,10.03.2026\n");

        var ofAll = await _folder.ImportAsync(database, file, Mapping($"\"dates\": [\"yyyy\", \"{format}\"], ", ""));
        var ofColumn = await _folder.ImportAsync(database, file, Mapping("", $", \"dates\": [\"{format}\"]"));

        ofAll.Problems.Single().ToString().Should().Match($"mapping, dates{(format.Length == 0 ? "" : $", “{format}”")}: {rule}");
        ofColumn.Problems.Single().ToString().Should().Match($"mapping, fields.announcedOn.dates{(format.Length == 0 ? "" : $", “{format}”")}: {rule}");
        ofAll.Rows.Should().Be(0);
    }

    [Fact]
    public async Task Two_formats_by_which_a_cell_is_two_dates_are_refused_and_may_be_formats_of_two_columns()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var file = _folder.Write("rounds.csv", "Company,Date,Closed\nAlpha,03/10/2026,10/03/2026\n");
        var many = string.Join(", ", Enumerable.Repeat("\"yyyy\"", 21));

        var both = await _folder.ImportAsync(database, file, Mapping("\"dates\": [\"dd.MM.yyyy\", \"MM/dd/yyyy\", \"d/M/yyyy\"], ", ""));
        var tooMany = await _folder.ImportAsync(database, file, Mapping($"\"dates\": [{many}], ", ""));
        var apart = await _folder.ImportAsync(database, file, Mapping("\"dates\": [\"dd/MM/yyyy\", \"d/M/yyyy\"], ", ", \"dates\": [\"MM/dd/yyyy\"] }, \"closedOn\": { \"column\": \"Closed\""));

        both.Problems.Single().ToString().Should().Be("mapping, dates, “d/M/yyyy”: reads “01/02/2012” as another date than MM/dd/yyyy does, and nobody can tell which is meant: keep one of them; a column may have its own (dates)");
        tooMany.Problems.Single().Rule.Should().Be("has 21 formats; 20 are the most");
        apart.Problems.Should().BeEmpty();
        await using var db = database.NewContext();
        (await db.FundingRounds.Select(r => new { r.AnnouncedOn, r.ClosedOn }).SingleAsync()).Should().Be(new { AnnouncedOn = (PartialDate?)PartialDate.Parse("2026-03-10"), ClosedOn = (PartialDate?)PartialDate.Parse("2026-03-10") });
    }

    [Theory]
    [InlineData("dd.MM.yyyy", "10.03.2026", "2026-03-10")]
    [InlineData("d. MMMM yyyy", "3. March 2026", "2026-03-03")]
    [InlineData("d MMM, yyyy", "3 Mar, 2026", "2026-03-03")]
    [InlineData("yyyyMMdd", "20260310", "2026-03-10")]
    [InlineData("yyyy年M月d日", "2026年3月10日", "2026-03-10")]
    [InlineData("MMM yyyy", "Mar 2026", "2026-03")]
    [InlineData("MM/yyyy", "03/2026", "2026-03")]
    [InlineData("yyyy-MM", "2026-03", "2026-03")]
    [InlineData("yyyy", "2026", "2026")]
    public async Task A_date_is_as_precise_as_its_format(string format, string cell, string expected)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var file = _folder.Write("rounds.csv", $"Company,Date\nAlpha,\"{cell}\"\n");

        var report = await _folder.ImportAsync(database, file, Mapping($"\"dates\": [\"{format}\"], ", ""));

        report.Problems.Should().BeEmpty();
        await using var db = database.NewContext();
        (await db.FundingRounds.Select(r => r.AnnouncedOn).SingleAsync())!.Text.Should().Be(expected);
    }

    private static string Mapping(string ofAll, string ofColumn) =>
        $$$"""{ {{{ofAll}}}"record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "announcedOn": { "column": "Date"{{{ofColumn}}} } } }""";
}
