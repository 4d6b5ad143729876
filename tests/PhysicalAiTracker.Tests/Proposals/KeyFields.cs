using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Tests.Proposals;

/// <summary>What of a fact must be right: its kind, and its key fields with parties by name.</summary>
public sealed record KeyFields(string Kind, string Fields)
{
    private static readonly Dictionary<RecordKind, string> Kinds = new()
    {
        [RecordKind.Party] = "party", [RecordKind.FundingRound] = "round", [RecordKind.Deal] = "deal", [RecordKind.Affiliation] = "affiliation", [RecordKind.Claim] = "claim", [RecordKind.Observation] = "observation", [RecordKind.Question] = "question",
    };

    /// <summary>Reads <c>round company=Acme; amount=$5 m</c>.</summary>
    public static KeyFields Parse(string line)
    {
        var (kind, rest) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return new KeyFields(kind, string.Join("; ", rest.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Sorted).Order(StringComparer.Ordinal)));
    }

    /// <summary>The key fields of a proposal.</summary>
    /// <param name="all">Those of the same text, among which the new parties are.</param>
    public static KeyFields Of(Proposal proposal, IReadOnlyList<Proposal> all)
    {
        var set = proposal.Change["set"]!.AsObject();
        var refs = all.Where(p => p.Record == RecordKind.Party).ToDictionary(p => "#" + p.Change["ref"], p => p.Change["set"]!["name"]!.ToString());
        string Name(JsonNode? node) => node is null ? "" : refs.GetValueOrDefault(node.ToString(), node.ToString());
        string Text(string field) => set[field]?.ToString() ?? "";
        IEnumerable<JsonNode> Rows(string field) => (set[field] as JsonArray ?? []).OfType<JsonNode>();
        string Investors(bool leads) => string.Join(", ", Rows("participations").Where(row => row["role"]!.ToString() != "participant" == leads).Select(row => Name(row["investor"])));
        (string, string)[] fields = proposal.Record switch
        {
            RecordKind.Party => [("name", Text("name")), ("kind", Text("kind")), ("places", string.Join(", ", Rows("places").Select(row => row["place"]!.ToString()))), ("foundedOn", Text("foundedOn"))],
            RecordKind.FundingRound =>
            [
                ("company", Name(set["company"])), ("amount", Text("amount")), ("stage", Text("stage")), ("status", Text("status")), ("instrument", Text("instrument")), ("valuation", Text("valuation")),
                ("valuationKind", Text("valuationKind")), ("announcedOn", Text("announcedOn")), ("leads", Investors(true)), ("with", Investors(false)),
            ],
            RecordKind.Deal =>
                [("kind", Text("kind")), ("acquirer", Name(set["acquirer"])), ("target", Name(set["target"])), ("status", Text("status")), ("price", Text("price")), ("announcedOn", Text("announcedOn")), ("closedOn", Text("closedOn"))],
            RecordKind.Affiliation => [("party", Name(set["party"])), ("kind", Text("kind")), ("organisation", Name(set["organisation"])), ("title", Text("title"))],
            RecordKind.Claim =>
            [
                ("company", Name(set["company"])), ("product", Text("product")), ("plane", Text("plane")), ("placement", Text("placement")), ("modality", Text("modality")),
                ("hosts", string.Join(", ", Rows("hosts").Select(row => Name(row["party"]) + (row["candidate"] is null ? "" : "?")))), ("hardware", Text("hardware").Replace("\n", ", ", StringComparison.Ordinal)),
                ("rates", string.Join(", ", Rows("latencies").Select(row => $"{row["low"]}{(row["high"] is null ? "" : "–" + row["high"])} {row["unit"]}"))),
            ],
            RecordKind.Observation => [("party", Name(set["party"])), ("metric", Text("metric")), ("value", Text("quantity") + Text("money")), ("asOf", Text("asOf"))],
            _ => [("company", Name(set["company"])), ("plane", Text("plane")), ("response", string.Join(", ", Rows("responses").Select(row => row["kind"]!.ToString())))],
        };
        return Parse($"{Kinds[proposal.Record]} {string.Join("; ", fields.Where(field => field.Item2.Length > 0).Select(field => $"{field.Item1}={field.Item2}"))}");
    }

    public override string ToString() => $"{Kind} {Fields}";

    /// <summary>Lists in one order.</summary>
    private static string Sorted(string field)
    {
        var (name, value) = (field.Split('=', 2)[0], field.Split('=', 2)[1]);
        return $"{name}={string.Join(", ", value.Split(", ").Order(StringComparer.Ordinal))}";
    }
}
