using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>The words of one thing.</summary>
internal static class SearchWords
{
    /// <summary>Addresses, and what stands in the title already.</summary>
    private static readonly string[] Left = ["slug", "name", "aliases", "kind"];

    /// <param name="names">Of <see cref="ValueText.LoadNamesAsync"/>.</param>
    /// <param name="aliases">All names of the parties that the record mentions.</param>
    public static SearchDocument Of(
        Guid id, RecordKind kind, JsonObject state, IReadOnlyDictionary<Guid, (string Slug, string Name)> names, ILookup<Guid, string> aliases)
    {
        var schema = RecordSchemas.Of(kind);
        var isParty = kind == RecordKind.Party;
        var called = isParty && state["aliases"] is JsonArray more ? more.Select(alias => (string?)alias) : [];
        var title = string.Join('\n', called.Prepend(RecordTitles.Of(schema, state, names)));
        var told = from field in schema.Fields
                   // What another record says is found there; a flag says nothing.
                   where field.Shape is not (FlagShape or RecordShape or AssertionShape) && !(Left.Contains(field.Name) && (isParty || field.Name == "slug"))
                   where state[field.Name] is not null
                   select ValueText.Of(field.Shape, state[field.Name], names);
        var mentioned = isParty ? [] : Mentioned(state).Distinct().SelectMany(party => aliases[party]);
        return Of(id, isParty ? (string)state["kind"]! : Words.Of(kind), title, told.Concat(mentioned));
    }

    /// <param name="lines">Missing ones are left out.</param>
    public static SearchDocument Of(Guid id, string kind, string title, IEnumerable<string?> lines)
    {
        // PostgreSQL has no NUL in texts.
        var body = string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line))).Replace("\0", "", StringComparison.Ordinal);
        body = body.Length <= SearchDocument.MaxBody ? body : body[..SearchDocument.MaxBody];
        return new SearchDocument { ItemId = id, Kind = kind, Title = title, Body = body, TitleKey = NameKey.Of(title), BodyKey = NameKey.Of(body) };
    }

    private static IEnumerable<Guid> Mentioned(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Mentioned(member.Value)),
        JsonArray items => items.SelectMany(Mentioned),
        JsonValue value when value.TryGetValue<string>(out var text) && Guid.TryParse(text, out var id) => [id],
        _ => [],
    };
}
