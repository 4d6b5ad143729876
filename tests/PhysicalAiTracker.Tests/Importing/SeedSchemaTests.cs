using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing;

public sealed class SeedSchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<object[]> Files =>
        from pack in Directory.EnumerateDirectories(Repository.Path("seeds"))
        from file in new[] { "source", "disclosure" }
        select new object[] { Path.Combine(pack, $"{file}.json"), file };

    [Theory]
    [InlineData("source")]
    [InlineData("disclosure")]
    public void The_shipped_schema_says_what_the_importer_takes(string file)
    {
        var made = Schema(file).ToJsonString(Indented) + "\n";
        var path = Repository.Path("seeds", $"{file}.schema.json");
        if (Environment.GetEnvironmentVariable("TRACKER_UPDATE_GOLDEN") is not null)
        {
            File.WriteAllText(path, made);
        }

        File.ReadAllText(path).Should().Be(made, "TRACKER_UPDATE_GOLDEN=1 tests/run --filter SeedSchemaTests writes it anew");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_shipped_pack_keeps_the_schema(string path, string file)
    {
        var schema = await JsonSchema.FromJsonAsync(File.ReadAllText(Repository.Path("seeds", $"{file}.schema.json")));

        schema.Validate(await File.ReadAllTextAsync(path)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_field_that_nobody_knows_breaks_the_schema()
    {
        using var pack = new Pack();
        pack.Change(0)["set"]!["colour"] = "blue";
        var schema = await JsonSchema.FromJsonAsync(Schema("disclosure").ToJsonString());

        schema.Validate(pack.Disclosure.ToJsonString()).Should().NotBeEmpty();
    }

    private static JsonObject Schema(string file) => file == "source" ? SeedSchema.Source() : SeedSchema.Disclosure();
}
