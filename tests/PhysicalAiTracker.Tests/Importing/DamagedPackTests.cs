using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing;

/// <summary>Each way to spoil a pack: told with file and pointer, and nothing written.</summary>
public sealed class DamagedPackTests
{
    public static TheoryData<string, Action<Pack>, string, string, string> Damages => new()
    {
        { "unknown field", p => p.Change(1)["set"]!["colour"] = "blue", "disclosure.json", "/changes/1/set/colour", "no field of a funding-round" },
        { "unknown member of a change", p => p.Change(1)["colour"] = "blue", "disclosure.json", "/changes/1/colour", "no member" },
        { "unknown member of the source", p => p.Source["colour"] = "blue", "source.json", "/colour", "no field" },
        { "unknown record kind", p => p.Change(1)["record"] = "loan", "disclosure.json", "/changes/1/record", "none of party" },
        { "missing passage", p => Passage(p)["exact"] = "has raised $30 million", "disclosure.json", "/changes/1/assertions/0/passage/exact", "" },
        { "ambiguous passage", p => Passage(p)["exact"] = "obots are", "disclosure.json", "/changes/1/assertions/0/passage/exact", "2" },
        { "no passage", p => Assertion(p).Remove("passage"), "disclosure.json", "/changes/1/assertions/0/passage", "is required" },
        { "unknown currency", p => Set(p)["amount"] = "XQZ 20 m", "disclosure.json", "/changes/1/set/amount", "XQZ" },
        { "unknown currency in parts", p => Set(p)["amount"] = JsonNode.Parse("""{"value": 20, "currency": "XQZ"}"""), "disclosure.json", "/changes/1/set/amount", "XQZ" },
        { "impossible date", p => Set(p)["announcedOn"] = "2025-13", "disclosure.json", "/changes/1/set/announcedOn", "2025-13" },
        { "reference to nothing", p => Set(p)["company"] = "#nobody", "disclosure.json", "/changes/1/set/company", "#nobody" },
        { "party of no name", p => Set(p)["company"] = "Nobody at all", "disclosure.json", "/changes/1/set/company", "Nobody at all" },
        { "origin of no name", p => Assertion(p)["origin"] = "nobody", "disclosure.json", "/changes/1/assertions/0/origin", "nobody" },
        { "unknown word", p => Set(p)["status"] = "finished", "disclosure.json", "/changes/1/set/status", "rumored" },
        { "value without evidence", p => Set(p)["stage"] = "seed", "disclosure.json", "/changes/1/set/stage", "no passage" },
        { "required field left out", p => Set(p).Remove("company"), "disclosure.json", "/changes/1/set/company", "is required" },
        { "text too long", p => p.Disclosure["title"] = new string('x', 301), "disclosure.json", "/title", "300" },
        { "two changes with one ref", p => p.Change(1)["ref"] = "robotics", "disclosure.json", "/changes/1/ref", "another change" },
        { "number for text", p => p.Disclosure["title"] = 7, "disclosure.json", "/title", "not text" },
        { "list for an object", p => p.Change(1)["set"] = new JsonArray(), "disclosure.json", "/changes/1/set", "not an object" },
        { "script for an address", p => p.Source["url"] = "javascript:alert(1)", "source.json", "/url", "" },
        { "no changes", p => p.Disclosure["changes"] = new JsonArray(), "disclosure.json", "/changes", "at least one" },
        { "text file elsewhere", p => p.Source["snapshot"]!["file"] = "../text.txt", "source.json", "/snapshot/file", "same folder" },
        { "text file missing", p => p.Source["snapshot"]!["file"] = "other.txt", "other.txt", "", "does not exist" },
        { "empty text", p => p.Text = " \n", "text.txt", "", "empty" },
        { "round that supersedes itself", p => Set(p)["supersedes"] = "#round", "disclosure.json", "/changes/1/set/supersedes", "itself" },
        { "zero width range", p => Set(p)["valuationKind"] = "post-money", "disclosure.json", "/changes/1/set/valuationKind", "" },
        { "credibility out of range", p => Assertion(p)["credibility"] = 7, "disclosure.json", "/changes/1/assertions/0/credibility", "1 to 6" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damage_is_told_at_its_place(string what, Action<Pack> spoil, string file, string pointer, string words)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var pack = new Pack();
        spoil(pack);

        var report = await pack.ImportAsync(database);

        report.Problems.Should().Contain(
            problem => problem.File == pack.PathOf(file) && problem.Pointer == pointer && problem.Message.Contains(words, StringComparison.Ordinal), what);
        await SeedImporterTests.ShouldBeEmptyAsync(database);
    }

    [Theory]
    [InlineData("{ \"title\": ", "is not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{ \"title\": \"a\", \"title\": \"b\", \"changes\": [] }", "is not JSON")]
    [InlineData("{ \"source\": {}, \"changes\": [] }", "source.json")]
    public async Task Bad_JSON_is_told_with_its_file(string json, string words)
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var pack = new Pack();
        pack.Write();
        await File.WriteAllTextAsync(pack.PathOf("disclosure.json"), json);

        var report = await Pack.ImportAsync(database, pack.Folder);

        report.Problems.Should().Contain(problem => problem.File == pack.PathOf("disclosure.json") && problem.Message.Contains(words, StringComparison.Ordinal));
        await SeedImporterTests.ShouldBeEmptyAsync(database);
    }

    [Theory, EachDatabase]
    public async Task Every_problem_is_listed_not_only_the_first(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var pack = new Pack();
        Set(pack)["amount"] = "ten bn";
        Set(pack)["announcedOn"] = "2025-13";
        Passage(pack)["exact"] = "said by nobody";
        pack.Source["reliability"] = "G";

        var report = await pack.ImportAsync(database);

        report.Problems.Select(problem => problem.Pointer).Should().Contain(
            ["/reliability", "/changes/1/set/amount", "/changes/1/set/announcedOn", "/changes/1/assertions/0/passage/exact"]);
        await SeedImporterTests.ShouldBeEmptyAsync(database);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_told_with_their_file()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var pack = new Pack();
        pack.Write();
        await File.WriteAllBytesAsync(pack.PathOf("text.txt"), Encoding.Latin1.GetBytes("Zürich"));

        var report = await Pack.ImportAsync(database, pack.Folder);

        report.Problems.Should().ContainSingle().Which.Should().Match<Core.Importing.ImportProblem>(p => p.File == pack.PathOf("text.txt") && p.Message.Contains("UTF-8"));
    }

    [Theory, EachDatabase]
    public async Task NUL_and_other_control_characters_do_no_harm(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var pack = new Pack();
        pack.Change(0)["set"]!["summary"] = "A\u0000 robot\u0007 maker";
        pack.Text = "\uFEFF" + pack.Text.Replace(" is in ", "\u0000 is\r\nin ", StringComparison.Ordinal);

        var report = await pack.ImportAsync(database);

        report.Problems.Should().BeEmpty();
        using var context = database.NewContext();
        context.Parties.Single().Summary.Should().Be("A robot maker");
    }

    private static JsonObject Set(Pack pack) => pack.Change(1)["set"]!.AsObject();

    private static JsonObject Assertion(Pack pack) => pack.Change(1)["assertions"]![0]!.AsObject();

    private static JsonObject Passage(Pack pack) => Assertion(pack)["passage"]!.AsObject();
}
