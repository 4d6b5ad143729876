using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>
/// Makes one record of two that are the same thing. What the one that stays says, stays; what it does not say, it takes from the other;
/// where both say something, the other's stands beside it, as its evidence does. All references move, and what moved is written down.
/// </summary>
internal sealed class MergeAct(ActScene scene)
{
    /// <param name="shown">Fields of the one that stays whose value is known better than by that rule, as canonical values.</param>
    public async Task<DisclosureOutcome> RunAsync(MergeRequest request, JsonObject? shown = null)
    {
        if (await LoadAsync(request) is not { } pair)
        {
            return scene.Refused();
        }

        var (from, into) = pair;
        var kind = from.Schema.Kind;
        var referring = new List<PendingChange>();
        foreach (var (_, id) in await Referring.ToAsync(scene.Db, kind, request.From, scene.Cancellation))
        {
            if (id == request.Into)
            {
                scene.Report($"“{scene.NameOf(into)}” refers to “{scene.NameOf(from)}”: change that first");
            }
            else if (await scene.LoadAsync(id) is { } change)
            {
                referring.Add(change);
            }
        }

        await scene.LoadReferencesAsync([JsonValue.Create(request.Into.ToString()), .. scene.Changes.Select(change => change.Before)]);
        var move = new Rereference(kind, request.From, request.Into);
        foreach (var change in referring)
        {
            Move(change, move);
        }

        Fill(from, into);
        foreach (var (field, value) in shown ?? [])
        {
            scene.Set(into, field, value);
        }

        if (scene.IsSound)
        {
            scene.Changes.Remove(from);
            await scene.CheckAsync();
            scene.Changes.Add(from);
        }

        return scene.IsSound ? await WriteAsync(request, from, into, referring) : scene.Refused();
    }

    private async Task<(PendingChange From, PendingChange Into)?> LoadAsync(MergeRequest request)
    {
        if (request.From == request.Into)
        {
            scene.Report("a record cannot be merged into itself");
            return null;
        }

        if (await scene.LoadAsync(request.From) is not { } from || await scene.LoadAsync(request.Into) is not { } into)
        {
            return null;
        }

        if (from.Schema.Kind != into.Schema.Kind)
        {
            scene.Report($"a {Prose.Of(from.Schema.Kind)} cannot be merged into a {Prose.Of(into.Schema.Kind)}");
            return null;
        }

        if ((from.Record, into.Record) is (Party one, Party other) && one.Type != other.Type)
        {
            scene.Report($"“{one.Name}” is a {Prose.Of(one.Type)}, “{other.Name}” a {Prose.Of(other.Type)}: correct the kind of one of them first");
            return null;
        }

        scene.CheckVersion(from, request.FromVersion);
        scene.CheckVersion(into, request.IntoVersion);
        return (from, into);
    }

    private void Move(PendingChange change, Rereference move)
    {
        foreach (var field in change.Schema.Fields)
        {
            if (change.Before[field.Name] is { } before && move.Of(field.Shape, before) is var after && !JsonNode.DeepEquals(before, after))
            {
                scene.Set(change, field.Name, after);
            }
        }
    }

    /// <summary>Names become aliases; fields without a value get the other's where the rules allow it.</summary>
    private void Fill(PendingChange from, PendingChange into)
    {
        if (from.Record is Party)
        {
            var names = new[] { (string?)from.Before["name"] }.Concat(Texts(into, "aliases")).Concat(Texts(from, "aliases")).OfType<string>()
                .Where(name => name != (string?)into.Before["name"]).Distinct(StringComparer.Ordinal).Take(FieldSetBuilder<Party>.MaxItems);
            scene.Set(into, "aliases", new JsonArray([.. names.Select(name => JsonValue.Create(name))]));
        }

        foreach (var field in into.Schema.Fields.Where(field => field.Name != "aliases" && field.Shape is not FlagShape && into.Before[field.Name] is null && from.Before[field.Name] is not null))
        {
            var wrong = into.Record.Check().Count();
            var value = from.Before[field.Name];
            if (value!.ToJsonString().Contains(into.Record.Id.ToString(), StringComparison.Ordinal))
            {
                continue;
            }

            scene.Set(into, field.Name, value);
            if (into.Record.Check().Count() > wrong)
            {
                scene.Set(into, field.Name, null);
            }
        }
    }

    private async Task<DisclosureOutcome> WriteAsync(MergeRequest request, PendingChange from, PendingChange into, List<PendingChange> referring)
    {
        var kind = from.Schema.Kind;
        var disclosure = scene.Accept(DisclosureAct.Merge, $"{scene.NameOf(from)}: merged into {scene.NameOf(into)}");
        var document = await MovedEvidence.MoveAsync(scene.Db, kind, request.From, request.Into, scene.Cancellation);
        var slugs = await scene.Db.FormerSlugs.AsTracking().Where(s => s.RecordId == request.From).OrderBy(s => s.Slug).ToListAsync(scene.Cancellation);
        slugs.ForEach(slug => slug.RecordId = request.Into);
        await scene.Db.SaveChangesAsync(scene.Cancellation);
        foreach (var change in referring.Append(into))
        {
            await scene.WriteAsync(disclosure, change);
        }

        await scene.Db.SaveChangesAsync(scene.Cancellation);
        await scene.RemoveAsync(disclosure, from, request.Into);
        document["kind"] = Words.Of(kind);
        document["from"] = request.From.ToString();
        document["into"] = request.Into.ToString();
        document["fromVersion"] = request.FromVersion;
        document["slugs"] = new JsonArray([.. slugs.Select(slug => JsonValue.Create(slug.Slug))]);
        document["records"] = new JsonArray([.. referring.Append(into).Select(change => new JsonObject
        {
            ["kind"] = Words.Of(change.Schema.Kind), ["id"] = change.Record.Id.ToString(), ["version"] = change.Record.Version,
        })]);
        return await scene.FinishAsync(disclosure, document);
    }

    private static IEnumerable<string?> Texts(PendingChange change, string field) => (change.Before[field] as JsonArray)?.Select(text => (string?)text) ?? [];
}
