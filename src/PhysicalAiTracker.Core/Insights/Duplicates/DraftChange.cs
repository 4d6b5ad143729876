using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>A change of a draft that makes a record. Reads whatever can be read of it; the rest is as if it were not there.</summary>
internal sealed class DraftChange(string pointer, RecordKind kind, string? name, JsonObject set)
{
    private const int LongestText = 600;

    private static readonly string[] Referring = ["company", "acquirer", "target", "party", "organisation", "supersedes"];

    public string Pointer { get; } = pointer;

    public RecordKind Kind { get; } = kind;

    /// <summary>By which other changes refer to it, without #.</summary>
    public string? Ref { get; } = name;

    /// <summary>The changes that name no record of their own.</summary>
    public static IReadOnlyList<DraftChange> AllOf(JsonObject typed)
    {
        var changes = new List<DraftChange>();
        if (Member(typed, "changes") is not JsonArray nodes)
        {
            return changes;
        }

        for (var index = 0; index < nodes.Count && index < DisclosureDocument.MaxChanges; index++)
        {
            if (nodes[index] is JsonObject change && Clean(Member(change, "id")).Length == 0
                && Words.TryParse<RecordKind>(Clean(Member(change, "record")), out var kind))
            {
                changes.Add(new DraftChange(Pointers.Append("/changes", index), kind, Clean(Member(change, "ref")) is { Length: > 0 } name ? name : null, Member(change, "set") as JsonObject ?? []));
            }
        }

        return changes;
    }

    /// <summary>A member; null where the object names one twice or not in Unicode, which makes it no object to the library.</summary>
    public static JsonNode? Member(JsonObject node, string name)
    {
        try
        {
            return node[name];
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A text that any database takes: whole characters, none of control.</summary>
    public static string Clean(JsonNode? node)
    {
        var text = TextOf(node);
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes().Take(LongestText))
        {
            clean.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control ? " " : rune.ToString());
        }

        return clean.ToString().Trim();
    }

    /// <summary>Half a character, escaped, is no text.</summary>
    private static string TextOf(JsonNode? node)
    {
        try
        {
            return TypedDocument.Text(node);
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    public string Text(string field) => Clean(Member(set, field));

    /// <summary>Entries of a list, or the lines of a text.</summary>
    public IReadOnlyList<string> Texts(string field) => Member(set, field) switch
    {
        JsonArray items => [.. items.Take(FieldSetBuilder<Party>.MaxItems).Select(Clean).Where(text => text.Length > 0)],
        JsonValue lines => [.. TextOf(lines).Split('\n').Take(FieldSetBuilder<Party>.MaxItems).Select(line => Clean(JsonValue.Create(line))).Where(text => text.Length > 0)],
        _ => [],
    };

    public PartialDate? Date(string field) => PartialDate.TryParse(Text(field), out var date, out _) ? date : null;

    public TEnum? Word<TEnum>(string field)
        where TEnum : struct, Enum => Words.TryParse<TEnum>(Text(field), out var word) ? word : null;

    public Money? Money(string field) => Member(set, field) is JsonValue && Shared.Money.TryParse(Text(field), MoneyValues.DefaultCurrency, out var money, out _, out _) ? money : null;

    public Quantity? Quantity(string field) => Shared.Quantity.TryParse(Text(field), MoneyValues.DefaultUnit, out var quantity, out _) ? quantity : null;

    /// <summary>Texts of a part of each row: the investors of a round.</summary>
    public IReadOnlyList<string> Rows(string field, string part) =>
        Member(set, field) is JsonArray rows ? [.. rows.OfType<JsonObject>().Take(FieldSetBuilder<Party>.MaxItems).Select(row => Clean(Member(row, part))).Where(text => text.Length > 0)] : [];

    /// <summary>Every text that may name a party or a record.</summary>
    public IEnumerable<string> References() =>
        Referring.Select(Text).Concat(Rows("participations", "investor")).Where(text => text.Length > 0);
}
