using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>Takes a merge back: the record lives again as it was, and exactly what moved moves back. What came since stays where it came to.</summary>
internal sealed class UndoMergeAct(ActScene scene)
{
    public async Task<DisclosureOutcome> RunAsync(UndoMergeRequest request)
    {
        if (await FindAsync(request.From) is not { } merge)
        {
            return scene.Refused();
        }

        var (moved, disclosureId) = merge;
        var into = Guid.Parse((string)moved["into"]!);
        var kind = Words.Parse<RecordKind>((string)moved["kind"]!);
        var version = (int)moved["fromVersion"]!;
        if (await RecordSchemas.Of(kind).LoadAsync(scene.Db, into, scene.Cancellation) is null)
        {
            scene.Report("the record that it was merged into was itself merged or removed since: take that back first");
            return scene.Refused();
        }

        var state = (await scene.StateAsync(request.From, version))!;
        var restored = await scene.RestoreAsync(kind, request.From, version + 1);
        await scene.NameAsync(restored, state);
        scene.CheckVersion(restored, request.Version);
        await TakeSlugsAsync(restored, into, moved, (string?)state["slug"]);
        var others = await LoadOthersAsync(moved);
        await scene.LoadReferencesAsync([state, .. others.SelectMany(other => new[] { other.Before, other.After, other.Change.Before })]);
        LetLive(restored, state);
        foreach (var field in restored.Schema.Fields.Where(field => state[field.Name] is not null))
        {
            scene.Set(restored, field.Name, state[field.Name]);
        }

        others.ForEach(TakeBack);
        if (scene.IsSound)
        {
            await scene.CheckAsync();
        }

        if (!scene.IsSound)
        {
            return scene.Refused();
        }

        var disclosure = scene.Accept(DisclosureAct.UndoMerge, $"{scene.NameOf(restored)}: merge undone");
        await scene.WriteAsync(disclosure, restored);
        await scene.Db.SaveChangesAsync(scene.Cancellation);
        await MovedEvidence.TakeBackAsync(scene.Db, moved, request.From, into, scene.Cancellation);
        await scene.Db.SaveChangesAsync(scene.Cancellation);
        foreach (var (change, _, _) in others)
        {
            await scene.WriteAsync(disclosure, change);
        }

        return await scene.FinishAsync(disclosure, new JsonObject { ["merge"] = disclosureId.ToString(), ["from"] = request.From.ToString(), ["into"] = into.ToString() });
    }

    private async Task<(JsonObject Moved, Guid Disclosure)?> FindAsync(Guid from)
    {
        var merge = await scene.Db.Tombstones.Where(t => t.Id == from && t.MergedIntoId != null).Select(t => new { t.DisclosureId, t.Disclosure.Document }).FirstOrDefaultAsync(scene.Cancellation);
        if (merge is null)
        {
            scene.Report("this record is not merged, or the merge was undone already");
            return null;
        }

        return (JsonNode.Parse(merge.Document)![Words.Of(DisclosureAct.Merge)]!.AsObject(), merge.DisclosureId);
    }

    private async Task TakeSlugsAsync(PendingChange restored, Guid into, JsonObject moved, string? own)
    {
        var slugs = moved["slugs"]!.AsArray().Select(slug => (string)slug!).ToArray();
        var kind = restored.Schema.Kind;
        foreach (var slug in await scene.Db.FormerSlugs.AsTracking().Where(s => s.Kind == kind && s.RecordId == into && (slugs.Contains(s.Slug) || s.Slug == own)).ToListAsync(scene.Cancellation))
        {
            if (slug.Slug == own)
            {
                scene.Db.FormerSlugs.Remove(slug);
            }
            else
            {
                slug.RecordId = restored.Record.Id;
            }
        }

        // The rules look at the database.
        await scene.Db.SaveChangesAsync(scene.Cancellation);
    }

    /// <summary>The records that the merge changed, as they were before and after it; those that are gone by now are left out.</summary>
    private async Task<List<(PendingChange Change, JsonObject Before, JsonObject After)>> LoadOthersAsync(JsonObject moved)
    {
        var others = new List<(PendingChange, JsonObject, JsonObject)>();
        foreach (var entry in moved["records"]!.AsArray())
        {
            var (id, version) = (Guid.Parse((string)entry!["id"]!), (int)entry["version"]!);
            if (!await scene.Db.Tombstones.AnyAsync(t => t.Id == id, scene.Cancellation)
                && await scene.LoadAsync(id) is { } change
                && await scene.StateAsync(id, version - 1) is { } before
                && await scene.StateAsync(id, version) is { } after)
            {
                others.Add((change, before, after));
            }
        }

        return others;
    }

    /// <summary>References to the record mean it again, and no longer the one it was merged into.</summary>
    private void LetLive(PendingChange restored, JsonObject state)
    {
        var id = restored.Record.Id;
        scene.Context.Merged.Remove(id);
        scene.Context.Records[id] = restored.Schema.Kind;
        if (restored.Schema.Kind == RecordKind.Party)
        {
            scene.Context.Parties.AddSlug((string)state["slug"]!, id);
        }
    }

    private void TakeBack((PendingChange Change, JsonObject Before, JsonObject After) other)
    {
        var (change, before, after) = other;
        foreach (var field in change.Schema.Fields.Where(field => !JsonNode.DeepEquals(before[field.Name], after[field.Name])))
        {
            if (JsonNode.DeepEquals(change.Before[field.Name], after[field.Name]))
            {
                scene.Set(change, field.Name, before[field.Name]);
            }
            else
            {
                scene.Context.Report($"{change.Pointer}/{field.Name}", "was changed after the merge: revert that first, then undo the merge");
            }
        }
    }
}
