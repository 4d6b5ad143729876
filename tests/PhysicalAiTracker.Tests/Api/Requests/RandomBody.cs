using System.Text;
using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Tests.Api.Requests;

/// <summary>Bodies that are right, nearly right, and no bodies at all.</summary>
internal static class RandomBody
{
    public static byte[] Json(Random random, DescribedOperation operation, KnownValues known)
    {
        JsonNode body = operation.BodyExample?.DeepClone() ?? Filled(random, operation.BodySchema!, known);
        if (body is JsonObject document && document["changes"] is not null)
        {
            // Mostly a new company each time, so that it can be published at all.
            var name = $"Random {random.Next(1_000_000)}";
            if (random.Next(4) > 0)
            {
                document["changes"]![0]!["set"]!["slug"] = name.ToLowerInvariant().Replace(' ', '-');
                document["changes"]![0]!["set"]!["name"] = name;
            }
        }

        for (var changes = random.Next(3); changes > 0; changes--)
        {
            Change(random, body);
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    public static byte[] Damaged(Random random, byte[] body) => random.Next(30) switch
    {
        0 => body[..random.Next(body.Length + 1)],
        1 => [],
        2 => [.. body.Select(b => random.Next(20) == 0 ? (byte)random.Next(256) : b)],
        3 => [0xEF, 0xBB, 0xBF, .. body],
        4 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
        5 => [.. body, .. body],
        6 => "null"u8.ToArray(),
        7 => Encoding.UTF8.GetBytes(new string('[', 5_000)),
        8 => Encoding.UTF8.GetBytes(new string('{', 1).PadRight(3, '"') + ":1,\"\":2}"),
        9 => "[]"u8.ToArray(),
        _ => body,
    };

    private static JsonObject Filled(Random random, JsonNode schema, KnownValues known)
    {
        var ids = known.Of("/api/v1/" + (random.Next(2) == 0 ? "companies" : "contradictions"));
        return new JsonObject(schema["properties"]!.AsObject().Where(_ => random.Next(8) > 0).Select(member => KeyValuePair.Create(
            member.Key,
            (JsonNode?)((string?)member.Value!["format"] switch
            {
                "uuid" => JsonValue.Create(ids[random.Next(ids.Count)]),
                "int32" => JsonValue.Create(random.Next(-1, 4)),
                _ => member.Value["enum"] is JsonArray words ? words[random.Next(words.Count)]!.DeepClone() : JsonValue.Create(random.Next(3) == 0 ? Hostile.Text(random) : "because"),
            }))));
    }

    /// <summary>Puts something else in one place, or takes it away.</summary>
    private static void Change(Random random, JsonNode body)
    {
        var places = Places(body).ToList();
        if (places.Count == 0)
        {
            return;
        }

        var (parent, key) = places[random.Next(places.Count)];
        JsonNode? value = random.Next(9) switch
        {
            0 => null,
            1 => JsonValue.Create(-1),
            2 => JsonValue.Create(1e300),
            3 => true,
            4 => new JsonArray(),
            5 => new JsonObject(),
            6 => new JsonArray(null, 1, "a", new JsonObject()),
            _ => JsonValue.Create(Hostile.Text(random)),
        };
        switch (parent)
        {
            case JsonObject members when random.Next(5) == 0:
                members.Remove((string)key);
                break;
            case JsonObject members when random.Next(8) == 0:
                members[Hostile.Text(random)] = value;
                break;
            case JsonObject members:
                members[(string)key] = value;
                break;
            case JsonArray items:
                items[(int)key] = value;
                break;
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value).Prepend((members, member.Key))),
        JsonArray items => items.SelectMany((item, index) => Places(item).Prepend((items, index))),
        _ => [],
    };
}
