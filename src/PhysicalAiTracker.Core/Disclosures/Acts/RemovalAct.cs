using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>Takes a record away that nothing else refers to. Its history and its evidence stay; its id answers for ever that it was removed.</summary>
internal sealed class RemovalAct(ActScene scene)
{
    public async Task<DisclosureOutcome> RunAsync(RemovalRequest request)
    {
        if (await scene.LoadAsync(request.Record) is not { } change)
        {
            return scene.Refused();
        }

        scene.CheckVersion(change, request.Version);
        foreach (var name in await Referring.NamesAsync(scene.Db, change.Schema.Kind, request.Record, scene.Cancellation))
        {
            scene.Report($"“{name}” refers to it: change that first, or merge the record into the one that is meant");
        }

        var said = await scene.Db.Assertions.CountAsync(a => a.ClaimantId == request.Record, scene.Cancellation);
        if (said > 0)
        {
            scene.Report($"it is the claimant of {said} {(said == 1 ? "assertion" : "assertions")}: merge it into the party that is meant");
        }

        if (!scene.IsSound)
        {
            return scene.Refused();
        }

        var disclosure = scene.Accept(DisclosureAct.Remove, $"{scene.NameOf(change)}: removed");
        await scene.RemoveAsync(disclosure, change, mergedInto: null);
        return await scene.FinishAsync(disclosure, new JsonObject
        {
            ["record"] = request.Record.ToString(),
            ["kind"] = Words.Of(change.Schema.Kind),
            ["version"] = request.Version,
        });
    }
}
