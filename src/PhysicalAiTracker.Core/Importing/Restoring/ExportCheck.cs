using System.Security.Cryptography;
using System.Text.Json;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Exporting;

namespace PhysicalAiTracker.Core.Importing.Restoring;

/// <summary>Looks at whether the files of an export are those that its manifest says, before anything of them is read.</summary>
internal static class ExportCheck
{
    /// <summary>A manifest is a few thousand bytes.</summary>
    private const int LongestManifest = 1_000_000;

    private const string Table = ".csv";
    private const string Lines = ".ndjson";

    private const int Buffer = 128 * 1024;

    /// <summary>The manifest, or null after noting what is wrong with it or with the files.</summary>
    public static async Task<ExportManifest?> ReadAsync(ExportFiles files, List<ImportProblem> problems, CancellationToken cancellation)
    {
        if (await ManifestAsync(files, problems, cancellation) is not { } manifest)
        {
            return null;
        }

        foreach (var name in files.Twice.Where(ExportQueries.FileNames.Contains))
        {
            Report(name, "is there twice: which of the two is meant cannot be told");
        }

        void Report(string name, string message) => problems.Add(new ImportProblem(files.PathOf(name), "", message));
        foreach (var twice in manifest.Files.GroupBy(file => file.Name).Where(group => group.Count() > 1))
        {
            Report(ExportManifest.FileName, $"names {twice.Key} twice");
        }

        foreach (var missing in ExportQueries.FileNames.Except(manifest.Files.Select(file => file.Name)).Where(name => name != ExportManifest.FileName))
        {
            Report(ExportManifest.FileName, $"does not name {missing}");
        }

        var rows = manifest.Files.DistinctBy(file => file.Name).ToDictionary(file => file.Name, file => file.Rows);
        foreach (var file in manifest.Files)
        {
            if (!ExportQueries.FileNames.Contains(file.Name) || file.Name == ExportManifest.FileName)
            {
                Report(ExportManifest.FileName, $"names {file.Name}, which is no file of an export");
                continue;
            }

            if (file.Name.EndsWith(Table, StringComparison.Ordinal) && rows.TryGetValue(Path.ChangeExtension(file.Name, Lines), out var same) && file.Rows != same)
            {
                Report(ExportManifest.FileName, FormattableString.Invariant($"says that {file.Name} has {file.Rows:N0} rows and {Path.ChangeExtension(file.Name, Lines)} {same:N0}, which are the same rows"));
            }

            await using var stream = files.Open(file.Name);
            if (stream is null)
            {
                Report(file.Name, "is missing");
            }
            else if (await MeasureAsync(stream, file.Bytes, cancellation) is var (bytes, hash) && (bytes != file.Bytes || hash != file.Sha256))
            {
                Report(file.Name, bytes switch
                {
                    _ when bytes > file.Bytes => FormattableString.Invariant($"is damaged: it is longer than the {file.Bytes:N0} bytes of the manifest"),
                    _ when bytes < file.Bytes => FormattableString.Invariant($"is damaged: it has {bytes:N0} of the {file.Bytes:N0} bytes of the manifest"),
                    _ => "is damaged: its SHA-256 is not the manifest's",
                });
            }
        }

        return problems.Count == 0 ? manifest : null;
    }

    private static async Task<ExportManifest?> ManifestAsync(ExportFiles files, List<ImportProblem> problems, CancellationToken cancellation)
    {
        void Report(string message) => problems.Add(new ImportProblem(files.PathOf(ExportManifest.FileName), "", message));
        try
        {
            await using var stream = files.Open(ExportManifest.FileName);
            if (stream is null)
            {
                Report("is missing: without it nobody can tell whether the other files are whole");
                return null;
            }

            var bytes = new byte[LongestManifest];
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length));
            // What a later version says is not for this one to judge.
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("format", out var format)
                || format.ValueKind != JsonValueKind.String || !format.ValueEquals(ExportManifest.Name))
            {
                Report($"is no manifest of an export: its format is not {ExportManifest.Name}");
                return null;
            }

            if (!root.TryGetProperty("schemaVersion", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
            {
                Report(version.ValueKind == JsonValueKind.Undefined ? "lacks the schema version (/schemaVersion)" : $"/schemaVersion is {version.GetRawText()}, which is no whole number");
                return null;
            }

            if (number != ExportManifest.Version)
            {
                Report($"has the schema version {number}; this program reads {ExportManifest.Version}");
                return null;
            }

            var manifest = ExportLines.Row<ExportManifest>(root.GetRawText());
            ExportLines.RefuseNull("files", manifest.Files);
            if (manifest.AsOf is { Kind: not DateTimeKind.Utc })
            {
                Report("/asOf is no time in UTC: that ends with Z");
                return null;
            }

            return manifest;
        }
        catch (JsonException exception)
        {
            Report($"cannot be read: it {JsonFault.Of(exception)}");
            return null;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            Report($"cannot be read: {exception.Message}");
            return null;
        }
    }

    /// <summary>Stops behind the length that it should have, however long a ZIP file makes it.</summary>
    private static async Task<(long Bytes, string Sha256)> MeasureAsync(Stream stream, long expected, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        long bytes = 0;
        int read;
        while (bytes <= expected && (read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            bytes += read;
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
