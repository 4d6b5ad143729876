using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Disclosures.Proposals;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>A value that the tracker filled in.</summary>
/// <param name="Typed">As it was filled in: what a person has typed over is no suggestion any more.</param>
/// <param name="Start">UTF-16 offset of the words it comes from; null where none gave it.</param>
/// <param name="End">UTF-16 offset behind them.</param>
public sealed record SuggestedValue(string Typed, int? Start, int? End);

/// <summary>
/// The changes of a typed draft that the tracker suggested and nobody has confirmed. Each carries a member of its own, which saves
/// keep and publishing refuses; a form can name it, but neither make one nor lose one.
/// </summary>
public static class SuggestedChanges
{
    /// <summary>Member of a change that is a suggestion: <c>id, rule, summary, values</c>.</summary>
    public const string Member = "suggestion";

    /// <summary>Member of a draft: the ids of proposals that were <c>taken</c> and <c>dismissed</c>; neither are offered again.</summary>
    public const string Proposals = "proposals";

    public const string Taken = "taken";
    public const string Dismissed = "dismissed";

    /// <summary>The proposal as a change of a draft, marked as a suggestion.</summary>
    public static JsonObject Of(Proposal proposal)
    {
        var change = proposal.Change.DeepClone().AsObject();
        var places = proposal.Values.GroupBy(value => $"set/{value.Field}").ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var values = new JsonObject();
        foreach (var (pointer, typed) in Leaves("set", change["set"]).Concat(Evidence(change)))
        {
            var place = places.GetValueOrDefault(pointer);
            values[pointer] = new JsonObject { ["typed"] = typed, ["start"] = place?.Start, ["end"] = place?.End };
        }

        change[Member] = new JsonObject { ["id"] = proposal.Id, ["rule"] = proposal.Rule, ["summary"] = proposal.Summary, ["values"] = values };
        return change;
    }

    /// <summary>The id of the proposal that a change came from; null where it is no suggestion, or was confirmed.</summary>
    public static string? IdOf(JsonObject change) => change[Member] is JsonObject suggestion ? TypedDocument.Text(suggestion["id"]) : null;

    /// <summary>What was filled in, by its pointer within the change: <c>set/amount</c>.</summary>
    public static IEnumerable<(string Pointer, SuggestedValue Value)> ValuesOf(JsonObject change) =>
        from member in (change[Member] as JsonObject)?["values"] as JsonObject ?? []
        where member.Value is JsonObject
        select (member.Key, new SuggestedValue(TypedDocument.Text(member.Value!["typed"]), Number(member.Value["start"]), Number(member.Value["end"])));

    /// <summary>Whether a value still stands as it was filled in.</summary>
    public static bool Stands(SuggestedValue value, JsonNode? typed) => value.Typed.Length > 0 && Flat(typed) == value.Typed;

    /// <summary>A problem for each change that nobody confirmed.</summary>
    public static IReadOnlyList<Problem> Unconfirmed(JsonObject typed) =>
    [
        .. Changes(typed).Index().Where(change => IdOf(change.Item) is not null)
            .Select(change => new Problem(Pointers.Append("/changes", change.Index), "is a suggestion that nobody has confirmed: look at it, then confirm it or drop it")),
    ];

    /// <summary>The change is the person's own from now on.</summary>
    public static bool Confirm(JsonObject change) => change.Remove(Member);

    /// <summary>The ids of proposals that the draft has <see cref="Taken"/> or <see cref="Dismissed"/>.</summary>
    public static IReadOnlySet<string> Settled(JsonObject typed, string how) =>
        ((typed[Proposals] as JsonObject)?[how] as JsonArray ?? []).Select(TypedDocument.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>Remembers what became of a proposal.</summary>
    /// <param name="how"><see cref="Taken"/> or <see cref="Dismissed"/>; null offers it again.</param>
    public static void Settle(JsonObject typed, string id, string? how)
    {
        var taken = Settled(typed, Taken).Where(other => other != id).Concat(how == Taken ? [id] : []);
        var dismissed = Settled(typed, Dismissed).Where(other => other != id).Concat(how == Dismissed ? [id] : []);
        typed[Proposals] = new JsonObject { [Taken] = Texts(taken), [Dismissed] = Texts(dismissed) };
    }

    /// <summary>
    /// Brings what the draft keeps of suggestions into what a form sent. There a change names its suggestion by the id alone; what it
    /// says is the draft's. A form of the same version has all changes in the same places, so that leaving the name out confirms nothing.
    /// </summary>
    public static void Carry(JsonObject stored, JsonObject sent, bool sameVersion)
    {
        var known = Changes(stored).Where(change => IdOf(change) is not null).GroupBy(change => IdOf(change)!).ToDictionary(group => group.Key, group => group.First()[Member]!, StringComparer.Ordinal);
        foreach (var change in Changes(sent))
        {
            var id = TypedDocument.Text(change[Member]);
            change.Remove(Member);
            if (known.Remove(id, out var suggestion))
            {
                change[Member] = suggestion.DeepClone();
            }
        }

        if (sameVersion)
        {
            foreach (var (was, now) in Changes(stored).Zip(Changes(sent)).Where(pair => IdOf(pair.First) is not null && IdOf(pair.Second) is null))
            {
                now[Member] = was[Member]!.DeepClone();
            }
        }

        sent.Remove(Proposals);
        if (stored[Proposals] is JsonObject settled)
        {
            sent[Proposals] = settled.DeepClone();
        }
    }

    /// <summary>The same where the draft is gone: a change that names a suggestion stays one, though nobody knows what was filled in.</summary>
    public static void Renew(JsonObject sent)
    {
        sent.Remove(Proposals);
        foreach (var change in Changes(sent).Where(change => change[Member] is JsonValue))
        {
            var id = TypedDocument.Text(change[Member]);
            change.Remove(Member);
            if (id.Length > 0)
            {
                change[Member] = new JsonObject { ["id"] = id };
            }
        }
    }

    private static IEnumerable<JsonObject> Changes(JsonObject typed) => (typed["changes"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<(string Pointer, string Typed)> Evidence(JsonObject change) =>
        from assertion in (change["assertions"] as JsonArray ?? []).OfType<JsonObject>().Index()
        from member in assertion.Item
        where member.Key is not ("passage" or "fields") && member.Value is not null
        from leaf in Leaves($"assertions/{assertion.Index}/{member.Key}", member.Value)
        select leaf;

    private static IEnumerable<(string Pointer, string Typed)> Leaves(string pointer, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves($"{pointer}/{member.Key}", member.Value)),
        JsonArray items when items.Any(item => item is JsonObject) => items.SelectMany((item, index) => Leaves($"{pointer}/{index}", item)),
        _ => Flat(node) is { Length: > 0 } text ? [(pointer, text)] : [],
    };

    private static string Flat(JsonNode? node) => node is JsonArray words ? string.Join(", ", words.Select(TypedDocument.Text)) : TypedDocument.Text(node);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Distinct(StringComparer.Ordinal).Select(text => (JsonNode)text)]);

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
