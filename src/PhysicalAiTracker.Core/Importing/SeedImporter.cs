using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Importing;

/// <summary>Imports packs: everything is validated before anything is written, and importing again changes nothing.</summary>
public sealed class SeedImporter(DisclosureCommands disclosures)
{
    /// <summary>Name in the history.</summary>
    public const string By = "import";

    /// <param name="path">A JSON file, a pack's folder, or a folder of packs' folders.</param>
    public async Task<ImportReport> ImportAsync(string path, CancellationToken cancellation)
    {
        var problems = new List<ImportProblem>();
        var packs = FindPacks(path, problems);
        var documents = new List<(SeedPack Pack, JsonObject Document)>();
        foreach (var pack in packs)
        {
            if (await pack.ReadAsync(cancellation) is { } document)
            {
                documents.Add((pack, document));
            }
        }

        documents = SeedOrder.Sort(documents);
        var outcomes = await disclosures.ImportAsync([.. documents.Select(d => d.Document)], new Submitter(By, null, Imported: true), keep: problems.Count == 0, cancellation);
        problems.AddRange(documents.Zip(outcomes).SelectMany(pair => pair.Second.Problems.Select(p => pair.First.Pack.Locate(p.Pointer, p.Message))));
        return problems.Count > 0 ? new ImportReport(problems, []) : new ImportReport([], Count(outcomes));
    }

    private static List<SeedPack> FindPacks(string path, List<ImportProblem> problems)
    {
        if (File.Exists(path) || SeedPack.IsPack(path))
        {
            return [new SeedPack(path, problems)];
        }

        if (!Directory.Exists(path))
        {
            problems.Add(new ImportProblem(path, "", "does not exist"));
            return [];
        }

        var folders = Directory.EnumerateDirectories(path).Where(SeedPack.IsPack).Order(StringComparer.Ordinal).ToList();
        if (folders.Count == 0)
        {
            problems.Add(new ImportProblem(path, "", $"holds no pack: a folder with {SeedPack.SourceFile} and {SeedPack.DisclosureFile}"));
        }

        return folders.ConvertAll(folder => new SeedPack(folder, problems));
    }

    private static List<ImportCount> Count(IReadOnlyList<DisclosureOutcome> outcomes)
    {
        var effects = outcomes.SelectMany(outcome => outcome.Changes).ToLookup(change => change.Record, change => change.Effect);
        return
        [
            .. Enum.GetValues<RecordKind>().Where(effects.Contains).Select(kind => new ImportCount(
                kind,
                effects[kind].Count(effect => effect == ChangeEffect.Created),
                effects[kind].Count(effect => effect == ChangeEffect.Changed),
                effects[kind].Count(effect => effect == ChangeEffect.Unchanged))),
        ];
    }
}
