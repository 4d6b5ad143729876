using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Reads the source of a disclosure with its snapshot, and the origins that the source credits.</summary>
internal sealed class SourceReader(TrackerDbContext db, ReadContext context, Submitter submitter, DateTime now, CancellationToken cancellation)
{
    private static readonly string[] OfNewText = ["slug", "snapshot"];

    private readonly List<(Source Source, string Pointer)> _read = [];

    /// <summary>Known or new source and the snapshot that passages are looked for in; nulls after reporting.</summary>
    public async Task<(Source? Source, Snapshot? Snapshot)> ReadAsync(JsonObject document)
    {
        var origins = DisclosureDocument.Array(document, "origins", "", context, DisclosureDocument.MaxOrigins);
        for (var index = 0; index < origins?.Count; index++)
        {
            var pointer = Pointers.Append("/origins", index);
            if (origins[index] is JsonObject origin)
            {
                await ReadSourceAsync(origin, pointer);
            }
            else
            {
                context.Report(pointer, "is not an object");
            }
        }

        var (source, snapshot) = await ReadMainAsync(document["source"], DisclosureDocument.Quotes(document));
        await RefuseCirclesAsync();
        if (source is not null)
        {
            // Places named before are named again, not entered twice.
            await db.Passages.AsTracking().Where(p => p.SourceId == source.Id && p.State == PassageState.NotCaptured).LoadAsync(cancellation);
        }

        return (source, snapshot);
    }

    private async Task<(Source?, Snapshot?)> ReadMainAsync(JsonNode? node, bool quotes)
    {
        switch (node)
        {
            case JsonObject members:
                return await ReadMainAsync(members, quotes);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return await FindKnownAsync(value.GetValue<string>(), quotes);
            default:
                context.Report("/source", "is required: the source as an object, or the slug or id of a known one");
                return (null, null);
        }
    }

    private async Task<(Source?, Snapshot?)> FindKnownAsync(string text, bool quotes)
    {
        if (context.FindSource(text, "/source") is not { } id)
        {
            return (null, null);
        }

        var source = await db.Sources.AsTracking().FirstAsync(s => s.Id == id, cancellation);
        var snapshot = await db.Snapshots.AsTracking().Include(s => s.Passages).Where(s => s.SourceId == id)
            .OrderByDescending(s => s.CapturedAt).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellation);
        if (snapshot is null && quotes)
        {
            context.Report("/source", "has no stored text in which a passage could be proved: give each passage a locator instead");
        }

        // Whoever names a place in it has read it.
        source.Seen |= snapshot is null && !quotes;

        return (source, snapshot);
    }

    private async Task<(Source?, Snapshot?)> ReadMainAsync(JsonObject node, bool quotes)
    {
        var source = await ReadSourceAsync(node, "/source");
        if (node["snapshot"] is null && !quotes)
        {
            return (source, null);
        }

        if (node["snapshot"] is not JsonObject members)
        {
            context.Report("/source/snapshot", "is required: the text in which passages are proved; only passages that all have a locator do without");
            return (source, null);
        }

        var snapshot = new Snapshot { CapturedAt = now };
        EvidenceFields.Snapshot.Read(snapshot, members, "/source/snapshot", context, isNew: true, "text", "file");
        if (members["text"] is not { } raw || raw.GetValueKind() != JsonValueKind.String)
        {
            context.Report("/source/snapshot/text", "is required");
            return (source, null);
        }

        var text = SnapshotText.Normalise(raw.GetValue<string>());
        if (string.IsNullOrWhiteSpace(text) || text.Length > Snapshot.TextLength)
        {
            context.Report("/source/snapshot/text", text.Length > Snapshot.TextLength
                ? $"has {text.Length:N0} characters; {Snapshot.TextLength:N0} are the most" : "is empty");
            return (source, null);
        }

        (snapshot.Text, snapshot.Sha256) = (text, SnapshotText.Sha256(text));
        return (source, source is null ? snapshot : await KeepAsync(source, snapshot));
    }

    /// <summary>
    /// The stored snapshot with the same text, or the new one. Somebody who brings an earlier text again means that the source went back to it;
    /// a pack that is imported again does not.
    /// </summary>
    private async Task<Snapshot> KeepAsync(Source source, Snapshot snapshot)
    {
        var newest = await db.Snapshots.AsTracking().Include(s => s.Passages).Where(s => s.SourceId == source.Id && (!submitter.Imported || s.Sha256 == snapshot.Sha256))
            .OrderByDescending(s => s.CapturedAt).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellation);
        if (newest?.Sha256 == snapshot.Sha256)
        {
            return newest;
        }

        snapshot.SourceId = source.Id;
        db.Snapshots.Add(snapshot);
        return snapshot;
    }

    private async Task<Source?> ReadSourceAsync(JsonObject node, string pointer)
    {
        var slug = node["slug"] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        var known = !Slug.IsValid(slug) ? null : await db.Sources.AsTracking().FirstOrDefaultAsync(s => s.Slug == slug, cancellation);
        var unread = known is not null && pointer == "/source" && !await db.Snapshots.AnyAsync(s => s.SourceId == known.Id, cancellation);
        // A new text of a known source is told by its slug alone.
        var isNewText = known is not null && pointer == "/source" && node["snapshot"] is not null && node.All(member => OfNewText.Contains(member.Key));
        if (known is not null && !submitter.Imported && !unread && !isNewText)
        {
            context.Report(Pointers.Append(pointer, "slug"), $"“{slug}” is taken by “{known.Title}”: refer to that source by its slug, or choose another");
            return null;
        }

        if (known is null && slug is not null && context.Sources.ContainsKey(slug))
        {
            context.Report(Pointers.Append(pointer, "slug"), $"“{ReadContext.Short(slug)}” is the slug of another source of this document");
            return null;
        }

        var source = known ?? new Source { CreatedAt = now };
        // Others only credited it until now.
        source.Seen |= unread;
        EvidenceFields.Source.Read(source, node, pointer, context, isNew: known is null, EvidenceFields.SourceExtras);
        if (source.Slug.Length == 0)
        {
            source.Slug = await FreeSlugAsync(source);
        }

        _read.Add((source, pointer));
        await RefuseKnownUrlAsync(source, pointer);
        if (known is null)
        {
            db.Sources.Add(source);
        }

        context.Sources[source.Slug] = source.Id;
        context.Sources[source.Id.ToString()] = source.Id;
        return source;
    }

    /// <summary>Nobody rewrites somebody who rewrites him. Told once all sources of the document are read.</summary>
    private async Task RefuseCirclesAsync()
    {
        foreach (var (source, pointer) in _read.Where(read => read.Source.OriginId is not null))
        {
            if (await OriginChain.LeadsToAsync(db, source.OriginId!.Value, source.Id, cancellation))
            {
                context.Report(Pointers.Append(pointer, "origin"), "leads back to the source itself: origins may not go in a circle");
            }
        }
    }

    private async Task RefuseKnownUrlAsync(Source source, string pointer)
    {
        if (source.UrlKey is not { } key)
        {
            return;
        }

        if (db.Sources.Local.Any(s => s.UrlKey == key && s != source))
        {
            context.Report(Pointers.Append(pointer, "url"), "is the address of another source of this document");
        }
        else if (await db.Sources.Where(s => s.UrlKey == key && s.Id != source.Id).Select(s => new { s.Slug, s.Title }).FirstOrDefaultAsync(cancellation) is { } twin)
        {
            context.Report(Pointers.Append(pointer, "url"), $"is the address of a known source, “{twin.Title}”: use /sources/{twin.Slug}");
        }
    }

    private async Task<string> FreeSlugAsync(Source source)
    {
        var stem = Slug.From($"{source.Publisher} {source.Title}") ?? "source";
        stem = stem[..Math.Min(stem.Length, Slug.MaxLength - 5)].TrimEnd('-');
        var slug = stem;
        for (var n = 2; context.Sources.ContainsKey(slug) || await db.Sources.AnyAsync(s => s.Slug == slug, cancellation); n++)
        {
            slug = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{n}");
        }

        return slug;
    }
}
