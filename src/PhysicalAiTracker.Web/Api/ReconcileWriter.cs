using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Reconciling;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Writes answers of the reconciliation protocol.</summary>
internal static class ReconcileWriter
{
    public static JsonObject Results(IReadOnlyList<string> keys, IReadOnlyList<IReadOnlyList<ReconcileCandidate>> results) =>
        new(keys.Zip(results, (key, candidates) => KeyValuePair.Create(key, (JsonNode?)new JsonObject { ["result"] = new JsonArray([.. candidates.Select(Candidate)]) })));

    public static JsonObject Extension(ReconcileExtension asked, IReadOnlyDictionary<(Guid Party, string Property), IReadOnlyList<ReconcileValue>> values)
    {
        var rows = new JsonObject();
        foreach (var id in asked.Ids)
        {
            var row = new JsonObject();
            foreach (var request in asked.Properties)
            {
                row[request.Property.Id] = new JsonArray([.. (Guid.TryParse(id, out var party) ? values.GetValueOrDefault((party, request.Property.Id), []) : []).Select(Value)]);
            }

            rows[id] = row;
        }

        return new JsonObject { ["meta"] = new JsonArray([.. asked.Properties.Select(Meta)]), ["rows"] = rows };
    }

    public static JsonArray Types(IReadOnlyList<ReconcileType> types) => new([.. types.Select(type => new JsonObject { ["id"] = Words.Of(type), ["name"] = NameOf(Words.Of(type)) })]);

    public static string NameOf(string type) => type switch { "company" => "Company", "person" => "Person", _ => "Investor" };

    private static JsonObject Candidate(ReconcileCandidate candidate) => new()
    {
        ["id"] = candidate.Id.ToString(),
        ["name"] = candidate.Name,
        ["description"] = candidate.Description,
        ["type"] = Types(candidate.Types),
        ["score"] = candidate.Score,
        ["match"] = candidate.Match,
        ["features"] = new JsonArray([.. candidate.Points.Select(point => new JsonObject { ["id"] = point.Rule, ["value"] = point.Value })]),
    };

    private static JsonObject Meta(ReconcileRequest request)
    {
        var meta = new JsonObject { ["id"] = request.Property.Id, ["name"] = request.Property.Name };
        if (request.Property.OfParties)
        {
            var type = request.Property.Id == ReconcileProperties.Investors ? ReconcileType.Investor : ReconcileType.Company;
            meta["type"] = new JsonObject { ["id"] = Words.Of(type), ["name"] = NameOf(Words.Of(type)) };
        }

        return meta;
    }

    private static JsonObject Value(ReconcileValue value) => value switch
    {
        { Party: { } party } => new JsonObject { ["id"] = party.Id.ToString(), ["name"] = party.Name },
        { Number: { } number } when decimal.Truncate(number) == number => new JsonObject { ["int"] = decimal.Truncate(number) / 1.0000000000000000000000000000m },
        { Number: { } number } => new JsonObject { ["float"] = number },
        _ => new JsonObject { ["str"] = value.Text },
    };
}
