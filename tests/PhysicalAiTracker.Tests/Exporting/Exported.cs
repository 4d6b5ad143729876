using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Exporting;
using PhysicalAiTracker.Core.Importing.Restoring;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Exporting;

/// <summary>What the tests of exports have in common.</summary>
internal static class Exported
{
    /// <summary>Words of a text that may not be shown to everybody, and of a draft: no export has them.</summary>
    public const string Withheld = "Around these words stand others that nobody but analysts may read.";
    public const string Drafted = "A draft that is nobody else's business";

    public static async Task<ExportManifest> ToFolderAsync(TestDatabase database, string folder)
    {
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ExportQueries>().ToFolderAsync(folder, CancellationToken.None);
    }

    public static async Task<RestoreReport> RestoreAsync(TestDatabase database, string path)
    {
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RestoreCommands>().RestoreAsync(path, CancellationToken.None);
    }

    /// <summary>Each file by its name.</summary>
    public static Dictionary<string, byte[]> Read(string folder) => Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllBytes);

    /// <summary>Everything that has a table of its own: merges, a merge undone, former slugs, a ruling, a judgement, texts of two days, a withheld text, a draft.</summary>
    public static async Task FillAsync(TestDatabase database)
    {
        await using var ledger = new Ledger(database);
        var (one, other, third) = (await ledger.CompanyAsync("Gripwell Robotics"), await ledger.CompanyAsync("Gripwel Robotics"), await ledger.CompanyAsync("Handvoll Robotik"));
        await ledger.EnterAsync("Gripwell was founded in 2021.", "2026-01-02", Says("party", one, "{ 'foundedOn': '2021' }"));
        await ledger.EnterAsync("Gripwell, in an archive: founded in 2019.", "2026-02-02", Says("party", one, "{ 'foundedOn': '2019' }"));
        await ledger.EnterAsync("“Handvoll” is now called Handvoll Robotics; =1+1.", "2026-02-03", Change($"{{ 'record': 'party', 'id': '{third}', 'set': {{ 'name': 'Handvoll Robotics', 'slug': 'handvoll', 'summary': '=1+1, “said”\\nand 漢字' }} }}"));
        await ledger.RuleAsync((await ledger.OpenAsync()).First(c => c.Field == "foundedOn"), "upheld", null, 1);
        await ledger.MergeAsync(other, one);
        await ledger.MergeAsync(third, one);
        await ledger.UndoMergeAsync(third);
        await ledger.EnterAsync("Gripwell has about 40 people.", "2026-03-03", Change($"{{ 'record': 'observation', 'set': {{ 'party': '{one}', 'metric': 'headcount', 'quantity': 'about 40', 'asOf': '2026-03' }} }}"));
        await ledger.InScopeAsync<TrackerDbContext, int>(async db =>
        {
            var quiet = await db.Snapshots.AsTracking().Include(s => s.Source).FirstAsync(s => s.Text.StartsWith("Gripwell has about 40"));
            quiet.Source.TextIsPublic = false;
            quiet.Text += Withheld;
            db.Disclosures.Add(new Disclosure { Title = Drafted, By = "ana", CreatedAt = quiet.CapturedAt, UpdatedAt = quiet.CapturedAt });
            return await db.SaveChangesAsync();
        });
    }
}
