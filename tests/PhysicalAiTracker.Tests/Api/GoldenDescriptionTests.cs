using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>docs/openapi.json is the description of the API as it was agreed on: a change of it is seen in review, and is what the linters and the generated client read.</summary>
[Collection(SeededApi.Name)]
public sealed class GoldenDescriptionTests(SeededApi api)
{
    private const string Renew = "TRACKER_RENEW_OPENAPI";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_description_is_the_one_in_the_docs()
    {
        var file = Repository.Path("docs", "openapi.json");
        var now = JsonNode.Parse(await api.Client().GetStringAsync("/swagger/v1/swagger.json"))!.ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            await File.WriteAllTextAsync(file, now);
        }

        var (agreed, written) = (File.Exists(file) ? await File.ReadAllLinesAsync(file) : [], now.TrimEnd('\n').Split('\n'));

        var first = agreed.Zip(written).TakeWhile(pair => pair.First == pair.Second).Count();
        agreed.SequenceEqual(written).Should().BeTrue(
            "docs/openapi.json is to say what the API does; they differ from line {0} on: {1} is now {2}. Where that is meant, run this test with {3}=1 and look at the difference",
            first + 1,
            agreed.ElementAtOrDefault(first),
            written.ElementAtOrDefault(first),
            Renew);
    }
}
