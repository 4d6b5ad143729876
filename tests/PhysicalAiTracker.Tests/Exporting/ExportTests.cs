using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Exporting;

public sealed class ExportTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.Postgres, DatabaseProvider.Sqlite)]
    public async Task Exported_imported_and_exported_again_is_the_same_byte_for_byte_on_the_other_database_too(DatabaseProvider from, DatabaseProvider to)
    {
        using var folders = new TemporaryDirectory();
        using var original = new TestDatabase(from, Seeds.All);
        await Exported.FillAsync(original);
        await Exported.ToFolderAsync(original, folders.File("first"));
        using var copy = new TestDatabase(to);

        (await Exported.RestoreAsync(copy, folders.File("first"))).Problems.Should().BeEmpty();
        await Exported.ToFolderAsync(copy, folders.File("second"));
        using var back = new TestDatabase(from);
        (await Exported.RestoreAsync(back, folders.File("second"))).Problems.Should().BeEmpty();
        await Exported.ToFolderAsync(back, folders.File("third"));

        var (first, second, third) = (Exported.Read(folders.File("first")), Exported.Read(folders.File("second")), Exported.Read(folders.File("third")));
        second.Keys.Should().BeEquivalentTo(first.Keys);
        first.Keys.Where(name => !first[name].AsSpan().SequenceEqual(second[name]) || !first[name].AsSpan().SequenceEqual(third[name])).Should().BeEmpty();
        first.Where(file => file.Key.EndsWith(".ndjson", StringComparison.Ordinal) && file.Value.Length == 0).Select(file => file.Key)
            .Should().BeSubsetOf(["former-sources.ndjson", "passage-anchors.ndjson", "likenesses.ndjson", "duplicate-judgements.ndjson"], "this database has rows of every other table");
    }

    [Theory, EachDatabase]
    public async Task The_manifest_counts_and_hashes_every_file_and_what_is_not_for_everybody_is_in_none(DatabaseProvider provider)
    {
        using var folders = new TemporaryDirectory();
        using var database = new TestDatabase(provider, seeded: true);
        await Exported.FillAsync(database);

        var manifest = await Exported.ToFolderAsync(database, folders.File("out"));

        var files = Exported.Read(folders.File("out"));
        files.Keys.Should().BeEquivalentTo(manifest.Files.Select(file => file.Name).Append("manifest.json"));
        foreach (var file in manifest.Files)
        {
            (file.Bytes, file.Sha256).Should().Be((files[file.Name].Length, Convert.ToHexStringLower(SHA256.HashData(files[file.Name]))), file.Name);
            if (file.Name.EndsWith(".ndjson", StringComparison.Ordinal))
            {
                file.Rows.Should().Be(files[file.Name].Count(b => b == '\n'), file.Name);
            }
        }

        var json = JsonNode.Parse(files["manifest.json"])!;
        ((int)json["schemaVersion"]!, (string?)json["licence"], (string)json["format"]!).Should().Be((1, null, "physical-ai-tracker-export"));
        DateTime.Parse((string)json["asOf"]!, CultureInfo.InvariantCulture).Should().BeBefore(DateTime.UtcNow.AddDays(1));
        foreach (var secret in new[] { Exported.Withheld, Exported.Drafted })
        {
            files.Where(file => Encoding.UTF8.GetString(file.Value).Contains(secret, StringComparison.Ordinal)).Should().BeEmpty();
        }

        Encoding.UTF8.GetString(files["passages.ndjson"]).Should().Contain("Gripwell has about 40 people.", "the quote itself may be told");
    }

    [Fact]
    public async Task Tables_have_the_rows_of_the_lines_and_run_nothing()
    {
        using var folders = new TemporaryDirectory();
        using var database = new TestDatabase(DatabaseProvider.Sqlite, seeded: true);
        await Exported.FillAsync(database);
        var manifest = await Exported.ToFolderAsync(database, folders.File("out"));

        foreach (var file in manifest.Files.Where(file => file.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(Path.Combine(folders.File("out"), file.Name));
            var reader = new CsvReader(text);
            var head = (await reader.ReadAsync(CancellationToken.None))!;
            var rows = 0;
            while (await reader.ReadAsync(CancellationToken.None) is { } row)
            {
                (row.Problem, row.Cells.Count).Should().Be((null, head.Cells.Count), file.Name);
                row.Cells.Should().NotContain(cell => cell.StartsWith('='), file.Name);
                rows++;
            }

            rows.Should().Be((int)manifest.Files.Single(other => other.Name == Path.ChangeExtension(file.Name, ".ndjson")).Rows, file.Name);
        }

        var rounds = await File.ReadAllLinesAsync(Path.Combine(folders.File("out"), "funding-rounds.csv"));
        rounds[0].Should().Contain("amount (in its currency),amountCurrency (ISO 4217)").And.Contain("announcedOn (EDTF)");
    }

    [Fact]
    public async Task An_export_overwrites_nothing()
    {
        using var folders = new TemporaryDirectory();
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        await File.WriteAllTextAsync(folders.File("mine.txt"), "mine");

        var write = () => Exported.ToFolderAsync(database, folders.Path);

        (await write.Should().ThrowAsync<IOException>()).WithMessage("*overwrites nothing*");
        Directory.EnumerateFileSystemEntries(folders.Path).Should().ContainSingle();
    }

    [Fact]
    public void Every_table_of_the_model_is_exported_or_left_out_for_a_reason()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var db = database.NewContext();
        string[] exported =
        [
            "Records", "Sources", "FormerSources", "Snapshots", "Passages", "PassageAnchors", "SourceLikenesses", "Disclosures", "Parties", "PartyNames", "PartySectors", "Places", "PartyCompute",
            "FundingRounds", "Participations", "Deals", "Affiliations", "ArchitectureClaims", "ClaimParts", "ClaimHosts", "ClaimHardware", "LatencyMeasurements", "Observations", "Milestones",
            "Questions", "QuestionTriggers", "QuestionResponses", "Assertions", "AssertedValues", "Revisions", "Tombstones", "FormerSlugs", "ContradictionRulings", "DuplicateJudgements",
        ];
        string[] derived = ["Grades", "Contradictions", "ContradictionSides", "ContradictionStatements", "ContradictionComparisons", "DuplicatePairs", "PartyHashes", "SnapshotHashes", "SearchDocuments"];
        string[] ofThisSite =
        [
            "AspNetUsers", "AspNetRoles", "AspNetUserRoles", "AspNetUserClaims", "AspNetUserLogins", "AspNetUserTokens", "AspNetRoleClaims", "Sessions", "ApiKeys", "Invitations", "KeptAnswers", "Outbox",
            "ActivityEntries", "Notifications", "ReviewSteps", "SubmittedEdits", "Webhooks", "WebhookDeliveries",
        ];

        db.Model.GetEntityTypes().Select(type => type.GetTableName()).Distinct().Should().BeEquivalentTo([.. exported, .. derived, .. ofThisSite]);
    }
}
