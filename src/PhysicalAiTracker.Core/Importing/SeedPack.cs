using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Importing;

/// <summary>A disclosure on disk: one JSON file, or a folder of <c>source.json</c>, <c>disclosure.json</c> and the text that the source names.</summary>
internal sealed class SeedPack(string path, List<ImportProblem> problems)
{
    public const string SourceFile = "source.json";
    public const string DisclosureFile = "disclosure.json";

    /// <summary>A text file beyond this is refused unread.</summary>
    private const int MaxBytes = 4 * Snapshot.TextLength;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] OfSource = ["source", "origins"];

    private string? _textFile;

    public static bool IsPack(string folder) => File.Exists(Path.Combine(folder, DisclosureFile)) || File.Exists(Path.Combine(folder, SourceFile));

    /// <summary>The whole document, or null after noting what keeps the files from making one.</summary>
    public async Task<JsonObject?> ReadAsync(CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            var single = await ParseAsync(path, cancellation);
            if (single is not null && single["key"] is null)
            {
                single["key"] = Path.GetFileNameWithoutExtension(path);
            }

            return single;
        }

        var source = await ParseAsync(Path.Combine(path, SourceFile), cancellation);
        var document = await ParseAsync(Path.Combine(path, DisclosureFile), cancellation);
        if (source is null || document is null)
        {
            return null;
        }

        foreach (var name in OfSource.Where(document.ContainsKey))
        {
            problems.Add(new ImportProblem(Path.Combine(path, DisclosureFile), $"/{name}", $"belongs into {SourceFile}"));
            return null;
        }

        document["key"] = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        document["origins"] = source["origins"]?.DeepClone();
        source.Remove("origins");
        document["source"] = source;
        return await AddTextAsync(source, cancellation) ? document : null;
    }

    /// <summary>Where a problem at a pointer into the whole document stands on disk.</summary>
    public ImportProblem Locate(string pointer, string message)
    {
        if (File.Exists(path))
        {
            return new ImportProblem(path, pointer, message);
        }

        if (pointer == "/source/snapshot/text" && _textFile is not null)
        {
            return new ImportProblem(_textFile, "", message);
        }

        return pointer switch
        {
            _ when pointer == "/source" || pointer.StartsWith("/source/", StringComparison.Ordinal) =>
                new ImportProblem(Path.Combine(path, SourceFile), pointer["/source".Length..], message),
            _ when pointer.StartsWith("/origins", StringComparison.Ordinal) => new ImportProblem(Path.Combine(path, SourceFile), pointer, message),
            _ => new ImportProblem(Path.Combine(path, DisclosureFile), pointer, message),
        };
    }

    private async Task<bool> AddTextAsync(JsonObject source, CancellationToken cancellation)
    {
        if (source["snapshot"] is not JsonObject snapshot || (snapshot["file"] as JsonValue)?.TryGetValue(out string? name) is not true)
        {
            return true;
        }

        // A pack reads beside itself and nowhere else.
        if (Path.GetFileName(name) != name || name is "." or "..")
        {
            problems.Add(new ImportProblem(Path.Combine(path, SourceFile), "/snapshot/file", "must be the name of a file in the same folder"));
            return false;
        }

        _textFile = Path.Combine(path, name);
        if (await ReadTextAsync(_textFile, cancellation) is not { } text)
        {
            return false;
        }

        snapshot["text"] = text;
        return true;
    }

    private async Task<JsonObject?> ParseAsync(string file, CancellationToken cancellation)
    {
        if (await ReadTextAsync(file, cancellation) is not { } json)
        {
            return null;
        }

        var document = DisclosureDocument.Parse(json, out var problem);
        if (problem is not null)
        {
            problems.Add(new ImportProblem(file, problem.Pointer, problem.Message));
        }

        return document;
    }

    private async Task<string?> ReadTextAsync(string file, CancellationToken cancellation)
    {
        var info = new FileInfo(file);
        if (!info.Exists || info.Length > MaxBytes)
        {
            problems.Add(new ImportProblem(file, "", info.Exists ? $"is larger than {MaxBytes:N0} bytes" : "does not exist"));
            return null;
        }

        try
        {
            return StrictUtf8.GetString(await File.ReadAllBytesAsync(file, cancellation)).TrimStart('\uFEFF');
        }
        catch (Exception exception) when (exception is DecoderFallbackException or IOException or UnauthorizedAccessException)
        {
            problems.Add(new ImportProblem(file, "", exception is DecoderFallbackException ? "is not UTF-8" : exception.Message));
            return null;
        }
    }
}
