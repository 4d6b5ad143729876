using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Importing;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>A pack on disk that starts out sound; a test spoils one thing of it.</summary>
public sealed class Pack : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public Pack()
    {
        Folder = Directory.CreateDirectory(_directory.File("example-wire")).FullName;
        Source = JsonNode.Parse("""
            { "slug": "example-wire", "kind": "article", "title": "Example Robotics raises money", "publisher": "Example Wire",
              "url": "https://wire.example/robotics", "publishedOn": "2026-05-04", "reliability": "C", "textIsPublic": true,
              "snapshot": { "kind": "full-text", "file": "text.txt" },
              "origins": [ { "slug": "example-daily", "kind": "article", "title": "Example Daily's report", "seen": false } ] }
            """)!.AsObject();
        Disclosure = JsonNode.Parse("""
            { "title": "Example Robotics' round",
              "changes": [
                { "record": "party", "ref": "robotics", "set": { "kind": "company", "name": "Example Robotics", "sectors": ["robotics"] },
                  "assertions": [ { "passage": { "exact": "Example Robotics, a maker of robots" } } ] },
                { "record": "funding-round", "ref": "round", "set": { "company": "#robotics", "amount": "$20 m", "status": "in-talks" },
                  "assertions": [ { "fields": ["company", "amount", "status"], "modality": "hedged", "origin": "example-daily",
                    "passage": { "exact": "in talks to raise $20 million" } } ] } ] }
            """)!.AsObject();
    }

    public string Folder { get; }

    /// <summary>What <c>source.json</c> will say.</summary>
    public JsonObject Source { get; }

    /// <summary>What <c>disclosure.json</c> will say.</summary>
    public JsonObject Disclosure { get; }

    public string Text { get; set; } = "Example Robotics, a maker of robots, is in talks to raise $20 million, Example Daily reported. Robots are many; robots are few.\n";

    /// <summary>The change at a place of the list.</summary>
    public JsonObject Change(int index) => Disclosure["changes"]![index]!.AsObject();

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Writes the three files.</summary>
    public string Write()
    {
        File.WriteAllText(PathOf("source.json"), Source.ToJsonString());
        File.WriteAllText(PathOf("disclosure.json"), Disclosure.ToJsonString());
        File.WriteAllText(PathOf("text.txt"), Text);
        return Folder;
    }

    public Task<ImportReport> ImportAsync(TestDatabase database) => ImportAsync(database, Write());

    public static async Task<ImportReport> ImportAsync(TestDatabase database, string path)
    {
        await using var services = database.BuildCore();
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SeedImporter>().ImportAsync(path, CancellationToken.None);
    }

    public void Dispose() => _directory.Dispose();
}
