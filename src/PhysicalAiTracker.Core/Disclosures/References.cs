using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Looks up, in a handful of queries, everything that the strings of a document may refer to.</summary>
internal static class References
{
    private const int LongestReference = 200;
    private const int BatchSize = 5000;

    public static async Task LoadAsync(TrackerDbContext db, JsonObject document, ReadContext context, CancellationToken cancellation)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        Collect(document, texts);
        foreach (var batch in texts.Chunk(BatchSize))
        {
            var ids = batch.Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().ToArray();
            var keys = batch.Select(NameKey.Of).Distinct(StringComparer.Ordinal).ToArray();
            // Most strings are values: each that is looked for takes a page or two of an index.
            var slugs = Array.FindAll(batch, Slug.IsValid);
            await LoadPartiesAsync(db, slugs, ids, keys, context, cancellation);
            var imports = Array.FindAll(batch, text => text.IndexOf('#', StringComparison.Ordinal) > 0);
            foreach (var imported in await db.Records.Where(r => imports.Contains(r.ImportKey)).Select(r => new { r.Id, r.ImportKey }).ToListAsync(cancellation))
            {
                context.Imported[imported.ImportKey!] = imported.Id;
            }

            await LoadRecordsAsync(db, [.. ids.Union(context.Imported.Values)], context, cancellation);
            context.Assertions.UnionWith(await db.Assertions.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellation));

            foreach (var source in await db.Sources.Where(s => slugs.Contains(s.Slug) || ids.Contains(s.Id)).Select(s => new { s.Id, s.Slug }).ToListAsync(cancellation))
            {
                context.Sources[source.Slug] = source.Id;
                context.Sources[source.Id.ToString()] = source.Id;
            }
        }
    }

    /// <summary>Ids of live records; a merged one means the record that it was merged into, a removed one nothing.</summary>
    private static async Task LoadRecordsAsync(TrackerDbContext db, Guid[] ids, ReadContext context, CancellationToken cancellation)
    {
        var meant = ids;
        while (meant.Length > 0)
        {
            foreach (var record in await db.Records.AsNoTracking().Where(r => meant.Contains(r.Id) && !db.Tombstones.Any(t => t.Id == r.Id)).ToListAsync(cancellation))
            {
                context.Records[record.Id] = record.Kind;
            }

            var merged = await db.Tombstones.Where(t => meant.Contains(t.Id) && t.MergedIntoId != null)
                .Select(t => new { t.Id, Into = t.MergedIntoId!.Value, t.Record.Kind }).ToListAsync(cancellation);
            foreach (var record in merged)
            {
                // What was merged into it earlier is meant by it now.
                foreach (var earlier in context.Merged.Where(pair => pair.Value == record.Id).Select(pair => pair.Key).Append(record.Id).ToList())
                {
                    context.Merged[earlier] = record.Into;
                    if (record.Kind == RecordKind.Party)
                    {
                        context.Parties.AddMerged(earlier, record.Into);
                    }
                }
            }

            meant = [.. merged.Select(record => record.Into).Distinct()];
        }
    }

    private static async Task LoadPartiesAsync(
        TrackerDbContext db, string[] slugs, Guid[] ids, string[] keys, ReadContext context, CancellationToken cancellation)
    {
        var former = await db.FormerSlugs.AsNoTracking().Where(s => s.Kind == RecordKind.Party && slugs.Contains(s.Slug)).ToListAsync(cancellation);
        // One query would have to look at every party: no index serves "by slug, or by one of its names".
        HashSet<Guid> meant = [.. ids, .. former.Select(s => s.RecordId)];
        meant.UnionWith(await db.Parties.Where(p => slugs.Contains(p.Slug)).Select(p => p.Id).ToListAsync(cancellation));
        // A name that the document does not have is nobody's here: an index has all that is asked of the others.
        var names = await db.Set<PartyName>().Where(n => n.Whole && keys.Contains(n.Key)).Select(n => new { n.Key, n.PartyId }).ToListAsync(cancellation);
        foreach (var named in names.GroupBy(name => name.Key, name => name.PartyId))
        {
            foreach (var party in named)
            {
                context.Parties.AddKey(named.Key, party);
            }

            // Who is meant by a name alone need not be read, unless the answer has to tell slugs apart.
            meant.UnionWith(named.Skip(1).Any() ? named : []);
        }

        var all = meant.ToArray();
        foreach (var party in await db.Parties.Where(p => all.Contains(p.Id)).Select(p => new { p.Id, p.Slug }).ToListAsync(cancellation))
        {
            context.Parties.AddSlug(party.Slug, party.Id);
        }

        former.ForEach(slug => context.Parties.AddSlug(slug.Slug, slug.RecordId));
    }

    private static void Collect(JsonNode? node, HashSet<string> texts)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    // Long texts refer to nothing.
                    if (name is not ("exact" or "prefix" or "suffix" or "text"))
                    {
                        Collect(value, texts);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(item, texts);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String
                && SnapshotText.Normalise(value.GetValue<string>()).Trim() is { Length: > 0 and <= LongestReference } text:
                texts.Add(text);
                break;
        }
    }
}
