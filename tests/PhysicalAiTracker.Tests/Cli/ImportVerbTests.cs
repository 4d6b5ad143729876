using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Cli;

public sealed class ImportVerbTests
{
    [Fact]
    public async Task Reports_what_it_created_and_the_second_time_that_nothing_changed()
    {
        using var terminal = new TestTerminal();

        var first = await terminal.RunAsync("import", Seeds.All);
        var second = await terminal.RunAsync("import", Seeds.All);

        (first.Code, first.Error).Should().Be((0, ""));
        first.Out.Should().MatchRegex(@"\nfunding-round +[1-9]\d* +0 +0\n").And.MatchRegex(@"\ntotal +[1-9]\d* +\d+ +0\n");
        second.Code.Should().Be(0);
        second.Out.Should().MatchRegex(@"\ntotal +0 +0 +[1-9]\d*\n");
    }

    [Fact]
    public async Task A_missing_file_exits_1()
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync("import", "/nowhere/at/all");

        answer.Should().Be(new TestTerminal.Answer(1, "", "/nowhere/at/all does not exist.\n"));
    }

    [Fact]
    public async Task A_damaged_pack_exits_1_with_every_problem_and_writes_nothing()
    {
        using var terminal = new TestTerminal();
        using var packs = new TemporaryDirectory();
        var pack = Directory.CreateDirectory(packs.File("broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(pack, "source.json"), """{ "kind": "article", "title": "T", "slug": "t", "colour": "red" }""");
        await File.WriteAllTextAsync(Path.Combine(pack, "disclosure.json"), """{ "title": "D", "changes": [ { "record": "unicorn", "set": {} } ] }""");

        var answer = await terminal.RunAsync("import", packs.Path);

        (answer.Code, answer.Out).Should().Be((1, ""));
        answer.Error.Should().StartWith("Nothing was imported: ").And.Contain("source.json /colour").And.Contain("disclosure.json /changes/0/record");
    }

    [Theory]
    [InlineData("--batch", "x", 2147483647)]
    [InlineData("--batch", "0", 2147483647)]
    [InlineData("--batch", "99999999999", 2147483647)]
    [InlineData("--max-errors", "x", 100000)]
    [InlineData("--max-errors", "100001", 100000)]
    [InlineData("--max-errors", "1.5", 100000)]
    public async Task A_number_that_is_none_is_wrong_use_and_told_with_what_is_allowed(string option, string value, int most)
    {
        using var terminal = new TestTerminal();

        var answer = await terminal.RunAsync("import", "rows.ndjson", option, value);

        (answer.Code, answer.Out).Should().Be((2, ""));
        answer.Error.Should().StartWith($"{option} is “{value}”; allowed: a whole number from 1 to {most}\nUsage: ");
    }

    [Fact]
    public async Task A_dry_run_says_what_the_import_would_do_with_a_refused_row()
    {
        using var terminal = new TestTerminal();
        var file = terminal.File("rows.ndjson");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, 5).Select(number => $$"""{"record":"party","set":{"kind":"{{(number == 5 ? "unicorn" : "company")}}","name":"Company {{number}}"} }"""));

        var stop = await terminal.RunAsync("import", file, "--dry-run");
        var skip = await terminal.RunAsync("import", file, "--dry-run", "--on-error", "skip");
        var first = await terminal.RunAsync("import", file, "--dry-run", "--batch", "100");
        var batches = await terminal.RunAsync("import", file, "--dry-run", "--batch", "3");
        var real = await terminal.RunAsync("import", file, "--batch", "3");

        foreach (var nothing in new[] { stop, first })
        {
            nothing.Code.Should().Be(1);
            nothing.Out.Should().Be("5 rows: 4 could be taken, 0 known before, 1 refused; nothing would be imported.\n");
            nothing.Error.Should().StartWith("Nothing would be imported: 1 problem.\n  row 5, kind, ");
        }

        skip.Out.Should().MatchRegex("\nparty +4 +0 +0\n").And.EndWith("5 rows: 4 taken, 0 known before, 1 refused; nothing was kept, since this was a dry run.\n");
        skip.Error.Should().StartWith("Not everything would be imported: 1 problem.\n");
        batches.Out.Should().MatchRegex("\nparty +3 +0 +0\n").And.EndWith("5 rows: 3 taken, 0 known before, 1 refused, 1 not kept; nothing was kept, since this was a dry run.\n");
        batches.Error.Should().StartWith("Not everything would be imported: 1 problem.\n");
        real.Out.Should().MatchRegex("\nparty +3 +0 +0\n").And.EndWith("5 rows: 3 taken, 0 known before, 1 refused, 1 not kept.\n");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_which_can()
    {
        using var terminal = new TestTerminal();
        await File.WriteAllBytesAsync(terminal.File("a.xlsx"), [0x50, 0x4B, 3, 4]);
        await File.WriteAllTextAsync(terminal.File("a.txt"), "Company,Amount\n");
        await File.WriteAllTextAsync(terminal.File("pack.txt"), " { \"title\": 5 }");

        var workbook = await terminal.RunAsync("import", terminal.File("a.xlsx"), "--mapping", "m.json");
        var text = await terminal.RunAsync("import", terminal.File("a.txt"));
        var pack = await terminal.RunAsync("import", terminal.File("pack.txt"));
        var folder = await terminal.RunAsync("import", terminal.File("a.csv"), "--mapping", terminal.Data);

        const string Read = "is no file that import reads: those are .csv, .tsv, .ndjson and .jsonl (rows), .json (a disclosure), .xml (a Form D) and .zip (an export).";
        (workbook.Code, workbook.Error).Should().Be((1, $"{terminal.File("a.xlsx")} {Read} Save the workbook as CSV in UTF-8, each sheet as a file, and import that with a mapping (docs/importing/README.md).\n"));
        text.Error.Should().Be($"{terminal.File("a.txt")} {Read} A table is read with the ending .csv or .tsv.\n");
        pack.Error.Should().StartWith("Nothing was imported: ").And.NotContain(Read);
        folder.Error.Should().EndWith("a.csv does not exist.\n");
        await File.WriteAllTextAsync(terminal.File("a.csv"), "Company\n");
        (await terminal.RunAsync("import", terminal.File("a.csv"), "--mapping", terminal.Data)).Error.Should().EndWith(": is a folder; a mapping is a file\n");
    }
}
