using System.IO.Compression;
using PhysicalAiTracker.Core.Exporting;

namespace PhysicalAiTracker.Core.Importing.Restoring;

/// <summary>The files of an export, in a folder or in a ZIP file.</summary>
internal sealed class ExportFiles : IDisposable
{
    private readonly string _path;
    private readonly ZipArchive? _zip;

    /// <exception cref="InvalidDataException">The file is no ZIP file.</exception>
    public ExportFiles(string path) => (_path, _zip) = (path, File.Exists(path) ? ZipFile.OpenRead(path) : null);

    /// <summary>What to call a file in a message.</summary>
    public string PathOf(string name) => Path.Combine(_path, name);

    /// <summary>Names of files that belong to no export.</summary>
    public IReadOnlyList<string> Strangers => [.. Names.Where(name => !ExportQueries.FileNames.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Names that are there more than once, which only a ZIP file can have: which of them is meant nobody can tell.</summary>
    public IReadOnlyList<string> Twice => [.. Names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)];

    private IEnumerable<string> Names => _zip is null
        ? Directory.Exists(_path) ? Directory.EnumerateFileSystemEntries(_path).Select(entry => Path.GetFileName(entry)!) : []
        : _zip.Entries.Select(entry => entry.FullName);

    /// <summary>A file from its beginning; null where there is none. Only names without a folder are looked for.</summary>
    public Stream? Open(string name)
    {
        if (_zip is not null)
        {
            return _zip.GetEntry(name)?.Open();
        }

        var file = Path.Combine(_path, name);
        return File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read) : null;
    }

    public void Dispose() => _zip?.Dispose();
}
