using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>Shows canonical JSON to a person, and with slugs in place of ids to a program.</summary>
public static class ValueText
{
    /// <summary>The parties, rounds and assertions that canonical values mention by id; a round's slug is its id.</summary>
    public static Task<IReadOnlyDictionary<Guid, (string Slug, string Name)>> LoadNamesAsync(TrackerDbContext db, IEnumerable<string?> values, CancellationToken cancellation) =>
        NamesInAsync(db, values.OfType<string>().Select(value => JsonNode.Parse(value)), Arrivals.None, cancellation);

    /// <summary>As <see cref="LoadNamesAsync"/>, of values that are parsed.</summary>
    /// <param name="arrivals">Parties among them need not be read.</param>
    internal static async Task<IReadOnlyDictionary<Guid, (string Slug, string Name)>> NamesInAsync(
        TrackerDbContext db, IEnumerable<JsonNode?> values, Arrivals arrivals, CancellationToken cancellation)
    {
        var ids = new HashSet<Guid>();
        foreach (var value in values)
        {
            Collect(value, ids);
        }

        var names = new Dictionary<Guid, (string Slug, string Name)>();
        foreach (var id in ids)
        {
            if (arrivals.TryGet(id, out var arrival) && arrival.Record is Party party)
            {
                names[id] = (party.Slug, party.Name);
            }
        }

        ids.ExceptWith(names.Keys);
        if (ids.Count == 0)
        {
            return names;
        }

        var parties = await db.Parties.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Slug, p.Name }).ToListAsync(cancellation);
        parties.ForEach(p => names[p.Id] = (p.Slug, p.Name));
        ids.ExceptWith(names.Keys);
        var assertions = ids.Count == 0 ? [] : await db.Assertions.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Passage.Exact, a.Source.Title }).ToListAsync(cancellation);
        assertions.ForEach(a => names[a.Id] = (a.Id.ToString(), $"“{a.Exact}” ({a.Title})"));
        var rounds = ids.Count == 0 ? [] : await db.FundingRounds.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Amount, r.Company.Name }).ToListAsync(cancellation);
        rounds.ForEach(r => names[r.Id] = (r.Id.ToString(), $"{r.Name}: {r.Amount?.ToDisplay() ?? "undisclosed"} round"));
        ids.ExceptWith(names.Keys);
        return ids.Count == 0 ? names : await AddGoneAsync(db, ids, names, cancellation);
    }

    /// <summary>What was removed or merged is called as it was last.</summary>
    private static async Task<Dictionary<Guid, (string Slug, string Name)>> AddGoneAsync(
        TrackerDbContext db, HashSet<Guid> ids, Dictionary<Guid, (string Slug, string Name)> names, CancellationToken cancellation)
    {
        var states = await db.Tombstones.Where(t => ids.Contains(t.Id))
            .Select(t => new { t.Id, State = db.Revisions.Where(r => r.RecordId == t.Id && r.State != null).OrderByDescending(r => r.Version).Select(r => r.State).FirstOrDefault() })
            .ToListAsync(cancellation);
        foreach (var gone in states)
        {
            var state = JsonNode.Parse(gone.State ?? "{}")!;
            names[gone.Id] = ((string?)state["slug"] ?? gone.Id.ToString(), (string?)state["name"] ?? "a removed record");
        }

        return names;
    }

    /// <summary>As a person reads it.</summary>
    public static string Of(FieldShape shape, JsonNode? node, IReadOnlyDictionary<Guid, (string Slug, string Name)> names) => (shape, node) switch
    {
        (_, null) => "nothing",
        (MoneyShape, _) => Read(Values.Money, node, money => money.ToDisplay()),
        (QuantityShape, _) => Read(Values.Quantity, node, quantity => quantity.ToDisplay()),
        (DateShape, _) => Read(Values.Date, node, date => date.ToDisplay()),
        (WordShape, _) => Prose.Of(node.ToString()),
        (FlagShape, _) => node.GetValueKind() == JsonValueKind.True ? "yes" : "no",
        (PartyShape or RecordShape or AssertionShape, _) => Party(node, names)?.Name ?? node.ToString(),
        (ListShape list, JsonArray items) => string.Join(", ", items.Select(item => Of(list.Of, item, names))),
        (ItemsShape parts, JsonArray items) => string.Join("; ", items.OfType<JsonObject>().Select(item => Item(parts, item, names))),
        _ => node.ToString(),
    };

    /// <summary>The same JSON with parties by slug.</summary>
    public static JsonNode? WithSlugs(FieldShape shape, JsonNode? node, IReadOnlyDictionary<Guid, (string Slug, string Name)> names) => (shape, node) switch
    {
        (PartyShape, { } id) => Party(id, names)?.Slug ?? id.ToString(),
        (ItemsShape parts, JsonArray items) => new JsonArray([.. items.OfType<JsonObject>().Select(item => new JsonObject(
            item.Select(member => KeyValuePair.Create(member.Key, WithSlugs(parts.Fields.First(f => f.Name == member.Key).Shape, member.Value?.DeepClone(), names)))))]),
        _ => node,
    };

    /// <summary>A part: its values by commas, a measured one as a person writes it: "7–9 Hz, slow part".</summary>
    private static string Item(ItemsShape parts, JsonObject item, IReadOnlyDictionary<Guid, (string Slug, string Name)> names)
    {
        var measured = item["low"] is not null && item["unit"] is not null;
        var texts = parts.Fields.Where(field => item.ContainsKey(field.Name) && !(measured && field.Name is ("low" or "high" or "unit")))
            .Select(field => field.Shape is FlagShape ? field.Label.ToLowerInvariant() : Of(field.Shape, item[field.Name], names));
        return string.Join(", ", measured ? texts.Prepend($"{item["low"]}{(item["high"] is { } high ? $"–{high}" : "")} {item["unit"]}") : texts);
    }

    private static (string Slug, string Name)? Party(JsonNode node, IReadOnlyDictionary<Guid, (string Slug, string Name)> names) =>
        Guid.TryParse(node.ToString(), out var id) && names.TryGetValue(id, out var found) ? found : null;

    private static string Read<T>(ValueType<T> type, JsonNode node, Func<T, string> show) =>
        type.TryRead(node, "", new ReadContext(), out var value) ? show(value) : node.ToString();

    private static void Collect(JsonNode? node, HashSet<Guid> ids)
    {
        switch (node)
        {
            case JsonObject members:
                members.ToList().ForEach(member => Collect(member.Value, ids));
                break;
            case JsonArray items:
                items.ToList().ForEach(item => Collect(item, ids));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && Guid.TryParse(value.GetValue<string>(), out var id):
                ids.Add(id);
                break;
        }
    }
}
