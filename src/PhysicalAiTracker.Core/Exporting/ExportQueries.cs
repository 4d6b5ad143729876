using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources.Likeness;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>Opens a file of an export to write to. The one before is closed by then.</summary>
public delegate ValueTask<Stream> OpenFile(string name, CancellationToken cancellation);

/// <summary>
/// Writes everything that the tracker knows and may tell, row by row: memory does not grow with it. The same data are the same bytes, on
/// either database.
/// </summary>
public sealed class ExportQueries(TrackerDbContext db, IOptions<ExportOptions> options)
{
    private const int Buffer = 64 * 1024;

    /// <summary>Of the hash that tells one licence from another.</summary>
    private const int LicenceBytes = 8;

    private static readonly byte[] LineEnd = [(byte)'\n'];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Names of all files, in the order in which they are written.</summary>
    public static IReadOnlyList<string> FileNames { get; } = [.. ExportTables.All.SelectMany(table => FilesOf(table).Select(file => file.Name)), ExportManifest.FileName];

    /// <summary>Null where nobody stated any.</summary>
    private string? Licence => options.Value.Licence is { Length: > 0 } stated ? stated : null;

    /// <summary>Changes whenever a row or the manifest of an export does: for ETags.</summary>
    public async Task<string> VersionAsync(CancellationToken cancellation)
    {
        var rows = await db.Revisions.CountAsync(cancellation) + await db.ContradictionRulings.CountAsync(cancellation) + await db.FormerSources.CountAsync(cancellation)
            + await db.SourceLikenesses.CountAsync(l => l.State != LikenessState.Suggested, cancellation) + await db.DuplicateJudgements.CountAsync(cancellation)
            + await db.Snapshots.CountAsync(cancellation) + await db.Sources.CountAsync(cancellation);
        var asOf = (await AsOfAsync(db, cancellation))?.Ticks ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"{ExportManifest.Version}-{asOf:x}-{rows:x}{(Licence is null ? "" : "-" + Convert.ToHexStringLower(SHA256.HashData(Utf8.GetBytes(Licence)).AsSpan(0, LicenceBytes)))}");
    }

    /// <summary>Writes all files and, last, the manifest.</summary>
    public async Task<ExportManifest> WriteAsync(OpenFile open, CancellationToken cancellation)
    {
        await using var state = await OneState.OfAsync(db, cancellation);
        var files = new List<ExportedFile>();
        foreach (var table in ExportTables.All)
        {
            foreach (var (name, lines) in FilesOf(table))
            {
                await using var file = await open(name, cancellation);
                await using var hashed = new HashedStream(file);
                var rows = await WriteAsync(hashed, lines(db, cancellation), cancellation);
                files.Add(new ExportedFile(name, rows, hashed.Length, hashed.Sha256));
            }
        }

        var manifest = new ExportManifest(ExportManifest.Name, ExportManifest.Version, await AsOfAsync(db, cancellation), Licence, files);
        await using var last = await open(ExportManifest.FileName, cancellation);
        await last.WriteAsync(Utf8.GetBytes(JsonSerializer.Serialize(manifest, ExportJson.Indented) + "\n"), cancellation);
        return manifest;
    }

    /// <summary>Writes one of the files.</summary>
    /// <param name="name">One of <see cref="FileNames"/>, and not the manifest.</param>
    public async Task WriteAsync(string name, Stream file, CancellationToken cancellation)
    {
        await using var state = await OneState.OfAsync(db, cancellation);
        var (_, lines) = ExportTables.All.SelectMany(FilesOf).First(known => known.Name == name);
        await WriteAsync(file, lines(db, cancellation), cancellation);
    }

    private static IEnumerable<(string Name, Func<TrackerDbContext, CancellationToken, IAsyncEnumerable<(ReadOnlyMemory<byte> Text, bool IsRow)>> Lines)> FilesOf(ExportTable table) =>
    [
        ($"{table.Name}.ndjson", (db, cancellation) => NdjsonAsync(table, db, cancellation)),
        ($"{table.Name}.csv", (db, cancellation) => CsvAsync(table, db, cancellation)),
    ];

    private static async IAsyncEnumerable<(ReadOnlyMemory<byte> Text, bool IsRow)> NdjsonAsync(ExportTable table, TrackerDbContext db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var line in table.LinesAsync(db, cancellation))
        {
            yield return (line, true);
            yield return (LineEnd, false);
        }
    }

    private static async IAsyncEnumerable<(ReadOnlyMemory<byte> Text, bool IsRow)> CsvAsync(ExportTable table, TrackerDbContext db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var line = new StringBuilder();
        CsvLine.Write(line, table.Columns.Select(column => (JsonNode?)column.Header));
        yield return (Utf8.GetBytes(line.ToString()), false);
        await foreach (var json in table.LinesAsync(db, cancellation))
        {
            line.Clear();
            var row = ExportLines.Parse(json.Span);
            CsvLine.Write(line, table.Columns.Select(column => column.Value(row)));
            yield return (Utf8.GetBytes(line.ToString()), true);
        }
    }

    private static async Task<long> WriteAsync(Stream file, IAsyncEnumerable<(ReadOnlyMemory<byte> Text, bool IsRow)> lines, CancellationToken cancellation)
    {
        var waiting = new ArrayBufferWriter<byte>(Buffer);
        long rows = 0;
        await foreach (var (text, isRow) in lines.WithCancellation(cancellation))
        {
            waiting.Write(text.Span);
            rows += isRow ? 1 : 0;
            if (waiting.WrittenCount >= Buffer)
            {
                await file.WriteAsync(waiting.WrittenMemory, cancellation);
                waiting.ResetWrittenCount();
            }
        }

        await file.WriteAsync(waiting.WrittenMemory, cancellation);
        await file.FlushAsync(cancellation);
        return rows;
    }

    /// <summary>When what an export holds last changed.</summary>
    internal static async Task<DateTime?> AsOfAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        DateTime?[] times =
        [
            await db.Revisions.MaxAsync(r => (DateTime?)r.At, cancellation),
            await db.Disclosures.Where(d => d.State == DisclosureState.Accepted).MaxAsync(d => d.DecidedAt, cancellation),
            await db.Sources.MaxAsync(s => (DateTime?)s.CreatedAt, cancellation),
            await db.FormerSources.MaxAsync(f => (DateTime?)f.Until, cancellation),
            await db.Snapshots.MaxAsync(s => (DateTime?)s.CapturedAt, cancellation),
            await db.SourceLikenesses.Where(l => l.State != LikenessState.Suggested).MaxAsync(l => l.At, cancellation),
            await db.ContradictionRulings.MaxAsync(r => (DateTime?)r.At, cancellation),
            await db.DuplicateJudgements.MaxAsync(j => (DateTime?)j.At, cancellation),
        ];
        return times.Max();
    }
}
