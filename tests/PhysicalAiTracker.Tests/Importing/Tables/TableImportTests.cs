using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Cli;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

public sealed class TableImportTests : IDisposable
{
    private const string Mapping = """
        { "record": "funding-round", "dates": ["dd.MM.yyyy"], "empty": ["-"],
          "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD" }, "announcedOn": { "column": "Date" } } }
        """;

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, EachDatabase]
    public async Task The_examples_of_the_docs_become_records_whose_passages_are_the_rows(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);

        var parties = await ImportAsync(database, Repository.Path("docs/importing/parties.ndjson"));
        var rounds = await ImportAsync(database, Repository.Path("docs/importing/rounds.csv"), mapping: Repository.Path("docs/importing/rounds.mapping.json"));
        var again = await ImportAsync(database, Repository.Path("docs/importing/rounds.csv"), mapping: Repository.Path("docs/importing/rounds.mapping.json"), batch: 3);

        parties.Problems.Concat(rounds.Problems).Concat(again.Problems).Should().BeEmpty();
        rounds.Counts.Select(count => $"{count.Record} {count.Created}").Should().Equal("Party 3", "FundingRound 4");
        (again.Known, again.Counts.Count).Should().Be((4, 0), "the same rows change nothing, however many are kept at once");
        await using var db = database.NewContext();
        var found = await db.FundingRounds.Include(r => r.Company).Include(r => r.Participations).ThenInclude(p => p.Investor).OrderBy(r => r.Id).ToListAsync();
        found.Select(r => $"{r.Company.Name} | {r.Stage} | {r.StageAsAnnounced} | {r.Amount?.ToExact()} | {r.AnnouncedOn?.Text} | {r.Status} | {string.Join(", ", r.Participations.OrderBy(p => p.Ordinal).Select(p => p.Investor.Name))}").Should().BeEquivalentTo(
            "Gripwell Robotics | SeriesA | A | USD 1,200,000,000 | 2026-03-10 | Announced | Northgate Capital, Harbour Ventures",
            "Gripwell Robotics | Seed | Seed | INR 10,000,000 | 2024-03 | Closed | Northgate Capital",
            "Handvoll, Robotik GmbH | Seed | Early | EUR 20,000,000 | 2025-11 | Closed | Harbour Ventures",
            "Lynx Motion | SeriesA | A |  | 2025 | Announced | ");
        var seed = found.Single(r => r.StageAsAnnounced == "Seed").Id;
        var passage = await db.Assertions.Where(a => a.RecordId == seed).Select(a => new { a.Passage.Exact, a.Source.Title, a.Source.Kind, a.Source.Note, a.Source.Reliability, a.Disclosure.By }).SingleAsync();
        passage.Exact.Should().Be("row 3: 2,Gripwell Robotics,Seed,\"1,00,00,000\",INR,Mar 2024,Northgate Capital,done");
        (passage.Title, passage.Kind.ToString(), passage.Reliability.ToString(), passage.By).Should().Be(("Acme Research: robotics rounds", "Dataset", "C", "import"));
        passage.Note.Should().MatchRegex("Imported from the file rounds.csv, SHA-256 [0-9a-f]{64}");
    }

    [Theory, EachDatabase]
    public async Task One_refused_row_keeps_all_others_out_and_every_problem_names_row_column_value_and_rule(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var file = Write("bad.csv", "Company,Amount,Date\nGood,$1m,2025\nTwo dates,$1m,31.02.2026\nNot stated,about lots,2025\nToo,many,cells,here\n,$1m,2025\n\"Last\nline\",-5,2025\n");

        var report = await ImportAsync(database, file);

        report.Kept.Should().BeFalse();
        report.Problems.Select(problem => (problem.Row, problem.Column, problem.Value)).Should().BeEquivalentTo(
            [(3L, "Date", "31.02.2026"), (4L, "Amount", "about lots"), (5L, "", ""), (6L, "Company", ""), (7L, "Amount", "-5")]);
        report.Problems.Single(problem => problem.Row == 3).Rule.Should().Contain("neither as the mapping says (dd.MM.yyyy)");
        report.Problems.Single(problem => problem.Row == 5).Rule.Should().Be("has 4 cells, and the table 3 columns");
        report.Problems.Single(problem => problem.Row == 7).Rule.Should().Contain("never negative");
        await using var db = database.NewContext();
        (await db.Records.AnyAsync() || await db.Sources.AnyAsync() || await db.ActivityEntries.AnyAsync()).Should().BeFalse();
    }

    [Theory, EachDatabase]
    public async Task Refused_rows_are_skipped_written_to_a_file_mended_and_imported(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var file = Write("some.csv", "Company,Amount,Date\r\nGood,$1m,2025\r\nBad,$1m,someday\r\nAlso good,2E+11,-\r\n");

        var report = await ImportAsync(database, file, skip: true, refused: _folder.File("refused.csv"));

        (report.Kept, report.Refused, report.ProblemCount).Should().Be((true, 1, 1));
        var refused = await File.ReadAllTextAsync(_folder.File("refused.csv"));
        refused.Should().MatchRegex("^Company,Amount,Date,refused row of file-[0-9a-f]+,problem\nBad,\\$1m,someday,3,\"Date is no date");
        var mended = Write("mended.csv", refused.Replace("someday", "2024", StringComparison.Ordinal));
        (await ImportAsync(database, mended)).Kept.Should().BeTrue();
        await using var db = database.NewContext();
        (await db.FundingRounds.Select(r => r.Company.Name).ToListAsync()).Should().BeEquivalentTo("Good", "Also good", "Bad");
    }

    [Theory, EachDatabase]
    public async Task Whole_batches_stay_and_the_rest_goes_on_where_it_stopped(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var rows = Enumerable.Range(1, 25).Select(number => $"Company {number},{(number == 18 ? "lots" : "$" + number + "m")},2025");
        var file = Write("long.csv", "Company,Amount,Date\n" + string.Join('\n', rows));

        var broken = await ImportAsync(database, file, batch: 10);
        await using (var db = database.NewContext())
        {
            (broken.Problems.Single().Row, await db.FundingRounds.CountAsync()).Should().Be((19L, 10), "one batch of ten was kept, the second was not");
        }

        var rest = await ImportAsync(database, file, skip: true, batch: 7);

        (rest.Known, rest.Refused).Should().Be((10, 1));
        await using var after = database.NewContext();
        (await after.FundingRounds.CountAsync(), await after.Parties.CountAsync()).Should().Be((24, 24));
        (await after.Sources.CountAsync(s => s.OriginId == null)).Should().Be(1, "the parts of a file are of one origin");
    }

    [Theory, EachDatabase]
    public async Task An_import_that_is_stopped_tells_what_was_kept_and_goes_on_from_there(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var file = Write("long.csv", "Company,Amount,Date\n" + string.Concat(Enumerable.Range(1, 250).Select(number => $"Company {number},$1m,2025\n")));

        var whole = () => ImportAsync(database, file, stopAfter: 2);
        var batches = () => ImportAsync(database, file, batch: 100, stopAfter: 2, refused: _folder.File("refused.csv"));

        (await whole.Should().ThrowAsync<ImportStoppedException>()).WithMessage("Stopped. Nothing was kept; the same command begins anew.");
        (await batches.Should().ThrowAsync<ImportStoppedException>()).WithMessage("Stopped. What the first 100 rows brought is kept; the same command goes on behind them, with another --refused.");
        var rest = await ImportAsync(database, file, batch: 100);
        (rest.Known, rest.Rows, rest.ProblemCount).Should().Be((100, 250, 0));
        await using var db = database.NewContext();
        (await db.FundingRounds.CountAsync(), await db.Parties.CountAsync()).Should().Be((250, 250));
    }

    [Theory, EachDatabase]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);

        var report = await ImportAsync(database, Write("dry.csv", "Company,Amount,Date\nGood,$1m,2025\n"), dryRun: true);

        (report.Kept, report.Problems.Count).Should().Be((false, 0));
        report.Counts.Select(count => $"{count.Record} {count.Created}").Should().Equal("Party 1", "FundingRound 1");
        await using var db = database.NewContext();
        (await db.Records.AnyAsync() || await db.Sources.AnyAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData("utf-8", "utf-8", true)]
    [InlineData("utf-16", null, true)]
    [InlineData("windows-1252", "windows-1252", true)]
    [InlineData("iso-8859-1", null, false)]
    public async Task Encodings_are_stated_or_marked_and_never_guessed(string written, string? stated, bool works)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var encoding = written == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(written)! : Encoding.GetEncoding(written);
        await File.WriteAllTextAsync(_folder.File("text.csv"), "Company,Amount,Date\nMünchner Robotik,$1m,2025\n", encoding);
        var mapping = stated is null ? Mapping : Mapping.Replace("\"record\"", $"\"encoding\": \"{stated}\", \"record\"", StringComparison.Ordinal);

        var report = await ImportAsync(database, _folder.File("text.csv"), mapping: Write("mapping.json", mapping));

        report.Kept.Should().Be(works);
        await using var db = database.NewContext();
        (await db.Parties.Select(p => p.Name).ToListAsync()).Should().Equal(works ? ["Münchner Robotik"] : []);
        if (!works)
        {
            report.Problems.Single().Rule.Should().Contain("not in its encoding");
        }
    }

    [Theory, EachDatabase]
    public async Task Of_several_rows_of_one_party_the_first_that_can_be_is_taken_and_the_others_are_left_alone(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var lines = Write("parties.ndjson", """
            {"record":"party","ref":"one","set":{"kind":"company","name":"ND one","aliases":["Once"]}}
            {"record":"party","set":{"kind":"company","name":"nd One"}}
            {"record":"party","set":{"kind":"company","name":"Once"}}
            {"record":"party","ref":"two","set":{"kind":"unicorn","name":"ND two"}}
            {"record":"party","set":{"kind":"company","name":"ND two"}}
            {"record":"party","set":{"kind":"company","name":"ND two"}}
            {"record":"funding-round","set":{"company":"ND one","amount":"$1 m","status":"announced"}}
            {"record":"funding-round","set":{"company":"ND two","amount":"$2 m","status":"announced"}}
            """);
        var table = Write("parties.csv", "Name,Kind\nTable one,company\nTable two,unicorn\ntable One,company\nTable two,company\n");
        var mapping = Write("parties.json", """{ "record": "party", "fields": { "name": { "column": "Name" }, "kind": { "column": "Kind" } } }""");

        var ofLines = await ImportAsync(database, lines, skip: true);
        var ofTable = await ImportAsync(database, table, mapping, skip: true);

        ofLines.Problems.Should().ContainSingle().Which.Should().Match<RowProblem>(problem => problem.Row == 4 && problem.Column == "kind");
        (ofLines.Known, ofLines.Refused).Should().Be((3, 1));
        ofTable.Problems.Should().ContainSingle().Which.Should().Match<RowProblem>(problem => problem.Row == 3 && problem.Column == "Kind");
        (ofTable.Known, ofTable.Refused).Should().Be((1, 1));
        await using var db = database.NewContext();
        (await db.Parties.Select(p => p.Name).ToListAsync()).Should().BeEquivalentTo("ND one", "ND two", "Table one", "Table two");
        (await db.FundingRounds.Select(r => r.Company.Name).ToListAsync()).Should().BeEquivalentTo("ND one", "ND two");
    }

    [Fact]
    public async Task A_problem_is_told_in_the_column_that_it_is_in()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var mapping = Write("columns.json", """
            { "record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD", "currencyColumn": "Cur" },
              "participations": { "column": "Investors", "split": ";", "add": "investment-firm" }, "note": { "column": "Note" } } }
            """);
        var name = new string('n', 300);
        var file = Write("columns.csv", $"Company,Amount,Cur,Investors,Note\nOne,5,XXX,,\nTwo,lots,EUR,,\n,5,EUR,,\nFour,5,EUR,Good; {name},\nFi\0ve,5,EUR,,a\u0007b\nSix,5,EUR,,\"a\r\nb\tc\"\nSeven,,XXX,,\n");

        var report = await ImportAsync(database, file, mapping, skip: true);

        report.Problems.Select(problem => (problem.Row, problem.Column, problem.Value)).Should().Equal(
            (2L, "Cur", "XXX"), (3L, "Amount", "lots"), (4L, "Company", ""), (5L, "Investors", $"Good; {name}"), (6L, "Company", "Fi\0ve"), (6L, "Note", "a\ab"));
        var lines = await ImportAsync(database, Write("columns.ndjson", """
            no json
            {"record":"party","set":{"kind":"company","name":"Seven","aliases":["Se\u0000ven"]}}
            {"record":"party","set":{"kind":"company","name":"Ei\ud800ght"}}
            """), skip: true);

        lines.Problems.Select(problem => $"{problem.Row} {problem.Column} {problem.Rule}").Should().Equal(
            "1  is no JSON from byte 2 on", "2 aliases has a character that is no text and cannot be stored, U+0000", "3  has half of a surrogate pair, which is no text and cannot be stored");
        report.Problems[4].ToString().Should().Be("row 6, Company, “Fi\ufffdve”: has a character that is no text and cannot be stored, U+0000");
        await using var db = database.NewContext();
        (await db.FundingRounds.Select(r => r.Company.Name).ToListAsync()).Should().BeEquivalentTo("Six", "Seven");
    }

    [Fact]
    public async Task A_mapping_and_a_file_that_do_not_fit_are_told_before_a_row_is_read()
    {
        using var terminal = new TestTerminal();
        var file = Write("any.csv", "Name,Amount,Amount\nA,1,2\n");

        (await terminal.RunAsync("import", file)).Error.Should().Contain("a table needs a mapping");
        (await terminal.RunAsync("import", file, "--mapping", Write("one.json", Mapping))).Error.Should().Contain("two columns have this name").And.Contain("the mapping names this column, and the file has none");
        (await terminal.RunAsync("import", file, "--mapping", Write("two.json", "{ \"record\": \"unicorn\" }"))).Error.Should()
            .Be("Nothing was imported: 2 problems.\n  mapping, fields: is required for a table (docs/importing/README.md)\n  mapping, record, “unicorn”: is none of party, funding-round, deal, affiliation, claim, observation, milestone, question\n");
        (await terminal.RunAsync("import", file, "--mapping", Write("three.json", "{ \"record\": \"deal\", \"fields\": { \"colour\": { \"column\": \"Name\" }, \"note\": {} }, \"encoding\": \"ebcdic\" }"))).Error
            .Should().Contain("is no field of a deal").And.Contain("needs either a column or a value").And.Contain("ebcdic");
        (await terminal.RunAsync("import", file, "--mapping", Write("four.json", """
            { "record": "deal", "bogus": 1, "name": "Bad Name", "key": "ID", "numbers": "1 234", "source": { "titel": "x" }, "separator": ";;",
              "fields": { "compny": { "column": "Company" }, "note": { "column": 5, "value": "1" }, "sector": null, "value": { "column": "A", "colour": true, "add": "firm", "words": { "a": 1 } } } }
            """))).Error.Split('\n')[1..^1].Select(line => line.Split(": ")[0]).Should().Equal(
            "  mapping, bogus", "  mapping, key, “ID”", "  mapping, fields.note.column, “5”", "  mapping, fields.sector, “null”", "  mapping, fields.value.colour", "  mapping, fields.value.add, “firm”",
            "  mapping, fields.value.words, “{\"a\":1}”", "  mapping, numbers, “1 234”", "  mapping, separator, “;;”", "  mapping, name, “Bad Name”", "  mapping, source.titel", "  mapping, fields.compny");
        (await terminal.RunAsync("import", file, "--mapping", Write("five.json", "{\n\"record\": }"))).Error.Should().Be("Nothing was imported: 1 problem.\n  mapping: is no JSON from line 2, byte 11 on\n");
        (await terminal.RunAsync("import", file, "--mapping", Write("six.json", "{ \"name\": \"a\", \"name\": \"b\" }"))).Error.Should().Contain("  mapping: is no JSON").And.NotContain("\n  file");
        (await terminal.RunAsync("import", file, "--mapping", Write("seven.json", "{ \"record\": \"deal\", \"fields\": { \"note\": { \"value\": \"a\\ud800\" } } }"))).Error.Should()
            .Be("Nothing was imported: 1 problem.\n  mapping, fields.note.value: has half of a surrogate pair, which is no text and cannot be stored\n");
        (await terminal.RunAsync("import", file, "--mapping", Write("eight.json", "{ \"name\": \"a\", \"\\udc00\": \"b\" }"))).Error.Should().Be("Nothing was imported: 1 problem.\n  mapping: has half of a surrogate pair, which is no text and cannot be stored\n");
        await File.WriteAllBytesAsync(_folder.File("nine.json"), Encoding.Latin1.GetBytes("{ \"name\": \"Größe\" }"));
        (await terminal.RunAsync("import", file, "--mapping", _folder.File("nine.json"))).Error.Should().Be("Nothing was imported: 1 problem.\n  mapping: is not encoded as UTF-8\n");
        (await terminal.RunAsync("import", file, "--mapping", "nowhere.json")).Error.Should().Contain("1 problem.\n  mapping, “").And.EndWith("nowhere.json”: does not exist\n");
        (await terminal.RunAsync("import", file, "--on-error", "ignore")).Code.Should().Be(2);
        (await terminal.RunAsync("import", Seeds.Article, "--dry-run")).Code.Should().Be(2);
    }

    [Fact]
    public async Task On_the_command_line_counts_are_printed_and_problems_end_with_1()
    {
        using var terminal = new TestTerminal();
        var file = Write("cli.csv", "Company,Amount,Date\nGood,$1m,2025\n" + string.Concat(Enumerable.Range(1, 5).Select(number => $"Bad {number},lots,2025\n")));
        var mapping = Write("mapping.json", Mapping);

        var answer = await terminal.RunAsync("import", file, "--mapping", mapping, "--on-error", "skip", "--max-errors", "2");

        answer.Code.Should().Be(1);
        answer.Out.Should().MatchRegex(@"\nfunding-round +1 +0 +0\n").And.EndWith("6 rows: 1 taken, 0 known before, 5 refused.\n");
        answer.Error.Should().StartWith("Not everything was imported: 5 problems.\n  row 3, Amount, “lots”: ").And.EndWith("  and 3 more (--max-errors)\n");
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    private async Task<TableReport> ImportAsync(TestDatabase database, string file, string? mapping = null, bool skip = false, bool dryRun = false, int? batch = null, string? refused = null, int? stopAfter = null)
    {
        using var stop = new CancellationTokenSource();
        var progress = stopAfter is { } reports ? new Stopping(reports, stop) : null;
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        var stated = mapping ?? (file.EndsWith(".csv", StringComparison.Ordinal) ? Write("mapping.json", Mapping) : null);
        return await scope.ServiceProvider.GetRequiredService<TableImporter>().ImportAsync(new TableImport(file, stated, dryRun, skip, batch, 100, refused), progress, stop.Token);
    }

    /// <summary>Stops an import when it has told so many times how far it is.</summary>
    private sealed class Stopping(int reports, CancellationTokenSource stop) : IProgress<TableProgress>
    {
        private int _left = reports;

        public void Report(TableProgress value)
        {
            if (--_left == 0)
            {
                stop.Cancel();
            }
        }
    }
}
