using System.IO.Compression;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>Where exports go: a folder or a ZIP file that is there whole or not at all, or a ZIP stream.</summary>
public static class ExportTargets
{
    /// <summary>A ZIP file has a time for each file, and the same data must be the same bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a folder. One that is there already stays as it is: its mode, its owner, and what is mounted on it.</summary>
    /// <param name="folder">Must not exist, or be empty. Folders above it that are missing are made.</param>
    /// <exception cref="IOException">It has something in it, or cannot be written.</exception>
    public static async Task<ExportManifest> ToFolderAsync(this ExportQueries export, string folder, CancellationToken cancellation)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"{folder} is there already, and an export overwrites nothing.");
        }

        var isThere = Directory.Exists(folder);
        var unfinished = isThere ? Path.Combine(folder, UnfinishedName(Path.GetFileName(folder))) : Unfinished(folder);
        try
        {
            Directory.CreateDirectory(unfinished);
            var manifest = await export.WriteAsync((name, _) => new(new FileStream(Path.Combine(unfinished, name), FileMode.CreateNew, FileAccess.Write)), cancellation);
            if (isThere)
            {
                MoveInto(folder, unfinished, manifest);
            }
            else
            {
                Directory.Move(unfinished, folder);
            }

            return manifest;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(folder, unfinished, exception);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    /// <summary>Writes a ZIP file; one of the same name is replaced once the new one is whole. Folders above it that are missing are made.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task<ExportManifest> ToFileAsync(this ExportQueries export, string file, CancellationToken cancellation)
    {
        file = Path.GetFullPath(file);
        var unfinished = Unfinished(file);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            ExportManifest manifest;
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                manifest = await export.ToZipAsync(stream, cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: true);
            return manifest;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(file, unfinished, exception);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
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

    /// <summary>Whether a name is one that a file with this name, or a folder, has while it is written.</summary>
    public static bool IsUnfinished(string name, string target) =>
        name.StartsWith($".{target}.", StringComparison.Ordinal) && Guid.TryParseExact(name[(target.Length + 2)..], "N", out _);

    /// <summary>Each file by a rename, the manifest last: a folder without it is no export. Whatever fails takes back what was moved.</summary>
    private static void MoveInto(string folder, string unfinished, ExportManifest manifest)
    {
        var moved = new List<string>();
        try
        {
            foreach (var name in manifest.Files.Select(file => file.Name).Append(ExportManifest.FileName))
            {
                var target = Path.Combine(folder, name);
                File.Move(Path.Combine(unfinished, name), target);
                moved.Add(target);
            }
        }
        catch
        {
            moved.ForEach(File.Delete);
            throw;
        }
    }

    /// <summary>What went wrong, told of the target: nobody else knows the name that it has meanwhile.</summary>
    private static IOException NotWritten(string target, string unfinished, Exception exception) =>
        new($"{target} cannot be written: {exception.Message.Replace(unfinished, target, StringComparison.Ordinal)}", exception);

    /// <summary>Beside the target, so that the last step is a rename.</summary>
    private static string Unfinished(string target) => Path.Combine(Path.GetDirectoryName(target)!, UnfinishedName(Path.GetFileName(target)));

    private static string UnfinishedName(string target) => $".{target}.{Guid.NewGuid():N}";
}
