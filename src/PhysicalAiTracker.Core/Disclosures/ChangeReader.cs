using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Reads the changes of a disclosure: first which records they are about, then what they set and who says so.</summary>
internal sealed class ChangeReader(
    TrackerDbContext db, AddedRows added, ReadContext context, Submitter submitter, string? key, CancellationToken cancellation)
{
    private const int RefLength = 60;
    private const int MaxVersion = int.MaxValue;

    /// <summary>Keys are parameters of a statement: so many at a time.</summary>
    private const int Batch = 500;

    private readonly Dictionary<string, Guid> _imported = new(StringComparer.Ordinal);
    private EarlierDocument? _earlier;

    public List<PendingChange> Changes { get; } = [];

    public List<VersionConflict> Conflicts { get; } = [];

    /// <summary>Finds or makes the record of each change, so that every reference can be resolved afterwards.</summary>
    public async Task IdentifyAsync(JsonObject document)
    {
        if (DisclosureDocument.Array(document, "changes", "", context, DisclosureDocument.MaxChanges) is not { Count: > 0 } changes)
        {
            context.Report("/changes", "is required: at least one change");
            return;
        }

        await LoadImportedAsync(changes);
        for (var index = 0; index < changes.Count; index++)
        {
            var pointer = Pointers.Append("/changes", index);
            if (changes[index] is not JsonObject node)
            {
                context.Report(pointer, "is not an object");
                continue;
            }

            DisclosureDocument.RefuseStrangers(node, DisclosureDocument.ChangeMembers, pointer, context);
            if (node["record"] is not { } word || !Values.Word<RecordKind>().TryRead(word, Pointers.Append(pointer, "record"), context, out var kind))
            {
                if (node["record"] is null)
                {
                    context.Report(Pointers.Append(pointer, "record"), "is required");
                }

                continue;
            }

            if (await FindRecordAsync(node, pointer, RecordSchemas.Of(kind)) is { } change)
            {
                Register(change);
                Changes.Add(change);
            }
        }
    }

    /// <summary>Sets the fields and reads the assertions of every change found.</summary>
    public async Task ReadAsync(Snapshot? snapshot, Source? source)
    {
        var assertions = new AssertionReader(db, added, context, snapshot, source);
        var rules = new RecordRules(db, context, Changes, cancellation);
        await rules.LoadAsync();
        foreach (var change in Changes)
        {
            var before = context.Problems.Count;
            ReadHead(change);
            ReadSet(change);
            assertions.Read(change);
            if (context.Problems.Count == before)
            {
                change.FindChanged();
                assertions.RequireEvidence(change);
                await rules.CheckAsync(change);
            }
        }
    }

    /// <summary>Which changes are of records that the same pack brought before.</summary>
    private async Task LoadImportedAsync(JsonArray changes)
    {
        if (key is null)
        {
            return;
        }

        var keys = changes.OfType<JsonObject>().Select(change => TextOf(change["ref"])).OfType<string>().Select(name => $"{key}#{SnapshotText.Normalise(name).Trim()}").Distinct();
        foreach (var batch in keys.Chunk(Batch))
        {
            foreach (var record in await db.Records.Where(r => batch.Contains(r.ImportKey)).Select(r => new { r.Id, r.ImportKey }).ToListAsync(cancellation))
            {
                _imported[record.ImportKey!] = record.Id;
            }
        }
    }

    private async Task<PendingChange?> FindRecordAsync(JsonObject node, string pointer, RecordSchema schema)
    {
        var name = DisclosureDocument.Text(node, "ref", RefLength, pointer, context);
        var importKey = key is not null && name is not null ? $"{key}#{name}" : null;
        Guid? id = importKey is not null && _imported.TryGetValue(importKey, out var known) ? known : null;
        if (node["id"] is not null)
        {
            id = DisclosureDocument.Text(node, "id", Slug.MaxLength, pointer, context) is { } text ? await FindIdAsync(schema.Kind, text, pointer) : null;
            if (id is null)
            {
                return null;
            }
        }

        if (id is null)
        {
            var made = schema.Create();
            return new PendingChange(pointer, node, schema, made, isNew: true) { Ref = name };
        }

        if (Changes.Find(change => change.Record.Id == id) is { } twice)
        {
            context.Report(Pointers.Append(pointer, "id"), $"is changed by {twice.Pointer} already: one change a record");
            return null;
        }

        if (await schema.LoadAsync(db, id.Value, cancellation) is not { } record)
        {
            if (submitter.Imported)
            {
                await LeaveAsync(schema.Kind, id.Value, name);
            }
            else
            {
                context.Report(pointer, $"its {Words.Of(schema.Kind)} was removed");
            }

            return null;
        }

        var change = new PendingChange(pointer, node, schema, record, isNew: false) { Ref = name, Earlier = await (_earlier ??= new EarlierDocument(db, key, cancellation)).ChangeAsync(name) };
        CheckVersion(change);
        return change;
    }

    /// <summary>An import leaves alone what people removed or merged; the name it has for a merged record means the other one.</summary>
    private async Task LeaveAsync(RecordKind kind, Guid id, string? name)
    {
        if (await Merged.FollowAsync(db, id, cancellation) is { } now && name is not null)
        {
            context.Define(name, kind, now);
            context.Records[now] = kind;
        }
    }

    private async Task<Guid?> FindIdAsync(RecordKind kind, string text, string pointer)
    {
        if (kind == RecordKind.Party && context.Parties.Find(text).Id is { } party)
        {
            return party;
        }

        if (kind == RecordKind.Question && await db.Questions.Where(q => q.Slug == text).Select(q => (Guid?)q.Id).FirstOrDefaultAsync(cancellation) is { } question)
        {
            return question;
        }

        return context.FindRecord(kind, text, Pointers.Append(pointer, "id"));
    }

    private void CheckVersion(PendingChange change)
    {
        if (submitter.Imported)
        {
            return;
        }

        var pointer = Pointers.Append(change.Pointer, "version");
        if (change.Node["version"] is not { } node)
        {
            context.Report(pointer, $"is required: the version that the edit started from (now {change.Record.Version})");
        }
        else if (Values.Integer(1, MaxVersion).TryRead(node, pointer, context, out var version) && version != change.Record.Version)
        {
            Conflicts.Add(new VersionConflict(change.Pointer, change.Schema.Kind, change.Record.Id, version, change.Record.Version, change.Before));
        }
    }

    private void Register(PendingChange change)
    {
        var kind = change.Schema.Kind;
        context.Records[change.Record.Id] = kind;
        if (change.Ref is { } name && !context.Define(name, kind, change.Record.Id))
        {
            context.Report(Pointers.Append(change.Pointer, "ref"), $"“{name}” is the ref of another change");
        }

        if (kind != RecordKind.Party || !change.IsNew)
        {
            return;
        }

        var given = TextOf(change.Set["name"]);
        if ((TextOf(change.Set["slug"]) ?? (given is null ? null : Slug.From(given))) is { } slug)
        {
            ((Party)change.Record).Slug = slug;
            if (!context.Parties.AddSlug(slug, change.Record.Id))
            {
                context.Report(
                    Pointers.Append(change.Pointer, change.Set.ContainsKey("slug") ? "set/slug" : "set/name").Replace("~1", "/", StringComparison.Ordinal),
                    $"a party with the slug “{slug}” is known already: say that this changes it (id “{slug}”), or give another slug");
            }
        }

        foreach (var name1 in new[] { given }.Concat((change.Set["aliases"] as JsonArray)?.Select(TextOf) ?? []).OfType<string>())
        {
            context.Parties.AddName(name1, change.Record.Id);
        }
    }

    private static string? TextOf(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Trim() is { Length: > 0 } text ? text : null;

    private void ReadHead(PendingChange change)
    {
        change.Note = DisclosureDocument.Text(change.Node, "note", Revision.NoteLength, change.Pointer, context);
        if (change.Node["reason"] is { } reason
            && Values.Word<RevisionReason>().TryRead(reason, Pointers.Append(change.Pointer, "reason"), context, out var word))
        {
            change.Reason = word;
        }
    }

    private void ReadSet(PendingChange change)
    {
        var pointer = Pointers.Append(change.Pointer, "set");
        if (change.Node["set"] is not (null or JsonObject))
        {
            context.Report(pointer, "is not an object");
            return;
        }

        var told = change.Earlier?["set"] as JsonObject;
        foreach (var (name, value) in change.Set)
        {
            var at = Pointers.Append(pointer, name);
            if (change.Schema.Find(name) is null)
            {
                context.Report(at, $"is no field of a {Words.Of(change.Schema.Kind)}; known are {string.Join(", ", change.Schema.Fields.Select(f => f.Name))}");
            }
            else if (told is null || !told.ContainsKey(name) || !JsonNode.DeepEquals(told[name], value))
            {
                change.Schema.Read(change.Record, name, value, at, context);
            }
        }

        foreach (var field in change.Schema.Fields.Where(field => field.IsRequired && change.IsNew && !change.Set.ContainsKey(field.Name)))
        {
            context.Report(Pointers.Append(pointer, field.Name), "is required");
        }

        if (change.Record is Question { Slug.Length: 0 } question)
        {
            question.Slug = Slug.From(question.Text) ?? "";
        }
    }
}
