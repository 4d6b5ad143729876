using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Tables;

/// <summary>A folder with files of rows and their mappings, and imports of them.</summary>
internal sealed class ImportFolder : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public string File(string name) => _folder.File(name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    /// <param name="mapping">JSON; null for none.</param>
    public async Task<TableReport> ImportAsync(TestDatabase database, string file, string? mapping, bool skip = false, bool dryRun = false, int? batch = null)
    {
        var stated = mapping is null ? null : Write("mapping.json", mapping);
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TableImporter>().ImportAsync(new TableImport(file, stated, dryRun, skip, batch, 100, Refused: null), null, CancellationToken.None);
    }

    public void Dispose() => _folder.Dispose();
}
