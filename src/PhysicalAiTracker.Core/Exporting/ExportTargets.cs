using System.IO.Compression;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>Where exports go: a folder or a ZIP file that is there whole or not at all, or a ZIP stream.</summary>
public static class ExportTargets
{
    /// <summary>A ZIP file has a time for each file, and the same data must be the same bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a folder.</summary>
    /// <param name="folder">Must not exist, or be empty.</param>
    /// <exception cref="IOException">It has something in it, or cannot be written.</exception>
    public static async Task<ExportManifest> ToFolderAsync(this ExportQueries export, string folder, CancellationToken cancellation)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"{folder} is there already, and an export overwrites nothing.");
        }

        var unfinished = Unfinished(folder);
        try
        {
            Directory.CreateDirectory(unfinished);
            var manifest = await export.WriteAsync((name, _) => new(new FileStream(Path.Combine(unfinished, name), FileMode.CreateNew, FileAccess.Write)), cancellation);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            Directory.Move(unfinished, folder);
            return manifest;
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    /// <summary>Writes a ZIP file; one of the same name is replaced once the new one is whole.</summary>
    public static async Task<ExportManifest> ToFileAsync(this ExportQueries export, string file, CancellationToken cancellation)
    {
        file = Path.GetFullPath(file);
        var unfinished = Unfinished(file);
        try
        {
            ExportManifest manifest;
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                manifest = await export.ToZipAsync(stream, cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Writes a ZIP archive to a stream that is only ever written to, and never waited for by a thread.</summary>
    public static async Task<ExportManifest> ToZipAsync(this ExportQueries export, Stream stream, CancellationToken cancellation)
    {
        await using var sent = new AsyncOnlyStream(stream);
        ExportManifest manifest;
        await using (var zip = await ZipArchive.CreateAsync(sent, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
        {
            manifest = await export.WriteAsync(
                async (name, token) =>
                {
                    var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                    entry.LastWriteTime = NoTime;
                    return await entry.OpenAsync(token);
                },
                cancellation);
        }

        await sent.FlushAsync(cancellation);
        return manifest;
    }

    /// <summary>Beside the target, so that the last step is a rename.</summary>
    private static string Unfinished(string target) => Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}");
}
