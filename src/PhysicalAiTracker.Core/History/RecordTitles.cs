using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.History;

/// <summary>What to call a record by one of its states, so that a removed one has a name too.</summary>
internal static class RecordTitles
{
    private const int Longest = 120;

    /// <param name="names">Of <see cref="ValueText.LoadNamesAsync"/>.</param>
    public static string Of(RecordSchema schema, JsonObject state, IReadOnlyDictionary<Guid, (string Slug, string Name)> names)
    {
        string? Text(string field) => state[field] is { } value && schema.Find(field) is { } known ? ValueText.Of(known.Shape, value, names) : null;
        var title = schema.Kind switch
        {
            RecordKind.Party => Text("name"),
            RecordKind.Question => Text("text"),
            RecordKind.FundingRound => state["unspecified"] is not null ? $"{Text("company")}: a backing, round not stated" : $"{Text("company")}: {Text("amount") ?? "undisclosed"} round",
            RecordKind.Deal => $"{Text("acquirer")} and {Text("target")}",
            RecordKind.Affiliation => $"{Text("party")}, {Text("kind")} – {Text("organisation")}",
            RecordKind.Claim => $"{Text("company") ?? Text("subject")}: {Text("plane")} – {Text("placement")}",
            RecordKind.Observation => $"{Text("party") ?? Text("subject")}: {Text("metric")} {Text("quantity") ?? Text("money")}",
            _ => $"{Text("party")}: {Text("title")}",
        } ?? Prose.Of(schema.Kind);
        return title.Length <= Longest ? title : title[..(Longest - 1)].TrimEnd() + "…";
    }
}
