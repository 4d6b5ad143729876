using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Cli;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Exporting;

/// <summary>What an import of an export refuses, each time whole.</summary>
public sealed class RestoreTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _folders = new();

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
    [InlineData("physical-ai-tracker-export", "something-else", "is no manifest of an export")]
    [InlineData("\"name\": \"parties.ndjson\"", "\"name\": \"../parties.ndjson\"", "names ../parties.ndjson, which is no file of an export")]
    [InlineData("\"rows\"", "\"rwos\"", "cannot be read")]
    [InlineData("{", "", "cannot be read")]
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

        (await Exported.RestoreAsync(database, Folder)).Problems.Should().ContainSingle().Which.ToString().Should().Contain("assertions.ndjson line 1").And.Contain("the database refuses it");
        await EmptyAsync(database);
        await ChangeAsync("assertions.ndjson", _ => { }, all);
        await ChangeAsync("deals.ndjson", lines => lines[0] = lines[0].Replace("\"kind\":\"", "\"note\":\"another\",\"kind\":\"", StringComparison.Ordinal));
        (await Exported.RestoreAsync(database, Folder)).Problems.Should().ContainSingle().Which.Message.Should().Contain("another than its newest revision says");
        await EmptyAsync(database);
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

    /// <summary>Changes lines of a file and what the manifest says of it, as somebody who means to.</summary>
    private async Task ChangeAsync(string name, Action<string[]> change, string? text = null)
    {
        var (file, list) = (Path.Combine(Folder, name), Path.Combine(Folder, "manifest.json"));
        var before = await File.ReadAllBytesAsync(file);
        var lines = (text ?? await File.ReadAllTextAsync(file)).Split('\n');
        change(lines);
        var after = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines));
        await File.WriteAllBytesAsync(file, after);
        var manifest = (await File.ReadAllTextAsync(list)).Replace(HashOf(before), HashOf(after), StringComparison.Ordinal);
        var place = manifest.IndexOf($"\"name\": \"{name}\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(list, manifest[..place] + manifest[place..].Replace($"\"bytes\": {before.Length},", $"\"bytes\": {after.Length},", StringComparison.Ordinal));
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static async Task EmptyAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        (await db.Records.AnyAsync() || await db.Sources.AnyAsync() || await db.Disclosures.AnyAsync() || await db.Parties.AnyAsync()).Should().BeFalse("nothing is written");
    }
}
