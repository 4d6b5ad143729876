using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>What a file of rows is in every disclosure of its import.</summary>
/// <param name="Name">What the data set is known by.</param>
/// <param name="FileName">Without its folder.</param>
/// <param name="Sha256">Of the file.</param>
internal sealed record RowFile(string Name, string FileName, string Sha256, JsonObject Source)
{
    private const int LongestSlug = 40;

    /// <summary>Whether the numbers of its rows are those that the data set knows them by: it is the file itself, or says which rows they were.</summary>
    public bool KeepsNumbers { get; init; }

    /// <summary>Of the file as a source.</summary>
    public string Slug { get; } = $"{Beginning(FileName)}-{Sha256[..8]}";

    public string Title => (string?)Source["title"] ?? FileName;

    /// <summary>Without a name in the mapping the data set is the file as it is.</summary>
    public static async Task<RowFile> OfAsync(string file, ImportMapping mapping, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
        var name = Path.GetFileName(file);
        return new RowFile(mapping.File.Name ?? $"file-{hash[..32]}", name, hash, mapping.File.Source ?? []) { KeepsNumbers = mapping.File.Name is null };
    }

    /// <summary>What the record of a row is known by.</summary>
    /// <param name="row">What the row is known by in its data set.</param>
    public string KeyOf(string row) => $"{Name}#{row}";

    private static string Beginning(string name)
    {
        var slug = Shared.Slug.From(name) ?? "file";
        return slug[..Math.Min(slug.Length, LongestSlug)].Trim('-');
    }

    /// <summary>The file as a source: of a part of it, its origin, so that all parts speak with one voice.</summary>
    public JsonObject AsSource(string slug, string title)
    {
        var source = Source.DeepClone().AsObject();
        source["slug"] = slug;
        source["title"] = title;
        source["kind"] ??= Words.Of(SourceKind.Dataset);
        source["note"] = $"{(string?)source["note"]}\nImported from the file {FileName}, SHA-256 {Sha256}.".Trim();
        return source;
    }
}

/// <summary>The disclosure that some rows of a file make: its text is the rows, and each row is the passage of what it says.</summary>
internal sealed class RowDocument
{
    /// <summary>The row that each change is of; of a party that it adds, the field that mentions it.</summary>
    private readonly List<(ImportRow Row, string? Mention)> _owners = [];

    private RowDocument(JsonObject document) => Document = document;

    public JsonObject Document { get; }

    /// <param name="whole">Whether these are all rows of the file.</param>
    /// <param name="known">Names of parties that need not be added, as <see cref="NameKey"/> has them.</param>
    public static RowDocument Of(RowFile file, IReadOnlyList<ImportRow> rows, bool whole, IReadOnlySet<string> known)
    {
        var texts = rows.Select(TextOf).ToList();
        var text = string.Join("\n\n", texts) + "\n";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        var range = rows.Count == 1 ? $"row {rows[0].Number}" : FormattableString.Invariant($"rows {rows[0].Number} to {rows[^1].Number}");
        var title = $"{file.Title}, {range}";
        var source = file.AsSource($"{file.Slug}-{hash}", whole ? file.Title : ShortText.Cut(title, Source.TitleLength));
        source["snapshot"] = new JsonObject { ["kind"] = Words.Of(whole ? SnapshotKind.FullText : SnapshotKind.Excerpt), ["text"] = text };
        var changes = new JsonArray();
        var document = new RowDocument(new JsonObject { ["key"] = file.Name, ["title"] = ShortText.Cut($"Import of {title}", Disclosures.Disclosure.TitleLength), ["source"] = source, ["changes"] = changes });
        if (!whole)
        {
            // An address is of one source.
            source.Remove("url");
            source["origin"] = file.Slug;
            document.Document["origins"] = new JsonArray(file.AsSource(file.Slug, ShortText.Cut(file.Title, Source.TitleLength)));
        }

        var added = known.ToHashSet(StringComparer.Ordinal);
        foreach (var (row, passage) in rows.Zip(texts))
        {
            foreach (var (name, kind, field) in row.Parties.Where(party => added.Add(NameKey.Of(party.Name))))
            {
                document.Add(changes, row, field, RecordKind.Party, $"party-{HashOf(NameKey.Of(name))}", new JsonObject { ["kind"] = Words.Of(kind), ["name"] = name }, passage);
            }

            document.Add(changes, row, mention: null, row.Record, row.Ref, row.Set.DeepClone().AsObject(), passage);
        }

        return document;
    }

    /// <summary>How many changes some rows make at most.</summary>
    public static int ChangesOf(ImportRow row) => 1 + row.Parties.Count;

    /// <summary>The row that a problem of the document is about, with the problem in its terms; null where no row is to blame.</summary>
    public (ImportRow Row, RowProblem Problem)? Locate(Problem problem)
    {
        var steps = problem.Pointer.Split('/');
        if (steps is not ["", "changes", var number, ..] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= _owners.Count)
        {
            return null;
        }

        var (row, mention) = _owners[index];
        var of = steps.Length > 4 && steps[3] == "set" ? steps[4] : "";
        var field = mention ?? of;
        var (column, cell) = row.Cells.TryGetValue(field, out var read) ? read : (field, "");
        return (row, new RowProblem(row.Number, column.Length > 0 ? column : field, cell, of == "slug" ? OfSlug(Document["changes"]![index]!["set"]!, mention is not null) ?? problem.Message : problem.Message));
    }

    /// <summary>What a party needs whose name makes no slug; null of any other.</summary>
    /// <param name="isAdded">Whether it is one that a row mentions.</param>
    private static string? OfSlug(JsonNode party, bool isAdded) =>
        (string?)party["slug"] is null && party["name"] is JsonValue value && value.TryGetValue(out string? name) && Shared.Slug.From(name) is null
            ? $"“{RowProblem.Shorten(name)}” has no Latin letter or digit, so that the party's slug, its name in the address, cannot be made from it: "
                + (isAdded ? "import the party first, in a row of its own with a slug (NDJSON, or a table of parties)" : "give one (slug)")
            : null;

    /// <summary>The passage that a row is.</summary>
    public static string TextOf(ImportRow row)
    {
        var text = SnapshotText.Normalise(FormattableString.Invariant($"row {row.Number}: {row.Raw}")).Trim();
        return ShortText.Cut(text, Passage.ExactLength);
    }

    private void Add(JsonArray changes, ImportRow row, string? mention, RecordKind kind, string name, JsonObject set, string passage)
    {
        changes.Add(new JsonObject
        {
            ["record"] = Words.Of(kind),
            ["ref"] = name,
            ["set"] = set,
            ["assertions"] = new JsonArray(new JsonObject { ["passage"] = new JsonObject { ["exact"] = passage } }),
        });
        _owners.Add((row, mention));
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
}
