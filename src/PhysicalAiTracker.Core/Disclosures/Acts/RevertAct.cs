using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>Gives a record the state it had at an earlier version, as a new version. The evidence stays; what it says is adopted again or no longer.</summary>
internal sealed class RevertAct(ActScene scene)
{
    public async Task<DisclosureOutcome> RunAsync(RevertRequest request)
    {
        if (await scene.StateAsync(request.Record, request.ToVersion) is not { } state)
        {
            scene.Report($"there is no version {request.ToVersion} of this record to go back to");
            return scene.Refused();
        }

        if (await FindAsync(request.Record) is not { } change)
        {
            return scene.Refused();
        }

        scene.CheckVersion(change, request.Version);
        await scene.LoadReferencesAsync(state);
        if (change.IsRestored)
        {
            await scene.NameAsync(change, state);
            await TakeSlugAsync(change, (string?)state["slug"]);
        }

        foreach (var field in change.Schema.Fields.Where(field => !JsonNode.DeepEquals(state[field.Name], change.Before[field.Name])))
        {
            scene.Set(change, field.Name, state[field.Name]);
        }

        if (scene.IsSound)
        {
            await scene.CheckAsync();
            if (change.Changed.Count == 0)
            {
                scene.Report($"the record is as version {request.ToVersion} was already");
            }
        }

        if (!scene.IsSound)
        {
            return scene.Refused();
        }

        var disclosure = scene.Accept(DisclosureAct.Revert, $"{scene.NameOf(change)}: back to version {request.ToVersion}");
        await scene.WriteAsync(disclosure, change);
        return await scene.FinishAsync(disclosure, new JsonObject
        {
            ["record"] = request.Record.ToString(),
            ["kind"] = Words.Of(change.Schema.Kind),
            ["version"] = request.Version,
            ["toVersion"] = request.ToVersion,
        });
    }

    /// <summary>The record, live or removed; null after reporting that it was merged.</summary>
    private async Task<PendingChange?> FindAsync(Guid id)
    {
        var gone = await scene.Db.Tombstones.Where(t => t.Id == id)
            .Select(t => new { t.MergedIntoId, t.Record.Kind, Version = scene.Db.Revisions.Where(r => r.RecordId == id).Max(r => r.Version) }).FirstOrDefaultAsync(scene.Cancellation);
        if (gone is null)
        {
            return await scene.LoadAsync(id);
        }

        if (gone.MergedIntoId is not null)
        {
            scene.Report("this record was merged into another: undo the merge instead");
            return null;
        }

        return await scene.RestoreAsync(gone.Kind, id, gone.Version);
    }

    /// <summary>The slug was kept for the removed record, so that nobody else took it.</summary>
    private async Task TakeSlugAsync(PendingChange change, string? slug)
    {
        if (slug is not null && await scene.Db.FormerSlugs.AsTracking()
            .FirstOrDefaultAsync(s => s.Kind == change.Schema.Kind && s.Slug == slug && s.RecordId == change.Record.Id, scene.Cancellation) is { } kept)
        {
            scene.Db.FormerSlugs.Remove(kept);
        }
    }
}
