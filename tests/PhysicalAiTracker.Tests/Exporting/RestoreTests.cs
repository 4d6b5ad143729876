using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Cli;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Exporting;

/// <summary>What an import of an export refuses, each time whole.</summary>
public sealed class RestoreTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _folders = new();

    /// <summary>Stands for a byte that no text has.</summary>
    private const string Broken = "\u0080";

    private string Folder => _folders.File("out");

    public async Task InitializeAsync()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite, seeded: true);
        await Exported.ToFolderAsync(database, Folder);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData("sources.ndjson", "longer than the")]
    [InlineData("parties.csv", "longer than the")]
    public async Task A_file_that_grew(string file, string problem)
    {
        await File.AppendAllTextAsync(Path.Combine(Folder, file), "{}\n");

        await RefusedAsync(Path.Combine(Folder, file), problem);
    }

    [Fact]
    public async Task A_file_with_another_byte_and_one_that_is_missing_both_named()
    {
        var parties = Path.Combine(Folder, "parties.ndjson");
        var bytes = await File.ReadAllBytesAsync(parties);
        bytes[^3] ^= 1;
        await File.WriteAllBytesAsync(parties, bytes);
        File.Delete(Path.Combine(Folder, "deals.ndjson"));

        await RefusedAsync("2 problems", "parties.ndjson: is damaged: its SHA-256 is not the manifest's", "deals.ndjson: is missing");
    }

    [Theory]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2", "has the schema version 2; this program reads 1")]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": \"1\"", "/schemaVersion is \"1\", which is no whole number")]
    [InlineData("\"schemaVersion\": 1,", "", "lacks the schema version")]
    [InlineData("\"files\": [", "\"files\": [ null,", "/files/0 is null")]
    [InlineData("\"asOf\": \"2", "\"asOf\": \"1", "and what is in the export last changed 2")]
    [InlineData("Z\",", "\",", "/asOf is no time in UTC")]
    [InlineData("\"name\": \"parties.csv\",\n      \"rows\": ", "\"name\": \"parties.csv\",\n      \"rows\": 9", "which are the same rows")]
    [InlineData("physical-ai-tracker-export", "something-else", "is no manifest of an export")]
    [InlineData("\"name\": \"parties.ndjson\"", "\"name\": \"../parties.ndjson\"", "names ../parties.ndjson, which is no file of an export")]
    [InlineData("\"rows\"", "\"rwos\"", "cannot be read: /files/0/rows is missing")]
    [InlineData("{", "", "cannot be read: it is no JSON from line 2, byte")]
    public async Task A_manifest_that_is_wrong(string from, string to, string problem)
    {
        var manifest = Path.Combine(Folder, "manifest.json");
        var text = await File.ReadAllTextAsync(manifest);
        var place = text.IndexOf(from, StringComparison.Ordinal);
        await File.WriteAllTextAsync(manifest, text[..place] + to + text[(place + from.Length)..]);

        await RefusedAsync("manifest.json", problem);
    }

    [Theory, EachDatabase]
    public async Task Rows_that_the_tracker_could_not_have_written_named_by_file_and_line(DatabaseProvider provider)
    {
        await ChangeAsync("parties.ndjson", lines =>
        {
            lines[0] = lines[0].Replace("\"kind\":\"", "\"kind\":\"un", StringComparison.Ordinal);
            lines[1] = "{ \"id\":";
        });
        using var database = new TestDatabase(provider);

        var report = await Exported.RestoreAsync(database, Folder);

        report.Problems.Select(problem => (Path.GetFileName(problem.File), problem.Pointer)).Should().Equal(("parties.ndjson", "line 1"), ("parties.ndjson", "line 2"));
        report.Problems[0].Message.Should().Contain("company");
        await EmptyAsync(database);
    }

    [Theory, EachDatabase]
    public async Task A_row_that_refers_to_nothing_and_a_record_that_is_not_what_its_revision_says(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var all = await File.ReadAllTextAsync(Path.Combine(Folder, "assertions.ndjson"));
        await ChangeAsync("assertions.ndjson", lines => lines[0] = lines[0].Replace("\"passageId\":\"0", "\"passageId\":\"f", StringComparison.Ordinal));

        (await Exported.RestoreAsync(database, Folder)).Problems.Should().ContainSingle().Which.ToString().Should().Contain("assertions.ndjson line 1").And.Contain("/passageId is f").And.Contain("which is not in the export");
        await EmptyAsync(database);
        await ChangeAsync("assertions.ndjson", _ => { }, all);
        await ChangeAsync("deals.ndjson", lines => lines[0] = lines[0].Replace("\"kind\":\"", "\"note\":\"another\",\"kind\":\"", StringComparison.Ordinal));
        (await Exported.RestoreAsync(database, Folder)).Problems.Should().ContainSingle().Which.Message.Should().Contain("another than its newest revision says");
        await EmptyAsync(database);
    }

    [Theory, EachDatabase]
    public async Task Rows_that_only_somebody_who_means_to_could_have_written_the_same_on_both_databases(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        var party = JsonNode.Parse(await LineAsync("parties.ndjson", 0))!;
        var passage = JsonNode.Parse(await LineAsync("passages.ndjson", 0))!;
        var key = (string)JsonNode.Parse(await LineAsync("identities.ndjson", 0))!["importKey"]!;
        (string File, Func<string, string> Change, string Problem)[] changes =
        [
            ("passages.ndjson", line => line.Replace("\"exact\":\"", "\"exact\":\"Not ", StringComparison.Ordinal), "/exact is “Not "),
            ("passages.ndjson", line => Regex.Replace(line, "\"end\":\\d+", "\"end\":9999999"), "its snapshot * has nothing"),
            ("passages.ndjson", line => Regex.Replace(line, "\"prefix\":\"[^\"]*\"", "\"prefix\":\"Nobody said: \""), "/prefix or /suffix is not what stands before or behind"),
            ("passage-anchors.ndjson", _ => $$"""{"passageId":"{{passage["id"]}}","snapshotId":"{{passage["snapshotId"]}}","state":"intact","start":1,"end":3}""" + "\n", "/state is intact, but from 1 to 3 the snapshot"),
            ("revisions.ndjson", line => Regex.Replace(line, "\"at\":\"\\d{4}", "\"at\":\"2999"), "/at is 2999-*, which is yet to come"),
            ("revisions.ndjson", line => Regex.Replace(line, "(\"at\":\"[^\"]*)Z\"", "$1\""), "/at is *, which is no time in UTC"),
            ("disclosures.ndjson", line => line.Replace("\"title\":\"", "\"title\":\"\\u0000", StringComparison.Ordinal), "/title has the character NUL in it"),
            ("disclosures.ndjson", line => line.Replace("\"title\":\"", "\"title\":\"" + new string('x', 5000), StringComparison.Ordinal), "/title is “xxx*which has 5,*characters; at most "),
            ("identities.ndjson", line => line + "\n" + Regex.Replace(line, "\"id\":\"[^\"]*", "\"id\":\"01900000-0000-7000-8000-000000000001"), $"line 2: /importKey “{key}”: another row has the same, and only one can"),
            ("former-slugs.ndjson", _ => $$"""{"kind":"party","slug":"{{party["slug"]}}","recordId":"{{party["id"]}}"}""" + "\n", $"/slug is “{party["slug"]}”, which a party has today"),
            ("rulings.ndjson", _ => "{\"id\":\"x\"}\n", "/id is \"x\": it is an id (UUID)"),
            ("rulings.ndjson", _ => "[]\n", "line 1: is no object of JSON"),
            ("tombstones.ndjson", _ => $"{{\"id\":\"{party["id"]}\"}}\n", "/reason is missing"),
            ("assertions.ndjson", line => line.Replace("\"polarity\":\"", "\"polarity\":\"un", StringComparison.Ordinal), "/polarity is \"un*: it is one of affirms, denies"),
            ("assertions.ndjson", line => line.Replace("\"values\":[", "\"values\":[null,", StringComparison.Ordinal), "/values/0 is null"),
            ("assertions.ndjson", line => line.Replace("\"adopted\":", "\"adopted\":\"yes\",\"strange\":", StringComparison.Ordinal), "/values/0/adopted is \"yes\": it is true or false"),
            ("assertions.ndjson", line => line.Replace("{\"id\"", "{\"strange\":1,\"id\"", StringComparison.Ordinal), "/strange is no member of such a row"),
        ];
        foreach (var (file, change, problem) in changes)
        {
            var (before, manifest) = (await File.ReadAllTextAsync(Path.Combine(Folder, file)), await File.ReadAllTextAsync(Path.Combine(Folder, "manifest.json")));
            await ChangeAsync(file, lines => lines[0] = change(lines[0]));

            var report = await Exported.RestoreAsync(database, Folder);

            report.Problems.Should().NotBeEmpty(problem);
            $"{report.Problems[0]}".Should().Match($"*{file} *{problem}*").And.Contain(" line ").And.NotContainAny("PhysicalAiTracker.Core", "System.", "constraint");
            await EmptyAsync(database);
            await File.WriteAllTextAsync(Path.Combine(Folder, file), before);
            await File.WriteAllTextAsync(Path.Combine(Folder, "manifest.json"), manifest);
        }
    }

    [Fact]
    public async Task A_line_that_is_no_text_by_its_own_number()
    {
        await ChangeAsync("assertions.ndjson", lines => lines[4] = Broken + lines[4]);

        await RefusedAsync("assertions.ndjson line 5: is not UTF-8 from byte 1 on");
    }

    [Fact]
    public async Task A_folder_that_lost_its_manifest()
    {
        File.Delete(Path.Combine(Folder, "manifest.json"));

        await RefusedAsync("manifest.json: is missing");
    }

    [Fact]
    public async Task A_zip_file_in_which_a_file_is_there_twice_and_otherwise_strangers_are_named_and_left()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "notes.txt"), "somebody's own");
        await ZipFile.CreateFromDirectoryAsync(Folder, _folders.File("all.zip"));
        using var terminal = new TestTerminal();
        using var other = new TestTerminal();

        (await terminal.RunAsync("import", Folder)).Should().Match<TestTerminal.Answer>(answer => answer.Code == 0 && answer.Error == "Left unread, since no export has such files: notes.txt.\n");
        await using (var zip = await ZipFile.OpenAsync(_folders.File("all.zip"), ZipArchiveMode.Update))
        {
            await using var second = await zip.CreateEntry("parties.csv").OpenAsync();
        }

        (await other.RunAsync("import", _folders.File("all.zip"))).Error.Should().Contain("parties.csv: is there twice");
    }

    [Fact]
    public async Task A_database_that_has_something_in_it()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite, seeded: true);

        (await Exported.RestoreAsync(database, Folder)).Problems.Should().ContainSingle().Which.Message.Should().Contain("only goes into an empty database: this one has ").And.Contain("1 disclosures");
    }

    [Fact]
    public async Task Otherwise_verbs_export_to_a_file_and_import_it()
    {
        using var one = new TestTerminal();
        using var other = new TestTerminal();
        (await one.RunAsync("import", Folder)).Should().Match<TestTerminal.Answer>(answer => answer.Code == 0 && answer.Error == "" && answer.Out.Contains("\nfunding-rounds "));

        var written = await one.RunAsync("export", _folders.File("all.zip"));
        var again = await one.RunAsync("export", _folders.File("all.zip"));
        var read = await other.RunAsync("import", _folders.File("all.zip"));
        await other.RunAsync("export", _folders.File("again.zip"));

        written.Should().Match<TestTerminal.Answer>(answer => answer.Code == 0 && answer.Error == "");
        again.Should().Match<TestTerminal.Answer>(answer => answer.Code == 1 && answer.Error.Contains("overwrites nothing"));
        (read.Code, read.Error).Should().Be((0, ""));
        (await File.ReadAllBytesAsync(_folders.File("again.zip"))).Should().Equal(await File.ReadAllBytesAsync(_folders.File("all.zip")));
        await using var zip = await ZipFile.OpenReadAsync(_folders.File("all.zip"));
        using var manifest = new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync());
        (await manifest.ReadToEndAsync()).Should().Be(await File.ReadAllTextAsync(Path.Combine(Folder, "manifest.json")));
        (await other.RunAsync("import", _folders.File("all.zip"))).Error.Should().Contain("only goes into an empty database");
        await File.WriteAllBytesAsync(_folders.File("cut.zip"), (await File.ReadAllBytesAsync(_folders.File("all.zip")))[..^100]);
        (await other.RunAsync("import", _folders.File("cut.zip"))).Error.Should().EndWith("cut.zip: is no sound ZIP file: it is damaged, or was broken off on its way\n");
    }

    private async Task RefusedAsync(params string[] problems)
    {
        using var terminal = new TestTerminal();
        var answer = await terminal.RunAsync("import", Folder);
        (answer.Code, answer.Out).Should().Be((1, ""));
        answer.Error.Should().StartWith("Nothing was imported: ").And.ContainAll(problems);
    }

    private async Task<string> LineAsync(string name, int line) => (await File.ReadAllLinesAsync(Path.Combine(Folder, name)))[line];

    /// <summary>Changes lines of a file and what the manifest says of it, as somebody who means to.</summary>
    private async Task ChangeAsync(string name, Action<string[]> change, string? text = null)
    {
        var (file, list) = (Path.Combine(Folder, name), Path.Combine(Folder, "manifest.json"));
        var lines = (text ?? await File.ReadAllTextAsync(file)).Split('\n');
        change(lines);
        var after = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        if (after.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Broken)) is var at and >= 0)
        {
            after[at] = 0xff;
        }

        await File.WriteAllBytesAsync(file, after);
        var manifest = await File.ReadAllTextAsync(list);
        // Empty files have the same hash and length as each other.
        var entry = new Regex($"(\"name\": \"{Regex.Escape(name)}\"[^}}]*\"bytes\": )\\d+([^}}]*\"sha256\": \")[0-9a-f]+");
        await File.WriteAllTextAsync(list, entry.Replace(manifest, $"${{1}}{after.Length}${{2}}{HashOf(after)}"));
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static async Task EmptyAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        (await db.Records.AnyAsync() || await db.Sources.AnyAsync() || await db.Disclosures.AnyAsync() || await db.Parties.AnyAsync()).Should().BeFalse("nothing is written");
    }
}
