using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>Rows that were refused, on their way from one file to the next until all of them are taken.</summary>
public sealed class MendedRowsTests : IDisposable
{
    private const string Fields = """ "record": "funding-round", "fields": { "company": { "column": "Company", "add": "company" }, "amount": { "column": "Amount", "currency": "USD" } } """;

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, EachDatabase]
    public async Task Rows_of_a_table_without_a_key_keep_the_number_that_they_had(DatabaseProvider provider)
    {
        foreach (var name in new[] { "\"name\": \"rounds\", ", "" })
        {
            using var database = new TestDatabase(provider);
            var mapping = Write("mapping.json", "{ " + name + Fields + " }");
            var file = Write("some.csv", "Company,Amount\nGood,1\nBad,lots\nAlso good,2\n\"Wor\nse\",more\n");

            (await ImportAsync(database, file, mapping, "one.csv")).Refused.Should().Be(2);

            var one = await File.ReadAllTextAsync(_folder.File("one.csv"));
            one.Should().MatchRegex("^Company,Amount,refused row of (rounds|file-[0-9a-f]{32}),problem\nBad,lots,3,\"Amount [^\n]+\"\n\"Wor\nse\",more,5,\"Amount [^\n]+\"\n$");
            await File.WriteAllTextAsync(_folder.File("one.csv"), one.Replace("Bad,lots", "Bad,7", StringComparison.Ordinal));
            var half = await ImportAsync(database, _folder.File("one.csv"), mapping, "two.csv");
            (half.Rows, half.Known, half.Refused).Should().Be((2, 0, 1));
            half.Problems.Single().Row.Should().Be(5, "a row is known by its number in the file that it comes from");

            var two = await File.ReadAllTextAsync(_folder.File("two.csv"));
            two.Should().Be(new Regex("Bad,[^\n]+\n").Replace(one, ""), "only the row that is still refused is left");
            var rest = await ImportAsync(database, Write("three.csv", two.Replace(",more,", ",8,", StringComparison.Ordinal)), mapping);
            var again = await ImportAsync(database, Write("four.csv", one.Replace("Bad,lots", "Bad,7", StringComparison.Ordinal).Replace(",more,", ",8,", StringComparison.Ordinal)), mapping);

            (rest.Rows, rest.Known, rest.ProblemCount).Should().Be((1, 0, 0));
            (again.Rows, again.Known, again.ProblemCount).Should().Be((2, 2, 0), "what is mended is taken once");
            (await ImportAsync(database, file, mapping)).Should().Match<TableReport>(report => report.Known == 2 && report.Refused == 2);
            await using var db = database.NewContext();
            (await db.FundingRounds.Select(r => r.Company.Name).ToListAsync()).Should().BeEquivalentTo("Good", "Also good", "Bad", "Wor\nse");
            (await db.Assertions.Where(a => a.Record.Kind == Core.History.RecordKind.FundingRound).Select(a => a.Passage.Exact).ToListAsync()).Should()
                .BeEquivalentTo(["row 2: Good,1", "row 3: Bad,7", "row 4: Also good,2", "row 5: \"Wor\nse\",8"], "a passage is what the row says, and not how it was refused");
        }
    }

    [Theory, EachDatabase]
    public async Task Lines_of_json_without_a_ref_keep_the_number_that_they_had(DatabaseProvider provider)
    {
        foreach (var name in new[] { "{ \"name\": \"parties\" }", "{}" })
        {
            using var database = new TestDatabase(provider);
            var mapping = Write("mapping.json", name);
            var file = Write("some.ndjson", "{\"record\":\"party\",\"set\":{\"kind\":\"company\",\"name\":\"Good\"}}\n{\"record\":\"party\",\"set\":{\"kind\":\"compny\",\"name\":\"Bad\"}}\nno json\n");

            (await ImportAsync(database, file, mapping, "one.ndjson")).Refused.Should().Be(2);

            var one = await File.ReadAllTextAsync(_folder.File("one.ndjson"));
            one.Should().MatchRegex("""^\{"refused":\{"from":"(parties|file-[0-9a-f]{32})","row":2,"problem":"kind [^\n]+"\}\}\n\{"record":"party",[^\n]+"Bad"\}\}\n\{"refused":\{[^\n]+"row":3,[^\n]+\}\}\nno json\n$""");
            await File.WriteAllTextAsync(_folder.File("one.ndjson"), one.Replace("compny", "company", StringComparison.Ordinal));
            var half = await ImportAsync(database, _folder.File("one.ndjson"), mapping, "two.ndjson");
            (half.Rows, half.Known, half.Refused, half.Problems.Single().Row).Should().Be((2, 0, 1, 3));

            var mended = (await File.ReadAllTextAsync(_folder.File("two.ndjson"))).Replace("\nno json", "\n{\"record\":\"party\",\"set\":{\"kind\":\"company\",\"name\":\"Last\"}}", StringComparison.Ordinal);
            (await ImportAsync(database, Write("three.ndjson", mended), mapping)).Should().Match<TableReport>(report => report.Rows == 1 && report.Known == 0 && report.Refused == 0);
            (await ImportAsync(database, Write("four.ndjson", mended + "\n"), mapping)).Known.Should().Be(1);
            await using var db = database.NewContext();
            (await db.Parties.Select(p => p.Name).ToListAsync()).Should().BeEquivalentTo("Good", "Bad", "Last");
        }
    }

    [Fact]
    public async Task A_row_that_lost_its_number_is_not_taken_for_another()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var mapping = Write("mapping.json", "{ \"name\": \"rounds\", " + Fields + " }");
        await ImportAsync(database, Write("some.csv", "Company,Amount\nGood,1\n"), mapping);

        var table = await ImportAsync(database, Write("mended.csv", "Company,Amount,refused row of rounds,problem\nNew,1,,x\nNewer,2\nNewest,3,4,x,y\n"), mapping, "left.csv");
        var moved = await ImportAsync(database, Write("moved.csv", "refused row of rounds,Company,Amount\n3,New,1\n"), mapping);
        var other = await ImportAsync(database, Write("other.csv", "Company,Amount,refused row of deals\nNew,1,3\n"), mapping);
        var lines = await ImportAsync(database, Write("mended.ndjson", "{\"refused\":{\"from\":\"rounds\",\"row\":7}}\n{\"record\":\"party\",\"set\":{\"kind\":\"company\",\"name\":\"A\"}}\n{\"record\":\"party\",\"set\":{\"kind\":\"company\",\"name\":\"B\"}}\n"), Write("json.json", "{}"));

        var broken = await ImportAsync(database, Write("broken.ndjson", "{\"refused\":{\"from\":\"rounds\",\"row\":3,\"problem\":\"}}\n{\"record\":\"party\",\"set\":{\"kind\":\"company\",\"name\":\"C\"}}\n"), Write("json.json", "{}"));

        table.Problems.Select(problem => $"{problem}").Should().Equal(
            "row 2, refused row of rounds: needs the number of the row in the file that it comes from",
            "row 3, refused row of rounds: needs the number of the row in the file that it comes from",
            "row 4, refused row of rounds, “x”: needs the number of the row in the file that it comes from");
        (await File.ReadAllTextAsync(_folder.File("left.csv"))).Should().MatchRegex("^Company,Amount,refused row of rounds,problem\nNew,1,,\"[^\n]+\nNewer,2,,\"[^\n]+\nNewest,3,4,x,y,,\"[^\n]+\n$");
        moved.Problems.Single().ToString().Should().Be("row 1, refused row of rounds: belongs behind all other columns, with none but “problem” behind it");
        other.Problems.Single().ToString().Should().Be("row 1, “deals”: is the data set that these rows were refused from, and the mapping names another, rounds");
        lines.Problems.Single().ToString().Should().StartWith("row 3").And.EndWith("needs the number of the row in the file that it comes from, in a line before it such as {\"refused\":{\"from\":\"rounds\",\"row\":2}}");
        broken.Problems.Single().ToString().Should().Be("row 1: begins as a line that tells where a refused row comes from, and is none: {\"refused\":{\"from\":\"acme-parties\",\"row\":2}}");
        broken.Kept.Should().BeFalse();
    }

    [Fact]
    public async Task Lines_that_lost_what_tells_where_the_first_one_comes_from_are_refused()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        static string Mark(int row, string from = "rounds") => $$$"""{"refused":{"from":"{{{from}}}","row":{{{row}}}}}""";
        static string Party(string name) => $$$"""{"record":"party","set":{"kind":"company","name":"{{{name}}}"}}""";

        var first = await ImportAsync(database, Write("first.ndjson", $"{Party("A")}\n{Mark(9)}\n{Party("B")}\n"), Write("json.json", "{}"));
        var later = await ImportAsync(database, Write("later.ndjson", $"{Party("A")}\n{Party("B")}\n{Mark(9)}\n{Party("C")}\n"), Write("json.json", "{}"), "left.ndjson");
        var other = await ImportAsync(database, Write("other.ndjson", $"{Mark(3)}\n{Mark(4, "deals")}\n{Party("D")}\n"), Write("json.json", "{}"));

        (first.Rows, first.Kept, first.Problems.Single().ToString()).Should().Be(
            (0, false, "row 1: needs the number of the row in the file that it comes from, as the row behind it has it: in a line before it such as {\"refused\":{\"from\":\"rounds\",\"row\":2}}"));
        later.Problems.Single().ToString().Should().Be("row 3: tells where a refused row comes from, and the first line of the file does not");
        other.Problems.Select(problem => $"{problem}").First().Should().Be("row 3: is a row of another data set than the first one, rounds");
    }

    [Fact]
    public async Task Of_a_line_of_json_no_more_is_read_than_a_row_may_have()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var (longer, most) = (new string('x', 3 * CsvReader.LongestRow), new string(' ', CsvReader.LongestRow));
        const string Good = """{"record":"party","set":{"kind":"company","name":"Good"}}""";
        var file = Write("long.ndjson", $"{Good}\r\n{longer}\r\r\n{Good.Replace("Good", "After", StringComparison.Ordinal)}{most[Good.Length..^1]}\n{new string(' ', CsvReader.LongestRow + 1)}\n\n{{\"record\":\"{longer}");

        var report = await ImportAsync(database, file, Write("json.json", "{}"), "left.ndjson");

        report.Problems.Select(problem => $"{problem}").Should().Equal("row 2: is longer than 1,000,000 characters", "row 5: is longer than 1,000,000 characters", "row 7: is longer than 1,000,000 characters");
        (report.Rows, report.Kept).Should().Be((5, true));
        (await File.ReadAllLinesAsync(_folder.File("left.ndjson"))).Select(line => line.Length).Where(length => length > 200).Should().Equal(CsvReader.LongestRow, CsvReader.LongestRow, CsvReader.LongestRow);
    }

    [Fact]
    public async Task Of_a_long_line_what_is_not_kept_takes_no_memory()
    {
        const int Length = 200_000_000;
        using var text = new StreamReader(new Endless(Length));
        var lines = new LineReader(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var line = await lines.ReadAsync(default);

        (line!.Length, lines.IsCut).Should().Be((CsvReader.LongestRow, true));
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(Length / 10, "it is read to its end and left out");
        (await lines.ReadAsync(default)).Should().BeNull();
    }

    /// <summary>A file of one line that is nowhere.</summary>
    private sealed class Endless(long length) : MemoryStream
    {
        private long _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = (int)Math.Min(buffer.Length, _left);
            buffer.Span[..read].Fill((byte)'x');
            _left -= read;
            return new(read);
        }
    }

    [Theory]
    [InlineData("windows-1252", "windows-1252", "")]
    [InlineData("iso-8859-1", "iso-8859-1", "")]
    [InlineData("utf-16", "utf-16", "FFFE")]
    [InlineData("utf-8", "windows-1252", "EFBBBF")]
    [InlineData("utf-8", null, "EFBBBF")]
    [InlineData("utf-8", null, "")]
    public async Task What_is_refused_is_written_in_the_encoding_that_it_was_read_in(string written, string? stated, string mark)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var encoding = written == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(written)! : Encoding.GetEncoding(written);
        var mapping = Write("mapping.json", "{ \"name\": \"rounds\", " + (stated is null ? "" : $"\"encoding\": \"{stated}\", ") + Fields.Replace("} }", "}, \"participations\": { \"column\": \"Investor\" } }", StringComparison.Ordinal) + "}");
        const string Text = "Company,Amount,Investor\nMüller Söhne,1,Nobody “knows”\nGröße,lots,\nÄther,3,\n";
        await File.WriteAllBytesAsync(_folder.File("some.csv"), [.. Convert.FromHexString(mark), .. encoding.GetBytes(written == "iso-8859-1" ? Text.Replace('“', '"').Replace('”', '"') : Text)]);

        var report = await ImportAsync(database, _folder.File("some.csv"), mapping, "refused.csv");

        report.Refused.Should().Be(2);
        var bytes = await File.ReadAllBytesAsync(_folder.File("refused.csv"));
        Convert.ToHexString(bytes).Should().StartWith(mark + Convert.ToHexString(encoding.GetBytes("Company")));
        var mended = encoding.GetString(bytes).Replace("lots", "2", StringComparison.Ordinal);
        mended.Should().Contain("Müller Söhne,1,Nobody ");
        await File.WriteAllBytesAsync(_folder.File("mended.csv"), encoding.GetBytes(Regex.Replace(mended, "Nobody [^,]+,", ",")));
        (await ImportAsync(database, _folder.File("mended.csv"), mapping)).Problems.Should().BeEmpty();
        await using var db = database.NewContext();
        (await db.Parties.Select(p => p.Name).ToListAsync()).Should().BeEquivalentTo("Müller Söhne", "Größe", "Äther");
    }

    [Fact]
    public async Task A_row_that_is_too_long_is_refused_and_those_behind_it_are_read()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var mapping = Write("mapping.json", "{ " + Fields + " }");
        var (longer, most) = (new string('x', 3 * CsvReader.LongestRow), new string('x', CsvReader.LongestRow - "Long,2,".Length));
        var file = Write("long.csv", $"Company,Amount,Note\r\nGood,1,\r\nLong,2,{longer}\r\nAfter,3,\r\nMost,2,{most}\r\nLast,lots,{longer}");

        var report = await ImportAsync(database, file, mapping, "refused.csv");

        report.Problems.Select(problem => $"{problem}").Should().Equal(
            "row 3: is longer than 1,000,000 characters",
            "row 6: is longer than 1,000,000 characters");
        (report.Rows, report.Refused, report.Kept).Should().Be((5, 2, true));
        var refused = await File.ReadAllLinesAsync(_folder.File("refused.csv"));
        refused.Skip(1).Select(line => line.Length).Should().OnlyContain(length => length > CsvReader.LongestRow, "what is left of it is not taken for the row");
        (await ImportAsync(database, _folder.File("refused.csv"), mapping)).Should().Match<TableReport>(again => again.Rows == 2 && again.Refused == 2);
        await using var db = database.NewContext();
        (await db.Parties.Select(p => p.Name).ToListAsync()).Should().BeEquivalentTo("Good", "After", "Most");
    }

    [Fact]
    public async Task Where_a_quotation_mark_is_never_closed_it_is_told_that_the_rest_was_not_read()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var file = Write("long.csv", $"Company,Amount,Note\nGood,1,\nLong,2,\"{new string('x', CsvReader.LongestRow)}\nAfter,3,\n");

        var report = await ImportAsync(database, file, Write("mapping.json", "{ " + Fields + " }"), "refused.csv");

        report.Problems.Single().ToString().Should().Be("row 3: is longer than 1,000,000 characters and within quotation marks, so that nobody can tell where it ends: "
            + "the rest of the file was not read; close the quotation mark in the file and import it again");
        (report.Rows, report.Refused, report.Kept).Should().Be((2, 1, true));
    }

    [Fact]
    public async Task A_row_that_is_too_long_may_have_quotation_marks_behind_that()
    {
        using var text = new StringReader($"{new string('x', CsvReader.LongestRow + 1)},\"a\nb\"\nNext,1\n{new string('y', CsvReader.LongestRow + 1)},\"a\nb");
        var reader = new CsvReader(text);

        var (first, next, last) = (await reader.ReadAsync(default), await reader.ReadAsync(default), await reader.ReadAsync(default));

        (first!.Line, first.Problem, first.Raw.Length).Should().Be((1L, "is longer than 1,000,000 characters", CsvReader.LongestRow));
        (next!.Line, next.Raw).Should().Be((3L, "Next,1"));
        (last!.Line, last.Problem).Should().Be((4L, "is longer than 1,000,000 characters, and a quotation mark in it is never closed: what stands behind it was not read as rows"));
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    /// <param name="refused">Name of the file for what is refused, made anew.</param>
    private async Task<TableReport> ImportAsync(TestDatabase database, string file, string mapping, string? refused = null)
    {
        if (refused is not null)
        {
            File.Delete(_folder.File(refused));
        }

        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TableImporter>()
            .ImportAsync(new TableImport(file, mapping, DryRun: false, Skip: true, Batch: null, 100, refused is null ? null : _folder.File(refused)), null, CancellationToken.None);
    }
}
