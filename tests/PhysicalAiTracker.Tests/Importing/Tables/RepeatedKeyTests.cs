using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>Two rows of one file that say they are the same row, and say two things.</summary>
public sealed class RepeatedKeyTests : IDisposable
{
    private const string Fields = """ "record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD" } } """;
    private const string Keyed = "{ \"name\": \"keyed\", \"key\": [\"ID\"], " + Fields + " }";

    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, EachDatabase]
    public async Task A_key_that_a_row_before_has_is_refused_wherever_that_is_and_both_are_named(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var rows = Enumerable.Range(1, 150).Select(number => $"{number},Company {number},{number}\n").ToList();
        // Within a hundred rows, and beyond; and one that is the same to the letter.
        var file = _folder.Write("long.csv", $"ID,Company,Amount\n{string.Concat(rows)}5,Other,7\n149,Another,7\n17,Company 17,17\n150,Company 150,150\n");
        const string OfFar = "row 152, ID, “5”: is the key of row 6 too, which says something else: leave out one of them, or tell them apart (key)";

        var whole = await _folder.ImportAsync(database, file, Keyed);
        var dry = await _folder.ImportAsync(database, file, Keyed, skip: true, dryRun: true);
        var some = await _folder.ImportAsync(database, file, Keyed, skip: true, batch: 100);

        whole.Kept.Should().BeFalse();
        foreach (var report in new[] { whole, dry, some })
        {
            report.Problems.Select(problem => $"{problem}").Should().Equal(OfFar, "row 153, ID, “149”: is the key of row 150 too, which says something else: leave out one of them, or tell them apart (key)");
            (report.Rows, report.Known, report.Refused, report.Differing).Should().Be((154, 2, 2, 0), "what is the same to the letter is known");
        }

        (await _folder.ImportAsync(database, file, Keyed, skip: true)).Should().Match<TableReport>(again => again.Known == 152 && again.Refused == 2 && again.Problems[0].ToString() == OfFar);
        await using var db = database.NewContext();
        (await db.FundingRounds.CountAsync()).Should().Be(150);
    }

    [Theory, EachDatabase]
    public async Task A_row_that_was_refused_or_known_before_has_its_key_all_the_same(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await _folder.ImportAsync(database, _folder.Write("may.csv", "ID,Company,Amount\n1,Alpha,1\n"), Keyed);
        var others = string.Concat(Enumerable.Range(100, 120).Select(number => $"{number},Company {number},{number}\n"));

        var june = await _folder.ImportAsync(database, _folder.Write("june.csv", $"ID,Company,Amount\n1,Alpha,1\n2,Beta,lots\n3,Gamma,3\n2,Beta,2\n{others}1,Alpha,9\n2,Beta,3\n"), Keyed, skip: true);

        june.Problems.Select(problem => $"{problem.Row} {problem.Column} {problem.Value} {problem.Rule}").Should().Equal(
            "3 Amount lots \"lots\" is neither a number nor a currency: write an amount such as $10 bn or CHF 5 m.",
            "5 ID 2 is the key of row 3 too, which says something else: leave out one of them, or tell them apart (key)",
            "126 ID 1 is the key of row 2 too, which says something else: leave out one of them, or tell them apart (key)",
            "127 ID 2 is the key of row 3 too, which says something else: leave out one of them, or tell them apart (key)");
        (june.Known, june.Differing).Should().Be((1, 0));
    }

    [Theory, EachDatabase]
    public async Task A_row_without_anything_in_the_columns_of_its_key_is_refused(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var mapping = Keyed.Replace("[\"ID\"]", "[\"ID\", \"Amount\"], \"empty\": [\"-\"]", StringComparison.Ordinal);

        var report = await _folder.ImportAsync(database, _folder.Write("blank.csv", "ID,Company,Amount\n,Alpha,\n-,Beta,\n,Gamma,1\n1,Delta,\n1,Epsilon, \n"), mapping, skip: true);

        report.Problems.Select(problem => $"{problem}").Should().Equal(
            "row 2, ID, Amount: is required: the mapping tells rows apart by it (key)",
            "row 3, ID, Amount: is required: the mapping tells rows apart by it (key)",
            "row 6, ID, Amount, “1, ”: is the key of row 5 too, which says something else: leave out one of them, or tell them apart (key)");
    }

    [Theory, EachDatabase]
    public async Task A_ref_of_two_lines_of_json_is_refused_and_so_is_one_that_is_blank_or_no_text(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        static string Line(string name, string text) => $$"""{"record":"question",{{name}}"set":{"text":"{{text}}","status":"open"} }""" + "\n";
        var others = string.Concat(Enumerable.Range(1, 120).Select(number => Line($"\"ref\":\"n-{number}\",", $"What of {number}?")));

        var report = await _folder.ImportAsync(
            database, _folder.Write("lines.ndjson", Line("\"ref\":\"a\",", "Who pays?") + Line("\"ref\":\"a\",", "Who pays now?") + Line("\"ref\":\"\",", "Why?") + Line("\"ref\":5,", "When?") + others + Line("\"ref\":\"a\",", "Who paid?")), null, skip: true);

        report.Problems.Select(problem => $"{problem}").Should().Equal(
            "row 2, ref, “a”: is the ref of row 1 too, which says something else: leave out one of them, or tell them apart (ref)",
            "row 3, ref: is blank: leave it out, and the line is known by its number",
            "row 4, ref, “5”: is no text: leave it out, and the line is known by its number",
            "row 125, ref, “a”: is the ref of row 1 too, which says something else: leave out one of them, or tell them apart (ref)");
    }

    [Theory, EachDatabase]
    public async Task Refused_rows_that_become_two_of_one_number_are_refused(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);

        var rows = await _folder.ImportAsync(database, _folder.Write("left.csv", "Company,Amount,refused row of rounds\nAlpha,1,3\nBeta,2,3\nAlpha,1,3\n"), "{ " + Fields + " }", skip: true);

        rows.Problems.Single().ToString().Should().Be("row 3, refused row of rounds, “3”: is the number of another row of this file too, which says something else: each keeps the number that it had");
        (rows.Known, rows.Taken).Should().Be((1, 1));
    }
}
